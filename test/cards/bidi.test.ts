import { describe, expect, it } from 'vitest';
import { firstStrong, levelsOf, visualOrder } from '../../src/cards/bidi.ts';

/** What the eye sees from left to right; א, ב and ג stand for anything that runs right to left. */
function seen(text: string): string {
  const clusters = [...text];
  const levels = levelsOf(clusters, firstStrong(clusters) ?? 'ltr');
  return visualOrder(levels)
    .map((at) => clusters[at])
    .join('');
}

describe('from left to right stand', () => {
  it.each([
    ['plain words', 'a b, c.', 'a b, c.'],
    ['words that run right to left', 'אב ג', 'ג בא'],
    ['a number in them', 'אב 20 ג', 'ג 20 בא'],
    ['a number with a sign in it', 'אב 3.14 ג', 'ג 3.14 בא'],
    ['a foreign word in them', 'אב tea ג', 'ג tea בא'],
    ['two foreign words in them, in their own order', 'אב tea time ג', 'ג tea time בא'],
    ['such words in a sentence', 'say אב ג twice', 'say ג בא twice'],
    ['such words and a number in a sentence', 'say אב 20 twice', 'say 20 בא twice'],
    ['a full stop at their end', 'אב ג.', '.ג בא'],
    ['digits after Latin letters', 'a1 אב', 'a1 בא'],
    ['digits alone', '2026', '2026'],
    ['nothing', '', ''],
  ])('%s', (_, text, order) => {
    expect(seen(text)).toBe(order);
  });
});

it.each([
  ['123 …', undefined],
  ['“Tea”', 'ltr'],
  ['2026 שנה', 'rtl'],
  ['日本', 'ltr'],
  ['مدّ', 'rtl'],
])('%s runs %s', (text, direction) => {
  expect(firstStrong([...text])).toBe(direction);
});
