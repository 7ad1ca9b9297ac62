import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../src/search/excerpt.ts';
import { piecesOf } from '../../src/search/pieces.ts';

/** The excerpt with its hits in brackets. */
const excerpt = (text: string, ...hits: number[]) =>
  excerptOf(piecesOf(text), hits)
    .map((one) => (one.hit ? `[${one.text}]` : one.text))
    .join('')
    .trim();

describe('an excerpt marks', () => {
  it.each([
    ['a (word). b', [1], 'a ([word]). b'],
    ['well-known, yes', [0], '[well-known], yes'],
    ['東京都へ。', [0], '[東京]都へ。'],
    ['「図書館」は', [1, 2], '「[図書館]」は'],
    ['<b>x</b> & y', [2], '<b>x</b> & [y]'],
    ['nothing of it', [], 'nothing of it'],
    ['', [], ''],
  ])('%s', (text, hits, shown) => {
    expect(excerpt(text, ...hits)).toBe(shown);
  });
});

it('an excerpt of a long text begins a little before its first hit and says that there is more', () => {
  const words = Array.from({ length: 300 }, (_, at) => `w${at}`).join(' ');
  const shown = excerpt(words, 200, 201);
  expect(shown).toMatch(/^… w18\d .* \[w200\] \[w201\] w202 .*…$/);
  expect(shown.length).toBeLessThan(280);
});
