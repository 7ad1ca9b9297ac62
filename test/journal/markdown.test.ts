import { expect, it } from 'vitest';
import { plainWords } from '#journal/markdown.ts';

it.each([
  ['In *order*, with `code` & <b>more</b>', 'In order, with code & more'],
  ['[A link](/a/) to [[About|us]]', 'A link to us'],
  ['![a picture](a.png) &amp; 1 < 2', 'a picture & 1 < 2'],
  ['', ''],
])('the words of %j are %j', (markdown, words) => {
  expect(plainWords(markdown)).toBe(words);
});
