import { join, resolve, sep } from 'node:path';
import { textIfThere } from './textIfThere.ts';

const program = resolve(import.meta.dirname, '../..');

/** The folder of the packages that the program uses: its own, or the one that it was installed into. */
export const packagesFolder: string = packagesAround(program);

/** What package managers write down of what they have installed, which may be another thing than they were asked for. */
const records = ['.package-lock.json', '.pnpm/lock.yaml', '.yarn-integrity', '.yarn-state.yml'];

/** What is installed, in the words of whatever installed it. */
export function installedText(): string {
  return records.map((name) => textIfThere(join(packagesFolder, name))).join('\0');
}

/** The texts of files that npm installed, by their paths from the folder of packages; empty where one is not there. */
export function installedTexts(files: readonly string[]): string[] {
  return files.map((file) => textIfThere(join(packagesFolder, file)));
}

function packagesAround(folder: string): string {
  const names = folder.split(sep);
  const at = names.indexOf('node_modules');
  return at === -1 ? join(folder, 'node_modules') : names.slice(0, at + 1).join(sep);
}
