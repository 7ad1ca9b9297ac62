import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSource } from '../../src/import/source/openSource.ts';
import { headOf } from '../../src/import/source/text.ts';
import { temporaryFolder } from '../load/temporary.ts';
import { imported } from './imported.ts';
import { zipOf } from './zip.ts';

async function zipAt(...parameters: Parameters<typeof zipOf>): Promise<string> {
  const path = join(await temporaryFolder(), 'export.zip');
  await writeFile(path, zipOf(...parameters));
  return path;
}

function listed(files: Record<string, string>): Parameters<typeof zipOf>[0] {
  return Object.entries(files).map(([name, text]) => ({ name, text }));
}

const post = '---\ntitle: A\n---\nWords.\n';

it('an archive is imported as the folder in it', async () => {
  const path = await zipAt([
    { name: 'blog/_posts/2010-05-05-a.md', text: post.replace('Words.', '![x](/img/x.png)') },
    { name: 'blog/img/x.png', text: 'png' },
    { name: '__MACOSX/blog/_posts/._2010-05-05-a.md', text: 'x' },
  ]);
  const { files } = await imported({ path });
  expect(files['articles/2010/a/index.md']).toContain('![x](x.png)');
  expect(files['articles/2010/a/x.png']).toBe('png');
});

it.each([
  ['a folder of macOS', temporaryFolder],
  ['an archive', (files: Record<string, string>) => zipAt(listed(files))],
  [
    'an archive of macOS',
    (files: Record<string, string>) => zipAt(listed(files), { saysUtf8: false }),
  ],
])(
  'letters that a name has in two parts, with their marks, are those of addresses: %s',
  async (_, made) => {
    const given = {
      'Größe/Jürgen.md': '---\ntitle: A\ndate: 2010-05-05\n---\n![ß](Ähre.png) [b](Zweite.md)\n',
      'Größe/Ähre.png': 'png',
      'Größe/Zweite.md': '---\ntitle: B\ndate: 2010-05-06\n---\n[a](J%C3%BCrgen.md)\n',
    };
    const apart = Object.entries(given).map(([name, text]) => [name.normalize('NFD'), text]);
    const { files } = await imported({ path: await made(Object.fromEntries(apart)) });
    expect(files['articles/2010/jürgen/index.md']).toContain(
      '![ß](%C3%A4hre.png) [b](../zweite.md)',
    );
    expect(files['articles/2010/zweite.md']).toContain('[a](j%C3%BCrgen/index.md)');
    expect(files['articles/2010/jürgen/ähre.png']).toBe('png');
  },
);

it('what Windows wrote leads to its files', async () => {
  const path = await zipAt([
    {
      name: 'blog\\a.md',
      text: '---\ntitle: A\ndate: 2010-05-05\n---\n![x](img\\x.png) [b](sub\\b.md)\n',
    },
    { name: 'blog\\img\\x.png', text: 'png' },
    { name: 'blog\\sub\\b.md', text: '---\r\ntitle: B\r\ndate: 2010-05-06\r\n---\r\nWords.\r\n' },
  ]);
  const { files } = await imported({ path });
  expect(files['articles/2010/a/index.md']).toContain('![x](x.png) [b](../b.md)');
  expect(files['articles/2010/a/x.png']).toBe('png');
});

it.each([
  ['a name that climbs out', { name: '../../evil.md', text: post }],
  ['a name from the root', { name: '/etc/evil.md', text: post }],
  ['a name of another system that climbs out', { name: '..\\..\\evil.md', text: post }],
  ['a bomb', { name: '_posts/2010-05-06-bomb.md', text: 'x'.repeat(3_000_000) }],
])('%s is refused with a word, and the rest is imported', async (_, wrong) => {
  const path = await zipAt([wrong, { name: '_posts/2010-05-05-a.md', text: post }]);
  const { files, report } = await imported({ path });
  expect(Object.keys(files).filter((name) => name.endsWith('.md'))).toEqual(['articles/2010/a.md']);
  expect(report.lines.find(({ what }) => what === 'file')).toMatchObject({
    outcome: 'left',
    why: expect.any(String),
  });
});

