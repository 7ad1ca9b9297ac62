import { describe, expect, it } from 'vitest';
import { isStopping } from '#journal/fault/fault.ts';
import { entryText, load, site, told } from './content.ts';

const stopping = ({ faults }: Awaited<ReturnType<typeof load>>) => faults.filter(isStopping);

describe('a draft with', () => {
  it.each<[string, string, string]>([
    ['no date', 'articles/d.md', '---\ntitle: A\ndraft: true\n---\n'],
    ['no title', 'articles/d.md', '---\ndate: 2026-01-02\ndraft: true\n---\n'],
    ['nothing but its flag', 'articles/d.md', '---\ndraft: true\n---\n'],
    ['nothing but its flag, as a note', 'notes/d.md', '---\ndraft: true\n---\n'],
    ['an unknown key', 'notes/d.md', entryText('draft: true\nlayout: post\n')],
    ['a wrong value', 'notes/d.md', entryText('draft: true\ntags: { a: b }\n')],
    ['YAML that is none', 'notes/d.md', '---\ndate: [2026\ndraft: true\ntitle: "a\n---\n\nText\n'],
    ['YAML that is none before its flag', 'notes/d.md', '---\na: b: c\ndraft: true # yet\n---\n'],
    ['a key twice', 'notes/d.md', entryText('draft: true\ndate: 2026-01-03\n')],
    [
      'front matter without an end',
      'notes/d.md',
      '---\ndate: 2026-01-02\ndraft: "true"\n\nText.\n',
    ],
    ['front matter below an empty line', 'notes/d.md', '\n---\ndraft: true\n---\n'],
    ['CRLF and no date', 'notes/d.md', '---\r\ndraft: true\r\n---\r\n'],
    ['another encoding', 'notes/d.md', 'latin1'],
    ['the path of an entry', 'articles/0.md', entryText('draft: true\nslug: a\n')],
    ['the id of an entry', 'articles/0.md', entryText('draft: true\nid: one\n')],
    ['the alias of an entry', 'articles/0.md', entryText('draft: true\naliases: /old/\n')],
    [
      'an alias that is the path of an entry',
      'notes/0.md',
      entryText('draft: true\naliases: /2026/a/\n'),
    ],
    [
      'an alias within that of an entry',
      'notes/0.md',
      entryText('draft: true\naliases: /old.html/x/\n'),
    ],
    [
      'an alias that an entry lies within',
      'notes/0.md',
      entryText('draft: true\naliases: /2026/a.html\n'),
    ],
    [
      'a part of a series that there is',
      'articles/0.md',
      entryText('draft: true\nseries: { id: s, part: 1 }\n'),
    ],
    [
      'a part of a series that leaves a gap',
      'articles/d.md',
      entryText('draft: true\nseries: { id: s, part: 4 }\n'),
    ],
    ['an unknown series', 'articles/d.md', entryText('draft: true\nseries: t\n')],
    ['a tag in another spelling', 'articles/0.md', entryText('draft: true\ntags: C sharp\n')],
    ['a missing picture', 'notes/d.md', entryText('draft: true\n', '![x](x.png)')],
    ['a script', 'notes/d.md', entryText('draft: true\n', '<script>x</script>')],
    ['JSX that is none', 'articles/d.mdx', entryText('draft: true\n', '<Foo {')],
    ['the wrong ending', 'notes/d.mdx', '---\ndraft: true\n---\n\n<Foo {'],
    ['no room', 'letters/d.md', '---\ndraft: true\n---\n'],
    ['a flag that says yes', 'notes/d.md', '---\ndate: 2026-01-02\ndraft: yes\n---\n'],
    ['a flag in capitals', 'notes/d.md', '---\ndate: 2026-01-02\ndraft: True\n---\n'],
    ['a flag that says yes, as a page', 'pages/d.md', '---\ntitle: A\ndraft: "Yes"\n---\n'],
    ['a fault in a page', 'pages/d.md', '---\ndraft: true\n---\n'],
    ['a name of a conflict copy', 'articles/a (conflicted copy).md', entryText('draft: true\n')],
  ])('%s is told, and stops nothing', async (_, file, text) => {
    const source =
      text === 'latin1' ? Buffer.from(entryText('draft: true\n', 'café'), 'latin1') : text;
    const result = await load({
      'series/s.yaml': 'title: S\n',
      'articles/a.md': entryText(
        'id: one\naliases: [/old/, /old.html]\nseries: { id: s, part: 1 }\ntags: C#\n',
      ),
      'articles/a.html.md': entryText('slug: a.html/b\n').replace(
        'slug: a.html/b',
        'aliases: /2026/a.html/b/',
      ),
      [file]: source,
    });
    expect(stopping(result)).toEqual([]);
    expect(result.faults.length).toBeGreaterThan(0);
    expect(result.loaded?.journal.entries.map((entry) => entry.file)).toEqual([
      'articles/a.html.md',
      'articles/a.md',
    ]);
  });
});

