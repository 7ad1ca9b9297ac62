import { expect, test } from 'vitest';
import { languageTag } from '../../../../bot/owner/commands/languageTag.ts';

test.each([
  ['German', 'en', 'de'],
  ['deutsch', 'en', 'de'],
  ['Portugiesisch', 'de', 'pt'],
  ['simplified chinese', 'en', 'zh-Hans'],
  ['brazilian portuguese', 'en', 'pt-BR'],
  // By its own name.
  ['français', 'en', 'fr'],
  ['中文', 'en', 'zh'],
  // Without accents, and with the capital letter of another alphabet.
  ['francais', 'en', 'fr'],
  ['ingilizce', 'tr', 'en'],
  ['İngilizce', 'tr', 'en'],
  // By the tag of today, where an obsolete one stands for the same language.
  ['Romanian', 'en', 'ro'],
  ['Hebrew', 'en', 'he'],
  ['ייִדיש', 'en', 'yi'],
  ['Filipino', 'en', 'fil'],
  ['pt_br', 'en', 'pt-BR'],
  ['Klingon', 'en', 'Klingon'],
  ['-', 'en', '-'],
  ['', 'en', ''],
])('"%s", said to a bot that speaks %s, is %s', (words, spoken, tag) => {
  expect(languageTag(words, spoken)).toBe(tag);
});