it('a file that becomes larger than its archive says is not read', async () => {
  const path = await zipAt([
    { name: '_posts/2010-05-05-a.md', text: post },
    { name: '_posts/2010-05-06-b.md', text: 'x'.repeat(5000), said: 10 },
  ]);
  const { report } = await imported({ path });
  expect(report.lines.find(({ outcome }) => outcome === 'failed')).toMatchObject({
    where: '_posts/2010-05-06-b.md',
  });
});

it('a file whose bytes are not those that were packed is told, and the rest is imported', async () => {
  const files = ['a', 'b'].map((name) => ({ name: `_posts/2010-05-05-${name}.md`, text: post }));
  const bytes = zipOf(files);
  // Of the first check sum in the list at the end.
  const at = bytes.indexOf('PK\u0001\u0002') + 16;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  const path = join(await temporaryFolder({ 'export.zip': bytes }), 'export.zip');
  const { files: written, report } = await imported({ path });
  expect(report.lines.find(({ outcome }) => outcome === 'failed')).toMatchObject({
    where: '_posts/2010-05-05-a.md',
    why: expect.stringContaining('the archive is damaged'),
  });
  expect(written['articles/2010/b.md']).toContain('Words.');
});

const words = '---\ntitle: B\ndate: 2010-05-05\n---\nWords.\n';
const story =
  '<article class="h-entry"><h1 class="p-name">B</h1><time class="dt-published" datetime="2010-05-05T00:00:00Z"></time><section data-field="body"><p>Words.</p></section></article>';

it.each([
  ['_config.yml', '_posts/2010-05-05-b.md', words],
  ['_data/authors.yml', '_posts/2010-05-05-b.md', words],
  ['config/_default/params.toml', 'content/posts/b.md', words],
  ['data/authors/a.yaml', 'content/posts/b.md', words, 'hugo.yaml'],
  ['eleventy.config.js', 'b.md', words],
  ['posts/posts.json', 'posts/b.md', words, 'eleventy.config.js'],
  ['A.textbundle/info.json', 'b.md', words, 'A.textbundle/text.md'],
  ['posts/2010-05-04_A-333333333333.html', 'posts/2010-05-05_B-444444444444.html', story],
])(
  'settings or an entry that are damaged, as %s, cost no other',
  async (damaged, name, text, more?: string) => {
    const files = [
      { name: damaged, text: 'title: "A"' },
      { name, text },
      ...(more === undefined ? [] : [{ name: more, text: '# A\n' }]),
    ];
    const bytes = zipOf(files);
    bytes.fill(0xff, bytes.indexOf('PK\u0001\u0002') + 16, bytes.indexOf('PK\u0001\u0002') + 20);
    const path = join(await temporaryFolder({ 'export.zip': bytes }), 'export.zip');
    const { files: written, line } = await imported({ path });
    expect(written['articles/2010/b.md']).toContain('Words.');
    expect(line(damaged)).toMatchObject({
      outcome: 'failed',
      why: expect.stringMatching(/the archive is damaged/),
    });
  },
);

it.each([
  ['whose check sum is another', 16, 2],
  ['whose bytes cannot be unpacked', -1, 1],
])('of a large file %s, what can be read comes, and the damage is told', async (_, place, most) => {
  const item = (name: string) =>
    `<item><title>${name}</title><link>https://a.example/${name}/</link><content:encoded>${name.repeat(9)}</content:encoded><wp:post_id>${name.length}</wp:post_id><wp:post_date>2010-05-05 12:00:00</wp:post_date><wp:post_name>${name}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>`;
  const noise = Array.from({ length: 9000 }, (__, at) => Math.sin(at).toString(36)).join(' ');
  const text = `<rss xmlns:wp="https://wordpress.org/export/1.2/"><channel>${item('bread')}<!-- ${noise} -->${item('salted')}</channel></rss>`;
  const bytes = zipOf([{ name: 'a.xml', text }]);
  const list = bytes.indexOf('PK\u0001\u0002');
  const at = place === -1 ? Math.floor(list / 2) : list + place;
  bytes.fill(0xff, at, at + (place === -1 ? 400 : 1));
  const path = join(await temporaryFolder({ 'export.zip': bytes }), 'export.zip');
  const { files, report } = await imported({ path });
  expect(files['articles/2010/bread.md']).toContain('breadbread');
  expect(Object.keys(files).filter((name) => name.endsWith('.md'))).toHaveLength(most);
  expect(report.lines.find(({ where }) => where === 'a.xml')).toMatchObject({
    outcome: 'failed',
    why: expect.stringMatching(/the archive is damaged\. What could be read was imported/),
  });
});

