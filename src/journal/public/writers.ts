import { tagSlug } from '#journal/address/slug.ts';
import type { Entry } from '#journal/content/entry.ts';
import { compareText } from '#journal/fault/fault.ts';
import type { PublicJournal } from '#journal/public/publicJournal.ts';
import type { Authors } from '#journal/schema/authorsSchema.ts';
import { personOf } from '#journal/schema/authorsSchema.ts';
import { oncePer } from '../once/once.ts';

/** An author of whom there is something to read, and all of it. */
export interface Writer {
  readonly id: string;
  readonly name: string;
  /** Path of the author's page. */
  readonly path: string;
  /** What authors.yaml says; undefined where it does not know the author. */
  readonly person: Authors[string] | undefined;
  /** Newest first. */
  readonly entries: readonly Entry[];
}

/** Path of the list of authors, which a journal of several authors has. */
export const authorsPath = '/authors/';

/** The authors of a journal's entries, in the order of authors.yaml, then by name. */
export const writersOf = oncePer(({ authors, entries }: PublicJournal): readonly Writer[] => {
  const written = Map.groupBy(
    entries.flatMap((entry) => [...new Set(entry.authors)].map((id) => ({ id, entry }))),
    ({ id }) => id,
  );
  const order = Object.keys(authors);
  const rank = (id: string) => (Object.hasOwn(authors, id) ? order.indexOf(id) : order.length);
  return [...written]
    .map(([id, theirs]) => {
      const person = personOf(authors, id);
      const name = person?.name ?? id;
      return {
        id,
        name,
        path: `${authorsPath}${tagSlug(id)}/`,
        person,
        entries: theirs.map(({ entry }) => entry),
      };
    })
    .sort((a, b) => rank(a.id) - rank(b.id) || compareText(a.name, b.name));
});
