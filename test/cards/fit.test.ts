import { expect, it } from 'vitest';
import { cardTextOf, mayBreak } from '../../src/cards/cardText.ts';
import { fit } from '../../src/cards/fit.ts';
import { installedTypefaces } from '../../src/cards/typefaces.ts';

const typefaces = installedTypefaces();

const width = 834;

const settings = [
  { size: 92, lines: 3 },
  { size: 66, lines: 4 },
  { size: 56, lines: 5 },
];

async function fitted(text: string, language = 'en') {
  const prepared = await cardTextOf(text, language, typefaces);
  const {
    text: shown,
    breadth,
    ...rest
  } = await fit(prepared, width, settings, typefaces.renderer);
  expect(breadth).toBeGreaterThan(0);
  expect(breadth).toBeLessThanOrEqual(width);
  return { ...rest, text: shown.text.replaceAll(mayBreak, '') };
}

it.each([
  ['stays on one line and is large', 'Dry', { size: 92, lines: 1, isWhole: true }],
  ['is smaller when it is long', 'On the ferry '.repeat(7), { size: 66, lines: 4, isWhole: true }],
  [
    'is smaller where a word would be longer than a line',
    'Donaudampfschifffahrt',
    { size: 66, lines: 1, isWhole: true },
  ],
])('a title %s', async (_, text, expected) => {
  expect(await fitted(text)).toEqual({ ...expected, text: text.trim() });
});

it.each([
  ['Latin', 'en', 'On the ferry, '.repeat(90), /^(On the ferry, )+On the…$/],
  ['Japanese', 'ja', '潮の満ち引き'.repeat(90), /^(潮の満ち引き)+(潮の?|潮の満ち)?…$/],
  ['Arabic', 'ar', 'المدّ والجزر '.repeat(90), /^(المدّ والجزر )+(المدّ|المدّ والجزر)…$/],
  ['Latin, of one word', 'en', 'ferry'.repeat(90), /^[fery-]+…$/],
])(
  'an endless title in %s fills its lines and ends with an ellipsis',
  async (_, language, text, end) => {
    const title = await fitted(text, language);
    expect(title).toMatchObject({ size: 56, lines: 5, isWhole: false });
    expect(title.text).toMatch(end);
  },
);

it.each([
  ['with a hyphen between letters', 'Donaudampfschifffahrt'.repeat(4), 3],
  ['without one where it joins its letters', 'العربية'.repeat(12), 0],
])('a word that is longer than a line is cut, %s', async (_, word, hyphens) => {
  const { text, isWhole } = await fitted(word);
  expect(isWhole).toBe(false);
  expect(text.replaceAll('-', '')).toBe(word);
  expect(text.length - word.length).toBe(hyphens);
});
