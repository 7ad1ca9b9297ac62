import type { Journal } from '#journal/content/journal.ts';
import { type Audience, type PublicJournal, publicJournal } from '#journal/public/publicJournal.ts';
import type { SourceDocument } from '../render/collect/document.ts';
import type { Surroundings } from './documentContext.ts';
import type { ReadJournal } from './links/addressFaults.ts';

/** The documents of a journal, by who reads them and when. */
export interface Readership extends ReadJournal {
  readonly journal: Journal;
  readonly all: readonly SourceDocument[];
}

/** Who reads what of a journal. */
export function readershipOf(journal: Journal, audience: Audience): Readership {
  const all = [...journal.entries, ...journal.pages];
  const shown = publicJournal(journal, audience);
  const coming = publicJournal(journal, { sees: 'published', now: Number.POSITIVE_INFINITY });
  const seen = new Set(documentsOf(shown));
  return {
    journal,
    all,
    shown,
    coming,
    seen,
    hidden: all.filter((document) => !seen.has(document)),
    scheduled: documentsOf(coming).filter((document) => !seen.has(document)),
  };
}

/** What bodies may refer to, in a content folder with files of these names. */
export function surroundingsOf(
  { journal, all, coming, seen }: Readership,
  files: ReadonlySet<string>,
): Surroundings {
  return {
    site: journal.site,
    words: journal.words,
    paths: new Map(all.map((document) => [document.file, document.path])),
    files,
    named: [...new Set([...seen, ...documentsOf(coming)])],
    shown: seen.size,
  };
}

function documentsOf({ entries, pages }: PublicJournal): SourceDocument[] {
  return [...entries, ...pages];
}
