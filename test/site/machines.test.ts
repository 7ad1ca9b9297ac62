import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mf2 } from 'microformats-parser';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { filesBelow } from '../../src/files/outputFolder.ts';
import { fixtureSite } from './fixtureSite.ts';

const origin = 'https://fixture.example';
let site = '';
let pages: ReadonlyMap<string, string>;
let redirects: ReadonlyMap<string, string>;

beforeAll(async () => {
  site = await fixtureSite();
  const files = (await filesBelow(site)).filter((file) => file.endsWith('.html'));
  const all = await Promise.all(
    files.map(async (file) => [pathOf(file), await read(file)] as const),
  );
  const moved = (html: string) => html.includes('http-equiv="refresh"');
  pages = new Map(all.filter(([, html]) => !moved(html)));
  redirects = new Map(all.filter(([, html]) => moved(html)));
});

const read = (file: string) => readFile(join(site, file), 'utf8');

/** `/a/` for `a/index.html`. */
const pathOf = (file: string) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`;

const page = (path: string) => pages.get(path) ?? '';

/** Contents of the `meta` elements of a name or property. */
function metas(html: string, name: string): string[] {
  const pattern = new RegExp(
    `<meta (?:name|property|http-equiv)="${name}"[^>]* content="([^"]*)"`,
    'g',
  );
  return [...html.matchAll(pattern)].map(([, content = '']) => content);
}

const structured = (html: string): Record<string, unknown> | undefined => {
  const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1];
  return json === undefined ? undefined : JSON.parse(json);
};

describe('every page', () => {
  it('has one card, which is there and of the size that is told', async () => {
    const cards = new Set<string>();
    for (const [path, html] of pages) {
      const [card = '', ...others] = metas(html, 'og:image');
      expect(others, path).toEqual([]);
      expect(card.startsWith(`${origin}/_images/cards/`), path).toBe(true);
      expect(metas(html, 'og:image:alt')[0], path).toBeTruthy();
      expect(metas(html, 'og:image:width'), path).toEqual(['1200']);
      expect(metas(html, 'og:image:height'), path).toEqual(['630']);
      expect(metas(html, 'twitter:card'), path).toEqual(['summary_large_image']);
      cards.add(card.slice(origin.length + 1));
    }
    expect(cards.size).toBeGreaterThan(25);
    for (const card of cards) {
      const { width, height } = await sharp(join(site, card)).metadata();
      expect({ card, width, height }).toEqual({ card, width: 1200, height: 630 });
    }
    const drawn = (await filesBelow(site)).filter((file) => file.includes('/cards/'));
    expect(drawn).toEqual([...cards].sort());
  });

  it('says under which address it is known, in which language, and where it belongs', () => {
    for (const [path, html] of pages) {
      const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
      expect(metas(html, 'og:url'), path).toEqual([canonical]);
      expect(metas(html, 'og:site_name'), path).toEqual(['Fixture &amp; Sons']);
      expect(metas(html, 'generator'), path).toEqual(['Scrollback']);
      expect(html, path).toMatch(/<html lang="\w+" dir="ltr"/);
    }
    expect(page('/2026/folder/')).toContain(
      '<link rel="canonical" href="https://elsewhere.example/folder"',
    );
    expect(metas(page('/2026/über-straßen/'), 'og:locale')).toEqual(['de_DE']);
  });

  it('has a policy before anything that the policy is about', () => {
    for (const [path, html] of [...pages, ...redirects]) {
      const [policy = ''] = metas(html, 'Content-Security-Policy');
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).not.toContain("'unsafe-inline'");
      const head = html.slice(0, html.indexOf('http-equiv="Content-Security-Policy"'));
      expect(head, path).not.toMatch(/<(?:style|script|link|title)/);
    }
  });
});

describe('JSON-LD', () => {
  it('tells all of an article, whatever is in its title', () => {
    expect(structured(page('/2026/first/'))).toMatchObject({
      '@type': 'BlogPosting',
      headline: 'First & “foremost” <b>',
      url: `${origin}/2026/first/`,
      mainEntityOfPage: `${origin}/2026/first/`,
      datePublished: '2026-05-03T09:30:00+01:00',
      dateModified: '2026-05-20',
      author: [{ '@type': 'Person', name: 'Ana <b> & Co', url: `${origin}/authors/ana/` }],
      keywords: ['C', 'C++', 'C#'],
      inLanguage: 'en',
      isPartOf: { '@id': `${origin}/`, name: 'Fixture & Sons' },
      sameAs: ['https://t.me/fixture/1'],
    });
  });

  it('gives an untitled note no headline', () => {
    const note = structured(page('/notes/reply/'));
    expect(note).toMatchObject({ '@type': 'SocialMediaPosting', url: `${origin}/notes/reply/` });
    expect(note).not.toHaveProperty('headline');
    expect(structured(page('/notes/titled/'))).toMatchObject({ headline: 'A titled note' });
  });

  it('names pictures that are there, the cover first', () => {
    const images = structured(page('/2026/folder/'))?.['image'];
    expect(images).toEqual([
      expect.stringMatching(/^https:\/\/fixture\.example\/_images\/\w+-\d+\.webp$/),
      metas(page('/2026/folder/'), 'og:image')[0],
    ]);
    for (const image of Array.isArray(images) ? images : []) {
      expect(existsSync(join(site, String(image).slice(origin.length)))).toBe(true);
    }
  });

  it('tells of the journal on its home page', () => {
    expect(structured(page('/'))).toMatchObject({
      '@type': ['WebSite', 'Blog'],
      name: 'Fixture & Sons',
      description: 'Every feature once',
      url: `${origin}/`,
    });
    expect(structured(page('/archive/'))).toBeUndefined();
  });
});