it('a draft on the path of an alias is at fault, and not what is published', async () => {
  const result = await load({
    'articles/b.md': entryText('aliases: /2026/a/\n'),
    'articles/a.md': entryText('draft: true\n'),
  });
  expect(told(result)).toEqual([
    'draft articles/a.md:1: the path /2026/a/, which articles/b.md has already',
  ]);
});

it('a draft that lacks something holds its part in a series', async () => {
  const part = (number: number, rest = '') =>
    entryText(`series: { id: s, part: ${number} }\n${rest}`);
  const result = await load({
    'series/s.yaml': 'title: S\n',
    'articles/a.md': part(1),
    'articles/b.md': part(2, 'draft: true\n').replace('date: 2026-01-02\n', ''),
    'articles/c.md': part(3),
  });
  expect(told(result)).toEqual(['draft articles/b.md:1: no "date"']);
});

it('a draft that lacks something is shown in development as far as it can be', async () => {
  const result = await load({ 'articles/d.md': '---\ndraft: true\n---\n\nWords.\n' }, 'everything');
  expect(result.loaded?.journal.entries.map(({ title, body }) => [title, body])).toEqual([
    ['d', '\nWords.\n'],
  ]);
});

it.each([
  ['in the text of a draft stops nothing', '---\ndate: 2026-01-02\ndraft: true\n---\n', 0],
  ['over the flag itself stops', '---\ndate: 2026-01-02\n', 1],
])('a merge that was left open %s', async (_, head, count) => {
  const conflict = '<<<<<<< ours\ndraft: true\n=======\ntags: a\n>>>>>>> theirs\n';
  const text = head.endsWith('---\n') ? `${head}${conflict}` : `${head}${conflict}---\n\nText.\n`;
  expect(stopping(await load({ 'notes/a.md': text }))).toHaveLength(count);
});

it('what is no draft stops, whatever a text below says of drafts', async () => {
  const result = await load({ 'notes/a.md': '---\nlayout: x\n---\n\ndraft: true\n' });
  expect(stopping(result)).toHaveLength(2);
});

describe('all faults at once:', () => {
  it.each<[string, Record<string, string>]>([
    ['wrong front matter of another file', { 'articles/0.md': entryText('tags: [a\n') }],
    [
      'wrong front matter of the same file',
      { 'articles/a.md': entryText('layout: x\n', '![x](x.png)') },
    ],
    ['a wrong site.yaml', { 'site.yaml': 'title: [\n' }],
    ['a site.yaml without an address', { 'site.yaml': 'title: A\n' }],
    [
      'no site.yaml that can be read',
      { 'site.yaml': Buffer.from('title: é\n', 'latin1') as never },
    ],
    ['a wrong authors.yaml', { 'authors.yaml': 'ana: [\n' }],
    ['a wrong series', { 'series/s.yaml': 'titel: S\n' }],
    ['a wrong blogroll.yaml', { 'blogroll.yaml': '- x: [\n' }],
  ])('a missing picture is told beside %s', async (_, files) => {
    const result = await load({ 'articles/a.md': entryText('', '![x](x.png)'), ...files });
    expect(told(result)).toContain(
      `articles/a.md:${files['articles/a.md'] ? 7 : 6}: the picture x.png is missing`,
    );
    expect(stopping(result).length).toBeGreaterThan(1);
    if (files['site.yaml']) expect(result.loaded).toBeUndefined();
  });

  it.each([
    ['that says where everything is', `${site}nvg: []\ntheme: {face: x}\n`, 3],
    ['whose patterns of addresses are wrong', `${site}permalinks: {articles: /x/}\n`, 0],
    ['whose key may be one for addresses', `${site}permalink: {articles: /x/:slug/}\n`, 0],
  ])('links beside faults of a site.yaml %s', async (_, settings, count) => {
    const result = await load({
      'site.yaml': settings,
      'articles/a.md': entryText('', '[b](/2026/b/) [c](#none) ![d](/none.png)'),
    });
    expect(told(result).filter((fault) => fault.startsWith('articles/a.md:6'))).toHaveLength(count);
    expect(told(result).some((fault) => fault.startsWith('site.yaml:3'))).toBe(true);
  });

  it('an entry that cannot be read is no broken link as well', async () => {
    const result = await load({
      'articles/a.md': entryText('', '[b](b.md) and [[B]]'),
      'articles/b.md': entryText('layout: x\n'),
    });
    expect(told(result)).toEqual(['articles/b.md:4: unknown key "layout"']);
  });
});
