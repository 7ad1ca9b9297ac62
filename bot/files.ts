import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { decodeText, encodingFault } from '#journal/encoding.ts';
import { formatFault } from '#journal/fault.ts';
import { ByHandError, isByHand, keepsWhatIsByHand } from './byHand.ts';

/**
 * Replaces a file whole: readers see the old text or the new one, and after this resolves the new one survives a power
 * cut. Folders are created.
 *
 * @throws {ByHandError} for an MDX file, which the bot never writes whole.
 */
export async function writeFileAtomic(path: string, content: string | Uint8Array): Promise<void> {
  if (isByHand(path)) throw new ByHandError(basename(path));
  await replaceFile(path, content, async () => true);
}

const looksAtChange = 10;

/**
 * Replaces a text file with what `change` makes of it, which gets undefined where there is none. A file that somebody
 * else changed in the meantime is not overwritten: `change` gets it once more. Only a change between the last look and
 * the renaming right behind it would be lost.
 *
 * @returns the text that is in the file in the end; undefined where `change` wanted nothing and there was none.
 * @throws where the file is changed each time, and {@link ByHandError} where it is MDX and its text would change.
 */
export async function changeFile(
  path: string,
  change: (current: string | undefined) => string | undefined,
): Promise<string | undefined> {
  for (let look = 0; look < looksAtChange; look++) {
    const current = await readIfThere(path);
    const wanted = change(current);
    if (wanted === undefined || wanted === current) return current;
    if (!keepsWhatIsByHand(path, current ?? '', wanted)) throw new ByHandError(basename(path));
    const isAsItWas = async () => (await readIfThere(path)) === current;
    if (await replaceFile(path, wanted, isAsItWas)) return wanted;
  }
  throw new Error(
    `${path} is being changed by another program again and again; it was left as it is`,
  );
}

/**
 * The text of a file; undefined where there is none.
 *
 * @throws where it is in another encoding than UTF-8: written again, it would lose every letter beyond ASCII.
 */
export async function readIfThere(path: string): Promise<string | undefined> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (bytes === undefined) return undefined;
  const { source, seen } = decodeText(bytes);
  if (seen) throw new Error(formatFault(encodingFault(basename(path), seen)));
  return source;
}

/** `mayReplace` is asked when the new content is on disk, right before it takes the place of the old one. */
async function replaceFile(
  path: string,
  content: string | Uint8Array,
  mayReplace: () => Promise<boolean>,
): Promise<boolean> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  // A leading dot keeps an unfinished file out of the journal.
  const unfinished = join(folder, `.${basename(path)}.${randomUUID()}.new`);
  try {
    const handle = await open(unfinished, 'wx');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (!(await mayReplace())) {
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
