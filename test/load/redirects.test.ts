import { expect, it } from 'vitest';
import { redirectsOf, servedRedirects } from '#journal/public/redirects.ts';
import { feedCopies, redirectFiles } from '../../src/build/output/redirects.ts';
import { entryText, load, told } from './content.ts';

const tea = {
  'notes/tea.md': '---\ndate: 2026-01-02\ntags: [tea]\naliases: /old/tea.html\n---\n\nTea.\n',
};
const draft = {
  'notes/cup.md': '---\ndate: 2026-01-02\ndraft: true\naliases: /cup/\n---\n\nCup.\n',
};
const moved = (lines: string) => ({ ...tea, 'redirects.yaml': lines });

it.each<[string, string, string[]]>([
  ['pages and feeds', '/category/tea/: /tags/tea/\n/feed: /feed.xml\n/2026/: /archive/2026/\n', []],
  [
    'what does not exist',
    '/category/gone/: /tags/gone/\n/rss: /feeds.xml\n',
    [
      'warning redirects.yaml:1: /category/gone/ leads to /tags/gone/, which does not exist',
      'warning redirects.yaml:2: /rss/ leads to /feeds.xml, which does not exist',
    ],
  ],
  [
    'addresses at which something is',
    '/notes/tea/: /\n/old/tea.html: /\n/tags/tea/: /\n/feed.xml: /atom.xml\n/archive: /\n/files/x.pdf: /\n',
    [
      'warning redirects.yaml:1: /notes/tea/ leads nowhere else, since notes/tea.md has it',
      'warning redirects.yaml:2: /old/tea.html leads nowhere else, since notes/tea.md has it',
      'warning redirects.yaml:3: /tags/tea/ leads nowhere else, since the page of the tag "tea" has it',
      'warning redirects.yaml:4: /feed.xml leads nowhere else, since the site itself has it',
      'warning redirects.yaml:5: /archive/ leads nowhere else, since the site itself has it',
      'warning redirects.yaml:6: /files/x.pdf leads nowhere else, since a file of public/ has it',
    ],
  ],
  [
    'files that would have to be folders',
    '/rss.xml: /feed.xml\n/rss.xml/2/: /\n/old/tea.html/2/: /\n',
    [
      'warning redirects.yaml:1: /rss.xml leads nowhere else, since a folder has it',
      'warning redirects.yaml:2: /rss.xml/2/ leads nowhere else, since a file on its way has it',
      'warning redirects.yaml:3: /old/tea.html/2/ leads nowhere else, since a file on its way has it',
    ],
  ],
  [
    'addresses at which something is for file systems that do not tell cases apart',
    '/Notes/Tea/: /notes/tea/\n/Tags/tea/: /tags/tea/\n/Old/tea.html: /notes/tea/\n',
    [
      'warning redirects.yaml:1: /Notes/Tea/ leads nowhere else, since notes/tea.md has it',
      'warning redirects.yaml:2: /Tags/tea/ leads nowhere else, since the page of the tag "tea" has it',
      'warning redirects.yaml:3: /Old/tea.html leads nowhere else, since notes/tea.md has it',
    ],
  ],
  [
    'circles',
    '/rss.xml: /rss.xml\n/b/: /c\n/c/: /b/\n/d/: /b/\n',
    ['rss.xml', 'b/', 'c/', 'd/'].map(
      (name, at) => `warning redirects.yaml:${at + 1}: /${name} leads in a circle`,
    ),
  ],
  [
    'what is not published',
    '/a/: /notes/cup/\n/b/: /cup\n',
    [
      'warning redirects.yaml:1: /a/ leads to /notes/cup/, which is not published (notes/cup.md)',
      'warning redirects.yaml:2: /b/ leads to /cup/, which is not published (notes/cup.md)',
    ],
  ],
  [
    'an address twice',
    '/feed: /feed.xml\n/feed/: /atom.xml\n',
    ['warning redirects.yaml:2: /feed/ is there several times, and the last line counts'],
  ],
  [
    'what is no path',
    'feed: /feed.xml\n/rss: https://a.example/\n/b?c=d: /\n',
    [
      'redirects.yaml:1: the key "feed"',
      'redirects.yaml:2: "/rss" is "https://a.example/"',
      'redirects.yaml:3: the key "/b?c=d"',
    ],
  ],
])('redirects.yaml with %s', async (_, lines, faults) => {
  expect(told(await load({ ...moved(lines), ...draft, 'public/files/x.pdf': 'x' }))).toEqual(
    faults,
  );
});

it('an old address of a page leads on, one of a feed has a copy of it, and links to both are sound', async () => {
  const { loaded, faults } = await load({
    ...moved(
      '/feed: /feed.xml\n/feeds/posts/default: /atom.xml\n/rss.xml: /feed.xml\n/wp-rss2.php: /feed.xml\n/category/Te%20a/: /tags/tea/\n/rss: /rss.xml\n/tea: /old/tea.html\n',
    ),
    'articles/a.md': entryText('', '[Follow](/feed/), [tea](/category/Te%20a)'),
  });
  expect(faults).toEqual([]);
  if (!loaded) throw new Error('It was not loaded.');
  expect(redirectsOf(loaded.journal).get('/category/Te a/')).toBe('/tags/tea/');
  expect(redirectsOf(loaded.journal).get('/tea/')).toBe('/notes/tea/');
  expect([...feedCopies(servedRedirects(loaded.journal, []), loaded.journal)]).toEqual([
    ['feed/index.html', 'feed.xml'],
    ['feeds/posts/default/index.html', 'atom.xml'],
    ['rss.xml', 'feed.xml'],
    ['wp-rss2.php/index.html', 'feed.xml'],
    ['rss/index.html', 'feed.xml'],
  ]);
  const files = redirectFiles(servedRedirects(loaded.journal, []), loaded.journal);
  expect([...files.keys()]).toEqual([
    'old/tea.html',
    'category/Te a/index.html',
    'tea/index.html',
    '_redirects',
    'redirects.nginx.conf',
  ]);
  expect(files.get('_redirects')).toContain('/feed/ /feed.xml 301\n/feed /feed.xml 301\n');
});

it('what readers cannot see, files of public/ and circles are in no list of redirects, and the last of several steps is', async () => {
  const lines =
    '/a: /notes/cup/\n/b: /b\n/x.pdf: /\n/rss: /feed\n/feed: /feed.xml\n/c: /old/tea.html\n';
  const { loaded } = await load({ ...moved(lines), ...draft });
  if (!loaded) throw new Error('It was not loaded.');
  const redirects = servedRedirects(loaded.journal, ['/x.pdf']);
  expect(redirectFiles(redirects, loaded.journal).get('redirects.nginx.conf')).toBe(
    '"/old/tea.html" "/notes/tea/";\n"/rss/" "/feed.xml";\n"/rss" "/feed.xml";\n"/feed/" "/feed.xml";\n"/feed" "/feed.xml";\n"/c/" "/notes/tea/";\n"/c" "/notes/tea/";\n',
  );
  expect([...feedCopies(redirects, loaded.journal).keys()]).toEqual([
    'rss/index.html',
    'feed/index.html',
  ]);
});

it('an old path that begins at the root of the host is told of', async () => {
  const { faults } = await load({
    'site.yaml': 'title: A\nurl: https://a.example/blog/\n',
    'redirects.yaml': '/blog/feed: /feed.xml\n',
  });
  expect(told({ faults })).toEqual([
    'warning redirects.yaml:1: /blog/feed/ is at https://a.example/blog/blog/feed/',
  ]);
});
