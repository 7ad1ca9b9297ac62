import { join, sep } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillPermalink } from '#journal/address/permalink.ts';
import { assembleJournal } from '#journal/content/assembleJournal.ts';
import { readEntry } from '#journal/content/entry.ts';
import { formatFault } from '#journal/fault/fault.ts';
import { anySign } from '../../anySign.ts';
import { timesOf } from '../../longRuns.ts';
import { faultsOfFiles, sampleEntry, sampleSite } from '../sample.ts';

const entryWith = (line: string) =>
  readEntry('notes/a.md', `---\ndate: 2026-01-09\n${line}\n---\n\nText.\n`, sampleSite());
const faultsWith = (line: string) => entryWith(line).faults.map((fault) => formatFault(fault));

describe('a slug is decoded once', () => {
  it.each([
    ['caf%C3%A9', '/notes/café/'],
    ['cafe%CC%81', '/notes/café/'],
    ['%e6%97%a5%e6%9c%ac', '/notes/日本/'],
    ['50%-off', '/notes/50%-off/'],
    ['50%-caf%C3%A9', '/notes/50%-café/'],
    ['100%', '/notes/100%/'],
    ['%zz', '/notes/%zz/'],
    ['a%2Bb', '/notes/a+b/'],
  ])('%s is at %s', (slug, path) => {
    expect(sampleEntry('notes/a.md', `date: 2026-01-09\nslug: "${slug}"`).path).toBe(path);
  });

  it.each([
    ['notes/caf%C3%A9.md', '/notes/café/'],
    ['notes/a%20b.md', '/notes/a-b/'],
    ['notes/%2e%2e.md', '/notes/2026-01-09/'],
    ['notes/%252e%252e.md', '/notes/2e-2e/'],
    ['notes/..%2f..%2fx.md', '/notes/x/'],
    ['notes/%c3.md', '/notes/c3/'],
  ])('and so is the file name %s, at %s', (file, path) => {
    expect(sampleEntry(file, 'date: 2026-01-09').path).toBe(path);
  });
});

const segment = 'one path segment, without / ? # or spaces';
const dot = 'a path of which no part begins or ends with a dot';
const control = 'a path without control characters, escaped or not';
const free = 'a name that Windows does not keep for itself (con, aux, nul, com1 …)';
const twice = 'a path that is escaped once, and not twice';

it.each([
  ['..', segment],
  ['%2e%2e', segment],
  ['%2E.', segment],
  ['.%2e', segment],
  ['%2e', segment],
  ['.hidden', dot],
  ['ends.', dot],
  ['%252e%252e', twice],
  ['a%2541', twice],
  ['%c3', twice],
  ['a%2fb', segment],
  ['a%5cb', segment],
  ['a%20b', segment],
  ['a%3Fb', segment],
  ['a%00', control],
  ['\\0a', control],
  ['a%1b', control],
  ['a%C2%85b', control],
  ['a%E2%80%AEb', control],
  ['\\uD800', control],
  ['c:', 'a path without a drive letter'],
  ['CON', free],
  ['nul', free],
  ['aux.html', free],
  ['Com1', free],
  ['lpt²', free],
  ['conin$', free],
  ['é'.repeat(101), 'at most 200 bytes'],
])('the slug %j is a fault with its line', (slug, expected) => {
  expect(faultsWith(`slug: "${slug}"`)).toEqual([
    expect.stringMatching(/^notes\/a\.md:3: "slug" is /),
  ]);
  expect(faultsWith(`slug: "${slug}"`)[0]).toContain(`; expected ${expected}; correct "slug"`);
});

describe('an alias is decoded once', () => {
  it.each([
    ['/caf%C3%A9', '/café/'],
    ['/my%20post/', '/my post/'],
    ['/a%2fb/', '/a/b/'],
    ['/a//b', '/a/b/'],
    ['/wiki/Talk:Cats/', '/wiki/Talk:Cats/'],
    ['/100%/', '/100%/'],
    ['/old.html', '/old.html'],
  ])('%s is the old path %s', (alias, path) => {
    expect(sampleEntry('notes/a.md', `date: 2026-01-09\naliases: ["${alias}"]`).aliases).toEqual([
      path,
    ]);
  });

  it.each([
    ['/%2e%2e/x.js', dot],
    ['/%2E./x', dot],
    ['/.%2e/x', dot],
    ['/a/%2e%2e%2fx', dot],
    ['/%2e/', dot],
    ['/.git/config.js', dot],
    ['/%252e%252e/x', twice],
    ['/%c3/', twice],
    ['/%5c%5chost/x', 'a path without ? # or \\\\, escaped or not'],
    ['/a%3Fb', 'a path without ? # or \\\\, escaped or not'],
    ['/%00/', control],
    ['/a%0ab/', control],
    ['/a%e2%80%aeb/', control],
    ['/%20/', 'a path of which no part begins or ends with a space'],
    ['/c:/x', 'a path without a drive letter'],
    ['/2011/PRN/', free],
    ['/nul.tar.gz', free],
    ['/c%3A/x', 'a path without a drive letter'],
    [`/${'é'.repeat(128)}/`, 'at most 255 bytes between two slashes'],
    [`/${'a/'.repeat(400)}`, 'a path of at most 700 bytes'],
    ['//host/x', 'a path that begins with / and has no space, ? or #'],
  ])('%j is a fault with its line', (alias, wanted) => {
    const expected = wanted.replace('\\\\', '\\');
    expect(faultsWith(`aliases: ["/ok/", "${alias}"]`)).toEqual([
      `notes/a.md:3: "aliases.1" is ${JSON.stringify(alias)}; expected ${expected}; correct "aliases.1"`,
    ]);
    expect(faultsWith(`aliases: "${alias}"`)[0]).toContain('notes/a.md:3: "aliases" is ');
    const page = faultsOfFiles({ 'pages/p.md': `---\ntitle: P\naliases: ["${alias}"]\n---\n` });
    expect(page[0]).toContain('pages/p.md:3: "aliases.0" is ');
  });
});

