import { expect, it, onTestFinished } from 'vitest';
import { openChromium } from './chromium.ts';
import { servedJournal } from './servedJournal.ts';

/** Its language has a calendar of its own, and no words here. */
const site = 'title: دفتر\nurl: https://sample.example\nlanguage: fa\n';

it('in Persian, a day is the same wherever it stands, and English labels stand beside what they label', async () => {
  const journal = await servedJournal({
    'site.yaml': site,
    'articles/a.md': '---\ntitle: یک\ndate: 2026-03-20\n---\n\nمتن\n',
    'articles/b.md': '---\ntitle: دو\ndate: 2026-03-21\n---\n\nمتن\n',
    'notes/c.md': '---\ndate: 2026-05-30\n---\n\nمتن\n',
  });
  const browser = await openChromium();
  onTestFinished(() => Promise.all([browser.close(), journal.close()]).then(() => undefined));
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const days = () => page.locator('main time').allTextContents();
  await page.goto(`${journal.origin}/2026/b/`);
  expect(await days()).toEqual(['۱ فروردین ۱۴۰۵']);
  const gaps = await page.$$eval('.pager a', (links) =>
    links.map((link) => {
      const [label, title] = [...link.children].map((one) => one.getBoundingClientRect());
      const words = link.querySelector('[lang=en]')?.getBoundingClientRect();
      return Math.min(label?.left ?? 0, words?.left ?? 0) - (title?.right ?? 0);
    }),
  );
  expect(gaps.map((gap) => gap > 0)).toEqual([true, true]);
  await page.goto(`${journal.origin}/archive/2026/`);
  expect(await days()).toEqual(['۹ خرداد ۱۴۰۵', '۱ فروردین ۱۴۰۵', '۲۹ اسفند ۱۴۰۴']);
  await page.setViewportSize({ width: 320, height: 900 });
  const overlaps = await page.$$eval('.entry-list li', (items) =>
    items.map((item) => {
      const [day, words] = ['time', 'a:not(:has(time)), span'].map((one) =>
        item.querySelector(one)?.getBoundingClientRect(),
      );
      return (words?.right ?? 0) > (day?.left ?? 0);
    }),
  );
  expect(overlaps).toEqual([false, false, false]);
});

/** A table that has as much to say in each column, and how many of these there are. */
const table = (columns: number, words: string) =>
  [words, '---', words].map((cell) => `${`| ${cell} `.repeat(columns)}|`).join('\n');

it('on a phone, a picture among words stands in their line, a sign on its film, and of many columns none is squeezed', async () => {
  const tables = [
    table(5, 'a word after the other'),
    table(2, 'many words '.repeat(9)),
    table(6, '1'),
    table(8, 'a word after the other'),
  ];
  const journal = await servedJournal({
    'site.yaml': 'title: S\nurl: https://sample.example\n',
    'notes/a.md': `---\ndate: 2026-03-20\n---\n\nOne <img src="dot.svg" alt=":)"> two\n\n[![A dot](dot.svg)](https://youtu.be/abcdef)\n\n${tables.join('\n\nThen\n\n')}\n`,
    'notes/dot.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="12" height="12"/>',
  });
  const browser = await openChromium();
  onTestFinished(() => Promise.all([browser.close(), journal.close()]).then(() => undefined));
  const page = await browser.newPage({ viewport: { width: 375, height: 900 } });
  await page.goto(`${journal.origin}/notes/a/`);
  const lines = await page.$$eval('.e-content > p, td', (all) =>
    all.map((one) => {
      const { lineHeight, paddingBlock } = getComputedStyle(one);
      const inside = one.getBoundingClientRect().height - 2 * Number.parseFloat(paddingBlock);
      return Math.round(inside / Number.parseFloat(lineHeight));
    }),
  );
  expect(lines[0]).toBe(1);
  expect(lines[1]).toBeLessThan(4);
  expect(lines.at(-1)).toBeLessThan(4);
  const scroll = await page.$$eval('.table', (boxes) =>
    boxes.map(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth),
  );
  expect(scroll).toEqual([true, false, false, true]);
  // The sign in the middle of the link stands on its picture.
  const film = await page
    .locator('.video > a')
    .evaluate((link) => link.getBoundingClientRect().width);
  expect(film).toBeLessThan(200);
});
