import { normalizePath, normalPath } from '#journal/address/permalink.ts';
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
  if (reply !== undefined && new URL(reply).origin === site.url) {
    paths.push(normalizePath(new URL(reply).pathname));
  }
  return paths;
}
