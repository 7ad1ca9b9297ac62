import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { preview } from 'astro';
import { beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../browser/chromium.ts';
import { type StaticServer, serve } from '../browser/server.ts';
import { writeFiles } from '../load/temporary.ts';
import { built, fixtureJournal } from './build.ts';
import { crawl } from './crawl.ts';

const url = 'https://xn--bcher-kva.example/~me/caf%C3%A9';
const base = '/~me/café';
const project = resolve(import.meta.dirname, '../..');
let folder = '';
let dist = '';
let server: StaticServer;

const entry = (matter: string, body: string) => `---\n${matter}\n---\n\n${body}\n`;
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Every way in which an address gets into a page, beside what the fixture has. */
const ways = entry(
  'title: Ways\ndate: 2026-04-01\naliases: [/ways.html, /was/hier%20ist/]\ninReplyTo: https://bücher.example/~me/caf%C3%A9/2026/first/\ncover: {src: /shown/pixel.png, alt: A pixel, caption: "Of [first](/2026/first/)."}\ntldr: See [about](/about/).',
  `[Rooted](/2026/first/), [whole](${url}/2026/first/#part-one), [bare host](//bücher.example/~me/café/about/), [relative](../first/),
[file](first.md), [query](/2026/first/?a=b), [reference][one], [[First article|named]], [[Ways#Own heading]], [down](#own-heading).

## Own heading

A note.[^1] ||[hidden](/about/)|| *[API]: words

![shown](/shown/pixel.png) ![beside](pixel.png) ![whole](${url}/shown/pixel.png) [sound](/shown/a.mp3) [talk](talk.mp3) ||[a](/shown/end.mp3) [b](end.mp3)||

[![waves](pixel.png)](/2026/first/)

> [!NOTE] [In a callout](/about/)
> Text.

> Quoted
>
> -- [Ana](/about/), *Work*

**Ana:** hello

<p><a href="/about/">raw</a> <a href='${url}/about/'>raw, whole</a> <img src="/shown/pixel.png" alt="raw" srcset="/shown/pixel.png 1x, ${url}/shown/pixel.png 2x"></p>
<video src="/shown/a.mp4" poster="/shown/pixel.png"></video>
<blockquote cite="/about/"><p>cited</p></blockquote>

[one]: /about/ "About"
[^1]: Marginalia with a [link](/about/) and <a href="/about/">one more</a>.`,
);

const files = {
  'site.yaml':
    'title: Below & beyond\nurl: https://bücher.example/~me/café/\nlanguage: en\ntimeZone: Europe/Lisbon\nauthor: ana\nchannel: "@below"\nstream: {entries: 5}\nnav:\n  - {label: About, path: "/about/?a=%26#main-2"}\n  - {label: Shown, path: /shown/}\ntheme: {faces: {text: fonts/own.woff2}}\nallow: {connect: [https://count.example]}\n',
  'articles/wäge.md': ways,
  'articles/pixel.png': pixel,
  'articles/talk.mp3': 'talk',
  'articles/made.mdx': entry(
    'title: Made\ndate: 2026-04-02\nlang: pt\ntranslations: wäge.md',
    '[Link](/about/) and [[Ways]], of {"par" + "ts"}.\n\n<a href="/about/">by hand</a>\n\n![shown](/shown/pixel.png)',
  ),
  'notes/answer.md': entry('date: 2026-04-03', 'To [ways](/ways.html) and ![p](/shown/pixel.png).'),
  'blogroll.yaml':
    '- {title: A, url: "https://a.example/", feed: "https://a.example/feed", about: "As [told](/about/)."}\n',
  'public/shown/index.html': '<!doctype html><title>Own</title><p>Own</p>',
  'public/shown/pixel.png': pixel,
  'redirects.yaml': '/rss/: /feed.xml\n',
  'series/tide.yaml': 'title: Tide & tables\ndescription: "As of [about](/about/)."\n',
  'style.css': 'body { background: url(/shown/pixel.png) } main { background: url(own.png) }\n',
  'own.png': pixel,
  'fonts/own.woff2': readFileSync(
    join(
      project,
      'node_modules/@fontsource/brygada-1918/files/brygada-1918-latin-400-normal.woff2',
    ),
  ),
  'head.html':
    '<link rel="me" href="/about/">\n<script src="/shown/own.js"></script>\n<style>a { background: url(/shown/pixel.png) }</style>\n',
  'foot.html':
    '<p><a href=/about/>About</a> <img alt="" src="/shown/pixel.png" srcset="/shown/pixel.png 1x, /shown/pixel.png 2x"></p>\n',
  'public/shown/own.js': '// Own.',
  'articles/end.mp3': 'told',
  'public/shown/end.mp3': 'told',
  'public/shown/a.mp3': 'sound',
  'public/shown/a.mp4': 'film',
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scrollback-below-'));
  const content = join(folder, 'content');
  await cp(fixtureJournal, content, { recursive: true });
  await writeFiles(content, files);
  const authors = await readFile(join(content, 'authors.yaml'), 'utf8');
  await writeFile(
    join(content, 'authors.yaml'),
    authors.replace('{name: Ana', '{bio: "Writes [here](/about/).", name: Ana'),
  );
  dist = join(folder, 'dist');
  await built({ content, output: dist, cache: join(folder, 'cache') });
  server = await serve(dist, base);
  return async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
});

