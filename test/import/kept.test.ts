import { expect, it } from 'vitest';
import { imported } from './imported.ts';

const post = (body: string, matter = 'title: A') => ({
  '_posts/2010-05-05-a.md': `---\n${matter}\n---\n${body}\n`,
});

const textOf = (files: Readonly<Record<string, string>>) =>
  files['articles/2010/a.md'] ?? files['articles/2010/a/index.md'] ?? '';

const dot =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

it('a picture that stands in its own address becomes a file, once', async () => {
  const data = `data:image/png;base64,${dot}`;
  const { files, line } = await imported(
    post(
      `![A dot](${data}) ![](${data}) ![S](data:image/svg+xml,%3Csvg%2F%3E) [no](data:text/html,x)\n\n<img alt="A dot" src="${data}">`,
    ),
  );
  expect(textOf(files)).toContain(
    '![A dot](picture.png) ![](picture.png) ![S](picture.svg) no\n\n<img alt="A dot" src="picture.png">',
  );
  expect(files['articles/2010/a/picture.svg']).toBe('<svg/>');
  expect(line('_posts/2010-05-05-a.md').notes).toContainEqual({
    became: 'changed',
    what: 'picture',
    how: 'it lies beside the entry',
    count: 4,
  });
});

it.each([
  ['![The 9:02](https://a.example/t.png)', '[The 9:02 (missing picture)](https://a.example/t.png)'],
  [
    '![](https://a.example/the%20train.png)',
    '[the train.png (missing picture)](https://a.example/the%20train.png)',
  ],
  ['[![In](x.png)](https://b.example)', '[In (missing picture)](https://b.example)'],
  ['![Off](data:image/png;base64,)', 'Off (missing picture)'],
  ['![Off][t]\n\n[t]: https://a.example/t.png', '[Off (missing picture)](https://a.example/t.png)'],
  [
    '[![][T]][b] and ![Off][t], [whole][t]\n\n[t]: https://a.example/t.png\n[b]: https://b.example',
    '[t.png (missing picture)][b] and [Off (missing picture)](https://a.example/t.png), [whole][t]\n\n[t]: https://a.example/t.png\n[b]: https://b.example',
  ],
  [
    'One <img alt="T &amp; b" src="https://a.example/t.png"> two',
    'One <a href="https://a.example/t.png">T &amp;amp; b (missing picture)</a> two',
  ],
  [
    'One <img alt="a > b" src="https://a.example/t.png" title="c < d > e"> two',
    'One <a href="https://a.example/t.png">a &gt; b (missing picture)</a> two',
  ],
  [
    'One <img title="c < d" src="https://a.example/t.png" alt="a > b"> two',
    'One <a href="https://a.example/t.png">a &gt; b (missing picture)</a> two',
  ],
  [
    '<a href="https://b.example"><img src="gone/x.png"></a>',
    '<a href="https://b.example">x.png (missing picture)</a>',
  ],
])('a missing picture is marked in words that all can read: %s', async (body, expected) => {
  const { files, line } = await imported(post(body));
  expect(textOf(files)).toContain(`\n\n${expected}\n`);
  expect(line('_posts/2010-05-05-a.md').notes.map(({ what }) => what)).toContain('picture');
});

it('a file beside a text that the export does not have is marked, too', async () => {
  const { files, line } = await imported(post('[The *plan*](files/plan.pdf) and [b](other.html)'));
  expect(textOf(files)).toContain('\n\nThe *plan* (missing file) and [b](other.html)\n');
  expect(line('_posts/2010-05-05-a.md').notes).toContainEqual({
    became: 'left',
    what: 'file',
    how: 'files/plan.pdf: the export does not have it',
    count: 1,
  });
});

it('characters that nobody sees cost no entry, and are told', async () => {
  const { files, line } = await imported(post('One \u0007two\u001b.', 'title: "A\u0008"'));
  expect(textOf(files)).toContain('title: A\n');
  expect(textOf(files)).toContain('\n\nOne two.\n');
  expect(line('_posts/2010-05-05-a.md').notes.map(({ what }) => what)).toEqual([
    'character U+0008',
    'character U+0007',
    'character U+001B',
  ]);
});

