import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { filesBelow } from '../../src/files/outputFolder.ts';
import { canaries, wholeJournal } from '../site/wholeJournal.ts';
import { openChromium } from './chromium.ts';
import { bringAxe, faultsOfAxe } from './faultsOfAxe.ts';
import { inspectPages } from './inspect.ts';
import { inspectFeedItems, type JsonFeed } from './inspectFeedItems.ts';
import { misplacedWords } from './misplacedWords.ts';
import { type ServedJournal, servedJournal } from './servedJournal.ts';

let journal: ServedJournal;
let files: readonly string[];
let browser: Browser;

beforeAll(async () => {
  journal = await servedJournal(await wholeJournal());
  files = await filesBelow(journal.output);
  browser = await openChromium();
  return async () => void (await Promise.all([browser.close(), journal.close()]));
});

const pathOf = (file: string) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
const read = (file: string) => readFile(join(journal.output, file));
const text = async (file: string) => (await read(file)).toString();

/** Pages with the journal's own frame, without the redirects. */
async function pages(): Promise<{ path: string; html: string }[]> {
  const all = await Promise.all(
    files
      .filter((file) => file.endsWith('.html'))
      .map(async (file) => ({ path: pathOf(file), html: await text(file) })),
  );
  return all.filter(({ html }) => !html.includes('http-equiv="refresh"'));
}

/** One page of each kind. */
const kinds = [
  '/',
  '/page/1/',
  '/2026/everything/',
  '/2026/mdx/',
  '/2026/hebrew/',
  '/2026/japanese/',
  '/notes/reply/',
  '/notes/2026-05-14/',
  '/about/',
  '/articles/',
  '/notes/',
  '/archive/',
  '/archive/2026/',
  '/archive/2026/05/',
  '/tags/',
  '/tags/shared/',
  '/series/',
  '/series/steps/',
  '/authors/',
  '/authors/ana/',
  '/blogroll/',
  '/follow/',
  '/search/',
  '/404.html',
];

it('every kind of page is there, and one of them shows more than a hundred entries', async () => {
  expect(kinds.filter((path) => !files.map(pathOf).includes(path))).toEqual([]);
  expect((await text('index.html')).split('h-entry').length - 1).toBeGreaterThan(100);
});

it.each([
  ['<p style="margin-left: -2em">Out', ['"Out" beyond the edge']],
  [
    `<p style="white-space: nowrap">${'Long '.repeat(200)}`,
    [`"${'Long '.repeat(8)}" beyond the edge`],
  ],
  ['<p>One</p><p style="margin-top: -1.8em">Two', ['"One" and "Two" on each other']],
  [
    '<p>One <span class="sr-only" style="position: absolute; left: -9em">unseen</span></p><p>Two',
    [],
  ],
])('misplaced words in %s would be found', async (html, problems) => {
  const page = await browser.newPage({ viewport: { width: 390, height: 900 } });
  await page.setContent(`<body style="margin: 8px">${html}`);
  expect(await page.evaluate(misplacedWords)).toEqual(problems);
  await page.close();
});

it('no id stands twice on a page, every note link leads there and back, and no link or anchor is broken', async () => {
  const page = await browser.newPage();
  const shown = await pages();
  const problems = await page.evaluate(inspectPages, {
    pages: shown,
    files: files.map(pathOf),
  });
  await page.close();
  expect(problems.filter((one) => one !== '/search/: a script')).toEqual([]);
});

it('no word of a hidden entry or comment is in any file, packed ones included', async () => {
  const found = await Promise.all(
    files.map(async (file) => {
      const bytes = await read(file);
      const unpacked = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
      const said = `${file}\n${unpacked.toString('latin1')}`.toLowerCase();
      return canaries.filter((word) => said.includes(word)).map((word) => `${file}: ${word}`);
    }),
  );
  expect(found.flat()).toEqual([]);
});

describe('feeds', () => {
  const feeds = () => files.filter((file) => file.endsWith('feed.json'));

  it('hold no relative address, and every note link in them leads there and back', async () => {
    const page = await browser.newPage();
    const items = await Promise.all(
      feeds().map(async (file) => (JSON.parse(await text(file)) as JsonFeed).items),
    );
    const problems = await page.evaluate(inspectFeedItems, items.flat());
    await page.close();
    expect(items.flat().length).toBeGreaterThan(100);
    expect(problems).toEqual([]);
  });
});

