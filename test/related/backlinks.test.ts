import { expect, it } from 'vitest';
import { backlinks } from '../../src/related/backlinks.ts';

const links: Readonly<Record<string, readonly string[]>> = {
  '/c/': ['/a/', '/a/', '/c/'],
  '/b/': ['/old-a.html', '/nowhere/', '/old-b/'],
  '/a/': [],
  '/about/': ['/b/', '/a/'],
};
const redirects = new Map([
  ['/old-a.html', '/a/'],
  ['/old-b/', '/b/'],
]);

function referrers(path: string): string[] {
  const documents = Object.keys(links).map((one) => ({ path: one }));
  const found = backlinks(documents, (document) => links[document.path] ?? [], redirects);
  return (found.get(path) ?? []).map((document) => document.path);
}

it.each([
  [
    'links twice count once, and an old path counts for its entry',
    '/a/',
    ['/c/', '/b/', '/about/'],
  ],
  ['a link to itself, under an old path too, counts for nothing', '/b/', ['/about/']],
  ['an entry that only itself links to has none', '/c/', []],
])('%s', (_, path, expected) => {
  expect(referrers(path)).toEqual(expected);
});
