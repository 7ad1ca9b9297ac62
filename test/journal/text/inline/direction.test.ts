import { expect, it } from 'vitest';
import { directionOf, inLanguage } from '#journal/text/inline/direction.ts';

it.each([
  ['en', 'ltr'],
  ['ar', 'rtl'],
  ['ar-EG', 'rtl'],
  ['he', 'rtl'],
  ['fa', 'rtl'],
  ['ur', 'rtl'],
  ['yi', 'rtl'],
  ['dv', 'rtl'],
  ['ckb', 'rtl'],
  ['uz', 'ltr'],
  ['uz-Arab', 'rtl'],
  ['ar-Latn', 'ltr'],
  ['ja', 'ltr'],
  ['zh-Hant-TW', 'ltr'],
])('%s runs %s', (language, direction) => {
  expect(directionOf(language)).toBe(direction);
});

it('an element in no language of its own has no attributes for it', () => {
  expect(inLanguage(undefined)).toEqual({});
  expect(inLanguage('he')).toEqual({ lang: 'he', dir: 'rtl' });
});
