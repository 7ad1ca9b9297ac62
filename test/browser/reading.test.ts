import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { fixtureSite } from '../site/fixtureSite.ts';
import { openChromium } from './chromium.ts';
import { type StaticServer, serve } from './server.ts';

let browser: Browser;
let server: StaticServer;

beforeAll(async () => {
  const site = await fixtureSite();
  [browser, server] = await Promise.all([openChromium(), serve(site)]);
  return () => Promise.all([browser.close(), server.close()]);
});

/** A window without JavaScript. */
async function openWindow(): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  });
  onTestFinished(() => context.close());
  return context.newPage();
}

describe('footnotes, by clicking, without JavaScript', () => {
  it.each([
    ['the home page, where at least three entries have a note 1', '/', 3],
    ['an article with two marks of one note', '/2026/first/', 1],
    ['an article and a note with umlauts in their names', '/2026/%C3%BCber-stra%C3%9Fen/', 1],
    ['an article in MDX', '/2026/component/', 1],
    ['a page', '/about/', 1],
  ])('on %s every mark goes to its own note and back', async (_, path, entries) => {
    const page = await openWindow();
    await page.goto(server.origin + path);
    const marks = page.locator('[data-footnote-ref]');
    const first = page
      .locator('article')
      .filter({ has: page.locator('[data-footnote-ref]', { hasText: /^1$/ }) });
    expect(await first.count()).toBeGreaterThanOrEqual(entries);

    const count = await marks.count();
    expect(count).toBeGreaterThanOrEqual(entries);
    for (let at = 0; at < count; at++) {
      const mark = marks.nth(at);
      const id = await mark.getAttribute('id');
      const entry = page.locator('article').filter({ has: page.locator(`[id="${id}"]`) });
      await mark.click();
      const note = page.locator('li:target');
      expect(await note.count(), `${id} goes to a note`).toBe(1);
      const noteId = await note.getAttribute('id');
      expect(await entry.locator(`[id="${noteId}"]`).count(), `${id} stays in its entry`).toBe(1);

      const backs = note.locator('[data-footnote-backref]');
      const leadsBack = await backs.evaluateAll(
        (links, markId) =>
          links.findIndex(
            (link) => decodeURIComponent(link.getAttribute('href') ?? '') === `#${markId}`,
          ),
        id,
      );
      await backs.nth(leadsBack).click();
      expect(await page.locator(':target').getAttribute('id')).toBe(id);
    }
  });
});

it('a heading that entries share leads, from the home page, to the entry’s own page', async () => {
  const page = await openWindow();
  await page.goto(`${server.origin}/`);
  await page
    .locator('article', { hasText: 'The first mark' })
    .getByRole('link', { name: 'a part' })
    .click();
  await page.waitForURL(`${server.origin}/2026/first/#part-one`);
  expect(await page.locator('h2:target').textContent()).toBe('Part one');
});
