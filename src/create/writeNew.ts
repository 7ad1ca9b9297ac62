import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '../files/makeFolder.ts';

/**
 * Writes a file that is not there yet. It appears with all of its text, or not at all. Folders are created.
 *
 * @throws where a file of that name exists, which stays as it was.
 */
export async function writeNew(path: string, text: string): Promise<void> {
  const folder = dirname(path);
  makeFolder(folder);
  // A leading dot keeps an unfinished file out of the journal.
  const unfinished = join(folder, `.${randomUUID()}.new`);
  try {
    await writeDurably(unfinished, text);
    // Whoever creates the name has it; the text then takes its place in one step.
    await (await open(path, 'wx')).close();
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function writeDurably(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
