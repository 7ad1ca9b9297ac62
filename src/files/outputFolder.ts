import {
  accessSync,
  constants,
  type Dirent,
  existsSync,
  readdirSync,
  realpathSync,
  rmdirSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { isInside } from './isInside.ts';
import { MadeFolders, makeFolder } from './makeFolder.ts';

/**
 * Where a file of the output folder is to be written; its folder is there when this resolves. `name` is a path from the
 * output folder, as it stands on disk.
 *
 * @throws where that would be outside of the folder: whatever asked for it, nothing is written there.
 */
export async function placeInOutput(
  folder: string,
  name: string,
  folders = new MadeFolders(),
): Promise<string> {
  const path = join(folder, name);
  if (relative(folder, path) === '' || !isInside(path, folder) || /[\0\\]/.test(name))
    throw new Error(
      `${JSON.stringify(name)} would be written outside of the output folder. Expected the name of a file in it. Nothing is written there; find the address that says so in the content folder.`,
    );
  folders.make(dirname(path));
  return path;
}

/** Names of all files below a folder, from that folder, with `/`; none where there is no such folder. */
export async function filesBelow(folder: string): Promise<string[]> {
  return below(folder, '', (one) => one.isFile()).sort();
}

/** The same, and what links lead to as if it stood there, which is how bundlers copy a folder of public files. */
export async function filesServedBelow(folder: string): Promise<string[]> {
  return served(folder, '', []).sort();
}

function served(folder: string, prefix: string, above: readonly string[]): string[] {
  if (!existsSync(folder)) return [];
  const real = realpathSync(folder);
  // A link to a folder around it has no end.
  if (above.includes(real)) return [];
  return entriesOf(folder).flatMap((one) => {
    const path = join(folder, one.name);
    const status = statSync(path, { throwIfNoEntry: false });
    if (status?.isDirectory()) return served(path, `${prefix}${one.name}/`, [...above, real]);
    return status?.isFile() ? [prefix + one.name] : [];
  });
}

/** Names of all that is no folder: links, which are not followed, among it. */
export async function namesBelow(folder: string): Promise<string[]> {
  return below(folder, '', () => true).sort();
}

/** Names of files of a folder, from there, with `/`. `paths` are absolute. */
export function namesIn(folder: string, paths: readonly string[]): string[] {
  return paths.map((path) => relative(folder, path).split(sep).join('/'));
}

// Asked of thousands of folders, which is several times as much work where each is awaited, or its path put in order.
function below(folder: string, prefix: string, isWanted: (one: Dirent) => boolean): string[] {
  return entriesOf(folder).flatMap((one) => {
    const name = prefix + one.name;
    if (one.isDirectory()) return below(`${folder}/${one.name}`, `${name}/`, isWanted);
    return isWanted(one) ? [name] : [];
  });
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
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

/** Removes files, and the folders of the output folder that they leave empty. `names` are paths from that folder. */
export function removeFromOutput(folder: string, names: Iterable<string>): void {
  const left = new Set<string>();
  for (const name of names) {
    removeFile(join(folder, name));
    left.add(dirname(name));
  }
  for (const one of left) removeEmpty(folder, one);
}

function removeFile(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
  }
}

function removeEmpty(folder: string, name: string): void {
  for (let way = name; way !== '.'; way = dirname(way)) {
    try {
      rmdirSync(join(folder, way));
    } catch {
      // Others are in it.
      return;
    }
  }
}
