import { oncePerText } from '../../once/once.ts';

/** Scripts that run from right to left (Unicode Character Database, Scripts and Bidi_Class). */
const rightToLeft = new Set(
  'Adlm Arab Aran Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa Yezi'.split(' '),
);

/**
 * Which way the text of a language runs, by the script that it is written in: `ar`, `az-Arab`, `he`, but `en`. It is asked
 * for each element with a language of its own, of which a journal has few.
 */
export const directionOf = oncePerText((language): Direction => {
  const { script } = new Intl.Locale(language).maximize();
  return script !== undefined && rightToLeft.has(script) ? 'rtl' : 'ltr';
});

/** Arrows that lead back and on, as a page in a language runs. */
export function arrowsOf(language: string): { readonly back: string; readonly on: string } {
  return directionOf(language) === 'rtl' ? { back: '→', on: '←' } : { back: '←', on: '→' };
}

type Direction = 'ltr' | 'rtl';

/** The attributes of an element whose text is in `language`; none where that is not given. */
export function inLanguage(
  language: string | undefined,
): { lang: string; dir: Direction } | Record<string, never> {
  return language === undefined ? {} : { lang: language, dir: directionOf(language) };
}
