import { type Entry, readEntry } from '#journal/content/entry.ts';
import type { Site } from '#journal/schema/siteSchema.ts';

/** Reads a file of an entry that was sound. */
export function readWhole(file: string, source: string, site: Site): Entry {
  const { entry } = readEntry(file, source, site);
  if (!entry) throw new Error(`${file} was sound and is not any more`);
  return entry;
}
