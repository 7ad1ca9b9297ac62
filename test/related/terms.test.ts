import { expect, it } from 'vitest';
import { Numbering } from '../../src/related/numbering.ts';
import { plainTextOf, proseOf } from '../../src/related/plainText.ts';
import { termDigest, termsOf } from '../../src/related/terms.ts';

const words = new Numbering(2);

function counted(text: string): [number, number][] {
  const { terms, counts } = termsOf(text, words);
  const digests = Array.from(terms, (term) => words.digests[term] ?? 0);
  return digests.map((digest, at): [number, number] => [digest, counts[at] ?? 0]).sort(byTerm);
}

const byTerm = (a: [number, number], b: [number, number]) => a[0] - b[0];

it.each<[string, Readonly<Record<string, number>>]>([
  ['The Tide, the tide', { the: 2, tide: 2 }],
  ['a I ok', { ok: 1 }],
  ['Stra\u00DFe e\u0301t\u00E9', { stra\u00DFe: 1, '\u00E9t\u00E9': 1 }],
  ['東京都庁', { 東京: 1, 京都: 1, 都庁: 1 }],
  ['雨', { 雨: 1 }],
  ['ひらがな、カタカナー', { ひら: 1, らが: 1, がな: 1, カタ: 1, タカ: 1, カナ: 1, ナー: 1 }],
  ['안녕 세상', { 안녕: 1, 세상: 1 }],
  ['日本2026年go語', { 日本: 1, '2026': 1, 年: 1, go: 1, 語: 1 }],
  ['Москва', { москва: 1 }],
])('%s', (text, expected) => {
  expect(counted(text)).toEqual(
    Object.entries(expected)
      .map(([term, count]): [number, number] => [termDigest(term), count])
      .sort(byTerm),
  );
});

it.each([
  ['tags and references', '<p class="a>b">One&nbsp;<em>two</em></p>', 'One two'],
  [
    'marks and notes',
    '<p>One<sup><a href="#n" data-footnote-ref id="r">1</a></sup> two</p><section data-footnotes class="footnotes"><p>Note</p></section>',
    'One two',
  ],
])('of a rendered body %s are no words', (_, html, words) => {
  expect(plainTextOf(html).trim().split(/\s+/).join(' ')).toBe(words);
});

it('of MDX the prose remains', () => {
  const mdx = 'import A from "./a.jsx"\n\nOne [two](/three/)[^n] <A b="c">four</A>\n\n[^n]: Five\n';
  expect(counted(proseOf(mdx))).toEqual(counted('one two four'));
});

it.each(['\u2028', '\u2029'])('a separator of Unicode ends no line of MDX: %j', (one) => {
  const mdx = `One${one}export two${one}[^n]: three\n\n[^n]: Four${one}five\n`;
  expect(counted(proseOf(mdx))).toEqual(counted('one export two three'));
});
