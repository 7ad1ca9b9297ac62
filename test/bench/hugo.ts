import { spawnSync } from 'node:child_process';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeCorpus } from './corpus.ts';
import type { Installer } from './generators.ts';
import { measure } from './processTree.ts';

/** The version of the machine's Hugo; undefined where it has none. */
export function hugoVersion(): string | undefined {
  const { stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  return /v(\d+\.\d+\.\d+)/.exec(stdout ?? '')?.[1];
}

/** Hugo with the same: footnotes and highlighting are its own. */
export const installHugo: Installer = async (folder, entries) => {
  await cp(join(import.meta.dirname, 'hugo'), folder, { recursive: true });
  await writeCorpus(join(folder, 'content/posts'), entries);
  return {
    name: 'Hugo',
    entries: join(folder, 'content/posts'),
    build: (signal) => measure({ command: 'hugo', parameters: ['--quiet'], folder }, signal),
    forget: async () => {
      for (const made of ['public', 'resources'])
        await rm(join(folder, made), { recursive: true, force: true });
    },
  };
};
