import { compareText } from '#journal/fault/fault.ts';
import type { Tag } from '#journal/public/publicJournal.ts';

/**
 * Tags in groups by their first letter, which is a capital without accents, in the order of the language's alphabet; those
 * without a letter, under `#`, first.
 */
export function tagGroups(tags: readonly Tag[], language: string) {
  const order = new Intl.Collator(language);
  const letters = new Intl.Collator(language, { sensitivity: 'base' });
  return [...Map.groupBy(tags, ({ name }) => initialOf(name, language, letters))]
    .map(([initial, members]) => ({ initial, tags: members }))
    .sort((a, b) => order.compare(a.initial, b.initial) || compareText(a.initial, b.initial));
}

/** A letter with an accent is another one where the alphabet has it for itself: Å in Swedish, İ in Turkish, Ñ in Spanish. */
function initialOf(name: string, language: string, letters: Intl.Collator): string {
  const [first = ''] = name.normalize('NFC').toLocaleUpperCase(language);
  const [plain = ''] = first.normalize('NFD');
  if (!/\p{L}/u.test(plain)) return '#';
  return letters.compare(first, plain) === 0 ? plain : first;
}
