import { expect, it } from 'vitest';
import { ourWords, siteDictionary } from '../../../src/journal/words/languages/siteWords.ts';
import { languageInWords } from '../../../src/journal/words/locale.ts';
import { saysAll } from './saysAll.ts';

saysAll(siteDictionary, 'en-US', 'pt-PT');

it.each([
  ['de', 'Archiv', 'de'],
  ['de-AT', 'Archiv', 'de-AT'],
  ['de-Latn-CH', 'Archiv', 'de-Latn-CH'],
  ['en', 'Archive', 'en'],
  ['en-AU', 'Archive', 'en-AU'],
  ['nb', 'Archive', 'en'],
  ['sr-Latn', 'Archive', 'en'],
])('%s reads "%s", which is %s', (tag, archive, language) => {
  const words = ourWords(tag);
  expect([words.text('archive'), words.languageOf('archive')]).toEqual([archive, language]);
});

it.each([
  ['months', 'nb'],
  ['dayAndTime', 'nb'],
  ['archive', 'en'],
] as const)('a language without words here says %s in %s', (key, language) => {
  expect(ourWords('nb').languageOf(key)).toBe(language);
});

it.each([
  ['en', 'Neighbouring months'],
  ['en-GB', 'Neighbouring months'],
  ['en-US', 'Neighboring months'],
])('%s spells "%s"', (tag, words) => expect(ourWords(tag).text('neighbouringMonths')).toBe(words));

it.each([
  ['en', 1, '1 comment'],
  ['en', 1234, '1,234 comments'],
  ['de', 1, '1 Kommentar'],
  ['de', 1234, '1.234 Kommentare'],
  ['nb', 1234, '1,234 comments'],
])('%s counts %i as "%s"', (tag, count, words) => {
  expect(ourWords(tag).text('comments', { count })).toBe(words);
});

it.each([
  ['en', 'English', 'en'],
  ['he', 'עברית', 'he'],
  ['pt-BR', 'português (Brasil)', 'pt-BR'],
  ['de-x-simple', 'Deutsch', 'de'],
  ['en-US-u-ca-buddhist', 'American English', 'en-US'],
  ['tlh', 'klingon', 'fr'],
  ['qaa', 'qaa', 'fr'],
])(
  '%s calls itself what it does, or is called so in the language of the journal',
  (tag, name, lang) => {
    expect(languageInWords(tag, 'fr')).toEqual({ name, lang });
  },
);
