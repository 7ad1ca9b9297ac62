import { hash } from 'node:crypto';
import type { ContentFolder } from '#journal/content/folder.ts';
import type { PublicJournal } from '#journal/public/publicJournal.ts';
import type { Caches } from './caches.ts';
import type { OwnLook } from './ownLook.ts';

/**
 * A digest of everything in a content folder that pages can be made of, as it was read, and of which documents are shown
 * by now: while it stays as it is, so does every page that the same code makes.
 */
export function inputsDigest(
  { names, texts }: Pick<ContentFolder, 'names' | 'texts'>,
  { assets, entries: kept }: Pick<Caches, 'assets' | 'entries'>,
  look: OwnLook,
  { entries, pages }: PublicJournal,
): string {
  const shown = [...entries, ...pages].map(({ file }) => file);
  const read = texts.map((text) => [text.file, kept.digestOf(text)]);
  const all = JSON.stringify([[...names], assets.digests(), look, shown, read]);
  return hash('sha256', all, 'base64url');
}
