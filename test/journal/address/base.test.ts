import { describe, expect, it } from 'vitest';
import { ownPath, readAddress, readNamed, withinSite } from '#journal/address/address.ts';
import {
  absoluteAddress,
  href,
  isAddressOf,
  lastingAddress,
  pathOnSite,
  readableAddress,
  requestOnSite,
  siteBase,
} from '#journal/address/base.ts';

const blog = 'https://me.example/~me/caf%C3%A9';

it.each([
  ['https://a.example', ''],
  ['https://a.example/', ''],
  ['https://a.example/blog', '/blog'],
  ['https://a.example:8443/blog/', '/blog'],
  [blog, '/~me/caf%C3%A9'],
])('what stands before the paths of %s is %j', (url, base) => {
  expect(siteBase(url)).toBe(base);
});

it.each([
  ['/', 'https://a.example', '/', 'https://a.example/'],
  [
    '/notes/größe/',
    'https://a.example',
    '/notes/gr%C3%B6%C3%9Fe/',
    'https://a.example/notes/gr%C3%B6%C3%9Fe/',
  ],
  ['/', blog, '/~me/caf%C3%A9/', `${blog}/`],
  ['/_images/a-B_1.png', blog, '/~me/caf%C3%A9/_images/a-B_1.png', `${blog}/_images/a-B_1.png`],
  ['/a/../b.c.d', blog, '/~me/caf%C3%A9/a/../b.c.d', `${blog}/b.c.d`],
  ['/feed.xml', blog, '/~me/caf%C3%A9/feed.xml', `${blog}/feed.xml`],
  ['/2026/a_b-c', blog, '/~me/caf%C3%A9/2026/a_b-c', `${blog}/2026/a_b-c`],
  ['/2026/a/', 'https://A.example:443/é/', '/é/2026/a/', 'https://a.example/%C3%A9/2026/a/'],
  ['/a "b"/', blog, '/~me/caf%C3%A9/a%20%22b%22/', `${blog}/a%20%22b%22/`],
])('%s of a journal at %s', (path, url, onPage, forOthers) => {
  expect(href(path, url)).toBe(onPage);
  expect(absoluteAddress(path, url)).toBe(forOthers);
});

it.each([
  ['/~me/caf%C3%A9/x/', '/x/'],
  ['/~me/caf%c3%a9/x/', '/x/'],
  ['/%7Eme/café/gr%C3%B6%C3%9Fe', '/gr%C3%B6%C3%9Fe'],
  ['/~me/caf%C3%A9', '/'],
  ['/~me/caf%C3%A9/', '/'],
  ['/~me/caf%C3%A9/a/../b/./', '/b/'],
  ['/~me/caf%C3%A9/../other/', undefined],
  ['/~me/caf%C3%A9/%2e%2e/other/', undefined],
  ['/~me/caf%C3%A9s/', undefined],
  ['/~me/', undefined],
  ['/', undefined],
])('%s of the host is %j of the journal', (hostPath, path) => {
  expect(pathOnSite(hostPath, blog)).toBe(path);
  expect(pathOnSite(hostPath, 'https://me.example')).toBe(hostPath);
});

it.each([
  ['/x/', '/x/'],
  ['../x/#a', '../x/#a'],
  ['https://me.example/~me/café/x/?q#a', '/x/?q#a'],
  ['//me.example/~me/caf%C3%A9', '/'],
  ['HTTP://ME.example/~me/caf%C3%A9#a', '/#a'],
  ['https://me.example/', undefined],
  ['https://me.example/other/', undefined],
  ['https://other.example/~me/café/x/', undefined],
])('a link to %s is one to %j', (written, path) => {
  expect(withinSite(written, { url: blog, formerly: [] })).toBe(path);
});

const moved = {
  url: 'https://me.example',
  formerly: ['https://me.github.io/blog', 'https://me.example/old'],
};

