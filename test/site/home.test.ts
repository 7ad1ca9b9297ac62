import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { serve } from '../browser/server.ts';
import { writeFiles } from '../load/temporary.ts';
import { built } from './build.ts';
import { crawl } from './crawl.ts';

const url = 'https://me.example/blog';
const note = (day: string) =>
  `---\ndate: ${day}\n---\n\nNote of ${day}, [about](/about/) and [all](/stream/), [of old](https://old.example/j/about/).\n`;
const days = ['2025-01-01', '2025-02-01', '2026-01-01', '2026-02-01', '2026-03-01'];
const siteYaml = (home: string, nav = '') =>
  `title: Own\ntagline: A line\nurl: ${url}\nlanguage: de\nstream: {entries: 2}\nhome: ${home}\n${nav}`;
let folder = '';

async function builtWith(site: string): Promise<(file: string) => Promise<string>> {
  const content = join(folder, 'content');
  await writeFiles(content, {
    'site.yaml': site,
    'pages/about.md':
      '---\ntitle: About me\nlang: en\n---\n\nHello, says [this](#here).\n\n## Here\n',
    ...Object.fromEntries(days.map((day) => [`notes/${day}.md`, note(day)])),
  });
  const output = join(folder, 'dist');
  await built({ content, output, cache: join(folder, 'cache') });
  const server = await serve(output, '/blog');
  const { dead } = await crawl({ folder: output, url, origin: server.origin });
  await server.close();
  expect(dead).toEqual([]);
  return (file) => readFile(join(output, file), 'utf8');
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scrollback-home-'));
  return () => rm(folder, { recursive: true, force: true });
});

const linkToStream = '<a href="/blog/stream/">Neueste Einträge</a>';

it('a page of one’s own is the home page, and the stream has its address', async () => {
  const read = await builtWith(
    siteYaml(
      'about',
      `nav:
  - {label: Über, path: /about/}
  - {label: Mehr, entries: [{label: Ich, path: /about/}, {label: Alles, path: "${url}/archive/"}]}
footer:
  - {label: Impressum, path: /about/}
  - {label: Hier, path: "/about#here"}
`,
    ),
  );
  const home = await read('index.html');
  expect(home).toContain('<html lang="en" dir="ltr">');
  expect(home).toContain('<title>Own</title><meta name="description" content="A line">');
  expect(home).toContain('<link rel="canonical" href="https://me.example/blog/">');
  expect(home).toContain('<link rel="feed" type="text/html" href="/blog/stream/">');
  expect(home).toContain('title="Own" href="/blog/atom.xml"');
  expect(home).toContain('"@type":["WebSite","Blog"]');
  expect(home).toContain('<h1>About me</h1>');
  expect(home).toContain(`${linkToStream}<a href="/blog/" aria-current="page">Über</a>`);
  expect(home).toMatch(
    /<details open><summary>Mehr<\/summary><ul><li><a href="\/blog\/" aria-current="page">Ich<\/a><\/li><li><a href="\/blog\/archive\/">Alles<\/a>/,
  );
  expect(home).toMatch(
    /<footer class="colophon".*<a href="\/blog\/" aria-current="page">Impressum<\/a><a href="\/blog\/#here">Hier<\/a>/s,
  );
  expect(await read('about/index.html')).toContain('content="0; url=/blog/"');
  const stream = await read('stream/index.html');
  expect(stream).toContain('<title>Neueste Einträge · Own</title>');
  expect(stream).toContain('Note of 2026-03-01');
  expect(stream).toContain('<a rel="next" href="/blog/page/1/">');
  expect(stream).not.toContain('rel="feed"');
  expect(stream).toContain('<details><summary>Mehr</summary>');
  expect(await read('page/1/index.html')).toContain('<a rel="prev" href="/blog/stream/">');
  expect(await read('404.html')).toContain('<a href="/blog/stream/">');
  const sitemap = await read('sitemap.xml');
  expect(sitemap.split('<loc>https://me.example/blog/</loc>')).toHaveLength(2);
  expect(sitemap).toContain('<loc>https://me.example/blog/stream/</loc>');
  expect(sitemap).not.toContain('/about/');
  const feed = await read('atom.xml');
  expect(feed).toContain('<id>https://me.example/blog/</id>');
  expect(feed).toContain(
    '<link rel="alternate" type="text/html" href="https://me.example/blog/"/>',
  );
});

it('a list of all entries is the home page, by year and without a body', async () => {
  const nav = `nav:\n  - {label: Ganz, path: "${url}/stream/"}\n`;
  const read = await builtWith(siteYaml('list', nav));
  const home = await read('index.html');
  expect(home).toContain('<title>Own</title>');
  expect(home).toContain('<main id="main" class="h-feed">');
  expect(home).toMatch(/2026<\/a><\/h2>.*2025<\/a><\/h2>/s);
  expect(home.split('class="h-entry note"')).toHaveLength(days.length + 1);
  expect(home).not.toContain('class="e-content"');
  expect(home).not.toContain('Neueste Einträge');
  expect(home).toContain('<a href="/blog/stream/">Ganz</a>');
  expect(await read('about/index.html')).toContain('<h1>About me</h1>');
  expect(await read('stream/index.html')).toContain('aria-current="page">Ganz</a>');
});

it('ids in feeds stay where the journal was first, and all else is where it is', async () => {
  const read = await builtWith(
    siteYaml('list', 'formerly: [https://old.example/j/, https://older.example]\n'),
  );
  const [rss, atom, json] = await Promise.all(['feed.xml', 'atom.xml', 'feed.json'].map(read));
  const id = 'https://old.example/j/notes/2026-03-01/';
  expect(atom).toContain('<id>https://old.example/j/</id>');
  expect(atom).toContain(`<id>${id}</id>`);
  expect(atom).toContain(
    '<link rel="self" type="application/atom+xml" href="https://me.example/blog/atom.xml"/>',
  );
  expect(rss).toContain(`<guid isPermaLink="false">${id}</guid>`);
  expect(rss).toContain('<link>https://me.example/blog/notes/2026-03-01/</link>');
  const [item] = JSON.parse(json ?? '').items;
  expect(item).toMatchObject({ id, url: 'https://me.example/blog/notes/2026-03-01/' });
  expect(item.content_html).toContain('<a href="https://me.example/blog/about/">of old</a>');
  const page = await read('notes/2026-03-01/index.html');
  expect(page).toContain('<a href="/blog/about/">of old</a>');
  expect(page).not.toContain('old.example');
});
