import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cardSize } from '../../src/cards/cardSize.ts';
import { type CardContent, CardDrawer } from '../../src/cards/drawCard.ts';
import { installedTypefaces } from '../../src/cards/typefaces.ts';
import { sampleCard } from './sampleCard.ts';

const drawer = new CardDrawer(installedTypefaces());

/** The columns and rows of a card in which anything is of a colour, from the left and from the top. */
async function placesOf(colour: string, content: Partial<CardContent>) {
  const { png } = await drawer.draw(sampleCard(content));
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ ...cardSize, channels: 3 });
  const bytes = Buffer.from(colour.slice(1), 'hex');
  const [columns, rows] = [new Set<number>(), new Set<number>()];
  for (let at = data.indexOf(bytes); at >= 0; at = data.indexOf(bytes, at + 1)) {
    if (at % 3 !== 0) continue;
    columns.add((at / 3) % info.width);
    rows.add(Math.floor(at / 3 / info.width));
  }
  const sorted = (places: Set<number>) => [...places].sort((a, b) => a - b);
  return { columns: sorted(columns), rows: sorted(rows) };
}

const { ink, line, quiet } = sampleCard().colours;

it.each([
  ['emoji', '🎉'],
  ['letters', 'ა'],
])('gives way to the day where nothing is left: %s', async (_, text) => {
  const day = { kind: 'note', text: '21 November 2026' } as const;
  const [instead, asked] = await Promise.all(
    [{ kind: 'note', text } as const, day].map((one) => drawer.draw(sampleCard(one))),
  );
  expect(instead?.png).toEqual(asked?.png);
  expect([instead?.missing, asked?.missing]).toEqual([[text], []]);
});

it('of an endless text no more is set than there is room for, and all that is missing is told', async () => {
  const [endless, long] = await Promise.all(
    [20_000, 2000].map((count) =>
      drawer.draw(sampleCard({ text: `${'潮の'.repeat(count)}✪`, language: 'ja' })),
    ),
  );
  expect(endless?.missing).toEqual(['✪']);
  expect(endless?.png).toEqual(long?.png);
});

it('what is missing of the margin and the foot is told as well', async () => {
  const { missing } = await drawer.draw(
    sampleCard({ text: 'a ✪', margin: ['ქ'], foot: ['🎉 b', 'ა c'] }),
  );
  expect(missing).toEqual(['✪', 'ქ', '🎉', 'ა']);
});

describe('a title', () => {
  it.each([
    ['Latin', 'en', 'Donaudampfschifffahrt '.repeat(30)],
    ['Japanese', 'ja', '潮の満ち引きについての記録'.repeat(30)],
    ['Arabic', 'ar', 'رسالة عن المدّ والجزر '.repeat(30)],
    ['Thai', 'th', 'น้ำขึ้นน้ำลง'.repeat(60)],
  ])('in %s stays where it belongs, however long', async (_, language, text) => {
    const { columns, rows } = await placesOf(ink, { text, language });
    const [from, to] = language === 'ar' ? [64, 898] : [302, 1136];
    expect(columns[0]).toBeGreaterThanOrEqual(from - 5);
    expect(columns.at(-1)).toBeLessThanOrEqual(to + 5);
    // Above what stands at the foot.
    expect(rows[0]).toBeGreaterThan(40);
    expect(rows.at(-1)).toBeLessThan(495);
    expect(rows.at(-1)).toBeGreaterThan(350);
  });

  it.each([
    ['far above', 'A\u0302\u0301\u0303\u0308\u0301', 25, 155],
    ['above', 'أَلْحَمْدُلِلّٰهِ', 42, 171],
    ['below', 'र्क्ष्ट्र्यौंॄ', 74, 190],
  ])('shows marks that reach %s its letters whole: %s', async (_, text, first, last) => {
    const { rows } = await placesOf(ink, { text, margin: [], foot: [] });
    expect(rows[0]).toBeLessThan(first + 4);
    expect(rows.at(-1)).toBeGreaterThan(last - 4);
  });

  it.each([
    ['Tea', 261],
    ['שלום', 936],
  ])('that runs as %s does has the line at column %d', async (text, column) => {
    const { columns, rows } = await placesOf(line, { text });
    expect(columns).toEqual([column, column + 1, column + 2]);
    expect([rows[0], rows.at(-1)]).toEqual([0, cardSize.height - 1]);
  });

  it.each(['Tea', '茶', 'ชา', 'चाय', 'שלום'])(
    'stands on one line with the day: %s',
    async (text) => {
      const year = await placesOf(quiet, { text, margin: ['E', 'E'], foot: [] });
      const title = await placesOf(ink, { text: 'E', margin: [], foot: [] });
      expect(year.rows.at(-1)).toBe((title.rows.at(-1) ?? 0) + 46);
    },
  );
});
