import { describe, expect, it } from 'vitest';
import { fillPermalink, normalizePath } from '#journal/address/permalink.ts';
import { sampleEntry, sampleSite } from '../sample.ts';

describe('a pattern is filled', () => {
  const parts = { day: '2026-01-09', slug: 'größe', id: 'https://old.example/?p=7' };
  it.each([
    ['/:year/:slug/', '/2026/größe/'],
    ['/:year/:month/:day/:slug/', '/2026/01/09/größe/'],
    ['/blog/:slug/', '/blog/größe/'],
    ['/:slug/', '/größe/'],
    ['/p/:id/', '/p/https-old-example-p-7/'],
    ['/:year-:month/:slug/', '/2026-01/größe/'],
  ])('%s to %s', (pattern, path) => {
    expect(fillPermalink(pattern, parts)).toBe(path);
  });

  it('with the slug where the entry has no id', () => {
    expect(fillPermalink('/p/:id/', { ...parts, id: undefined })).toBe('/p/größe/');
  });
});

it.each([
  ['/a', '/a/'],
  ['/a/', '/a/'],
  ['//a///b', '/a/b/'],
  ['/a.html', '/a.html'],
  ['/gr%C3%B6%C3%9Fe/', '/größe/'],
  ['/gro\u0308\u00dfe', '/größe/'],
  ['/100%', '/100%/'],
])('%j is looked up as %j', (path, normal) => {
  expect(normalizePath(path)).toBe(normal);
});

describe('where an entry is', () => {
  it.each([
    ['articles/a.md', '', '/2026/a/'],
    ['articles/a.mdx', '', '/2026/a/'],
    ['articles/2026/01/a.md', '', '/2026/a/'],
    ['articles/a/index.md', '', '/2026/a/'],
    ['notes/Größe.md', '', '/notes/größe/'],
    ['notes/a.md', 'slug: B', '/notes/B/'],
    ['notes/🎉.md', '', '/notes/2026-01-09/'],
  ])('%s with "%s" is at %s', (file, line, path) => {
    expect(sampleEntry(file, `title: T\ndate: 2026-01-09\n${line}`).path).toBe(path);
  });

  it('depends on the day in the journal’s time zone', () => {
    const lines = 'title: T\ndate: 2025-12-31T12:00:00Z';
    const pattern = 'permalinks: {articles: "/:year/:month/:day/:slug/"}\n';
    const path = (zone: string) =>
      sampleEntry('articles/a.md', lines, '', sampleSite(`${pattern}timeZone: ${zone}\n`)).path;
    expect(path('UTC')).toBe('/2025/12/31/a/');
    expect(path('Pacific/Kiritimati')).toBe('/2026/01/01/a/');
  });
});

describe('the id of an entry', () => {
  it.each([
    ['is its own path', '', '/notes/a/'],
    ['is its oldest alias', 'aliases: [/first/, /second/]', '/first/'],
    ['is the same however that alias is written', 'aliases: /f%C3%BCrst', '/fürst/'],
    ['is what front matter says', 'id: own\naliases: [/first/]', 'own'],
  ])('%s', (_, line, id) => {
    expect(sampleEntry('notes/a.md', `date: 2026-01-09\n${line}`).id).toBe(id);
  });
});
