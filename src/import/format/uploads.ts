import { decoded } from '#journal/address/contentPath.ts';
import type { Source } from '../source/source.ts';

/** The file of a source that an address of an `uploads` folder means, whatever its host. */
export function uploadedFile(address: string, source: Source): string | undefined {
  return fileBelow(/\/uploads\/[^?#]+/.exec(`/${address}`)?.[0], source);
}

/** The file of a source to which the end of an address leads, in whatever folder of it that lies. */
export function fileBelow(path: string | undefined, { names }: Source): string | undefined {
  if (path === undefined) return undefined;
  const ends = [path.normalize('NFC'), decoded(path)];
  return names.find((name) => ends.some((end) => `/${name}`.endsWith(end)));
}
