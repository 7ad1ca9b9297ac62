import * as fileSystem from 'node:fs/promises';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { assembleJournal } from '#journal/content/assembleJournal.ts';
import { readContentFolder } from '#journal/content/folder.ts';
import { imported } from './imported.ts';

interface Post {
  readonly id: number;
  readonly name: string;
  readonly words?: string;
  readonly more?: string;
}

const post = ({ id, name, words = 'Words.', more = '' }: Post) =>
  `<item><title>On ${name}</title><link>https://old.example/2009/${name}/</link>
<content:encoded>${words}</content:encoded><wp:post_id>${id}</wp:post_id>
<wp:post_date>2009-05-05 12:00:00</wp:post_date><wp:post_date_gmt>2009-05-05 12:00:00</wp:post_date_gmt>
<wp:post_name>${name}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>${more}</item>`;

const comment = (id: number | '', parent: number, words: string, hour: number) =>
  `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author>Bo</wp:comment_author>
<wp:comment_date_gmt>2009-05-06 0${hour}:00:00</wp:comment_date_gmt><wp:comment_content>${words}</wp:comment_content>
<wp:comment_approved>1</wp:comment_approved><wp:comment_parent>${parent}</wp:comment_parent></wp:comment>`;

const wxr = (...posts: readonly string[]) =>
  `<rss xmlns:wp="https://wordpress.org/export/1.2/"><channel><title>A</title><link>https://old.example</link>${posts.join('')}</channel></rss>`;

const articles = (files: Readonly<Record<string, string>>) =>
  Object.keys(files).filter((file) => file.startsWith('articles/'));

const read = async (root: string) => {
  const { texts, faults } = await readContentFolder(root, fileSystem);
  const assembled = assembleJournal(texts);
  return { ...assembled, faults: [...faults, ...assembled.faults] };
};

it('an entry has a name that is published, and its old address leads there', async () => {
  const names = ['index', '_x', '__index'];
  const { files, root } = await imported({
    'a.xml': wxr(...names.map((name, index) => post({ id: index + 1, name }))),
  });
  expect(articles(files).sort()).toEqual([
    'articles/2009/index-article-2.md',
    'articles/2009/index-article.md',
    'articles/2009/x.md',
  ]);
  expect(files['articles/2009/index-article.md']).toContain('aliases:\n  - /2009/index/\n');
  expect(files['articles/2009/x.md']).toContain('aliases:\n  - /2009/_x/\n');
  const { journal, faults } = await read(root);
  expect(faults).toEqual([]);
  expect(journal?.entries.map(({ path }) => path).sort()).toEqual([
    '/2009/index-article-2/',
    '/2009/index-article/',
    '/2009/x/',
  ]);
});

it('an old address with spaces becomes an alias that is read, and what cannot be one is told', async () => {
  const { files, root, line } = await imported({
    '_posts/2009-05-05-bread.md':
      '---\ntitle: Bread\nredirect_from: ["/a b/", "/c%20d.html", "/e%5Cf/"]\n---\nCrust.\n',
  });
  expect(files['articles/2009/bread.md']).toContain('  - /a%20b/\n  - /c%20d.html\n');
  expect(line('_posts/2009-05-05-bread.md').notes).toContainEqual({
    became: 'left',
    what: 'old address',
    how: '/e\\f/: an alias is a path that begins with / and has no space, ? or #',
    count: 1,
  });
  const { journal, faults } = await read(root);
  expect(faults).toEqual([]);
  expect(journal?.entries[0]?.aliases).toEqual(expect.arrayContaining(['/a b/', '/c d.html']));
});

it('the day that stands in for a date is that of the journal’s zone, and no day to come', async () => {
  const site = 'title: A\nurl: https://a.example\ntimeZone: America/New_York\n';
  const { files } = await imported(
    {
      'feed.json': JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        items: [{ id: '1', title: 'Late', content_html: '<p>So.</p>' }],
      }),
    },
    { now: Date.parse('2026-11-21T03:00:00Z') },
    { 'content/site.yaml': site },
  );
  expect(files['articles/2026/late.md']).toContain('date: 2026-11-20\n');
});

it('of what had one address, the one that readers saw keeps it, whichever comes first', async () => {
  const { files } = await imported({
    '_posts/2009-05-05-bread.textile': '---\ntitle: Draft\n---\nh1. Crust\n',
    '_posts/2009-05-05-bread.md': '---\ntitle: Bread\n---\nCrust.\n',
    '_posts/2009-05-06-salt.md': '---\ntitle: Salt\n---\n[Bread](/2009/05/05/bread.html)\n',
    '_posts/sub/2009-05-05-bread.md': '---\ntitle: Hidden\npublished: false\n---\nCrust.\n',
    '_posts/a/2009-05-05-bread.md': '---\ntitle: Hidden\npublished: false\n---\nCrumb.\n',
  });
  expect(files['articles/2009/bread.md']).toContain('title: Bread\n');
  expect(files['articles/2009/bread.md']).toContain('aliases:\n  - /2009/05/05/bread.html\n');
  expect(files['articles/2009/salt.md']).toContain('[Bread](bread.md)');
});

