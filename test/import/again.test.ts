import { mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { loadFolder } from '../load/content.ts';
import { imported } from './imported.ts';

const post = (words: string) => `---\ntitle: Bread\n---\n${words}\n`;
const blog = {
  '_posts/2010-05-05-bread.md': post('Crust.'),
  '_posts/2010-05-06-salt.md': post('Salt.'),
};

it('a second import of the same changes nothing, not even what its owner has changed or taken away', async () => {
  const { root } = await imported(blog);
  await writeFile(join(root, 'articles/2010/bread.md'), 'mine');
  await rm(join(root, 'articles/2010/salt.md'));
  const before = await readFile(join(root, '.imported.jsonl'), 'utf8');
  const { files, report } = await imported(blog, { root });
  expect(report.lines.map(({ outcome }) => outcome)).toEqual(['there', 'there']);
  expect(files['articles/2010/bread.md']).toBe('mine');
  expect(files['articles/2010/salt.md']).toBeUndefined();
  expect(files['.imported.jsonl']).toBe(before);
});

it('what the export says anew is told, and the file stays as it is', async () => {
  const { root } = await imported(blog);
  const { files, line } = await imported(
    { ...blog, '_posts/2010-05-05-bread.md': post('Crumb.') },
    { root },
  );
  expect(line('_posts/2010-05-05-bread.md').outcome).toBe('kept');
  expect(files['articles/2010/bread.md']).toContain('Crust.');
});

it('an import that was interrupted goes on, though its list ends in half a line', async () => {
  const { root, files: whole } = await imported(blog);
  const records = whole['.imported.jsonl'] ?? '';
  const [first = '', second = ''] = records.split('\n');
  await rm(join(root, 'articles/2010/salt.md'));
  await writeFile(join(root, '.imported.jsonl'), `${first}\n${second.slice(0, 20)}`);
  const { files, report } = await imported(blog, { root });
  expect(files['articles/2010/salt.md']).toBe(whole['articles/2010/salt.md']);
  expect(report.lines.map(({ outcome }) => outcome)).toEqual(['there', 'written']);
});

const journal = {
  'site.yaml': 'title: T\nurl: https://old.example\n',
  'notes/a.md': '---\ndate: 2010-05-05\n---\nCrust.\n',
};

it.each([
  ['a blog', blog],
  ['a journal of Scrollback', journal],
])(
  'what a killed import left half written goes with the next one, and nothing else: of %s',
  async (_, from) => {
    const { root } = await imported(from);
    const id = '7db2eaba-f801-430e-a7de-025c86e4c2f7';
    const left = [`.${id}.new`, `articles/2010/.${id}.new`, 'articles/2010/index.md.4711.new'];
    const kept = [
      '.mine.new',
      `notes/.${id.slice(0, 8)}.new`,
      'a.new',
      `.${id.replace('7', '8')}.new`,
    ];
    for (const name of [...left, ...kept]) {
      await mkdir(dirname(join(root, name)), { recursive: true });
      await writeFile(join(root, name), 'half');
    }
    const long = new Date('2020-01-01T00:00:00Z');
    for (const name of [...left, ...kept.slice(0, 3)]) await utimes(join(root, name), long, long);
    const { files: dry } = await imported(from, { root, dryRun: true });
    expect(Object.keys(dry)).toEqual(expect.arrayContaining(left));
    const { files } = await imported(from, { root });
    expect(
      Object.keys(files)
        .filter((name) => name.endsWith('.new'))
        .sort(),
    ).toEqual(kept.sort());
  },
);

it('entries that come later lead to those that came before, wherever these are by now', async () => {
  const linked = {
    '_config.yml': 'title: T\n',
    '_posts/2010-05-05-bread.md': post('To [salt](/2010/05/06/salt.html).'),
    '_posts/2010-05-06-salt.md': post('Salt.'),
    '_posts/2010-05-07-rye.md': post(
      'To [bread](/2010/05/05/bread.html), [salt]({% post_url 2010-05-06-salt %}).',
    ),
  };
  const { files: whole } = await imported(linked);
  const { '_posts/2010-05-07-rye.md': _, ...before } = linked;
  const { root } = await imported(before);
  const { files } = await imported(linked, { root });
  const { '.imported.jsonl': list = '', ...content } = files;
  const { '.imported.jsonl': wholeList = '', ...expected } = whole;
  expect(content).toEqual(expected);
  expect(list.replaceAll('{"done":true}\n', '')).toBe(wholeList.replace('{"done":true}\n', ''));
});

it('a dry run tells the same and writes nothing', async () => {
  const { files, report } = await imported(blog, { dryRun: true });
  expect(files).toEqual({});
  expect(
    report.lines
      .filter(({ what }) => what === 'article')
      .map(({ outcome, file }) => [outcome, file]),
  ).toEqual([
    ['written', 'articles/2010/bread.md'],
    ['written', 'articles/2010/salt.md'],
  ]);
});

it('what is in the content folder stays, and names and paths that it has get numbers', async () => {
  const there = {
    'content/site.yaml': 'title: Mine\nurl: https://mine.example\ntimeZone: Asia/Tokyo\n',
    'content/articles/2010/bread.md': '---\ntitle: Mine\ndate: 2010-01-01\n---\nMine.\n',
  };
  const { files } = await imported(blog, {}, there);
  expect(files['articles/2010/bread.md']).toContain('Mine.');
  expect(files['articles/2010/bread-2.md']).toContain('Crust.');
  expect(files['site.yaml']).toBe(there['content/site.yaml']);
});

it('what is no export is told with what was looked for and what is there', async () => {
  await expect(imported({ 'a.psd': '', 'b/c.psd': '' })).rejects.toThrow(
    /was not recognised\. Looked for:\n[\s\S]* {2}jekyll: a folder with _posts or _drafts\n[\s\S]*Found: a\.psd, b\/\. Name another/,
  );
});

const comment = (id: number, approved: string) =>
  `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author>Bo</wp:comment_author><wp:comment_content>Words</wp:comment_content><wp:comment_approved>${approved}</wp:comment_approved></wp:comment>`;

const item = (id: number, body: string, more = '') =>
  `<item><title>A ${id}</title><link>https://a.example/log/${id}/</link><content:encoded><![CDATA[${body}]]></content:encoded><wp:post_id>${id}</wp:post_id><wp:post_date>2010-05-05 12:00:00</wp:post_date><wp:post_name>a-${id}</wp:post_name><wp:status>${more.includes('draft') ? 'draft' : 'publish'}</wp:status><wp:post_type>post</wp:post_type>${more}</item>`;

const tag = (name: string) => `<category domain="category" nicename="x">${name}</category>`;

const wxr = (...items: readonly string[]) => ({
  'a.xml': `<rss xmlns:wp="https://wordpress.org/export/1.2/"><channel><title>A</title><link>https://a.example/log</link>${items.join('')}</channel></rss>`,
});

const others = [
  item(2, 'Two', tag('Slow boats &amp; rivers') + tag('Море') + comment(7, '1') + comment(8, '0')),
  item(3, 'Three', `${tag('Hidden')}<!-- draft -->`),
  item(4, 'Four', tag('Of pages')).replace('>post</wp:post_type>', '>page</wp:post_type>'),
  item(5, 'Five', comment(9, '1').replace('Words', '<p>&nbsp;</p>')),
];

it.each([
  ['/log/category/slow-boats-rivers/', '/tags/slow-boats-rivers/'],
  ['https://www.a.example/log/tag/%d0%bc%d0%be%d1%80%d0%b5', '/tags/%D0%BC%D0%BE%D1%80%D0%B5/'],
  ['/log/category/all/slow-boats-rivers/?x=1', '/tags/slow-boats-rivers/'],
  ['/log/2/#comment-7', 'a-2.md#comment--wordpress-7'],
  ['/log/2/#comment-8', 'a-2.md#comments--all'],
  ['/log/2/#comments', 'a-2.md#comments--all'],
  ['/log/2/#respond', 'a-2.md#comments--all'],
  ['/log/2/#more-2', 'a-2.md'],
  ['/log/1/#comments', 'a-1.md'],
  ['/log/5/#comment-9', 'a-5.md'],
])('a link to %s of the old journal arrives', async (address, expected) => {
  const { files, root } = await imported(wxr(item(1, `<a href="${address}">it</a>`), ...others));
  expect(files['articles/2010/a-1.md']).toContain(`\n[it](${expected})\n`);
  expect((await loadFolder(root)).faults).toEqual([]);
});

it.each([
  '/log/category/hidden/',
  '/log/category/other/',
  '/log/tag/of-pages/',
  'https://b.example/tag/slow-boats-rivers/',
])('a link to %s stays, since no reader has such a list here', async (address) => {
  const { files } = await imported(wxr(item(1, `<a href="${address}">it</a>`), ...others));
  expect(files['articles/2010/a-1.md']).toMatch(
    /\n\[it\]\((?:https:\/\/.\.example)?\/(?:log|tag)\//,
  );
});

const feed = (id: string, kind: string, more: string) =>
  `<entry><id>tag:blogger.com,1999:blog-1.post-${id}</id><category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#${kind}"/><published>2010-05-05T10:00:00Z</published><author><name>Bo</name></author>${more}</entry>`;

it('those to labels and comments of Blogger do, too', async () => {
  const page = (path: string) =>
    `<link rel="alternate" href="https://b.example/2010/05/${path}.html"/>`;
  const { files } = await imported({
    'b.xml': `<feed xmlns="http://www.w3.org/2005/Atom"><id>tag:blogger.com,1999:blog-1.archive</id><title>B</title>${feed(
      '1',
      'post',
      `${page('one')}<title>One</title><category scheme="http://www.blogger.com/atom/ns#" term="Slow boats"/><content type="html">&lt;a href="https://b.example/search/label/Slow%20boats"&gt;a&lt;/a&gt; &lt;a href="https://b.example/2010/05/one.html?showComment=12#c99"&gt;b&lt;/a&gt;</content>`,
    )}${feed('99', 'comment', '<thr:in-reply-to xmlns:thr="x" ref="tag:blogger.com,1999:blog-1.post-1"/><content>So</content>')}</feed>`,
  });
  expect(files['articles/2010/one.md']).toContain(
    '\n[a](/tags/slow-boats/) [b](#comment--blogger-99)\n',
  );
});

it.each(['ana.blogspot.co.uk', 'ana.blogspot.com.br', 'ANA.blogspot.pt', 'www.ana.blogspot.com'])(
  'a link to %s, where Blogger led readers of a country, leads to the same journal',
  async (host) => {
    const { files } = await imported({
      'b.xml': `<feed xmlns="http://www.w3.org/2005/Atom"><id>tag:blogger.com,1999:blog-1.archive</id><title>B</title><link rel="alternate" type="text/html" href="http://ana.blogspot.com/"/>${feed(
        '1',
        'post',
        `<link rel="alternate" href="http://ana.blogspot.com/2010/05/one.html"/><title>One</title><content type="html">&lt;a href="http://${host}/2010/05/two.html"&gt;a&lt;/a&gt;</content>`,
      )}${feed('2', 'post', '<link rel="alternate" href="http://ana.blogspot.com/2010/05/two.html"/><title>Two</title><content>So</content>')}</feed>`,
    });
    expect(files['articles/2010/one.md']).toContain('\n[a](two.md)\n');
  },
);
