import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { filesBelow } from '../../src/files/outputFolder.ts';
import { copyProject, scriptOf } from '../projectCopy.ts';
import { writeCorpus } from './corpus.ts';
import type { Generator } from './generators.ts';
import { type Measured, measure, type Work } from './processTree.ts';

/** Scrollback, in a copy of this project. */
export interface OurGenerator extends Generator {
  /** `npm run check`. */
  check(signal: AbortSignal): Promise<Measured>;
  /** What starts a command of the project. */
  command(name: string, parameters?: readonly string[]): Promise<Work>;
}

/** Folders below `node_modules` that commands keep things in. */
const cacheFolders = ['.astro', '.vite', '.cache'];

/** Copies this project and writes a content folder into it, with all that is on by default. */
export async function installOurs(folder: string, entries: number): Promise<OurGenerator> {
  await copyProject(folder);
  const content = join(folder, 'content');
  await mkdir(content);
  await writeFile(
    join(content, 'site.yaml'),
    'title: Bench\nurl: https://bench.example\nauthor: ana\n',
  );
  await writeFile(join(content, 'authors.yaml'), 'ana: { name: Ana }\n');
  await writeCorpus(join(content, 'articles'), entries);
  const command = async (name: string, parameters: readonly string[] = []) => ({
    command: process.execPath,
    parameters: [...(await scriptOf(name)), ...parameters],
    folder,
  });
  return {
    name: 'Scrollback',
    entries: join(content, 'articles'),
    command,
    build: async (signal) => measure(await command('build'), signal),
    check: async (signal) => measure(await command('check'), signal),
    forget: (options) => forget(folder, options),
  };
}

async function forget(
  folder: string,
  { keepCards }: { readonly keepCards: boolean },
): Promise<void> {
  await rm(join(folder, 'dist'), { recursive: true, force: true });
  for (const name of cacheFolders) {
    const cache = join(folder, 'node_modules', name);
    if (!keepCards) await rm(cache, { recursive: true, force: true });
    // Compiled code is no content: it stays as it does in every project that was built once.
    else if (name !== '.cache') await removeAllBut(cache, 'cards');
  }
}

/** Removes all files but those in folders of that name. */
async function removeAllBut(folder: string, kept: string): Promise<void> {
  for (const file of await filesBelow(folder))
    if (basename(dirname(file)) !== kept) await rm(join(folder, file));
}