it.each([
  [
    '> '.repeat(150),
    /^its text has more than 100 quotations or lists within each other; expected a text/,
  ],
  [
    `<div>\n${'<b>'.repeat(9000)}`,
    /^its text has|^it has thousands of elements within each other, and cannot be read; expected/,
  ],
])('what is too deep for a page is told with what to do', async (depth, why) => {
  const { report } = await imported({
    '_posts/2010-05-05-a.html': `---\ntitle: A\n---\n${depth.startsWith('>') ? '<blockquote>'.repeat(150) : depth}words`,
    ...{ '_posts/2010-05-06-b.md': '---\ntitle: B\n---\nB.' },
  });
  const [failed] = report.lines.filter(({ outcome }) => outcome === 'failed');
  expect(failed?.why).toMatch(why);
  expect(failed?.why).toMatch(/import again$/);
  expect(
    report.lines.filter(({ outcome, what }) => outcome === 'written' && what === 'article'),
  ).toHaveLength(1);
});

it('whoever writes is named without an address', async () => {
  const post = (author: string) => `---\ntitle: A\nauthor: ${author}\n---\nA.`;
  const source = {
    '_posts/2010-05-05-a.md': post('Ana Lima <ana@secret.example>'),
    '_posts/2010-05-06-b.md': post('ben@secret.example'),
  };
  const { files, report } = await imported(source);
  expect(files['authors.yaml']).toBe('ana-lima:\n  name: Ana Lima\nben:\n  name: ben\n');
  expect(files['articles/2010/a.md']).toContain('ana-lima');
  expect(JSON.stringify([files, report])).not.toContain('secret');
});

it.each([
  ['ana@secret.example', '?'],
  ['Ana <ana@secret.example>', 'Ana'],
  ['Ana (at) home', 'Ana (at) home'],
  ['ana (at) secret.example', '?'],
  ['Ana, 203.0.113.9', 'Ana'],
  ['Ana @ the sea', 'Ana @ the sea'],
  ['Ana<mailto:ana@secret.example>', 'Ana'],
  ['@ana@a.example', '@ana@a.example'],
])('a comment of "%s" is by "%s"', async (name, expected) => {
  const { below } = await imported({
    'a.xml': `<rss xmlns:wp="https://wordpress.org/export/1.2/"><channel><title>A</title><link>https://a.example</link><item><title>A</title><content:encoded>A.</content:encoded><wp:post_id>1</wp:post_id><wp:post_name>a</wp:post_name><wp:post_date>2010-05-05 12:00:00</wp:post_date><wp:status>publish</wp:status>
<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author><![CDATA[${name}]]></wp:comment_author><wp:comment_author_url>https://ana@secret.example/</wp:comment_author_url><wp:comment_content>Hi.</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment></item></channel></rss>`,
  });
  const [text = ''] = below('comments/');
  expect(/name: (.*)/.exec(text)?.[1]?.replace(/^"|"$/g, '')).toBe(expected);
  expect(text).not.toMatch(/secret|203\.0/);
});

const posts =
  '{"db":[{"data":{"posts":[{"id":"1","slug":"whole","title":"Whole","html":"<p>W.</p>","status":"published"},\n';
const messages =
  '{"name":"A","type":"public_channel","id":1,\n"messages":[{"id":1,"type":"message","date":"2020-01-02T03:04:05","text":"Whole"},\n';

it.each([
  [
    'was cut off in a post',
    'a.ghost.json',
    `${posts}{"id":"2","slug":"cut`,
    [
      'a.ghost.json:2: the file ends in the middle of it: it was cut off, which begins "{\\"id\\":\\"2\\",\\"slug\\":\\"cut". What stands before it was imported; for the rest, export it anew, and import that',
      'a.ghost.json: the file ends before tags, posts_tags, users, posts_authors, posts_meta, settings: what they say of the posts, such as tags and authors, is not imported',
    ],
  ],
  [
    'was cut off between messages',
    'result.json',
    messages,
    [
      'result.json:3: the file ends in the middle: it was cut off. What stands before it was imported; for the rest, export it anew, and import that',
    ],
  ],
  [
    'has what is no JSON',
    'export.json',
    `${messages}oops,\n{"id":3,"type":"message","date":"2020-01-02T03:04:07","text":"Whole, too"}]}`,
    ['export.json:3: it is no JSON, which begins "oops"; the others were imported'],
  ],
])('of a file that %s, what is whole comes, and the rest is told', async (_, name, text, told) => {
  const { files, report } = await imported({ [name]: text });
  const wrong = report.lines.filter(({ outcome }) => outcome === 'failed');
  expect(wrong.map(({ where, why }) => `${where}: ${why}`)).toEqual(told);
  expect(
    Object.values(files).filter((file) => file.endsWith('\n\nWhole\n') || /\nW\.\n$/.test(file)),
  ).toHaveLength(1);
  expect(Object.values(files).filter((file) => /Whole, too/.test(file))).toHaveLength(
    text.split('Whole, too').length - 1,
  );
});

