import { describe, expect, it } from 'vitest';
import { excerptOf, firstWords } from '../../src/markdown/excerpt.ts';
import { render } from './sample.ts';

describe('the excerpt of a body', () => {
  it.each([
    ['plain words', 'A *b* `c` [d](/about/).\n\nMore.\n', 'A b c d.'],
    ['no footnote mark', 'A[^1].\n\n[^1]: b\n', 'A.'],
    ['no picture', '![b](photo.jpg)\n\nA.\n', 'A.'],
    ['no heading', '# B\n\nA.\n', 'A.'],
    ['no HTML', 'A <b>c</b>.\n', 'A c.'],
    ['nothing where there is no text', '![b](photo.jpg)\n', ''],
    ['the text below a tl;dr', 'tl;dr: B.\n\nA.\n', 'A.'],
  ])('has %s', (_, body, excerpt) => {
    expect(render(body).facts.excerpt).toBe(excerpt);
  });

  it.each([
    ['a short text', 'One. Two.', 20, 'One. Two.'],
    [
      'whole sentences',
      'One is here. Two is here. Three is here.',
      30,
      'One is here. Two is here.',
    ],
    ['words of a long sentence', 'One two three four five six', 15, 'One two three…'],
  ])('is cut to %s', (_, text, limit, excerpt) => {
    expect(excerptOf(text, limit)).toBe(excerpt);
  });
});

it.each([
  ['all of a short text', 'One  two\nthree', 'One two three'],
  [
    'as many as fit',
    'The quick brown fox jumps over the lazy dog and runs away again',
    'The quick brown fox jumps over the lazy dog and runs away…',
  ],
  [
    'without a mark at the end',
    `${'a'.repeat(50)}, and more words here`,
    `${'a'.repeat(50)}, and…`,
  ],
  ['of a text without spaces', '日本語'.repeat(30), expect.stringMatching(/^[日本語]{55,59}…$/)],
])('first words: %s', (_, text, words) => {
  expect(firstWords(text)).toEqual(words);
});
