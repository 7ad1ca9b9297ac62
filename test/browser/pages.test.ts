import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { filesBelow } from '../../src/files/outputFolder.ts';
import { fixtureSite } from '../site/fixtureSite.ts';
import { openChromium } from './chromium.ts';
import { inspectPages } from './inspect.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openChromium();
  page = await browser.newPage();
  return () => browser.close();
});

/** `/a/` for `a/index.html`. */
const pathOf = (file: string) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`;

it('every page has each id once, and every link, mark, note and picture leads somewhere', async () => {
  const site = await fixtureSite();
  const files = await filesBelow(site);
  const pages = await Promise.all(
    files
      .filter((file) => file.endsWith('.html'))
      .map(async (file) => ({
        path: pathOf(file),
        html: await readFile(join(site, file), 'utf8'),
      })),
  );
  expect(pages.length).toBeGreaterThan(40);
  const marks = pages.reduce(
    (sum, { html }) => sum + html.split('data-footnote-ref').length - 1,
    0,
  );
  expect(marks).toBeGreaterThan(10);
  expect(await page.evaluate(inspectPages, { pages, files: files.map(pathOf) })).toEqual([]);
});

it.each([
  ['<p id="a"><p id="a">', 'the id a twice'],
  ['<script></script>', 'a script'],
  ['<a href="/nope/">a</a>', '/nope/, which is not there'],
  ['<a href="/a/#b">a</a>', '/a/#b, whose target is not there'],
  ['<img alt="" src="https://b.example/x.png">', 'loads https://b.example/x.png'],
  ['<img alt="" srcset="/x.png 1x">', '/x.png, which is not there'],
  ['<img alt="" src="//b.example/x.png">', 'loads //b.example/x.png'],
  ['<link rel="stylesheet" href="https://b.example/x.css">', 'loads https://b.example/x.css'],
  ['<img src="/a/">', 'no alt text: <img src="/a/">'],
  [
    '<a data-footnote-ref id="r" href="#n">1</a><p id="n">',
    'the mark r, to which no note leads back',
  ],
  ['<a aria-describedby="x">1</a>', 'described by x, which is not there'],
])('a page with %s would be found', async (html, problem) => {
  const pages = [{ path: '/a/', html }];
  expect(await page.evaluate(inspectPages, { pages, files: ['/a/'] })).toEqual([`/a/: ${problem}`]);
});