it('of what would have one path, that which had it keeps it, whichever comes first', async () => {
  const { files } = await imported({
    'hugo.toml':
      'baseURL = "https://old.example"\n[permalinks]\nposts = "/:year/:month/:slug/"\n[languages.en]\n[languages.ja]\n',
    'content/posts/bread.ja.md':
      '+++\ntitle = "パン"\ndate = 2010-05-05\nslug = "bread"\n+++\nJ.\n',
    'content/posts/bread.md': '+++\ntitle = "Bread"\ndate = 2010-05-05\nslug = "bread"\n+++\nE.\n',
    'content/posts/week.md': '+++\ntitle = "Week"\ndate = 2010-05-06\nslug = "bread"\n+++\nW.\n',
    'content/posts/june.md': '+++\ntitle = "June"\ndate = 2010-06-06\nslug = "bread"\n+++\nJune.\n',
  });
  const of = (title: string) => {
    const [name = '', text = ''] =
      Object.entries(files).find(([, one]) => one.includes(`title: ${title}\n`)) ?? [];
    return [name, /^slug: (.*)$/m.exec(text)?.[1], /^aliases:\n((?: {2}.*\n)+)/m.exec(text)?.[1]];
  };
  expect(of('Bread')).toEqual(['articles/2010/bread.md', undefined, undefined]);
  // Its path is free, and the name of its file is not.
  expect(of('June')).toEqual(['articles/2010/bread-2.md', 'bread', undefined]);
  expect(of('パン')).toEqual([
    expect.stringContaining('articles/2010/'),
    undefined,
    '  - /ja/2010/05/bread/\n',
  ]);
});

it.each([
  ['one id', 'guid: a', 'a', 'another entry has it'],
  ['ids of one path', 'guid: a b', 'a-b', 'another page has this path'],
  ['the path of a list', 'guid: /tags/', 'tags', 'another page has this path'],
])(
  'where paths are made of ids, what would have %s has one of its name',
  async (_, line, id, why) => {
    const { files, line: told } = await imported(
      {
        '_posts/2010-05-05-a.md': `---\ntitle: A\nguid: ${id}\n---\nA.\n`,
        '_posts/2010-05-05-b.md': `---\ntitle: B\n${line}\n---\nB.\n`,
      },
      {},
      { 'content/site.yaml': 'title: S\nurl: https://a.example\npermalinks: {articles: /:id/}\n' },
    );
    expect(files['articles/2010/b.md']).not.toContain('id:');
    expect(told('_posts/2010-05-05-b.md').notes).toEqual([
      expect.objectContaining({ what: 'feed id', how: why }),
    ]);
  },
);

it('what says the same in several languages is named by the first, as far as readers see it', async () => {
  const text = (title: string, more = '') =>
    `+++\ntitle = "${title}"\ndate = 2010-05-05\n${more}+++\nWords.\n`;
  const { files, line } = await imported({
    'hugo.toml':
      'baseURL = "https://old.example"\n[permalinks]\nposts = "/:year/:slug/"\n[languages.en]\n[languages.de]\n[languages.fr]\n[languages.pt-BR]\n',
    'content/posts/bread.md': text('Bread'),
    'content/posts/bread.de.md': text('Brot'),
    'content/posts/bread.fr.md': text('Pain', 'draft = true\n'),
    'content/posts/salt.md': text('Salt', 'translationKey = "s"\n'),
    'content/posts/salz.de.md': text('Salz', 'translationKey = "s"\n'),
    'content/posts/sal.pt-br.md': text('Sal', 'translationKey = "s"\n'),
    // In the language of the journal, as Salt is.
    'content/posts/table.en.md': text('Table salt', 'translationKey = "s"\n'),
    'content/posts/white.md': text('White', 'translationKey = "s"\nlang = "english"\n'),
    'content/posts/tea.md': text('Tea'),
  });
  const named = Object.values(files).flatMap((one) => {
    const [, title, others] =
      /^---\ntitle: (.*)\n[\s\S]*?translations:\n((?: {2}- .*\n)+)/.exec(one) ?? [];
    return title === undefined ? [] : [[title, others]];
  });
  expect(named.sort()).toEqual([
    ['Brot', '  - bread.md\n'],
    ['Sal', '  - salt.md\n  - salz.md\n'],
  ]);
  expect(line('content/posts/salt.md').notes).toEqual([]);
});

