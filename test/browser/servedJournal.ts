import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFiles } from '../load/temporary.ts';
import { type Build, built } from '../site/build.ts';
import { type StaticServer, serve } from './server.ts';

/** A journal that is built and served. To close it takes its folder away. */
export interface ServedJournal extends Build, StaticServer {}

/** Builds a journal of files, by their names in its content folder, and serves it. */
export async function servedJournal(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<ServedJournal> {
  const folder = await mkdtemp(join(tmpdir(), 'scrollback-browser-'));
  const options = {
    content: join(folder, 'content'),
    output: join(folder, 'dist'),
    cache: join(folder, 'cache'),
  };
  await writeFiles(options.content, files);
  await built(options);
  const server = await serve(options.output);
  return {
    ...options,
    origin: server.origin,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
