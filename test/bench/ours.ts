import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { filesBelow } from '../../src/files/outputFolder.ts';
import { configuration, packedIn } from '../package/installed.ts';
import { linkOtherPackages } from '../projectCopy.ts';
import { writeCorpus } from './corpus.ts';
import type { Generator } from './generators.ts';
import { type Measured, measure, type Work } from './processTree.ts';

/** Scrollback, as the package that this project makes. */
export interface OurGenerator extends Generator {
  /** The command `check`. */
  check(signal: AbortSignal): Promise<Measured>;
  /** What starts one of its commands. */
  command(name: string, parameters?: readonly string[]): Promise<Work>;
}

/** Folders below `node_modules` that commands keep things in, the bundle of a site among them. */
const cacheFolders = ['.astro', '.vite', '.cache'];

/**
 * Packs this project, and makes a journal that has the package and a content folder, with all that is on by default: as
 * somebody has it who never saw the project. Other packages are links to those of this one.
 */
export async function installOurs(folder: string, entries: number): Promise<OurGenerator> {
  await installPackage(folder);
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
    parameters: [program, name, ...parameters],
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

const place = 'node_modules/scrollback-journal';
const program = `${place}/bin/scrollback.cjs`;

async function installPackage(folder: string): Promise<void> {
  await mkdir(join(folder, place), { recursive: true });
  await linkOtherPackages(folder);
  const packed = await packedIn(folder);
  const parameters = ['-xzf', packed, '--strip-components=1', '--directory', join(folder, place)];
  await promisify(execFile)('tar', parameters);
  await rm(packed);
  await writeFile(join(folder, 'astro.config.mjs'), configuration);
  const scripts = Object.fromEntries(
    ['build', 'check', 'dev'].map((name) => [name, `node ${program} ${name}`]),
  );
  const manifest = { private: true, type: 'module', scripts };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
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
