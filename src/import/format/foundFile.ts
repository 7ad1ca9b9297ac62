import { decoded } from '#journal/address/contentPath.ts';
import { slugify } from '#journal/address/slug.ts';
import { lastSegment } from '../item/oldPath.ts';

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
