import { oncePerText } from '../once/once.ts';
import type { Message, PluralForm, Value } from './message.ts';

/**
 * The language as Intl takes it. Plain "en" means American order there; a journal that did not ask for it reads better
 * with the day first.
 */
export function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}

// Making a format costs far more than using it.
const numbersOf = oncePerText((language) => new Intl.NumberFormat(localeOf(language)));
const rulesOf = oncePerText((language) => new Intl.PluralRules(localeOf(language)));
const namesOf = oncePerText((language) =>
  oncePerText((other) => {
    const locales = [language, other, 'en'].map(localeOf);
    return new Intl.DisplayNames(locales, { type: 'language' });
  }),
);
const listsOf = oncePerText((language) =>
  oncePerText((style: ListStyle) => {
    const type = style === 'or' ? 'disjunction' : 'conjunction';
    const length = style === 'plain' ? 'narrow' : 'long';
    return new Intl.ListFormat(localeOf(language), { type, style: length });
  }),
);

/** Scripts that run from right to left (Unicode Character Database, Scripts and Bidi_Class). */
const rightToLeft = new Set(
  'Adlm Arab Aran Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa Yezi'.split(' '),
);

/** A number as a language writes it. */
export function numberInWords(value: number, language: string): string {
  return numbersOf(language).format(value);
}

/**
 * What a language calls itself, and that language. What calls itself by no name that is known here has that which `other`
 * has for it.
 */
export function languageInWords(
  language: string,
  other: string,
): { readonly name: string; readonly lang: string } {
  const names = namesOf(language)(other);
  const { locale } = names.resolvedOptions();
  const isOwn = locale === localeOf(language);
  // What stands behind an `x` or a `u` in a tag is no part of a name.
  const { baseName } = new Intl.Locale(language);
  return { name: names.of(baseName) ?? language, lang: isOwn ? language : locale };
}

/** The forms that a language has for what is counted. */
export function pluralFormsOf(language: string): readonly PluralForm[] {
  return rulesOf(language).resolvedOptions().pluralCategories;
}

/** The text of a message: of one that counts, that for `count`. */
export function textFor(
  message: Message,
  values: Readonly<Record<string, unknown>>,
  language: string,
): string {
  if (typeof message === 'string') return message;
  const form = rulesOf(language).select(Number(values['count']));
  return message[form] ?? message.other;
}

/** Words at the head of something, which begin with a capital where the language has such. */
export function asHeading(words: string, language: string): string {
  const [first = ''] = words;
  return first.toLocaleUpperCase(language) + words.slice(first.length);
}

/** A value as a language writes it. */
export function valueInWords(value: Value, language: string): string {
  return typeof value === 'number' ? numberInWords(value, language) : value;
}

/**
 * `and` and `or` end in the language's word for that; `plain` is as short as the language has it, most often commas
 * alone.
 */
export type ListStyle = 'and' | 'or' | 'plain';

/** Texts one after the other, as a language lists them; `shown` gives what stands in the place of each. */
export function listInWords(
  texts: readonly string[],
  language: string,
  style: ListStyle,
  shown: (index: number) => string,
): string {
  const parts = listsOf(language)(style).formatToParts(texts);
  let at = 0;
  return parts.map(({ type, value }) => (type === 'element' ? shown(at++) : value)).join('');
}

/**
 * Whether a language is written from right to left, by its script: `ar`, `az-Arab`, `he`, but not `en`. It is asked for
 * each element with a language of its own, of which a journal has few.
 */
export const isRightToLeft = oncePerText((language) =>
  rightToLeft.has(new Intl.Locale(language).maximize().script ?? ''),
);
