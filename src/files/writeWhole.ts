import { randomUUID } from 'node:crypto';
import { link, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from './makeFolder.ts';

/**
 * Writes a file that is not there yet. It appears with all of its bytes, or not at all. Folders are created. Unless
 * it `isFlushed`, what was written may be lost with the machine's power: for whoever can write it again.
 *
 * @throws where a file of that name exists, which stays as it was.
 */
export async function writeWhole(
  path: string,
  bytes: string | Uint8Array,
  isFlushed = false,
): Promise<void> {
  const folder = dirname(path);
  makeFolder(folder);
  // A leading dot keeps an unfinished file out of the journal.
  const unfinished = join(folder, `.${randomUUID()}.new`);
  try {
    await writeFile(unfinished, bytes, { flag: 'wx', flush: isFlushed });
    await putInPlace(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** Some disks, such as memory cards, cannot give a file a second name. */
async function putInPlace(unfinished: string, path: string): Promise<void> {
  try {
    await link(unfinished, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    // Whoever creates the name has it; the file then takes its place in one step.
    await (await open(path, 'wx')).close();
    await rename(unfinished, path);
  }
}
