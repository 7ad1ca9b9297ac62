import { compareText } from '#journal/fault/fault.ts';
import type { Tag } from '#journal/public/publicJournal.ts';

/** Tags whose names begin alike. */
export interface TagGroup {
  /** Their first letter as a capital, without accents; `#` for what begins with no letter. */
  readonly initial: string;
  readonly tags: readonly Tag[];
}

/** Tags in groups by their first letter, in alphabetical order; those without a letter first. */
export function tagGroups(tags: readonly Tag[]): TagGroup[] {
  return [...Map.groupBy(tags, ({ name }) => initialOf(name))]
    .map(([initial, members]) => ({ initial, tags: members }))
    .sort((a, b) => compareText(a.initial, b.initial));
}

function initialOf(name: string): string {
  const [first = ''] = name.normalize('NFD').toUpperCase();
  return /\p{L}/u.test(first) ? first : '#';
}
