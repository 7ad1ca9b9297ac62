import { expect, it } from 'vitest';
import { formatFault, sortFaults } from '#journal/fault/fault.ts';
import { load, site } from './content.ts';

const page = (matter = '') => `---\ntitle: P\n${matter}---\n\nWords.\n`;
const named = (home: string) => ({ 'site.yaml': `${site}home: ${home}\n` });

it.each<[string, Record<string, string>, ...string[]]>([
  [
    'a page that is not there',
    { ...named('abuot'), 'pages/about.md': page() },
    'site.yaml:3: "home" names the page "abuot", which does not exist; expected stream, list, or a page: the file pages/abuot.md; did you mean "about"?',
  ],
  [
    'a draft',
    { ...named('about'), 'pages/about.md': page('draft: true\n') },
    'site.yaml:3: "home" names the page "about", which is not published (pages/about.md); expected a page that readers can see; publish that page first, or write "home: stream"',
  ],
  [
    'a page on the path of the stream',
    { ...named('list'), 'pages/stream.md': page() },
    'pages/stream.md:1: the path /stream/, which the stream has already; expected a path of its own; give it another path',
  ],
  [
    'an old path at the address of the journal',
    { ...named('about'), 'pages/about.md': page(), 'pages/old.md': page('aliases: /\n') },
    'pages/old.md:3: the alias /, which pages/about.md has already; expected a path of its own; remove that alias',
  ],
  [
    'two pages of the name',
    { ...named('about'), 'pages/about.md': page(), 'pages/x/about.md': page() },
    'pages/x/about.md:1: the alias /about/, which pages/about.md has already; expected a path of its own; remove that alias',
    'pages/x/about.md:1: the path /, which pages/about.md has already; expected a path of its own; give it another "slug" or file name',
  ],
  [
    'a page called index that is none',
    { 'pages/index.md': page() },
    'pages/index.md:1: a page called index, which is at /pages/; expected another name, unless it is the home page; write "home: index" in site.yaml to have it at /, or rename the file',
  ],
])('the home page: %s', async (_, files, ...faults) => {
  const told = sortFaults((await load(files)).faults).map((fault) => formatFault(fault));
  expect(told).toEqual(faults);
});

it.each(['about', '/about/', 'pages/about.md'])(
  '%s is a page, and a draft that the dev server shows',
  async (home) => {
    const files = {
      ...named(home),
      'pages/about.md': page('draft: true\n'),
      'articles/a.md':
        '---\ntitle: A\ndate: 2026-01-02\n---\n\n[Old](/about/), [now](/), [file](../pages/about.md), [[P]], [all](/stream/)\n',
    };
    const { loaded, faults } = await load(files, 'everything');
    expect(faults).toEqual([]);
    expect(loaded?.journal.pages).toMatchObject([{ path: '/', aliases: ['/about/'] }]);
  },
);

it('a page called list is told from the list by a slash', async () => {
  const files = { ...named('/list/'), 'pages/list.md': page() };
  const { loaded, faults } = await load(files);
  expect(faults).toEqual([]);
  expect(loaded?.journal.aliases.get('/list/')).toBe('/');
});
