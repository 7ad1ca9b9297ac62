import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { filesBelow } from '../../src/files/outputFolder.ts';
import { fixtureSite } from '../site/fixtureSite.ts';
import { openChromium } from './chromium.ts';
import { type FeedDocument, readFeed } from './feedDocument.ts';

const formats = ['feed.xml', 'atom.xml', 'feed.json'] as const;
const types = ['application/rss+xml', 'application/atom+xml', 'application/feed+json'];

let browser: Browser;
let page: Page;
let site = '';
let feeds: readonly FeedDocument[] = [];
const feed = (file: string) => feeds.find((one) => one.file === file);
const built = (file: string) => readFile(join(site, file), 'utf8');

beforeAll(async () => {
  site = await fixtureSite();
  browser = await openChromium();
  page = await browser.newPage();
  const files = (await filesBelow(site)).filter((file) =>
    /(^|\/)(feed|atom)(\.\w+)?\.(xml|json)$/.test(file),
  );
  feeds = await Promise.all(
    files.map(async (file) => page.evaluate(readFeed, { file, text: await built(file) })),
  );
  return () => browser.close();
});

/** Folders of the feeds: of everything, each kind, each series, each tag and each author. */
const folders = [
  '',
  'articles/',
  'authors/ana/',
  'authors/zoë/',
  'notes/',
  'series/tide/',
  'tags/c-plus-plus/',
  'tags/c-sharp/',
  'tags/c/',
  'tags/mdx/',
  'tags/日本語/',
];

const languages = ['en', 'de'];
const inLanguage = (language: string) => formats.map((file) => file.replace('.', `.${language}.`));

it('there is a feed of everything, of each kind, language, series, tag and author, in three formats', () => {
  expect(feeds.map(({ file }) => file).toSorted()).toEqual(
    [
      ...folders.flatMap((folder) => formats.map((format) => folder + format)),
      ...languages.flatMap(inLanguage),
    ].toSorted(),
  );
});

describe('every feed', () => {
  it('has what its format demands, says where it is and which page it belongs to', () => {
    for (const { file, faults, self, page: list, language } of feeds) {
      expect({ file, faults, language }).toEqual({
        file,
        faults: [],
        language: file.split('.')[2] ? file.split('.')[1] : 'en',
      });
      expect(self).toBe(new URL(`/${file}`, 'https://fixture.example').href);
      expect(list).toBe(new URL('.', self ?? '').href);
    }
  });

  it.each(folders)(
    'of /%s comes first in the head of its page, then that of the journal',
    async (folder) => {
      const links = await page.evaluate(
        (html) =>
          [
            ...new DOMParser()
              .parseFromString(html, 'text/html')
              .querySelectorAll('link[rel=alternate][type*="+"]'),
          ].map((one) => ['href', 'type', 'title'].map((name) => one.getAttribute(name))),
        await built(`${folder}index.html`),
      );
      const linked = (files: readonly string[]) =>
        files.map((file, at) => [encodeURI(`/${file}`), types[at], feed(file)?.title]);
      const named = (of: string) => linked(formats.map((format) => of + format));
      const others =
        folder === '' ? languages.flatMap((one) => linked(inLanguage(one))) : named('');
      expect(links).toEqual([...named(folder), ...others]);
    },
  );

  it('of a language holds what is written in it, and is named by what is written in it', async () => {
    const [all, german] = ['feed.json', 'feed.de.json'].map((file) => feed(file)?.items ?? []);
    const isGerman = ({ lang }: { lang: string | undefined }) => lang === 'de';
    expect(german?.map(({ id }) => id)).toEqual(all?.filter(isGerman).map(({ id }) => id));
    expect(feed('atom.en.xml')?.items.some(isGerman)).toBe(false);
    expect(feed('feed.de.xml')?.title).toBe('Fixture & Sons: Deutsch');
    const link =
      '<link rel="alternate" type="application/rss+xml" title="Fixture &amp; Sons: Deutsch" href="/feed.de.xml">';
    const path = decodeURI(new URL(german?.[0]?.link ?? '').pathname).slice(1);
    expect(await built(`${path}index.html`)).toContain(link);
    expect(await built('index.html')).toContain(link);
    expect(await built('follow/index.html')).toContain(
      '<h3><bdi lang="de" dir="ltr">Deutsch</bdi></h3>',
    );
    expect(await built('about/index.html')).not.toContain('feed.de');
  });

  it('holds entries newest first, and changed when the last of them did', () => {
    for (const { items, changed } of feeds) {
      expect(items.length).toBeGreaterThan(0);
      const dates = items.map(({ published }) => published);
      expect(dates).toEqual(dates.toSorted((a, b) => b - a));
      if (changed === undefined) continue;
      expect(changed).toBe(Math.max(...items.map(({ published, updated = published }) => updated)));
    }
    // 2026-05-20 in Lisbon, when "First" was changed.
    expect(feed('feed.xml')?.changed).toBe(Date.parse('2026-05-19T23:00:00Z'));
    expect(feed('notes/atom.xml')?.changed).toBe(Date.parse('2026-05-04T07:00:00Z'));
  });

  it('has no relative address and nothing to run in any body', () => {
    for (const { items } of feeds) {
      expect(items.flatMap(({ relative }) => relative)).toEqual([]);
      expect(items.flatMap(({ active }) => active)).toEqual([]);
    }
  });

  it('leads from each mark to its note and back, within the body, at the entry’s own address', () => {
    for (const { items } of feeds) expect(items.flatMap(({ broken }) => broken)).toEqual([]);
    expect(feed('feed.json')?.items.filter(({ notes }) => notes > 0).length).toBeGreaterThan(3);
  });
});

