import { canonicalLanguage } from '#journal/schema/text.ts';

/** Of languages that are written in more than one way, those that have names. */
const dialects = ['en-GB', 'en-US', 'pt-BR', 'pt-PT', 'zh-Hans', 'zh-Hant'];

/**
 * The tag of the language that words name: by a tag in whatever spelling, or by the name that the language has in English,
 * in the language `spoken` or in its own. Words that name none are given back.
 */
export function languageTag(words: string, spoken: string): string {
  const tag = canonicalLanguage(words.replaceAll('_', '-'));
  if (tag !== undefined) return tag;
  const wanted = words.toLowerCase();
  const english = namesIn('en');
  const known = [...twoLetters(), ...dialects].filter((code) => english(code) !== undefined);
  return (
    [english, namesIn(spoken)]
      .map((nameOf) => known.find((code) => nameOf(code) === wanted))
      .find((code) => code !== undefined) ??
    known.find((code) => namesIn(code)(code) === wanted) ??
    words
  );
}

function namesIn(language: string): (code: string) => string | undefined {
  const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' });
  return (code) => names.of(code)?.toLowerCase();
}

function twoLetters(): string[] {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  return letters.flatMap((first) => letters.map((second) => first + second));
}
