import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { filesBelow } from '../../src/loader/outputFolder.ts';
import { launchChromium } from './chromium.ts';

interface Item {
  readonly title: string | undefined;
  readonly link: string | undefined;
  readonly guid: string | undefined;
  readonly permalink: string | null | undefined;
  readonly date: string | undefined;
  readonly creators: readonly string[];
  readonly categories: readonly string[];
  readonly html: string;
  /** Addresses in the body that are not absolute. */
  readonly relative: readonly string[];
  /** Elements and attributes that a reader would have to run. */
  readonly active: readonly string[];
  readonly footnotes: number;
}

interface Feed {
  readonly file: string;
  readonly error: string | undefined;
  readonly title: string | undefined;
  readonly self: string | null | undefined;
  readonly page: string | undefined;
  readonly language: string | undefined;
  readonly changed: string | undefined;
  readonly items: readonly Item[];
}

/** Runs in the page. */
function parseFeed({ file, xml }: { file: string; xml: string }): Feed {
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  const children = (parent: Element | null, name: string) =>
    [...(parent?.children ?? [])].filter((one) => one.nodeName === name);
  const text = (parent: Element | null, name: string) =>
    children(parent, name)[0]?.textContent ?? undefined;
  const channel = document.querySelector('channel');
  return {
    file,
    error: document.querySelector('parsererror')?.textContent ?? undefined,
    title: text(channel, 'title'),
    self: children(channel, 'atom:link')[0]?.getAttribute('href'),
    page: text(channel, 'link'),
    language: text(channel, 'language'),
    changed: text(channel, 'lastBuildDate'),
    items: children(channel, 'item').map((item) => {
      const html = text(item, 'content:encoded') ?? '';
      const body = new DOMParser().parseFromString(html, 'text/html').body;
      const all = [...body.querySelectorAll('*')];
      return {
        title: text(item, 'title'),
        link: text(item, 'link'),
        guid: text(item, 'guid'),
        permalink: children(item, 'guid')[0]?.getAttribute('isPermaLink'),
        date: text(item, 'pubDate'),
        creators: children(item, 'dc:creator').map((one) => one.textContent ?? ''),
        categories: children(item, 'category').map((one) => one.textContent ?? ''),
        html,
        relative: all.flatMap((one) =>
          [
            ...['href', 'src', 'poster'].map((name) => one.getAttribute(name)),
            ...(one.getAttribute('srcset') ?? '')
              .split(',')
              .map((part) => part.trim().split(' ')[0] || null),
          ].filter(
            (address): address is string => address !== null && !/^(https?|mailto):/.test(address),
          ),
        ),
        active: all
          .filter((one) => one.matches('script, style, iframe, form, input, [style], [onclick]'))
          .map((one) => one.outerHTML),
        footnotes: body.querySelectorAll('.footnotes > ol > li').length,
      };
    }),
  };
}

let feeds: readonly Feed[] = [];
const feed = (file: string) => feeds.find((one) => one.file === file);

beforeAll(async () => {
  const site = inject('site');
  const browser: Browser = await launchChromium();
  const page = await browser.newPage();
  const files = (await filesBelow(site)).filter((file) => file.endsWith('feed.xml'));
  feeds = await Promise.all(
    files.map(async (file) =>
      page.evaluate(parseFeed, { file, xml: await readFile(join(site, file), 'utf8') }),
    ),
  );
  await browser.close();
});

it('there is a feed of everything, of each kind, each tag and each series', () => {
  expect(feeds.map(({ file }) => file)).toEqual([
    'articles/feed.xml',
    'feed.xml',
    'notes/feed.xml',
    'series/tide/feed.xml',
    'tags/c-plus-plus/feed.xml',
    'tags/c-sharp/feed.xml',
    'tags/c/feed.xml',
    'tags/mdx/feed.xml',
    'tags/日本語/feed.xml',
  ]);
});

describe('every feed', () => {
  it('is well-formed, says where it is and which page it belongs to', () => {
    for (const { file, error, self, page, language } of feeds) {
      expect({ file, error, language }).toEqual({ file, error: undefined, language: 'en' });
      expect(self).toBe(new URL(`/${file}`, 'https://fixture.example').href);
      expect(page).toBe(new URL('.', self ?? '').href);
    }
  });

  it('is named in the head of its page', async () => {
    for (const { file, title } of feeds) {
      const html = await readFile(
        join(inject('site'), file.replace(/feed\.xml$/, 'index.html')),
        'utf8',
      );
      const link =
        /<link rel="alternate" type="application\/rss\+xml" title="([^"]*)" href="([^"]*)"/.exec(
          html,
        );
      expect(decodeURI(link?.[2] ?? '')).toBe(`/${file}`);
      expect(link?.[1]?.replaceAll('&#38;', '&').replaceAll('&amp;', '&')).toBe(title);
    }
  });

  it('holds entries newest first, and changed when the newest of them did', () => {
    // A series has an order of its own.
    for (const { items, changed } of feeds.filter(({ file }) => !file.startsWith('series/'))) {
      expect(items.length).toBeGreaterThan(0);
      const dates = items.map(({ date }) => Date.parse(date ?? ''));
      expect(dates).toEqual(dates.toSorted((a, b) => b - a));
      expect(Date.parse(changed ?? '')).toBeGreaterThanOrEqual(dates[0] ?? Number.NaN);
    }
    // 2026-05-20 in Lisbon, when "First" was changed.
    expect(feed('feed.xml')?.changed).toBe('Tue, 19 May 2026 23:00:00 GMT');
    expect(feed('notes/feed.xml')?.changed).toBe('Mon, 04 May 2026 07:00:00 GMT');
  });

  it('knows each entry by an id that is no address, once', () => {
    for (const { items } of feeds) {
      expect(items.filter(({ permalink }) => permalink !== 'false')).toEqual([]);
      expect(new Set(items.map(({ guid }) => guid)).size).toBe(items.length);
    }
  });

  it('has no relative address and nothing to run in any body', () => {
    for (const { items } of feeds) {
      expect(items.flatMap(({ relative }) => relative)).toEqual([]);
      expect(items.flatMap(({ active }) => active)).toEqual([]);
    }
  });
});

describe('the feed of everything', () => {
  const item = (part: string) => feed('feed.xml')?.items.find(({ link }) => link?.includes(part));

  it('gives an article its title, its authors, its tags and its oldest address as id', () => {
    expect(item('/2026/first/')).toMatchObject({
      title: 'First & "foremost" <b>',
      link: 'https://fixture.example/2026/first/',
      guid: 'https://fixture.example/2009/first.html',
      date: 'Sun, 03 May 2026 08:30:00 GMT',
      creators: ['Ana <b> & Co'],
      categories: ['C', 'C++', 'C#'],
      footnotes: 2,
    });
    expect(item('/2026/%C3%BCber')?.creators).toEqual(['Ana <b> & Co', 'Zoë']);
  });

  it('gives an untitled note no title, and a titled one its own', () => {
    expect(item('/notes/reply/')?.title).toBeUndefined();
    expect(item('/notes/titled/')?.title).toBe('A titled note');
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
});

it('the feeds of articles and of notes share out the entries', () => {
  const links = (file: string) => feed(file)?.items.map(({ link }) => link) ?? [];
  expect(links('articles/feed.xml').toSorted()).toEqual(
    links('feed.xml')
      .filter((link) => !link?.includes('/notes/'))
      .toSorted(),
  );
  expect(links('notes/feed.xml').toSorted()).toEqual(
    links('feed.xml')
      .filter((link) => link?.includes('/notes/'))
      .toSorted(),
  );
});