it.each([
  ['/../:slug/', dot],
  ['/%2e%2e/:slug/', dot],
  ['/.%2e/:slug/', dot],
  ['/./:slug/', dot],
  ['/.:slug/', dot],
  ['/:slug./', dot],
  ['/%252e/:slug/', twice],
  ['/a%00/:slug/', control],
  ['/c:/:slug/', 'a path without a drive letter'],
  ['/aux/:slug/', free],
  ['/a%2f%2f:slug/', 'a pattern that begins and ends with /, such as /:year/:slug/'],
])('the pattern %s is a fault', (pattern, expected) => {
  const site = `title: A\nurl: https://a.example\npermalinks: {notes: "${pattern}"}\n`;
  expect(faultsOfFiles({ 'site.yaml': site })).toEqual([
    `site.yaml:3: "permalinks.notes" is "${pattern}"; expected ${expected}; correct "permalinks.notes"`,
  ]);
});

it('an id, a series and a page that make no path are faults', () => {
  const permalinks = 'permalinks: {notes: "/:id/"}\n';
  const site = `title: A\nurl: https://a.example\n${permalinks}`;
  const note = (id: string) => `---\ndate: 2026-01-09\nid: "${id}"\n---\n`;
  expect(
    faultsOfFiles({
      'site.yaml': site,
      'notes/a.md': note('/'),
      'notes/b.md': note('b'.repeat(300)),
      'notes/c.md': note('\\0'),
      'notes/Con.md': '---\ndate: 2026-01-09\n---\n',
      'pages/%2e%2e.md': '---\ntitle: P\n---\n',
      'pages/aux.md': '---\ntitle: A\n---\n',
      'series/Nul.yaml': 'title: N\n',
      'series/a%2fb.yaml': 'title: S\n',
    }),
  ).toEqual([
    `notes/Con.md:1: the path "/con/"; expected ${free}; give it another "slug", "id" or file name`,
    'notes/a.md:1: the path "//"; expected a name between two slashes; give it another "slug", "id" or file name',
    `notes/b.md:1: the path "/${'b'.repeat(300)}/"; expected at most 255 bytes between two slashes; give it another "slug", "id" or file name`,
    'notes/c.md:3: "id" is "\\u0000"; expected one line without control characters; correct "id"',
    'pages/%2e%2e.md:1: the path "/../"; expected a path of which no part begins or ends with a dot; give it another "slug", "id" or file name',
    `pages/aux.md:1: the path "/aux/"; expected ${free}; give it another "slug", "id" or file name`,
    `series/Nul.yaml:1: the series id "Nul"; expected ${free}; rename the file`,
    'series/a%2fb.yaml:1: the series id "a%2fb"; expected a file name of letters, digits, - and _; rename the file',
  ]);
});

const awkward = fc
  .array(
    fc.oneof(
      fc.constantFrom('.', '..', '/', '//', '\\', '%', '%2', '%2e', '%2E', '%252e', '%2f', '%5c'),
      fc.constantFrom('%00', '%c3', '%c3%a9', '%ed%a0%80', ':', 'c:', ' ', '%20', '~', '?', '#'),
      fc.constantFrom('a', 'é', '\u202e', '\0', '\ud800', '.html', 'index.html', '%EF%BC%8F', '．'),
      fc.string({ unit: anySign, maxLength: 3 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

it('whatever is written as slug, alias, pattern or file name, no path leaves the output folder', {
  timeout: 60 * 60 * 1000,
}, () => {
  fc.assert(
    fc.property(awkward, (text) => {
      const quoted = JSON.stringify(text);
      const { journal } = assembleJournal([
        {
          file: 'site.yaml',
          source: `title: A\nurl: https://a.example\npermalinks: {articles: ${JSON.stringify(`/${text}/:slug/`)}}\n`,
        },
      ]);
      const pattern = journal?.site.permalinks.articles ?? '/:slug/';
      const read = [
        entryWith(`slug: ${quoted}`),
        entryWith(`aliases: [${JSON.stringify(`/${text}`)}]`),
        readEntry(
          `notes/${text.replace(/[/\n\r\u2028\u2029]/g, '')}.md`,
          '---\ndate: 2026-01-09\n---\n',
          sampleSite(),
        ),
      ];
      const paths = [
        fillPermalink(pattern, { day: '2026-01-09', slug: 'a', id: undefined }),
        ...read.flatMap(({ entry }) => (entry ? [entry.path, ...entry.aliases] : [])),
      ];
      for (const path of paths) expectWithin(path);
    }),
    { numRuns: timesOf('paths') },
  );
});

/** Also where a host decodes once more than it should, and on Windows. */
function expectWithin(path: string): void {
  const folder = `${sep}out`;
  for (const form of [
    path,
    path.replaceAll('\\', '/'),
    decodeURIComponent(encodeURI(path)),
    decodeLoosely(path),
  ])
    expect(join(folder, form).startsWith(`${folder}${sep}`), JSON.stringify(path)).toBe(true);
  expect(path).not.toMatch(/\0|^\/\//);
}

function decodeLoosely(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
