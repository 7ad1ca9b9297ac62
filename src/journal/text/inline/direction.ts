import { isRightToLeft } from '../../words/locale.ts';

/** Which way the text of a language runs. */
export function directionOf(language: string): Direction {
  return isRightToLeft(language) ? 'rtl' : 'ltr';
}

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
