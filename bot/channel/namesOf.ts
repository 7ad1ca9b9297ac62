import type { Journal } from '#journal/journal.ts';
import { type NamedDocument, Names } from '#journal/names.ts';
import { publicJournal } from '#journal/publicJournal.ts';

/** What names in double brackets stand for, as on the site: entries to come make a name ambiguous and get no link. */
export function namesOf(journal: Journal, now: number): Names {
  const shown = publicJournal(journal, { sees: 'published', now });
  const coming = publicJournal(journal, { sees: 'published', now: Number.POSITIVE_INFINITY });
  const seen = new Set<NamedDocument>([...shown.entries, ...shown.pages]);
  return new Names(new Set<NamedDocument>([...seen, ...coming.entries, ...coming.pages]), seen);
}
