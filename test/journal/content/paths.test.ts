import { describe, expect, it } from 'vitest';
import { publicJournal } from '#journal/public/publicJournal.ts';
import { faultsOfFiles, type SampleFiles, sampleJournal } from '../sample.ts';

const note = (lines = '') => `---\ndate: 2026-01-02\n${lines}\n---\n`;
const article = (lines = '') => note(`title: T\n${lines}`);

describe('two things on one path are a fault of the later file', () => {
  it.each<[string, SampleFiles, string]>([
    [
      'two entries',
      { 'notes/a.md': note(), 'notes/sub/a.md': note() },
      'notes/sub/a.md:1: the path /notes/a/, which notes/a.md has already; expected a path of its own; give it another "slug" or file name',
    ],
    [
      'two that differ by case alone',
      { 'notes/a.md': note('slug: Same'), 'notes/b.md': note('slug: same') },
      'notes/b.md:3: the path /notes/same/, which notes/a.md has already; expected a path of its own; give it another "slug" or file name',
    ],
    [
      'two that differ by their Unicode form alone',
      { 'notes/a.md': note('slug: é'), 'notes/b.md': note('slug: e\u0301') },
      'notes/b.md:3: the path /notes/é/, which notes/a.md has already; expected a path of its own; give it another "slug" or file name',
    ],
    [
      'an entry and a page',
      {
        'site.yaml': 'title: A\nurl: https://a.example\npermalinks: {articles: /:slug/}\n',
        'articles/about.md': article(),
        'pages/about.md': '---\ntitle: T\n---\n',
      },
      'pages/about.md:1: the path /about/, which articles/about.md has already; expected a path of its own; give it another "slug" or file name',
    ],
    [
      'an alias and an entry',
      { 'notes/a.md': note(), 'notes/b.md': note('aliases:\n  - /x/\n  - /notes/a/') },
      'notes/b.md:5: the alias /notes/a/, which notes/a.md has already; expected a path of its own; remove that alias',
    ],
    [
      'an alias that is written without its last slash',
      { 'notes/a.md': note(), 'notes/b.md': note('id: b\naliases: [/notes/a]') },
      'notes/b.md:4: the alias /notes/a/, which notes/a.md has already; expected a path of its own; remove that alias',
    ],
    [
      'an alias that names the file of a page',
      { 'notes/a.md': note(), 'notes/b.md': note('id: b\naliases: [/notes/a/index.html]') },
      'notes/b.md:4: the alias /notes/a/index.html, which notes/a.md has already; expected a path of its own; remove that alias',
    ],
    [
      'two aliases',
      { 'notes/a.md': note('aliases: /x/'), 'notes/b.md': note('aliases: [/y/, /X/]') },
      'notes/b.md:3: the alias /X/, which notes/a.md has already; expected a path of its own; remove that alias',
    ],
    [
      'two ids',
      { 'notes/a.md': note('id: same'), 'notes/b.md': note('id: same') },
      'notes/b.md:3: the id "same", which notes/a.md has already; expected an id of its own; change "id", or the first of "aliases"',
    ],
    [
      'two tags on one page',
      { 'notes/a.md': note('tags: [a.b]'), 'notes/b.md': note('tags: [x, a b]') },
      'notes/b.md:3: the tag "a b", whose page /tags/a-b/ is that of the tag "a.b"; expected one spelling; write "a.b"',
    ],
  ])('%s', (_, files, fault) => {
    expect(faultsOfFiles(files)).toEqual([fault]);
  });
});

describe('a path that the site itself uses is a fault', () => {
  const site =
    'title: A\nurl: https://a.example\npermalinks: {articles: /:slug/, notes: /:slug/}\n';
  it.each(['page', 'archive', 'tags', 'articles', 'notes', 'series', 'authors', 'follow', '404'])(
    '/%s/',
    (slug) => {
      const files = { 'site.yaml': site, 'articles/a.md': article(`slug: "${slug}"`) };
      expect(faultsOfFiles(files)).toEqual([
        `articles/a.md:4: the path /${slug}/, which the site itself has already; expected a path of its own; give it another "slug" or file name`,
      ]);
    },
  );

  it('what would lie within a file of the site', () => {
    expect(faultsOfFiles({ 'notes/a.md': note('slug: feed.xml') })).toEqual([
      'notes/a.md:3: the path /notes/feed.xml/, which the site itself has already; expected a path of its own; give it another "slug" or file name',
    ]);
  });

  it.each([
    '/',
    '/index.html',
    '/feed.xml',
    '/atom.xml',
    '/feed.json',
    '/404.html',
    '/sitemap.xml',
    '/robots.txt',
    '/_redirects/',
    '/page/2/',
    '/notes/feed.xml',
    '/articles/atom.xml',
    '/notes/feed.json',
    '/archive/index.html',
    '/_astro/x.css',
    '/_images/x.webp',
    '/feed.xml/',
    '/Feed.xml/x/',
    '/notes/atom.xml/2/',
    '/robots.txt/x.html',
    '/404.html/x/',
    '/2009/index.html/x/',
  ])('the alias %s', (alias) => {
    expect(faultsOfFiles({ 'notes/a.md': note(`id: a\naliases: [${alias}]`) })).toEqual([
      `notes/a.md:4: the alias ${alias}, which the site itself has already; expected a path of its own; remove that alias`,
    ]);
  });
});

it('an alias redirects to where its entry is, and one that is that place does not', () => {
  const { aliases } = publicJournal(
    sampleJournal({
      'notes/a.md': note('aliases: [/2009/a.html, /old, /notes/a]'),
      'pages/b.md': '---\ntitle: B\naliases: /info/\n---\n',
    }),
    { sees: 'everything' },
  );
  expect([...aliases]).toEqual([
    ['/2009/a.html', '/notes/a/'],
    ['/old/', '/notes/a/'],
    ['/info/', '/b/'],
  ]);
});