it('the three formats tell the same of every entry', () => {
  // RSS has no language for an item, and wants some description where there is no title.
  const told = (file: string) =>
    feed(file)?.items.map((item) => ({ ...item, lang: undefined, summary: undefined }));
  for (const folder of folders) {
    const rss = told(`${folder}feed.xml`);
    expect(new Set(rss?.map(({ id }) => id)).size).toBe(rss?.length);
    expect(told(`${folder}atom.xml`)).toEqual(rss);
    expect(told(`${folder}feed.json`)).toEqual(rss);
    expect(feed(`${folder}atom.xml`)?.items.map(({ lang, summary }) => [lang, summary])).toEqual(
      feed(`${folder}feed.json`)?.items.map(({ lang, summary }) => [lang, summary]),
    );
  }
});

describe('the feed of everything', () => {
  const item = (part: string, format = 'atom.xml') =>
    feed(format)?.items.find(({ link }) => link?.includes(part));

  it('gives an article its title, its authors, its tags and its oldest address as id', () => {
    expect(item('/2026/first/')).toMatchObject({
      title: 'First & “foremost” <b>',
      link: 'https://fixture.example/2026/first/',
      id: 'https://fixture.example/2009/first.html',
      published: Date.parse('2026-05-03T08:30:00Z'),
      updated: Date.parse('2026-05-19T23:00:00Z'),
      authors: ['Ana <b> & Co'],
      tags: ['C', 'C++', 'C#'],
      notes: 2,
    });
    expect(item('/2026/%C3%BCber')).toMatchObject({ authors: ['Ana <b> & Co', 'Zoë'], lang: 'de' });
  });

  it('gives an untitled note no title, and a titled one its own', async () => {
    expect(item('/notes/titled/')?.title).toBe('A titled note');
    for (const format of formats)
      expect(item('/notes/reply/', format)).toMatchObject({ title: undefined });
    const { items } = JSON.parse(await built('notes/feed.json')) as { items: { url: string }[] };
    expect(items.find(({ url }) => url.includes('/notes/reply/'))).not.toHaveProperty('title');
    expect(await built('notes/feed.xml')).not.toContain('<title/>');
  });

  it('says in the first line of a reply what it answers', () => {
    expect(item('/notes/reply/')?.html).toMatch(
      /^<p>In reply to <a class="u-in-reply-to" href="https:\/\/elsewhere\.example\/said">elsewhere\.example<\/a><\/p>\n<p>An answer/,
    );
  });

  it.each([
    [
      '/2026/first/',
      [
        '<strong>tl;dr</strong> All of <em>it</em>',
        '☑',
        'srcset="https://fixture.example/_images/',
        'class="token keyword"',
        'class="footnote"',
        'class="reversefootnote"',
        'class="remote-image" href="https://elsewhere.example/x.png"',
      ],
    ],
    ['/2026/component/', ['<strong>2</strong>', 'A note in MDX.', 'Hidden words.']],
    ['/2026/folder/', ['https://fixture.example/_files/', 'Of folders.']],
  ])('holds all of %s', (path, parts) => {
    for (const part of parts) expect(item(path)?.html).toContain(part);
  });

  it('is shared out between those of articles and of notes, and holds those of every author', () => {
    const links = (file: string) => (feed(file)?.items ?? []).map(({ link }) => link).toSorted();
    const all = links('feed.json');
    expect(links('articles/feed.json')).toEqual(all.filter((link) => !link?.includes('/notes/')));
    expect(links('notes/feed.json')).toEqual(all.filter((link) => link?.includes('/notes/')));
    expect(links('authors/zoë/feed.json')).toEqual([item('/2026/%C3%BCber')?.link]);
  });
});

it('an entry’s page names the feeds of its series and its kind before the journal’s', async () => {
  const heads = async (file: string) =>
    [
      ...(await built(file)).matchAll(
        /<link rel="alternate" type="application\/rss\+xml" [^>]*href="([^"]*)"/g,
      ),
    ].map(([, href]) => href);
  expect(await heads('2026/first/index.html')).toEqual([
    '/series/tide/feed.xml',
    '/articles/feed.xml',
    '/feed.xml',
  ]);
  expect(await heads('notes/titled/index.html')).toEqual(['/notes/feed.xml', '/feed.xml']);
});

it('the page on following has the address of every feed as text, and how much a feed holds', async () => {
  await page.setContent(await built('follow/index.html'));
  const main = page.locator('main');
  const addresses = await main
    .locator('a[type]')
    .evaluateAll((links) => links.map((one) => [one.getAttribute('href') ?? '', one.textContent]));
  for (const [href, text] of addresses) expect(text).toBe(`https://fixture.example${href}`);
  const hrefs = addresses.map(([href]) => decodeURI(href ?? ''));
  expect(hrefs.toSorted()).toEqual(
    feeds
      .map(({ file }) => `/${file}`)
      .filter((path) => /^\/(articles\/|notes\/)?[^/]*$/.test(path) || path.endsWith('feed.xml'))
      .toSorted(),
  );
  expect(await main.textContent()).toContain('A feed holds the newest 50 entries');
  expect(await main.textContent()).not.toContain('Telegram');
  expect(await page.locator('.colophon a[href="/follow/"]').count()).toBe(1);
});
