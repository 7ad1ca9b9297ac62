import { readFile } from 'node:fs/promises';
import { pictureState } from '#journal/file/pictureState.ts';
import { pictureLibrary } from '../base/pictures.ts';
import { namedFiles } from './entryParts.ts';

/** Which pictures of an entry are broken and why, one a line; empty where none is. The site would not be built with them. */
export async function brokenPictures(
  file: string,
  source: string,
  onDisk: (file: string) => string,
): Promise<string> {
  const told: string[] = [];
  for (const picture of namedFiles(file, source)) {
    if (!/\.(?:jpe?g|png|webp|avif|gif|svg)$/i.test(picture)) continue;
    const bytes = await readFile(onDisk(picture)).catch(() => undefined);
    const state = bytes && (await pictureState(bytes, await pictureLibrary()));
    if (state?.is === 'broken') told.push(`✗ ${picture}: ${state.why}`);
  }
  return told.join('\n');
}
