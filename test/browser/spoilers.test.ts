import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { plainPicture } from '../plainPicture.ts';
import { openChromium } from './chromium.ts';
import { type ServedJournal, servedJournal } from './servedJournal.ts';

const body = `It was ||the *butler*, see [there](/2026/mdx/)||, they say.[^open]

||All of a paragraph, which goes on for quite a while, over more than a line of the page. ${'It goes on, '.repeat(12)}and ends.||

- An item ||with an end[^hidden]||

||![A boat](boat.png)||
The caption

> A quotation with ||words||.

[^open]: A note.
[^hidden]: Of a hidden mark.
`;

let browser: Browser;
let journal: ServedJournal;

beforeAll(async () => {
  journal = await servedJournal({
    'site.yaml': 'title: Spoilers\nurl: https://sample.example\n',
    'articles/md.md': `---\ntitle: Md\ndate: 2026-05-02\n---\n\n${body}`,
    'articles/mdx.mdx': `---\ntitle: Mdx\ndate: 2026-05-01\n---\n\n${body}`,
    'articles/boat.png': await plainPicture('png', '#d33', 300, 200),
  });
  browser = await openChromium();
  return async () => void (await Promise.all([browser.close(), journal.close()]));
});

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(journal.origin + path);
  return page;
}

/** Which spoilers of a page show their words, in their order. */
const shown = (page: Page) =>
  page
    .locator('.spoiler > [hidden]')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).visibility === 'visible'));

const closed = [false, false, false, false, false];
const oneOpen = [true, false, false, false, false];
const paths = ['/2026/md/', '/2026/mdx/'];

it.each(paths)(
  'without JavaScript %s shows what is hidden to who clicks it, and hides it again',
  async (path) => {
    const page = await open(path);
    expect(await shown(page)).toEqual(closed);
    const first = page.locator('.spoiler').first();
    await first.click({ position: { x: 30, y: 8 } });
    expect(await shown(page)).toEqual(oneOpen);
    await first.click({ position: { x: 8, y: 8 } });
    expect(await shown(page)).toEqual(closed);
    await page.locator('.spoiler:has(img)').click();
    expect(await shown(page)).toEqual([false, false, false, true, false]);
  },
);

it.each(paths)('by keyboard, what %s hides cannot be reached before it is shown', async (path) => {
  const page = await open(path);
  const focused = () =>
    page.evaluate(
      () =>
        document.activeElement?.getAttribute('href') ??
        document.activeElement?.getAttribute('aria-label'),
    );
  await page.locator('.spoiler > input').first().focus();
  await page.keyboard.press('Tab');
  expect(await focused()).toMatch(/fn-open$/);
  await page.keyboard.press('Shift+Tab');
  expect(await focused()).toBe('Spoiler');
  await page.keyboard.press('Space');
  expect(await shown(page)).toEqual(oneOpen);
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('/2026/mdx/');
});

it('a click on a link in what is shown follows it', async () => {
  const page = await open('/2026/md/');
  await page.locator('.spoiler > input').first().check({ force: true });
  await page.locator('.spoiler a', { hasText: 'there' }).click();
  await page.waitForURL(({ pathname }) => pathname === '/2026/mdx/');
});

it('on paper, and in a page without its style, hidden words stay hidden', async () => {
  const page = await open('/2026/md/');
  await page.emulateMedia({ media: 'print' });
  expect(await shown(page)).toEqual(closed);
  const bare = await open('/2026/md/');
  await bare.locator('style, link[rel=stylesheet]').evaluateAll((all) => {
    for (const one of all) one.remove();
  });
  const boxes = await bare
    .locator('.spoiler > [hidden]')
    .evaluateAll((all) => all.map((one) => one.getClientRects().length));
  expect(boxes).toEqual([0, 0, 0, 0, 0]);
});

it.each(['light', 'dark'] as const)(
  'axe finds nothing in %s, closed and open, and the page is no wider than a phone',
  async (colorScheme) => {
    const page = await open('/2026/md/', {
      javaScriptEnabled: true,
      bypassCSP: true,
      colorScheme,
      viewport: { width: 390, height: 844 },
    });
    await page.evaluate(axe.source);
    const problems = () =>
      page.evaluate(async () => {
        const { axe: checker } = globalThis as unknown as { axe: typeof axe };
        const { violations } = await checker.run(document);
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
      });
    expect(await problems()).toEqual([]);
    for (const one of await page.locator('.spoiler > input').all())
      await one.check({ force: true });
    expect(await problems()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  },
);

it('a note of a hidden mark stands where it has room, and covers no other', async () => {
  const page = await open('/2026/md/', { viewport: { width: 1440, height: 900 } });
  const notes = await page
    .locator('.footnotes > ol > li')
    .evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })),
    );
  const mark = await page.locator('.spoiler [data-footnote-ref]').first().boundingBox();
  const [first, second] = notes;
  expect(second?.top).toBeGreaterThanOrEqual((first?.bottom ?? 0) - 0.5);
  expect(Math.abs((second?.top ?? 0) - (mark?.y ?? 0))).toBeLessThan(16);
});
