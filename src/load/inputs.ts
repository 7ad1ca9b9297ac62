import { hash } from 'node:crypto';
import { statSync } from 'node:fs';
import { publicPath } from '#journal/content/contentName.ts';
import type { ContentFolder } from '#journal/content/folder.ts';
import type { PublicJournal } from '#journal/public/publicJournal.ts';
import { recordingType } from '../media/recording.ts';
import type { Caches } from './caches.ts';
import type { OwnLook } from './ownLook.ts';

/**
 * A digest of everything in a content folder that pages can be made of, as it was read, and of which documents are shown
 * by now: while it stays as it is, so does every page that the same code makes.
 */
export function inputsDigest(
  { names, texts, onDisk }: Pick<ContentFolder, 'names' | 'texts' | 'onDisk'>,
  { assets, entries: kept }: Pick<Caches, 'assets' | 'entries'>,
  look: OwnLook,
  { entries, pages }: PublicJournal,
): string {
  const shown = [...entries, ...pages].map(({ file }) => file);
  const read = texts.map((text) => [text.file, kept.digestOf(text)]);
  // Of what is served as it is, feeds tell how long a recording is.
  const recordings = [...names]
    .filter((file) => publicPath(file) !== undefined && recordingType(file) !== undefined)
    .map((file) => statSync(onDisk(file)).size);
  const all = JSON.stringify([[...names], assets.digests(), look, shown, read, recordings]);
  return hash('sha256', all, 'base64url');
}
