import { type NamedDocument, Names } from '#journal/address/names.ts';
import type { Journal } from '#journal/content/journal.ts';
import { publicJournal } from '#journal/public/publicJournal.ts';

/** What names in double brackets stand for, as on the site: entries to come make a name ambiguous and get no link. */
export function namesOf(journal: Journal, now: number): Names {
  const shown = publicJournal(journal, { sees: 'published', now });
  const coming = publicJournal(journal, { sees: 'published', now: Number.POSITIVE_INFINITY });
  const seen = new Set<NamedDocument>([...shown.entries, ...shown.pages]);
  return new Names(new Set<NamedDocument>([...seen, ...coming.entries, ...coming.pages]), seen);
}
