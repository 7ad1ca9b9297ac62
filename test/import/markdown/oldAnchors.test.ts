import { describe, expect, it } from 'vitest';
import { Notes } from '../../../src/import/item/notes.ts';
import { fragmentOf, placesIn, withOldAnchors } from '../../../src/import/markdown/oldAnchors.ts';
import { imported } from '../imported.ts';

const withLinks = (body: string, ...wanted: readonly string[]) =>
  withOldAnchors(body, { wanted: new Set(wanted), was: undefined, is: 'scrollback' }, new Notes());

it.each([
  ['[a](#one) [b](<b.md#two> "t") [c](/c/?d#caf%C3%A9)', ['one', 'two', 'café']],
  ['<a HREF="x.html#one">a</a> <a href=#two>b</a>', ['one', 'two']],
  ['[a]: https://a.example/b#one\n\n# Two', ['one']],
  ['C# and #tags, `[a](b)#c`', []],
])('what links lead to is found: %s', (text, expected) => {
  expect(placesIn(text).map(fragmentOf)).toEqual(expected);
});

describe('a heading gets the id by which links lead to it', () => {
  it.each([
    ['of GitHub', '## C++ & you', 'c--you'],
    ['of GitHub, of a number', '## 1.2 Setup', '12-setup'],
    ['of kramdown', '## 1. Setting up', 'setting-up'],
    ['of a plugin of WordPress', '## What is new?', 'What_is_new'],
    ['of a wiki', '### A (b) c', 'A_b_c'],
    ['without accents', '## Café à la crème', 'cafe-a-la-creme'],
    ['of a heading that a line marks', 'Tide & time\n---', 'tide--time'],
  ])('%s', (_, heading, id) => {
    const [first = '', ...rest] = heading.split('\n');
    const expected = [`${first} {#${id}}`, ...rest].join('\n');
    expect(withLinks(`${heading}\n\nWords.\n`, id)).toBe(`${expected}\n\nWords.\n`);
  });

  it.each([
    ['## A *b* `c`, d', 'a-b-c--d', '## A *b* `c`, d {#a-b-c--d}'],
    ['## A, `b`', 'a--b', '## A, `b` {#a--b}'],
    ['## A, [b](c.md) ##', 'a--b', '## A, [b](c.md) {#a--b} ##'],
    ['> ## A, b', 'a--b', '> ## A, b {#a--b}'],
    ['- ## A, b', 'a--b', '- ## A, b {#a--b}'],
  ])('within its signs: %s', (body, id, expected) => {
    expect(withLinks(body, id)).toBe(expected);
  });

  it('the second of its words by the number that it had', () => {
    const body = '## A & b\n\n## A & b\n\n## A & b\n';
    expect(withLinks(body, 'a--b-1')).toBe('## A & b\n\n## A & b {#a--b-1}\n\n## A & b\n');
    const was = 'scrollback';
    const anchors = { wanted: new Set(['a-b-2', 'a-b-3']), was, is: 'github' } as const;
    expect(withOldAnchors(body, anchors, new Notes())).toBe(
      '## A & b\n\n## A & b {#a-b-2}\n\n## A & b {#a-b-3}\n',
    );
  });

  it('beside the one that others lead to', () => {
    expect(withLinks('## A & b\n', 'a--b', 'a-b')).toBe('## <a id="a--b"></a>A & b\n');
    expect(withLinks('## A & b {#own}\n', 'a--b')).toBe('## <a id="a--b"></a>A & b {#own}\n');
    expect(withLinks('## A & b\n', 'a--b', 'a__b')).toBe('## <a id="a__b"></a>A & b {#a--b}\n');
  });
});

it.each([
  ['one that it has anyway', '## A b\n', 'a-b'],
  ['one that it says itself', '## Words {#a-b}\n\n## A, b\n', 'a-b'],
  ['one that a place of the text has', '<a id="a--b"></a>\n\n## A, b\n', 'a--b'],
  ['one of other words', '## A b\n', 'fn1', 'x'],
  ['words in code', '```\n## A & b\n```\n', 'a--b'],
])('nothing changes for %s', (_, body, ...wanted) => {
  expect(withLinks(body, ...wanted)).toBe(body);
});

const jekyll = {
  '_config.yml': 'title: A\n',
  '_posts/2010-05-05-a.md':
    '---\ntitle: A\n---\nSee [below](#c--you) and [b]({% post_url 2010-05-06-b %}#1--2).\n\n## C++ & you\n\nWords.\n',
  '_posts/2010-05-06-b.md': '---\ntitle: B\n---\n## (1) & 2\n\n## Other\n',
};

it('links within texts and among them arrive in a journal of another rule', async () => {
  const site = 'title: Mine\nurl: https://a.example\n';
  const { files } = await imported(jekyll, {}, { 'content/site.yaml': site });
  expect(files['articles/2010/a.md']).toContain(
    'See [below](#c--you) and [b](b.md#1--2).\n\n## C++ & you {#c--you}\n',
  );
  expect(files['articles/2010/b.md']).toContain('\n## (1) & 2 {#1--2}\n\n## Other\n');
});

it('where the journal follows the old rule, no heading has to say it', async () => {
  const { files } = await imported(jekyll);
  expect(files['site.yaml']).toContain('headingIds: github\n');
  expect(files['articles/2010/a.md']).toContain('\n## C++ & you\n');
});

it('what links to other sites call their headings is no name of one here', async () => {
  const { files } = await imported({
    '_config.yml': 'title: A\nurl: https://a.example\n',
    '_posts/2010-05-05-a.md':
      '---\ntitle: A\n---\n[w](https://en.wiki.example/Keel#History) [o](https://a.example/2010/05/05/a.html#Early_days)\n\n## History\n\n## Early days\n',
  });
  expect(files['articles/2010/a.md']).toContain('\n## History\n\n## Early days {#Early_days}\n');
});
