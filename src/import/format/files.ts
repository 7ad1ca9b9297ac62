import { posix } from 'node:path';
import { decoded } from '#journal/address/contentPath.ts';
import { slugify } from '#journal/address/slug.ts';
import { oncePer } from '#journal/once/once.ts';
import { lastSegment } from '../item/oldPath.ts';
import type { Source } from '../source/source.ts';

/** The file of a source that an address of an `uploads` folder means, whatever its host. */
export function uploadedFile(address: string, source: Source): string | undefined {
  return fileBelow(/\/uploads\/[^?#]+/.exec(`/${address}`)?.[0], source);
}

/** Files of a source by the last segments of their names: many are looked for. */
const filesByLast = oncePer((names: readonly string[]) =>
  Map.groupBy(names, (name) => posix.basename(name)),
);

/** The file of a source to which the end of an address leads, in whatever folder of it that lies. */
export function fileBelow(path: string | undefined, { names }: Source): string | undefined {
  if (path === undefined) return undefined;
  const ends = [path.normalize('NFC'), decoded(path)];
  const all = ends.flatMap((end) => filesByLast(names).get(posix.basename(end)) ?? []);
  return all.find((name) => ends.some((end) => `/${name}`.endsWith(end)));
}

/** A picture or another file that an address of a document means. */
export type FoundFile =
  | { readonly is: 'found'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly is: 'missing'; readonly why: string };

/** Loads what is not in the export; see `fetch/pictures`. `ownHost` is the name of the old site's. */
export type Fetching = (address: string, ownHost?: string) => Promise<FoundFile>;

/** A name for a file beside an entry: that of its address, as far as all disks have such names. */
export function fileNameFor(address: string): string {
  const last = decoded(lastSegment(address));
  const [, stem = last, ending = ''] = /^(.*?)(\.[a-z0-9]{1,5})?$/is.exec(last) ?? [];
  return slugify(stem, 'file', 80) + ending.toLowerCase();
}
