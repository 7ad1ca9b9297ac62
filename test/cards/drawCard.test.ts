import { describe, expect, it } from 'vitest';
import { cardSize } from '../../src/cards/cardSize.ts';
import { drawCard } from '../../src/cards/drawCard.ts';
import { paragraphOf } from '../../src/cards/paragraph.ts';
import { installedTypefaces } from '../../src/cards/typefaces.ts';
import { sampleCard } from './sampleCard.ts';

const typefaces = installedTypefaces();

/** Where the glyphs of a drawing stand, in pixels. */
function places(svg: string): { x: number; y: number; scale: number }[] {
  return [...svg.matchAll(/matrix\(([\d.-]+) 0 0 [\d.-]+ ([\d.-]+) ([\d.-]+)\)/g)].map(
    ([, scale, x, y]) => ({ x: Number(x), y: Number(y), scale: Number(scale) }),
  );
}

/** What a text is drawn as: all that is left of it, and how many lines the title has. */
async function shown(text: string, language: string) {
  const { clusters, missing, direction } = await paragraphOf(text, language, typefaces);
  return { text: clusters.map((one) => one.text).join(''), missing, direction };
}

describe('every letter is drawn of a title in', () => {
  it.each([
    ['English', 'en', 'The walk to work — “twice”'],
    ['Polish', 'pl', 'Zażółć gęślą jaźń'],
    ['Vietnamese', 'vi', 'Nước lên nước xuống'],
    ['Greek', 'el', 'Ἐν ἀρχῇ ἦν ὁ λόγος'],
    ['Russian', 'ru', 'Снег на пароме'],
    ['Japanese', 'ja', '潮の満ち引きについての記録'],
    ['Chinese', 'zh', '今天的风很大，渡轮停了'],
    ['Chinese in old characters', 'zh-TW', '今天風很大，渡輪停了'],
    ['Korean', 'ko', '서랍 속의 끈과 여분의 열쇠'],
    ['Arabic', 'ar', 'رسالة عن المدّ والجزر'],
    ['Persian', 'fa', 'می‌خواهم بروم'],
    ['Hebrew', 'he', 'שָׁלוֹם, עולם'],
    ['Hindi', 'hi', 'ज्वार-भाटे की कहानी'],
    ['Thai', 'th', 'เรื่องเล่าเกี่ยวกับน้ำขึ้นน้ำลง'],
  ])('%s', async (_, language, text) => {
    expect(await shown(text, language)).toMatchObject({ text: text.normalize('NFC'), missing: [] });
    const { svg } = await drawCard(sampleCard({ text, language }), typefaces);
    const blank = await drawCard(sampleCard({ text: '.', language }), typefaces);
    const letters = [...text.replace(/[\s\p{M}\p{P}\p{Cf}]/gu, '')].length;
    // Ligatures are fewer than their letters.
    expect(places(svg).length - places(blank.svg).length).toBeGreaterThan(letters / 2);
  });
});

describe('what no typeface has', () => {
  it.each([
    [
      'emoji, with the spaces that they leave',
      'full 🪣, and 👨‍👩‍👧 so',
      'full, and so',
      '🪣 👨‍👩‍👧',
    ],
    ['flags and keycaps', '🇵🇹 one 1️⃣', 'one', '🇵🇹 1️⃣'],
    ['an emoji alone', '🎉', '', '🎉'],
    ['letters alone', 'ა, ბ', '', 'ა ბ'],
  ])('is left out and told: %s', async (_, text, left, missing) => {
    expect(await shown(text, 'en')).toMatchObject({ text: left, missing: missing.split(' ') });
  });

  it.each([
    ['letters', 'ქა and tea', '□□ and tea', 'ქა'],
    ['a sign', 'Rated ✪ of five', 'Rated □ of five', '✪'],
    ['a sign for private use', 'a\uf8ffb', 'a□b', '\uf8ff'],
  ])('has a box in its place and is told: %s', async (_, text, boxed, missing) => {
    expect(await shown(text, 'en')).toMatchObject({ text: boxed, missing: [...missing] });
  });

  it.each([
    ['lowered digits', 'H₂O and CO₂', 'H2O and CO2'],
    ['fractions', '⅓ of it', '1⁄3 of it'],
    ['letters of mathematics', 'ℝ and 𝔸', 'R and A'],
  ])('is drawn in plainer characters: %s', async (_, text, plainer) => {
    expect(await shown(text, 'en')).toMatchObject({ text: plainer, missing: [] });
  });

  it('is not told where it has no shape', async () => {
    const text = 'a\u200fb\u00adc\u200d\ufe0e';
    expect(await shown(text, 'en')).toMatchObject({ text: 'abc\u200d', missing: [] });
  });

  it('gives way to the day where nothing is left', async () => {
    const emoji = await drawCard(sampleCard({ kind: 'note', text: '🎉' }), typefaces);
    const day = await drawCard(sampleCard({ kind: 'note', text: '21 November 2026' }), typefaces);
    expect(emoji.svg).toBe(day.svg);
  });
});

describe('a title', () => {
  const size = (svg: string) => Math.max(...places(svg).map(({ scale }) => scale));
  const lines = (svg: string) =>
    new Set(
      places(svg)
        .filter(({ scale }) => scale === size(svg))
        .map(({ y }) => y),
    ).size;

  it.each([
    ['stays on one line and is large', 'Dry', 0.092, 1],
    ['is smaller when it is long', 'On the ferry '.repeat(7), 0.066, 4],
    ['ends with an ellipsis when it is endless', 'On the ferry '.repeat(90), 0.056, 5],
    ['is cut where one word is longer than a line', 'Donaudampfschifffahrt'.repeat(4), 0.056, 4],
  ])('%s', async (_, text, scale, count) => {
    const { svg } = await drawCard(sampleCard({ text }), typefaces);
    expect({ scale: size(svg), lines: lines(svg) }).toEqual({ scale, lines: count });
  });

  it.each([
    ['Latin', 'en', 'Donaudampfschifffahrt '.repeat(30)],
    ['Japanese', 'ja', '潮の満ち引きについての記録'.repeat(30)],
    ['Arabic', 'ar', 'رسالة عن المدّ والجزر '.repeat(30)],
  ])('in %s stays within the card, however long', async (_, language, text) => {
    const { svg } = await drawCard(sampleCard({ text, language }), typefaces);
    for (const { x, y } of places(svg)) {
      expect(x).toBeGreaterThanOrEqual(20);
      expect(x).toBeLessThanOrEqual(cardSize.width - 20);
      expect(y).toBeLessThan(cardSize.height - 20);
    }
  });

  it('that runs right to left has the line at its right', async () => {
    const rule = /<rect x="(\d+)" y="0" width="3"/;
    const at = async (text: string) =>
      Number(rule.exec((await drawCard(sampleCard({ text }), typefaces)).svg)?.[1]);
    expect((await at('Tea')) + (await at('שלום'))).toBe(cardSize.width - 2);
  });
});

it('a card has no text that a machine would set in a font of its own', async () => {
  const { svg } = await drawCard(sampleCard(), typefaces);
  expect(svg).not.toMatch(/<(?!\/?(?:svg|g|rect|path)\b)/);
});