it('comments of one id, or of none, have ids of their own, and answers go to the first of an id', async () => {
  const more = [
    [7, 0, 'One'],
    [7, 0, 'Two'],
    [8, 7, 'Answer'],
    ['', 0, 'Three'],
    ['', 0, 'Four'],
  ] as const;
  const comments = more.map(([id, parent, words], hour) => comment(id, parent, words, hour + 1));
  const { below } = await imported({
    'a.xml': wxr(post({ id: 1, name: 'bread', more: comments.join('') })),
  });
  const [text = ''] = below('comments/');
  expect(text.match(/ (?:id|replyTo): .*/g)).toEqual([
    ' id: wordpress-7',
    ' id: wordpress-7-2',
    ' id: wordpress-8',
    ' replyTo: wordpress-7',
    ' id: wordpress-4',
    ' id: wordpress-5',
  ]);
});

it.each([
  ['&lt;a href="javascript:alert(1)"&gt;click&lt;/a&gt;', 'click'],
  ['&lt;a href=" jAva&amp;#9;script:x"&gt;&lt;b&gt;click&lt;/b&gt;&lt;/a&gt;', '**click**'],
  ['&lt;a href="data:text/html,x"&gt;a&lt;/a&gt; &lt;a href="vbscript:x"&gt;b&lt;/a&gt;', 'a b'],
  ['&lt;img src="javascript:x" alt="A cow"&gt;', 'A cow'],
  ['&lt;a href="/2009/bread/"&gt;here&lt;/a&gt;', '[here](https://old.example/2009/bread/)'],
  ['&lt;a href="https://e.example"&gt;there&lt;/a&gt;', '[there](https://e.example)'],
])('a comment with %s leads to pages alone', async (words, expected) => {
  const more = comment(7, 0, words, 1);
  const { below, line } = await imported({ 'a.xml': wxr(post({ id: 1, name: 'bread', more })) });
  const [text = ''] = below('comments/');
  expect(/ text: "?(.*?)"?\n/.exec(text)?.[1]).toBe(expected);
  const told = line('a.xml: On bread').notes.some(({ what }) => what.includes('in a comment'));
  expect(told).toBe(!expected.includes(']('));
});

it.each([
  [
    '10&lt;sup&gt;6&lt;/sup&gt; &lt;ins&gt;Vec&amp;lt;T&amp;gt;&lt;/ins&gt; H&lt;sub&gt;2&lt;/sub&gt;O',
    '10^6 Vec\\<T> H2O',
  ],
  [
    '&lt;table&gt;&lt;tr&gt;&lt;th&gt;A&lt;/th&gt;&lt;th&gt;B&lt;/th&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;1&lt;br&gt;2&lt;/td&gt;&lt;td&gt;3&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;',
    'A | B\\\n1 2 | 3',
  ],
  [
    '&lt;table&gt;&lt;tr&gt;&lt;td&gt;A&lt;/td&gt;&lt;td&gt;&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;1&lt;/td&gt;&lt;td&gt;2&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;',
    'A\\\n1 | 2',
  ],
  [
    '&lt;blockquote&gt;&lt;table&gt;&lt;tr&gt;&lt;th&gt;A&lt;/th&gt;&lt;/tr&gt;&lt;tr&gt;&lt;td&gt;1&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;&lt;/blockquote&gt;',
    '> A\\\n1',
  ],
])('a comment with %s has no signs of what comments lack', async (words, expected) => {
  const more = comment(7, 0, words, 1);
  const { below } = await imported({ 'a.xml': wxr(post({ id: 1, name: 'bread', more })) });
  const written = below('comments/').map((text) => parse(text));
  expect(written).toMatchObject([{ comments: [{ text: expected }] }]);
});

it('two entries of one id both come, once each, and one that is there twice comes once', async () => {
  const bread = post({ id: 1, name: 'bread' });
  const salt = post({ id: 1, name: 'salt', words: 'Salt.' });
  const blog = { 'a.xml': wxr(bread, salt), 'b.xml': wxr(bread) };
  const { root, files, line } = await imported(blog);
  expect(articles(files)).toEqual(['articles/2009/bread.md', 'articles/2009/salt.md']);
  expect(files['articles/2009/salt.md']).toContain('Salt.');
  expect(line('b.xml: On bread').outcome).toBe('left');
  const again = await imported(blog, { root });
  expect(again.line('a.xml: On bread').outcome).toBe('there');
  expect(again.line('a.xml: On salt').outcome).toBe('there');
});

it('what the system refuses to write is told with what to do about it, and costs no other', async () => {
  const text = (day: string) => `---\ntitle: A\ndate: ${day}\n---\nWords.\n`;
  const { files, line } = await imported(
    { 'a.md': text('2010-05-05'), 'b.md': text('2011-05-05') },
    {},
    { 'content/site.yaml': 'title: A\nurl: https://a.example\n', 'content/articles/2010': 'x' },
  );
  expect(line('a.md').outcome).toBe('failed');
  expect(line('a.md')).toMatchObject({
    why: expect.stringMatching(/2010.* cannot be used as a folder: .* Move that file, or name/),
  });
  expect(files['articles/2011/b.md']).toContain('Words.');
});
