import { readdirSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { textIfThere } from './textIfThere.ts';

const program = resolve(import.meta.dirname, '../..');

/** The folder of the packages that the program uses: its own, or the one that it was installed into. */
export const packagesFolder: string = packagesAround(program);

/** What package managers write down of what they have installed, which may be another thing than they were asked for. */
const records = ['.package-lock.json', '.pnpm/lock.yaml', '.yarn-integrity', '.yarn-state.yml'];

/** What is installed, in the words of whatever installed it, and files of it that the project has changed. */
export function installedText(folder = packagesFolder): string {
  return installedTexts([...records, ...patchedFiles(folder)], folder).join('\0');
}

/** The texts of files that npm installed, by their paths from the folder of packages; empty where one is not there. */
export function installedTexts(files: readonly string[], folder = packagesFolder): string[] {
  return files.map((file) => textIfThere(join(folder, file)));
}

/**
 * Files that patch-package changes, moves or removes after each installation, which no record of it tells
 * (https://github.com/ds300/patch-package).
 */
function patchedFiles(folder: string): string[] {
  const patches = resolve(folder, '../patches');
  if (!statSync(patches, { throwIfNoEntry: false })?.isDirectory()) return [];
  const texts = readdirSync(patches).map((name) => textIfThere(join(patches, name)));
  const files = texts.flatMap((text) => [...text.matchAll(patched)]);
  return [...new Set(files.map(([, file = '']) => file))].sort();
}

/** Where a patch names a file: of one that it removes, there is no name after it. */
const patched = /^(?:(?:---|\+\+\+) [ab]\/|rename (?:from|to) )node_modules\/(.+?)\r?$/gm;

function packagesAround(folder: string): string {
  const names = folder.split(sep);
  const at = names.indexOf('node_modules');
  return at === -1 ? join(folder, 'node_modules') : names.slice(0, at + 1).join(sep);
}