describe('weight', () => {
  const compressed = (bytes: Buffer) => gzipSync(bytes, { level: 9 }).length;

  it('a page has at most 10 kB of style, compressed, and none of it asks for a dark screen to change more than colours', async () => {
    const weights = new Map<string, number>();
    for (const { path, html } of await pages()) {
      const linked = [...html.matchAll(/<link rel="stylesheet" href="\/([^"]*)"/g)];
      const sheets = await Promise.all(linked.map(([, file = '']) => read(file)));
      const own = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css = '']) => css);
      expect(sheets.length).toBeGreaterThan(0);
      const style = sheets.join('') + own.join('');
      const weight = weights.get(style) ?? compressed(Buffer.from(style));
      weights.set(style, weight);
      expect(weight, path).toBeLessThanOrEqual(10_000);
      expect(style, path).not.toContain('prefers-color-scheme');
    }
  });

  it('a first view of an article with text only takes at most 100 kB, everything counted', async () => {
    const watched = await openWindow();
    await open('/2026/second/', watched);
    const { page, loaded } = watched;
    await page.context().close();
    const bytes = await Promise.all(loaded.map((path) => read(fileOf(path))));
    const weight = bytes.reduce(
      (sum, one, at) => sum + (loaded[at]?.endsWith('.woff2') ? one.length : compressed(one)),
      0,
    );
    expect(loaded.length).toBeGreaterThan(2);
    expect(weight).toBeLessThanOrEqual(100_000);
  });

  it.each([
    ['Western Europe', /-latin-\d.*\.woff2?$/, 60_000],
    ['other languages', /^(?!.*-latin-\d).*\.woff2?$/, 170_000],
  ])('all faces with the letters of %s together are small', async (_, named, most) => {
    const faces = await Promise.all(files.filter((file) => named.test(file)).map(read));
    expect(faces.length).toBeGreaterThan(0);
    expect(faces.reduce((sum, one) => sum + one.length, 0)).toBeLessThanOrEqual(most);
  });
});

const fileOf = (path: string) => {
  const file = decodeURIComponent(path).slice(1);
  return file === '' || file.endsWith('/') ? `${file}index.html` : file;
};

/** A window that notes what the page in it asks for and complains of. */
interface WatchedWindow {
  readonly page: Page;
  /** Paths that were asked of this site since the page was opened. */
  loaded: string[];
  /** Addresses asked elsewhere, complaints of the browser, scripts, since the page was opened. */
  wrong: string[];
}

/** Opens a window that has seen no page. */
async function openWindow(): Promise<WatchedWindow> {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  const watched: WatchedWindow = { page, loaded: [], wrong: [] };
  page.on('request', (request) => {
    if (request.url().startsWith(`${journal.origin}/`)) {
      watched.loaded.push(new URL(request.url()).pathname);
      if (request.resourceType() === 'script') watched.wrong.push(`script ${request.url()}`);
    } else watched.wrong.push(`elsewhere: ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      watched.wrong.push(message.text());
  });
  return watched;
}

/** Opens a page in a window, whatever its size and its colours were made for the page before. */
async function open(path: string, watched: WatchedWindow): Promise<void> {
  const { page } = watched;
  await page.goto('about:blank');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'light' });
  [watched.loaded, watched.wrong] = [[], []];
  await page.goto(journal.origin + encodeURI(path), { waitUntil: 'load' });
}

describe('a page of each kind', () => {
  let watched: WatchedWindow;

  beforeAll(async () => {
    watched = await openWindow();
    await bringAxe(watched.page.context());
    return () => watched.page.context().close();
  });

  describe.each(kinds)('%s', (path) => {
    beforeAll(() => open(path, watched));

    it('has no words beyond the edge of a window, be it of a phone or a desk, or on other words', async () => {
      const problems: string[] = [];
      for (const width of [320, 390, 900, 1120, 1440]) {
        // What is not seen is not drawn.
        await watched.page.setViewportSize({ width, height: 200 });
        const found = await watched.page.evaluate(misplacedWords);
        problems.push(...found.map((one) => `at ${width}: ${one}`));
      }
      expect(problems).toEqual([]);
    });

    it('is found without fault by axe, on a phone and a desk, light and dark', async () => {
      expect(await faultsOfAxe(watched.page, path === '/')).toEqual([]);
    });

    it('runs no script but that of the search, and asks nothing of another host', () => {
      const isAllowed = (one: string) => path === '/search/' && one.startsWith('script ');
      expect(watched.wrong.filter((one) => !isAllowed(one))).toEqual([]);
    });
  });
});

it('no page but the search page has JavaScript, inline or linked', async () => {
  const scripts = (await pages()).flatMap(({ path, html }) =>
    [...html.matchAll(/<script\b[^>]*>|\son[a-z]+="|javascript:|rel="modulepreload"/g)]
      .filter(([tag]) => !tag.includes('application/ld+json'))
      .map(([tag]) => `${path}: ${tag}`),
  );
  expect(scripts.filter((one) => !one.startsWith('/search/'))).toEqual([]);
});
