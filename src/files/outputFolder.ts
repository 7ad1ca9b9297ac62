import { accessSync, constants, type Dirent } from 'node:fs';
import { readdir, rm, rmdir } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { makeFolder } from './makeFolder.ts';

/**
 * Where a file of the output folder is to be written; its folder is there when this resolves. `name` is a path from the
 * output folder, as it stands on disk.
 *
 * @throws where that would be outside of the folder: whatever asked for it, nothing is written there.
 */
export async function placeInOutput(folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  const below = relative(folder, path);
  const isInside = below !== '' && below.split(sep)[0] !== '..' && !isAbsolute(below);
  if (!isInside || /[\0\\]/.test(name))
    throw new Error(
      `${JSON.stringify(name)} would be written outside of the output folder. Expected the name of a file in it. Nothing is written there; find the address that says so in the content folder.`,
    );
  makeFolder(dirname(path));
  return path;
}

/** Names of all files below a folder, from that folder, with `/`; none where there is no such folder. */
export async function filesBelow(folder: string): Promise<string[]> {
  return below(folder, (one) => one.isFile());
}

/** The same of all that is no folder: links, which are not followed, among it. */
export async function namesBelow(folder: string): Promise<string[]> {
  return below(folder, (one) => !one.isDirectory());
}

async function below(folder: string, isWanted: (one: Dirent) => boolean): Promise<string[]> {
  try {
    const found = await readdir(folder, { withFileTypes: true, recursive: true });
    return found
      .filter(isWanted)
      .map((one) => relative(folder, join(one.parentPath, one.name)).split(sep).join('/'))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Makes sure that an output folder is there and can be written to. @throws the file system's error. */
export function readyOutputFolder(folder: string): void {
  makeFolder(folder);
  accessSync(folder, constants.W_OK);
}

/**
 * Removes what earlier builds left. Unchanged pages are kept from build to build, so Astro does not empty the folder;
 * an entry that was withdrawn must still be gone. `kept` are the files of this build, from the folder, with `/`.
 */
export async function prune(folder: string, kept: ReadonlySet<string>): Promise<number> {
  // Names that begin with a dot are somebody else's: the folder may be a checkout.
  const stale = (await filesBelow(folder)).filter(
    (file) => !kept.has(file) && !file.startsWith('.'),
  );
  for (const file of stale) await rm(join(folder, file));
  await removeEmptyFolders(folder);
  return stale.length;
}

/** Removes the empty folders below a folder; those of a checkout are git's. */
export async function removeEmptyFolders(folder: string): Promise<void> {
  for (const one of await readdir(folder, { withFileTypes: true }))
    if (one.isDirectory() && !one.name.startsWith('.')) await removeIfEmpty(join(folder, one.name));
}

async function removeIfEmpty(folder: string): Promise<void> {
  await removeEmptyFolders(folder);
  if ((await readdir(folder)).length === 0) await rmdir(folder);
}