it('files of an archive are looked at side by side, though nobody reads them to their ends', async () => {
  const noise = (of: number) =>
    Array.from({ length: 60_000 }, (_, at) => Math.sin(at * of).toString(36));
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const texts = names.map((name, at) => ({ name: `${name}.txt`, text: noise(at + 1).join(' ') }));
  const source = await openSource(await zipAt(texts));
  const heads = [1, 2, 3].flatMap(() => texts.map(({ name }) => headOf(source, name, 10)));
  expect((await Promise.all(heads)).every((head) => head.length === 10)).toBe(true);
  for (const { name, text } of texts)
    expect(Buffer.from(await source.bytes(name)).equals(Buffer.from(text))).toBe(true);
  expect([...source.damaged]).toEqual([]);
  source.close();
});

it.each([
  [
    'nothing but archives',
    { 'a/inner.zip': 'x' },
    /Found: a\/\. What is packed within is not looked into: unpack a\/inner\.zip/,
  ],
  ['nothing', {}, /Found: no file at all\. Name another/],
])('a folder with %s is told so', async (_, files, words) => {
  await expect(imported(files)).rejects.toThrow(words);
});

it('of a folder with exports of two makers, one is imported and the other told', async () => {
  const { report } = await imported({
    '_posts/2010-05-05-a.md': post,
    'result.json': '{"type":"public_channel","id":1,"messages":[]}',
  });
  expect(report.label).toBe('a Jekyll folder');
  expect(report.lines.find(({ what }) => what === 'other export')?.why).toBe(
    'it looks like an export of Telegram Desktop, too: "--from telegram" imports that',
  );
});

it('front matter that nobody could read again for its length comes without what is too long', async () => {
  const { files, line } = await imported({
    '_posts/2010-05-05-a.md': `---\ntitle: ${'t'.repeat(50_000)}\ndescription: ${'d'.repeat(50_000)}\n---\nWords.\n`,
  });
  expect(files['articles/2010/a.md']?.length).toBeLessThan(400);
  expect(line('_posts/2010-05-05-a.md').notes.map(({ what }) => what)).toEqual([
    'summary',
    'title',
  ]);
});

it('of more tags than an entry may have the first come', async () => {
  const tags = Array.from({ length: 252 }, (_, index) => `t${index}`);
  const { files, line } = await imported({
    '_posts/2010-05-05-a.md': `---\ntags: [${tags.join(', ')}]\n---\nWords.\n`,
  });
  expect(files['articles/2010/a.md']).toMatch(/\bt249\b/);
  expect(files['articles/2010/a.md']).not.toMatch(/\bt25[01]\b/);
  expect(line('_posts/2010-05-05-a.md').notes).toEqual([
    { became: 'left', what: 'tag', how: 'an entry has at most 250', count: 2 },
  ]);
});

it('an archive that was cut off, and a path that leads nowhere, are told in a sentence', async () => {
  const folder = await temporaryFolder({
    'cut.zip': zipOf([{ name: 'a.md', text: post }]).subarray(0, 40),
  });
  await expect(openSource(join(folder, 'cut.zip'))).rejects.toThrow(
    /cut\.zip cannot be opened: it is no zip archive|cut\.zip cannot be opened/,
  );
  await expect(openSource('/dev/null')).rejects.toThrow(/null is neither a folder nor a file/);
  await expect(openSource(join(folder, 'none'))).rejects.toThrow(
    /none is not there\. Expected the folder or the file/,
  );
});

it('how far a large file was looked through is told, until its entries are counted', async () => {
  const told: string[] = [];
  const item = '<item><title>A</title><wp:post_id>1</wp:post_id></item>';
  const words = `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>${item}</channel></rss>`;
  await imported({ 'a.xml': words }, { progress: (one) => told.push(one) });
  const kinds = told.map((one) => one.replace(/ .*/, '')).join(' ');
  expect(kinds).toMatch(/^(?:looking )+(?:reading )+writing:$/);
  expect(told[0]).toBe('looking at a.xml: 1 of 1 MB');
});
