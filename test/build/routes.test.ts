import { join } from 'node:path';
import { expect, it } from 'vitest';
import { siteRoutes } from '../../src/build/routes.ts';
import { temporaryFolder } from '../load/temporary.ts';

it('the addresses of the site are those that its files are named after', async () => {
  const patterns = (await siteRoutes('/nowhere')).map(({ pattern }) => pattern);
  expect(patterns).toEqual(
    expect.arrayContaining([
      '/',
      '/404',
      '/[...path]',
      '/[...list]/feed.xml',
      '/archive',
      '/archive/[year]/[month]',
      '/favicon.svg',
      '/robots.txt',
      '/tags/[tag]',
    ]),
  );
  expect(new Set(patterns).size).toBe(patterns.length);
});

it('a page of the project stands in place of one of the site with the same address', async () => {
  const pages = await temporaryFolder({
    'index.astro': '',
    'follow/index.astro': '',
    'robots.txt.ts': '',
    'types.d.ts': '',
    'more.md': '',
  });
  const all = (await siteRoutes(join(pages, 'not-there'))).map(({ pattern }) => pattern);
  const left = new Set((await siteRoutes(pages)).map(({ pattern }) => pattern));
  expect(all.filter((pattern) => !left.has(pattern)).sort()).toEqual([
    '/',
    '/follow',
    '/robots.txt',
  ]);
});
