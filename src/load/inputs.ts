import { createHash } from 'node:crypto';
import type { ContentFolder } from '#journal/content/folder.ts';
import type { PublicJournal } from '#journal/public/publicJournal.ts';
import type { Assets } from '../media/assets.ts';
import type { OwnLook } from './ownLook.ts';

/**
 * A digest of everything in a content folder that pages can be made of, as it was read, and of which documents are shown
 * by now: while it stays as it is, so does every page that the same code makes.
 */
export function inputsDigest(
  { names, texts }: Pick<ContentFolder, 'names' | 'texts'>,
  assets: Assets,
  look: OwnLook,
  { entries, pages }: PublicJournal,
): string {
  const shown = [...entries, ...pages].map(({ file }) => file);
  const digest = createHash('sha256');
  digest.update(JSON.stringify([[...names], assets.digests(), look, shown]));
  for (const { file, source } of texts)
    digest.update(`\n${file} ${source.length}\n`).update(source);
  return digest.digest('base64url');
}
