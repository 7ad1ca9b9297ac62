import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { writeFiles } from '../load/temporary.ts';
import { built } from '../site/build.ts';
import { openChromium } from './chromium.ts';
import { serve } from './server.ts';

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
  const folder = await mkdtemp(join(tmpdir(), 'scrollback-rtl-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFiles(folder, {
    'content/site.yaml': 'title: مجلة\nurl: https://sample.example\nlanguage: ar\n',
    'content/articles/a.md': article,
  });
  const output = join(folder, 'dist');
  await built({ content: join(folder, 'content'), output, cache: join(folder, 'cache') });
  const [browser, server] = await Promise.all([openChromium(), serve(output)]);
  onTestFinished(() => Promise.all([browser.close(), server.close()]).then(() => undefined));
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${server.origin}/2026/a/`);
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
});