it('a Jekyll folder without settings has the addresses that its links say, and tells so', async () => {
  const { files, report } = await imported({
    '_posts/2010-05-05-a.md': '---\ntitle: A\n---\n[b](/blog/2010/05/06/) [c](/blog/2010/05/07/)\n',
    '_posts/2010-05-06-b.md':
      '---\ntitle: B\n---\n[a](/blog/2010/05/05/), not [this](/2010/05/05/x)\n',
    '_posts/2010-05-07-c.md': '---\ntitle: C\n---\nC.\n',
  });
  expect(textOf(files)).toContain('aliases:\n  - /blog/2010/05/05/\n');
  expect(textOf(files)).toContain('[b](b.md) [c](c.md)');
  expect(report.lines.find(({ what }) => what === '_config.yml')?.why).toMatch(
    /3 links among the posts say that they were at \/blog\/:year\/:month\/:day\//,
  );
});

it('a Blogger file in another encoding than it says is told', async () => {
  const { report } = await imported({
    'a.xml': Buffer.from(
      "<?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom'><id>tag:blogger.com,1999:blog-7</id><entry><id>tag:blogger.com,1999:blog-7.post-1</id><category term='http://schemas.google.com/blogger/2008/kind#post'/><title>Café</title><content>é</content></entry></feed>",
      'latin1',
    ),
  });
  expect(report.lines).toContainEqual({
    outcome: 'left',
    where: 'a.xml',
    what: 'encoding',
    why: 'it says UTF-8 and is windows-1252; it was read so',
    notes: [],
  });
});

it('a file in UTF-8 of which a program cut signs in two stays in UTF-8', async () => {
  const entry = (id: number, title: string) =>
    `<entry><id>tag:blogger.com,1999:blog-7.post-${id}</id><category term='http://schemas.google.com/blogger/2008/kind#post'/><title>${title}</title><content>${'x '.repeat(60_000)}</content></entry>`;
  const text = `<?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom'><id>tag:blogger.com,1999:blog-7</id>${entry(1, 'Cut\u00B6')}${entry(2, 'Café “here”')}</feed>`;
  const bytes = Buffer.from(text);
  bytes.writeUInt8(0x20, bytes.indexOf(0xb6));
  const { files, report } = await imported({ 'a.xml': bytes });
  expect(Object.values(files).join('\n')).toContain('title: Café “here”\n');
  expect(report.lines.filter(({ what }) => what === 'encoding')).toEqual([]);
});

it('two files of one name in two folders are no copies of each other by their names', async () => {
  const { files } = await imported({
    'git/quit.md': '# Quit\n\nA.\n',
    'vim/quit.md': '# Quit\n\nB.\n',
  });
  expect(
    Object.keys(files)
      .filter((name) => name.endsWith('.md'))
      .map((name) => name.replace(/.*\//, '')),
  ).toEqual(['quit.md', 'vim-quit.md']);
});

it.each([
  [
    'a.org',
    '#+TITLE: Trains\n#+DATE: <2010-05-05 Wed>\n#+FILETAGS: :rail:\n\n* One\n',
    'title: Trains\ndate: 2010-05-05\ntags:\n  - rail\n',
    '```org\n* One\n```',
    'text in Org',
  ],
  [
    '2010-05-05-a.textile',
    '---\ntitle: Trains\n---\nh2. One\n',
    'title: Trains\n',
    '```textile\nh2. One\n```',
    'text in Textile',
  ],
  [
    '2010-05-05-a.mdx',
    '---\ntitle: Trains\n---\nimport A from "a";\n\n<A />\n',
    'title: Trains\n',
    '```mdx\nimport A from "a";\n\n<A />\n```',
    'text in MDX',
  ],
])(
  '%s comes as a draft with its words as they were written',
  async (name, text, matter, body, told) => {
    const { files, report } = await imported({ [`posts/${name}`]: text, 'posts/b.md': '# B\n' });
    const [found = ''] = Object.values(files).filter((one) => one.includes('title: Trains'));
    expect(found).toContain(matter);
    expect(found).toContain('draft: true\n');
    expect(found).toContain(body);
    expect(report.lines.flatMap(({ notes }) => notes.map(({ what }) => what))).toContain(told);
  },
);
