import type { Entry } from '#journal/content/entry.ts';
import type { Page } from '#journal/content/page.ts';
import type { PublicJournal } from '#journal/public/publicJournal.ts';
import type { Card } from './catalogue.ts';

/** The card of the journal, and of each entry and page of it. */
export function allCards({
  journal,
  cardOf,
}: {
  readonly journal: PublicJournal;
  cardOf(document?: Entry | Page): Card;
}): Card[] {
  return [cardOf(), ...[...journal.entries, ...journal.pages].map((document) => cardOf(document))];
}
