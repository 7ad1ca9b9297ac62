import { describe, expect, it } from 'vitest';
import { cardTextOf, clustersOf, mayBreak } from '../../src/cards/cardText.ts';
import { textNode } from '../../src/cards/nodes.ts';
import { installedTypefaces } from '../../src/cards/typefaces.ts';

const typefaces = installedTypefaces();

/** What is left of a text, without the places where a line may end. */
async function shown(text: string, language: string) {
  const { text: left, missing } = await cardTextOf(text, language, typefaces);
  return { text: left.replaceAll(mayBreak, ''), missing };
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
    expect(await shown(text, language)).toEqual({ text: text.normalize('NFC'), missing: [] });
    const prepared = await cardTextOf(text, language, typefaces);
    const pixels = (sign: string) =>
      typefaces.renderer.render(textNode(prepared, sign, { fontSize: 40, color: '#000000' }), {
        width: 60,
        height: 60,
        format: 'raw',
        fontFamilies: [...prepared.faces],
      });
    const signs = clustersOf(text).filter((one) => /\p{L}/u.test(one));
    const drawn = await Promise.all([...signs, '\u0378', ' '].map(pixels));
    const [box, nothing] = drawn.splice(-2);
    for (const [at, one] of drawn.entries()) {
      expect(
        [box, nothing].some((other) => other?.equals(one)),
        signs[at],
      ).toBe(false);
    }
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
    expect(await shown(text, 'en')).toEqual({ text: left, missing: missing.split(' ') });
  });

  it.each([
    ['letters', 'ქა and tea', '□□ and tea', 'ქა'],
    ['a sign', 'Rated ✪ of five', 'Rated □ of five', '✪'],
    ['a sign for private use', 'a\uf8ffb', 'a□b', '\uf8ff'],
  ])('has a box in its place and is told: %s', async (_, text, boxed, missing) => {
    expect(await shown(text, 'en')).toEqual({ text: boxed, missing: [...missing] });
  });

  it.each([
    ['lowered digits', 'H₂O and CO₂', 'H2O and CO2'],
    ['fractions', '⅓ of it', '1⁄3 of it'],
    ['letters of mathematics', 'ℝ and 𝔸', 'R and A'],
  ])('is drawn in plainer characters: %s', async (_, text, plainer) => {
    expect(await shown(text, 'en')).toEqual({ text: plainer, missing: [] });
  });

  it('is not told where it has no shape', async () => {
    const text = 'a\u200fb\u00adc\u200d\ufe0e';
    expect(await shown(text, 'en')).toEqual({ text: 'abc\u200d', missing: [] });
  });
});

it.each([
  ['the site’s own', 'en', 'Tea', ['brygada-1918-latin-500-normal']],
  [
    'the first that has all of its letters',
    'el',
    'ὁ λόγος',
    ['greek-ext', 'greek', 'latin'].map((part) => `noto-sans-${part}-wght-normal`),
  ],
  [
    'that of its language, for characters that others have as well',
    'ja',
    '日',
    ['brygada-1918-latin-500-normal', 'noto-sans-jp-118-wght-normal'],
  ],
])('a text is drawn by %s', async (_, language, text, faces) => {
  expect((await cardTextOf(text, language, typefaces)).faces).toEqual(faces);
});

it.each([
  ['en', 'well-known and/or not', 'well-|known and/|or not'],
  ['en', '3-4 or $5 (six) “seven”', '3-4 or $5 (six) “seven”'],
  ['ja', '「潮」の記録、港の人々', '「潮」|の|記録、|港|の|人々'],
  ['ja', '2026年11月', '2026|年|11|月'],
  ['th', 'สวัสดีครับ', 'สวัสดี|ครับ'],
  ['ko', '서랍 속의 끈', '서랍 속의 끈'],
])(
  'besides at spaces, a line of %s may end where it says so: %s',
  async (language, text, broken) => {
    const { text: prepared } = await cardTextOf(text, language, typefaces);
    expect(prepared.replaceAll(mayBreak, '|')).toBe(broken);
  },
);

it.each([
  ['123 …', 'ltr'],
  ['“Tea”', 'ltr'],
  ['2026 שנה', 'rtl'],
  ['日本', 'ltr'],
  ['مدّ', 'rtl'],
])('%s runs %s', async (text, direction) => {
  expect(await cardTextOf(text, 'en', typefaces)).toMatchObject({ direction });
});

it.each([
  ['שלום (abc 12)', ['abc 12', 'שלום']],
  ['say שלום twice', ['say', 'שלום', 'twice']],
  ['שלום tea time עולם', ['עולם', 'tea time', 'שלום']],
])('%s stands in the order in which it is read', async (text, order) => {
  const prepared = await cardTextOf(text, 'en', typefaces);
  const node = textNode(prepared, prepared.text, { fontSize: 20, whiteSpace: 'nowrap' });
  const { runs } = await typefaces.renderer.measure(node, { fontFamilies: [...prepared.faces] });
  const words = runs.sort((a, b) => a.x - b.x).map((run) => run.text.replace(/[()]/g, '').trim());
  expect(words.filter((word) => word !== '')).toEqual(order);
});
