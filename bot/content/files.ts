import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type FileHandle, lstat, mkdir, open, readlink, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { formatFault } from '#journal/fault/fault.ts';
import { decodeText, encodingFault } from '#journal/file/encoding.ts';
import { ByHandError, isByHand, keepsWhatIsByHand } from './byHand.ts';
import { inMannerOf, plainLines } from './lineEnds.ts';

/**
 * Replaces a file whole: readers see the old text or the new one, and after this resolves the new one survives a power
 * cut. Folders are created, links are followed, and the file keeps its mode.
 *
 * @throws {ByHandError} for an MDX file, which the bot never writes whole.
 */
export async function writeFileAtomic(path: string, content: string | Uint8Array): Promise<void> {
  if (isByHand(await byHandName(path))) throw new ByHandError(basename(path));
  await replaceFile(path, content, () => true);
}

const looksAtChange = 10;

/**
 * Replaces a text file with what `change` makes of it, which gets undefined where there is none. A file that somebody
 * else changed in the meantime is not overwritten: `change` gets it once more. Only a change between the last look and
 * the renaming right behind it would be lost. `change` sees lines that end with `\n`; the file keeps the ends that it
 * has, and its byte order mark. `rights` are those that it has from then on; it keeps its own without them.
 *
 * @returns the text that is in the file in the end; undefined where `change` wanted nothing and there was none.
 * @throws where the file is changed each time, and {@link ByHandError} where it is MDX and its text would change.
 */
export async function changeFile(
  path: string,
  change: (current: string | undefined) => string | undefined,
  rights?: number,
): Promise<string | undefined> {
  const name = await byHandName(path);
  for (let look = 0; look < looksAtChange; look++) {
    const onDisk = readAsItIs(path);
    const current = onDisk === undefined ? undefined : plainLines(onDisk);
    const wanted = change(current);
    if (wanted === undefined || wanted === current) return current;
    if (!keepsWhatIsByHand(name, current ?? '', wanted)) throw new ByHandError(basename(path));
    const isAsItWas = () => readAsItIs(path) === onDisk;
    const written = onDisk === undefined ? wanted : inMannerOf(onDisk, wanted);
    if (await replaceFile(path, written, isAsItWas, rights)) return wanted;
  }
  throw new Error(
    `${path} is being changed by another program again and again; it was left as it is`,
  );
}

/**
 * The text of a file as {@link changeFile} sees it; undefined where there is none.
 *
 * @throws where it is in another encoding than UTF-8: written again, it would lose every letter beyond ASCII.
 */
export async function readIfThere(path: string): Promise<string | undefined> {
  const text = readAsItIs(path);
  return text === undefined ? undefined : plainLines(text);
}

function readAsItIs(path: string): string | undefined {
  const bytes = bytesIfThere(path);
  if (bytes === undefined) return undefined;
  const { source, seen } = decodeText(bytes);
  if (seen) throw new Error(formatFault(encodingFault(basename(path), seen)));
  return source;
}

function bytesIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** `mayReplace` is asked when the new content is on disk, right before it takes the place of the old one. */
async function replaceFile(
  named: string,
  content: string | Uint8Array,
  mayReplace: () => boolean,
  rights?: number,
): Promise<boolean> {
  const path = await behindLinks(named);
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  // A leading dot keeps an unfinished file out of the journal. Beside the name of the file there may be no room for it.
  const unfinished = join(folder, `.${randomUUID()}.new`);
  try {
    const handle = await open(unfinished, 'wx', rights);
    try {
      await handle.writeFile(content);
      await takeOver(path, handle);
      if (rights !== undefined) await handle.chmod(rights);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (!mayReplace()) {
      await rm(unfinished, { force: true });
      return false;
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  await syncFolder(folder);
  return true;
}

const linksInARow = 40;

/** Where a file is that a link may stand for, be it there or not: a link stays one. */
async function behindLinks(path: string): Promise<string> {
  let behind = path;
  for (let links = 0; links < linksInARow; links++) {
    const status = await lstat(behind).catch(() => undefined);
    if (!status?.isSymbolicLink()) return behind;
    behind = resolve(dirname(behind), await readlink(behind));
  }
  throw new Error(`${basename(path)} is a link that leads back to itself. Mend it, or remove it.`);
}

/** The one of a path's names, its own and the one behind links, by which its text is MDX. */
async function byHandName(path: string): Promise<string> {
  return isByHand(path) ? path : behindLinks(path);
}

/** Gives a new file the mode of the one whose place it takes, and its owner where the system lets it. */
async function takeOver(path: string, handle: FileHandle): Promise<void> {
  const before = await stat(path).catch(() => undefined);
  if (!before) return;
  await handle.chown(before.uid, before.gid).catch(() => undefined);
  await handle.chmod(before.mode & 0o7777);
}

/** Moves a file or folder and makes the move durable. */
export async function moveDurably(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await rename(from, to);
  await syncFolder(dirname(from));
  await syncFolder(dirname(to));
}

/** Makes names in a folder durable. Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