describe('microformats', () => {
  /** The first item of a type on a page. */
  function item(path: string, type: string) {
    const found = mf2(page(path), { baseUrl: origin + path }).items;
    return found.find((one) => one.type?.includes(type));
  }

  it('an article has everything that an h-entry has', () => {
    expect(item('/2026/first/', 'h-entry')?.properties).toMatchObject({
      name: ['First & “foremost” <b>'],
      url: [`${origin}/2026/first/`],
      uid: [`${origin}/2026/first/`],
      published: ['2026-05-03T09:30:00+01:00'],
      updated: ['2026-05-20'],
      category: ['C', 'C++', 'C#'],
      summary: ['All of it, in one line.'],
      syndication: ['https://t.me/fixture/1'],
      author: [
        {
          type: ['h-card'],
          properties: { name: ['Ana <b> & Co'], url: [`${origin}/authors/ana/`] },
        },
      ],
      content: [{ value: expect.stringContaining('The first mark.') }],
    });
  });

  it('an untitled note has no name, and tells what it answers', () => {
    const note = item('/notes/reply/', 'h-entry')?.properties;
    expect(note?.['name']).toBeUndefined();
    expect(note).toMatchObject({
      published: ['2026-05-04T08:00:00+01:00'],
      content: [{ value: expect.stringContaining('An answer') }],
      'in-reply-to': [
        { type: ['h-cite'], properties: { url: ['https://elsewhere.example/said'] } },
      ],
    });
  });

  it('a cover is featured', () => {
    const { featured } = item('/2026/folder/', 'h-entry')?.properties ?? {};
    expect(featured).toEqual([structured(page('/2026/folder/'))?.['image']].flat().slice(0, 1));
  });

  it.each([
    ['/', 'Fixture & Sons'],
    ['/page/1/', 'Fixture & Sons'],
    ['/notes/', 'Notes'],
    ['/articles/', 'Articles'],
    ['/archive/2026/', '2026'],
    ['/tags/mdx/', 'MDX'],
    ['/series/tide/', 'The *tide*'],
  ])('%s is a feed of entries, called %s, in which only titles are names', (path, name) => {
    const feed = item(path, 'h-feed');
    expect(feed?.properties['name']).toEqual([name]);
    const entries = feed?.children ?? [];
    expect(entries.length).toBeGreaterThan(0);
    for (const { type, properties } of entries) {
      expect(type).toEqual(['h-entry']);
      expect(properties['url']).toHaveLength(1);
      expect(properties['published']).toHaveLength(1);
      const [address = ''] = properties['url'] ?? [];
      const alone = item(decodeURI(new URL(String(address)).pathname), 'h-entry');
      expect(properties['name'], String(address)).toEqual(alone?.properties['name']);
    }
  });
});

it('the site map names every page once, by its canonical address, with the day of its last change', async () => {
  const xml = await read('sitemap.xml');
  const urls = new Map(
    [...xml.matchAll(/<url><loc>([^<]+)<\/loc>(?:<lastmod>([^<]+)<\/lastmod>)?<\/url>/g)].map(
      ([, address = '', changed]) => [address, changed],
    ),
  );
  expect(xml.match(/<loc>/g)).toHaveLength(urls.size);
  // Pages of the stream lead to what is named anyway; what is canonical elsewhere is named there.
  const expected = [...pages.keys()]
    .filter((path) => path.endsWith('/') && !path.startsWith('/page/') && path !== '/2026/folder/')
    .map((path) => new URL(path, origin).href);
  expect([...urls.keys()].sort()).toEqual(expected.sort());
  expect(urls.get(`${origin}/2026/first/`)).toBe('2026-05-20');
  expect(urls.get(`${origin}/notes/reply/`)).toBe('2026-05-04T08:00:00+01:00');
});

it('robots are told where the site map is', async () => {
  expect(await read('robots.txt')).toBe(
    `User-agent: *\nAllow: /\n\nSitemap: ${origin}/sitemap.xml\n`,
  );
});

it('every redirect is there as a page and for hosts', async () => {
  const lines = (await read('_redirects')).trim().split('\n');
  const moved = new Map(lines.map((line) => [line.split(' ')[0], line.split(' ')[1]]));
  expect([...redirects.keys()].length).toBeGreaterThan(2);
  for (const [path, html] of redirects) {
    const target = moved.get(path);
    expect(html).toContain(`<meta http-equiv="refresh" content="0; url=${target}">`);
    expect(html).toContain('<html lang="en" dir="ltr">');
    expect(pages.has(decodeURI(target ?? '')), target).toBe(true);
  }
  expect(moved.get('/old/first')).toBe('/2026/first/');
});
