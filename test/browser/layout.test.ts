import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { openChromium } from './chromium.ts';
import { type ServedJournal, servedJournal } from './servedJournal.ts';

let browser: Browser;
let journal: ServedJournal;

beforeAll(async () => {
  const tables = [
    table(5, 'a word after the other'),
    table(2, 'many words '.repeat(9)),
    table(6, '1'),
    table(8, 'a word after the other'),
  ];
  journal = await servedJournal({
    'site.yaml': 'title: S\nurl: https://sample.example\n',
    'articles/a.md': article,
    'articles/hand.png': await readFile('test/fixtures/journal/articles/folder/square.png'),
    'notes/a.md': `---\ndate: 2026-03-20\n---\n\nOne <img src="dot.svg" alt=":)"> two\n\n[![A dot](dot.svg)](https://youtu.be/abcdef)\n\n${tables.join('\n\nThen\n\n')}\n`,
    'notes/dot.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="12" height="12"/>',
  });
  browser = await openChromium();
  return async () => void (await Promise.all([browser.close(), journal.close()]));
});

const openPage = (width: number) => browser.newPage({ viewport: { width, height: 900 } });

/** Its language has a calendar of its own, and no words here. */
const site = 'title: دفتر\nurl: https://sample.example\nlanguage: fa\n';

it('in Persian, a day is the same wherever it stands, and English labels stand beside what they label', async () => {
  const journal = await servedJournal({
    'site.yaml': site,
    'articles/a.md': '---\ntitle: یک\ndate: 2026-03-20\n---\n\nمتن\n',
    'articles/b.md': '---\ntitle: دو\ndate: 2026-03-21\n---\n\nمتن\n',
    'notes/c.md': '---\ndate: 2026-05-30\n---\n\nمتن\n',
  });
  onTestFinished(() => journal.close());
  const page = await openPage(1280);
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
  const page = await openPage(375);
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

const long = `https://else.example/${'a-long-path/'.repeat(12)}`;
const article = `---
title: A
date: 2026-01-02
---

| Port | ${Array.from({ length: 6 }, (_, at) => `Hour ${at + 1}`).join(' | ')} | Remarks |
|------|${'---|'.repeat(6)}---------|
| Cacilhas | ${'0.31 | '.repeat(6)}none |
| Trafaria | ${'0.30 | '.repeat(6)}<${long}> \`${'x.'.repeat(60)}\` |

<details><summary>More</summary>

Folded words.

</details>

<https://a.example/one> [two](https://a.example/two) <https://sample.example/2026/a/>

[![A hand](hand.png)](https://youtu.be/film)
`;

it('on paper, no table is cut off, what is folded can be read, and each link says once where it leads', async () => {
  const page = await openPage(600);
  await page.goto(`${journal.origin}/2026/a/`);
  const looks = () =>
    page.evaluate(async () => {
      // What a style shows of what is folded counts from the next frame on.
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      const folded = [...document.querySelectorAll('details p')].map((one) =>
        one.checkVisibility({ contentVisibilityAuto: true }),
      );
      const table = document.querySelector('table')?.getBoundingClientRect();
      const box = document.querySelector('.table')?.getBoundingClientRect();
      return { folded, isCut: (table?.right ?? 0) > (box?.right ?? 0) + 1 };
    });
  expect(await looks()).toEqual({ folded: [false], isCut: true });
  await page.emulateMedia({ media: 'print' });
  expect(await looks()).toEqual({ folded: [true], isCut: false });
  const printed = await page.$$eval('.e-content > :is(p, figure) a', (links) =>
    links.map((link) => {
      const { content, position } = getComputedStyle(link, '::after');
      return [content, position];
    }),
  );
  expect(printed).toEqual([
    ['none', 'static'],
    ['" (\u2066https://a.example/two\u2069)"', 'static'],
    ['none', 'static'],
    ['" (\u2066https://youtu.be/film\u2069)"', 'static'],
  ]);
});