it.each([
  ['https://me.example/x/', '/x/'],
  ['https://me.github.io/blog/x/?q#a', '/x/?q#a'],
  ['http://ME.github.io/blog', '/'],
  // Of two that lie within each other, the inner one is meant.
  ['https://me.example/old/x/', '/x/'],
  ['https://me.example/older/x/', '/older/x/'],
  ['https://me.github.io/other/x/', undefined],
  ['https://me.github.io.example/blog/x/', undefined],
])('after a move, a link to %s is one to %j', (written, path) => {
  expect(withinSite(written, moved)).toBe(path);
  expect(ownPath(written, moved)).toBe(path?.replace(/[?#].*/, ''));
  expect(isAddressOf(moved.formerly[0] ?? '', moved)).toBe(true);
});

it('ids stay where the journal was first', () => {
  expect(lastingAddress('/x/', moved)).toBe('https://me.github.io/blog/x/');
  expect(lastingAddress('/x/', { ...moved, formerly: [] })).toBe('https://me.example/x/');
});

describe('an address in a text has what stands before all paths', () => {
  const context = {
    siteUrl: blog,
    formerly: [],
    headingIds: 'scrollback' as const,
    pathOf: (file: string) => (file === 'notes/b.md' ? '/notes/b/' : undefined),
    hasFile: () => false,
  };
  const source = { folder: 'notes/', path: '/notes/a/' };

  it.each([
    ['/x/?q#a', '/~me/caf%C3%A9/x/?q#a', '/x/'],
    ['b.md#a', '/~me/caf%C3%A9/notes/b/#a', '/notes/b/'],
    ['../../../../x/', '/~me/caf%C3%A9/x/', '/x/'],
    [`${blog}/x/`, '/~me/caf%C3%A9/x/', '/x/'],
    ['?q', '/~me/caf%C3%A9/notes/a/?q', ''],
    ['#a', '#a', ''],
    // A path begins where the journal does.
    ['/~me/caf%C3%A9/x/', '/~me/caf%C3%A9/~me/caf%C3%A9/x/', '/~me/café/x/'],
  ])('%s', (written, onPage, path) => {
    expect(readAddress(written, source, context)).toMatchObject({ href: onPage, path });
  });

  it('and so has what a name leads to', () => {
    const find = () => ({ is: 'found', path: '/notes/ü/' }) as const;
    expect(readNamed('Ü', find, context)).toMatchObject({ href: '/~me/caf%C3%A9/notes/%C3%BC/' });
  });
});

it.each([
  [`${blog}/2026/x`, '/2026/x/'],
  [`${blog}/a.html?b#c`, '/a.html'],
  ['https://me.example/2026/x/', undefined],
  ['https://other.example/~me/café/', undefined],
])('an answer to %s is one to %j', (address, path) => {
  expect(ownPath(address, { url: blog, formerly: [] })).toBe(path);
});

it.each([
  ['/blog/a?b', '/a?b'],
  ['/blog?b', '/?b'],
  ['/blog', '/'],
  ['/blogs/', undefined],
  ['/@vite/client', undefined],
])('a server asked for %s is asked for %j', (request, own) => {
  expect(requestOnSite(request, '/blog')).toBe(own);
  expect(requestOnSite(request, '')).toBe(request);
});

it.each([
  ["/it%27s/a%27b/?c'd", "/it's", "/a%27b/?c'd"],
  ["/it's/", '/it%27s', '/'],
  ['/%62log', '/blog', '/'],
  ['/caf%c3%A9/x', '/caf%C3%A9', '/x'],
  ['/it%27s%2Fa', "/it's", undefined],
  ['/it', '/it/s', undefined],
])('a server asked for %s below %s is asked for %j', (request, base, own) => {
  expect(requestOnSite(request, base)).toBe(own);
});

it.each([
  ['https://a.example', 'http://a.example/', true],
  ['https://me.example/blog', 'http://me.example/blog/', true],
  ['https://me.example/blog', 'https://me.example/other', false],
  ['https://me.example/blog', 'https://me.example', false],
  ['https://a.example', 'https://b.example', false],
])('%s and %s: one site: %j', (one, other, isSame) => {
  expect(isAddressOf(one, { url: other, formerly: [] })).toBe(isSame);
});

it.each([
  ['https://a.example/2026/caf%C3%A9/', 'https://a.example/2026/café/'],
  ['https://a.example/%E6%9D%B1%E4%BA%AC-2/', 'https://a.example/東京-2/'],
  ['https://a.example/%D7%A9%D7%9C%D7%95%D7%9D/#%D7%A9', 'https://a.example/שלום/#ש'],
  // What would end it, hide in it or mean something else.
  ['https://a.example/a%20b/%C2%ABx%C2%BB/', 'https://a.example/a%20b/%C2%ABx%C2%BB/'],
  ['https://a.example/50%25/a%2Fb%3Fc%23d/', 'https://a.example/50%25/a%2Fb%3Fc%23d/'],
  ['https://a.example/%E2%80%AEgpj/%E2%80%8B/', 'https://a.example/%E2%80%AEgpj/%E2%80%8B/'],
  ['https://a.example/%E3%85%A4/a%CD%8F/', 'https://a.example/%E3%85%A4/a%CD%8F/'],
  ['https://a.example/%41%C3/%ZZ/', 'https://a.example/%41%C3/%ZZ/'],
])('%s is read as %s', (address, readable) => {
  expect(readableAddress(address)).toBe(readable);
  expect(new URL(readable).href).toBe(new URL(address).href);
});
