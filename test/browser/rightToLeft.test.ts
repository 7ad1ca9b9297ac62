import { expect, it, onTestFinished } from 'vitest';
import { openChromium } from './chromium.ts';
import { servedJournal } from './servedJournal.ts';

const article = `---
title: عنوان
date: 2026-01-02
updated: 2026-01-19
tags: [C++]
---

نص \`a.b(c)!\` و<kbd>F1</kbd> <samp>x!</samp>

\`\`\`ts
f(a); // x!
\`\`\`

- [x] تم
`;

it('in a journal from right to left, code runs from left to right, and dates and names stand apart', async () => {
  const journal = await servedJournal({
    'site.yaml': 'title: مجلة\nurl: https://sample.example\nlanguage: ar\n',
    'articles/a.md': article,
    'notes/b.md': '---\ndate: 2026-01-01\nlang: en\n---\n\nOne.\n',
  });
  const browser = await openChromium();
  onTestFinished(() => Promise.all([browser.close(), journal.close()]).then(() => undefined));
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${journal.origin}/2026/a/`);
  const looks = await page.evaluate(() =>
    [...document.querySelectorAll('.e-content :is(pre, code, kbd, samp)')].map((one) => {
      const { direction, unicodeBidi } = getComputedStyle(one);
      return [one.localName, direction, unicodeBidi];
    }),
  );
  expect(looks).toEqual([
    ['code', 'ltr', 'isolate'],
    ['kbd', 'ltr', 'isolate'],
    ['samp', 'ltr', 'isolate'],
    ['pre', 'ltr', 'isolate'],
    ['code', 'ltr', 'isolate'],
  ]);
  expect(await page.locator('pre').evaluate((one) => getComputedStyle(one).textAlign)).toBe(
    'start',
  );
  const gap = await page.locator('.task-list-item').evaluate((item) => {
    const words = document.createRange();
    words.selectNodeContents(item);
    words.setStartAfter(item.children[0] ?? item);
    const box = item.querySelector('input')?.getBoundingClientRect();
    return (box?.left ?? 0) - words.getBoundingClientRect().right;
  });
  expect(gap).toBeGreaterThanOrEqual(0);
  expect(await page.locator('.dt-updated > bdi').textContent()).toBe('19 يناير 2026');
  expect(await page.locator('.p-category > bdi').textContent()).toBe('C++');
  await page.goto(`${journal.origin}/tags/c-plus-plus/`);
  expect(await page.locator('h1 > bdi').textContent()).toBe('C++');
  await page.goto(`${journal.origin}/follow/`);
  expect(await page.locator('bdi.feed-name').allTextContents()).toContain('C++');
  // A name in another language stands at the head of its list, wherever it runs from.
  const edges = await page.$$eval('h3', (all) =>
    all.map((one) => {
      const words = document.createRange();
      words.selectNodeContents(one);
      return one.getBoundingClientRect().right - words.getBoundingClientRect().right;
    }),
  );
  expect(await page.locator('h3').allTextContents()).toContain('English');
  expect(edges.filter((edge) => edge > 1)).toEqual([]);
  const feed = await (await fetch(`${journal.origin}/feed.json`)).json();
  expect(feed.items[0].content_html).toMatch(/^<div lang="ar" dir="rtl"><p>[\s\S]*<\/div>$/);
});
