import { canonicalLanguage } from '#journal/words/languageTag.ts';

/** Of languages that are written in more than one way, those that have names. */
const dialects = ['en-GB', 'en-US', 'pt-BR', 'pt-PT', 'zh-Hans', 'zh-Hant'];

/** Few type the `İ` of "İngilizce" small, or the `ç` of "Français" where it is on no key. */
const { compare } = new Intl.Collator('en', { sensitivity: 'base' });

/**
 * The tag of the language that words name: by a tag in whatever spelling, or by the name that the language has in English,
 * in the language `spoken` or in its own, be it without its accents. Words that name none are given back.
 */
export function languageTag(words: string, spoken: string): string {
  const tag = canonicalLanguage(words);
  if (tag !== undefined) return tag;
  const isMeant = (name: string | undefined) => name !== undefined && compare(name, words) === 0;
  const english = namesIn('en');
  // Some languages have two tags, of which one is obsolete: "mo" is Romanian, too.
  const tags = [...twoLetters(), ...dialects].flatMap((code) => canonicalLanguage(code) ?? []);
  const known = tags.filter((code) => english(code) !== undefined);
  return (
    [english, namesIn(spoken)]
      .map((nameOf) => known.find((code) => isMeant(nameOf(code))))
      .find((code) => code !== undefined) ??
    known.find((code) => isMeant(namesIn(code)(code))) ??
    words
  );
}

function namesIn(language: string): (code: string) => string | undefined {
  const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' });
  return (code) => names.of(code);
}

function twoLetters(): string[] {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  return letters.flatMap((first) => letters.map((second) => first + second));
}
