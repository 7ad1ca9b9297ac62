import type { Site } from '#journal/schema/siteSchema.ts';
import type { SourceDocument } from './collect/document.ts';
import { smartText } from './inline/punctuation.ts';

/** A document's title as it is shown, set like the text below it; undefined for an untitled note. */
export function shownTitle(document: SourceDocument, site: Site): string | undefined {
  const { title } = document;
  if (title === undefined || document.kind === 'note' || !site.smartPunctuation) return title;
  return smartText(title, document.lang ?? site.language);
}
