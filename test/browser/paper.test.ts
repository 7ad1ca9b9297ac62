import { readFile } from 'node:fs/promises';
import { expect, it, onTestFinished } from 'vitest';
import { openChromium } from './chromium.ts';
import { servedJournal } from './servedJournal.ts';

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
  const journal = await servedJournal({
    'site.yaml': 'title: S\nurl: https://sample.example\n',
    'articles/a.md': article,
    'articles/hand.png': await readFile('test/fixtures/journal/articles/folder/square.png'),
  });
  const browser = await openChromium();
  onTestFinished(() => Promise.all([browser.close(), journal.close()]).then(() => undefined));
  const page = await browser.newPage({ viewport: { width: 600, height: 900 } });
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
