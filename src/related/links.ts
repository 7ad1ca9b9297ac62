import { ownPath } from '#journal/address/address.ts';
import { normalPath } from '#journal/address/permalink.ts';
import type { PublicJournal } from '#journal/public/publicJournal.ts';
import type { DocumentFacts, SourceDocument } from '../render/collect/document.ts';

/** The paths of the journal that a document leads to: by links in its texts, and by what it answers. */
export function linksOf(
  document: SourceDocument,
  facts: DocumentFacts,
  { site }: PublicJournal,
): string[] {
  const paths = facts.links.filter(({ path }) => path !== '').map(({ path }) => normalPath(path));
  const reply = document.kind === 'page' ? undefined : document.inReplyTo;
  const answered = reply === undefined ? undefined : ownPath(reply, site);
  return answered === undefined ? paths : [...paths, answered];
}
