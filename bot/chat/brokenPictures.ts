import { existsSync } from 'node:fs';
import { pictureState } from '../channel/pictureState.ts';
import { namedFiles } from './entryParts.ts';

/** Says which pictures of an entry are broken: the site would not be built with them. Undefined where none is. */
export async function brokenPictures(
  file: string,
  source: string,
  onDisk: (file: string) => string,
): Promise<string | undefined> {
  const told: string[] = [];
  for (const picture of namedFiles(file, source)) {
    const path = onDisk(picture);
    if (!/\.(?:jpe?g|png|webp|avif|gif|svg)$/i.test(picture) || !existsSync(path)) continue;
    const state = await pictureState(path);
    if (state.is === 'broken') told.push(`✗ ${picture}: ${state.why}`);
  }
  if (told.length === 0) return undefined;
  return `${file} is not published: no site can be built with a broken picture. Send it anew, or take it out of the text, then /publish:\n${told.join('\n')}`;
}