describe('a journal below a path of its host', () => {
  it('has no address that does not answer there', async () => {
    const { asked, dead } = await crawl({ folder: dist, url, origin: server.origin });
    expect(dead).toEqual([]);
    expect(asked).toBeGreaterThan(150);
  });

  it('leads at its head to a part of a page as site.yaml has it', async () => {
    const page = await readFile(join(dist, 'about/index.html'), 'utf8');
    expect(page).toContain('<a href="/~me/caf%C3%A9/about/?a=%26#main-2">About</a>');
    expect(page).toContain('<h2 id="main-2">');
  });

  it('names the same in another language by its address there', async () => {
    const page = await readFile(join(dist, '2026/wäge/index.html'), 'utf8');
    const sitemap = await readFile(join(dist, 'sitemap.xml'), 'utf8');
    const alternates = [
      ['en', 'w%C3%A4ge'],
      ['pt', 'made'],
      ['x-default', 'w%C3%A4ge'],
    ].map(([lang, slug]) => `rel="alternate" hreflang="${lang}" href="${url}/2026/${slug}/"`);
    for (const one of alternates) expect(page).toContain(`<link ${one}>`);
    expect(sitemap.split(alternates.map((one) => `<xhtml:link ${one}/>`).join(''))).toHaveLength(3);
    expect(page).toContain(
      'Also in <a rel="alternate" hreflang="pt" lang="pt" dir="ltr" href="/~me/caf%C3%A9/2026/made/"><bdi>português</bdi></a>',
    );
  });

  it('has a face of its own from there, and a policy that names the host that it allows', async () => {
    const page = await readFile(join(dist, '2026/first/index.html'), 'utf8');
    const [, policy = ''] =
      /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    expect(policy.split('; ')).toContain('connect-src https://count.example');
    const [, font = ''] =
      /<link rel="preload" href="\/~me\/caf%C3%A9\/([^"]*\.woff2)" as="font"/.exec(page) ?? [];
    expect(await readFile(join(dist, font))).toEqual(files['fonts/own.woff2']);
  });

  it('names the recordings of an entry in feeds that no spoiler hides, those beside it before those of public/', async () => {
    const read = (file: string) => readFile(join(dist, file), 'utf8');
    const recordings = [
      {
        url: expect.stringMatching(/\/_files\/\w+\/talk\.mp3$/),
        mime_type: 'audio/mpeg',
        size_in_bytes: 4,
      },
      { url: `${url}/shown/a.mp3`, mime_type: 'audio/mpeg', size_in_bytes: 5 },
      { url: `${url}/shown/a.mp4`, mime_type: 'video/mp4', size_in_bytes: 4 },
    ];
    const { items } = JSON.parse(await read('feed.json'));
    const told = items.flatMap((item: { attachments?: unknown }) => item.attachments ?? []);
    expect(told).toEqual(recordings);
    expect((await read('feed.xml')).match(/<enclosure .*?>/g)).toEqual([
      `<enclosure url="${told[0].url}" length="4" type="audio/mpeg"/>`,
    ]);
    expect((await read('atom.xml')).match(/<link rel="enclosure"/g)).toHaveLength(3);
  });

  it('redirects there, by whichever host', async () => {
    const redirects = await readFile(join(dist, '_redirects'), 'utf8');
    expect(redirects).toContain(
      '/~me/caf%C3%A9/was/hier%20ist/ /~me/caf%C3%A9/2026/w%C3%A4ge/ 301\n',
    );
    const nginx = await readFile(join(dist, 'redirects.nginx.conf'), 'utf8');
    expect(nginx).toContain('"/~me/café/was/hier ist/" "/~me/caf%C3%A9/2026/w%C3%A4ge/";\n');
    expect(nginx).toContain('"/~me/café/rss/" "/~me/caf%C3%A9/feed.xml";\n');
    const feed = await readFile(join(dist, 'feed.xml'), 'utf8');
    expect(await readFile(join(dist, 'rss/index.html'), 'utf8')).toBe(feed);
  });

  it('is looked at there once it is built', async () => {
    const before = process.env['JOURNAL_CONTENT'];
    process.env['JOURNAL_CONTENT'] = join(folder, 'content');
    const shown = await preview({
      root: project,
      outDir: dist,
      logLevel: 'silent',
      server: { host: '127.0.0.1', port: 0 },
    });
    const status = async (path: string) =>
      (await fetch(`http://127.0.0.1:${shown.port}${path}`)).status;
    expect(await status(`${encodeURI(base)}/2026/first/`)).toBe(200);
    expect(await status('/2026/first/')).toBe(404);
    await shown.stop();
    if (before === undefined) delete process.env['JOURNAL_CONTENT'];
    else process.env['JOURNAL_CONTENT'] = before;
  });

  it('finds with its search what leads there', async () => {
    const browser = await openChromium();
    const page = await browser.newPage();
    const missing: string[] = [];
    page.on('response', (one) => one.status() !== 200 && missing.push(one.url()));
    await page.goto(`${server.origin}${base}/`);
    const faces = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].flatMap((one) => (one.status === 'loaded' ? one.family : []));
    });
    expect(faces.join()).toContain('Own text');
    await page.locator('footer').getByRole('link', { name: 'Search' }).click();
    await page.locator('#search-words').fill('marginalia');
    await page.locator('#search-results a').first().click();
    await page.waitForURL(({ href }) => decodeURI(href) === `${server.origin}${base}/2026/wäge/`);
    expect(await page.locator('h1').textContent()).toBe('Ways');
    await page.goto(`${server.origin}${base}/search/?q=${encodeURIComponent('"of parts"')}`);
    expect(await page.locator('#search-results a').first().textContent()).toBe('Made');
    expect(missing).toEqual([]);
    await browser.close();
  });
});
