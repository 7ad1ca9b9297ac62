import { stat } from 'node:fs/promises';
import { publicFile } from '#journal/content/contentName.ts';
import { stampIn } from '../../files/stampedFile.ts';
import type { LoadedJournal } from '../../load/loadJournal.ts';
import type { WrittenOutput } from './writtenOutput.ts';

/**
 * Copies what lies in the content folder's public/ into the output folder, as far as it is not there from the last build.
 * `others` are the paths of the program's own public files: Astro has put those there, and the person's count.
 *
 * @returns the names of the files, from the output folder.
 */
export async function copyPublicFiles(
  { publicFiles, onDisk }: Pick<LoadedJournal, 'publicFiles' | 'onDisk'>,
  others: readonly string[],
  written: WrittenOutput,
): Promise<string[]> {
  const doubled = new Set(others);
  for (const path of publicFiles) {
    const source = onDisk(publicFile(path));
    const key = doubled.has(path) ? undefined : stampIn(await stat(source));
    if (key === undefined || !written.holds(path.slice(1), key))
      await written.copy(path.slice(1), source, key);
  }
  return publicFiles.map((path) => path.slice(1));
}
