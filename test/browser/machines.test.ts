import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { filesBelow } from '../../src/files/outputFolder.ts';
import { fixtureSite } from '../site/fixtureSite.ts';
import { openChromium } from './chromium.ts';
import { type StaticServer, serve } from './server.ts';
import { wrongRequests } from './wrongRequests.ts';

let browser: Browser;
let server: StaticServer;
let site = '';

beforeAll(async () => {
  site = await fixtureSite();
  [browser, server] = await Promise.all([openChromium(), serve(site)]);
  return () => Promise.all([browser.close(), server.close()]);
});

/** A window that runs scripts and notes what the browser complains of, what it asks for elsewhere, and what does not answer. */
async function openWindow(width = 1280) {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
  });
  const wrong = wrongRequests(page, server);
  return { page, complaints, wrong };
}

/** The pages of notes and of months that are made as the first of them is, of the same words. */
const repeated = /^(?:notes\/many-(?!10)|archive\/2025\/(?!01)\d)/;

it('every page reads on a phone without sideways scrolling, asks no other host for anything, and does nothing that its own Content-Security-Policy forbids', async () => {
  const { page, complaints, wrong } = await openWindow(360);
  const wide: string[] = [];
  const files = (await filesBelow(site)).filter(
    (file) => file.endsWith('.html') && !repeated.test(file),
  );
  expect(files.length).toBeGreaterThan(30);
  for (const file of files) {
    const html = await readFile(join(site, file), 'utf8');
    // Those lead on by themselves, some of them below.
    if (html.includes('http-equiv="refresh"')) continue;
    const path = encodeURI(`/${file.replace(/(^|\/)index\.html$/, '$1')}`);
    await page.goto(server.origin + path, { waitUntil: 'load' });
    const content = await page.evaluate(() => document.documentElement.scrollWidth);
    if (content > 360) wide.push(`${path}: ${content}`);
  }
  expect(wide).toEqual([]);
  expect(wrong).toEqual([]);
  expect(complaints).toEqual([]);
});

it.each([
  ['/2009/first.html', '/2026/first/'],
  ['/old/first/', '/2026/first/'],
  ['/info/', '/about/'],
])('the old address %s leads to %s', async (from, to) => {
  const { page, complaints, wrong } = await openWindow();
  await page.goto(server.origin + from);
  await page.waitForURL(server.origin + to);
  expect([wrong, complaints]).toEqual([[], []]);
});

it('a page’s own style sheet is in force, and so is the site’s', async () => {
  const { page } = await openWindow();
  await page.goto(`${server.origin}/2026/first/`);
  const loaded = await page.evaluate(() =>
    [...document.styleSheets].map((sheet) => [sheet.href !== null, sheet.cssRules.length > 0]),
  );
  expect(loaded).toContainEqual([true, true]);
  expect(loaded).toContainEqual([false, true]);
  expect(loaded.every(([, filled]) => filled)).toBe(true);
});

it.each([
  ['a style attribute', '<p style="color: red">', /inline style/],
  ['a style element', '<style>p { color: red }</style>', /inline style/],
  ['a script', '<script>document.title = "gone"</script>', /inline script/],
  ['a picture of another host', '<img alt="" src="https://b.example/x.png">', /b\.example/],
  ['a frame', '<iframe src="/"></iframe>', /Framing|frame/i],
])('%s that found its way into a page does nothing', async (_, html, complaint) => {
  const { page, complaints } = await openWindow();
  const original = await readFile(join(site, 'about/index.html'), 'utf8');
  await page.route('**/about/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: original.replace('</body>', `${html}</body>`),
    }),
  );
  await page.goto(`${server.origin}/about/`, { waitUntil: 'load' });
  expect(complaints.join('\n')).toMatch(complaint);
  expect(await page.title()).not.toBe('gone');
});
