import { expect, it } from 'vitest';
import { Notes } from '../../../src/import/item/notes.ts';
import { splitForeign } from '../../../src/import/markdown/frontMatter.ts';
import { plainMarkdown } from '../../../src/import/markdown/plainMarkdown.ts';
import { imported } from '../imported.ts';

it.each([
  [
    'Neap\n: It stays\nhere.\n\nSpring\n: It comes.\n',
    '- **Neap:** It stays\n  here.\n- **Spring:** It comes.\n',
  ],
  ['A\nB:\n: x\n: y\n\nAfter.', '- **A, B:** x\n\n  y\n\nAfter.'],
  [
    '**A** `b`\n\n:   x\n\n    y\n\n    - z\n\n        ~~~\n        : c\n        ~~~\n',
    '- **A `b`:** x\n\n  y\n\n  - z\n\n      ~~~\n      : c\n      ~~~\n',
  ],
  [
    'A\n:\t```\n\tcode\n\t```\n\nB\n: - x\n  - y\n',
    '- **A:**\n\n  ```\n  code\n  ```\n- **B:**\n\n  - x\n  - y\n',
  ],
  [
    '`__init__`\n: x\n\n__b__ snake__case__\n: y',
    '- **`__init__`:** x\n- **b snake__case__:** y\n',
  ],
  ['Before.\n\nA\n: x\n\n## After', 'Before.\n\n- **A:** x\n\n## After'],
])('a list of terms as %j is one of Scrollback', (body, expected) => {
  expect(plainMarkdown(body, new Notes())).toBe(expected);
});

it.each([
  '```\nA\n: x\n```\n',
  '- A\n: x\n',
  '> A\n: x\n',
  '# A\n: x\n',
  'A\n\n\n: x\n',
  '    A\n: x\n',
  'At 10\n:30 or\n:smile:\n',
  '| a |\n|---|\n: x\n',
])('what is no list of terms stays: %j', (body) => {
  expect(plainMarkdown(body, new Notes())).toBe(body);
});

it.each([
  ['A\n\n{::comment}\nfor me -- alone\n{:/comment}\n\nB', 'A\n\n<!--\nfor me - - alone\n-->\n\nB'],
  ['{::nomarkdown}<b>x</b>{:/}', '<b>x</b>'],
  ['## A {.wide}\n\nB\n{.note #b}\n\nC {x}', '## A\n\nB\n\nC {x}'],
])('what only the Markdown of Jekyll and Hugo has, as %j, leaves no sign', (body, expected) => {
  expect(plainMarkdown(body, new Notes())).toBe(expected);
});

it.each([
  ['jekyll', '_posts/2010-05-05-a.md'],
  ['hugo', 'content/posts/a.md'],
  ['markdown', '2010-05-05-a.md'],
])('%s has terms, and the report tells', async (from, name) => {
  const { files, line } = await imported(
    { [name]: '---\ntitle: A\ndate: 2010-05-05\n---\nNeap\n: It stays.\n' },
    { from },
  );
  expect(files['articles/2010/a.md']).toContain('---\n\n- **Neap:** It stays.\n');
  expect(line(name).notes).toContainEqual(
    expect.objectContaining({ became: 'changed', what: 'list of terms' }),
  );
});

const split = (text: string) => {
  const { matter, body } = splitForeign(text, new Notes());
  return { matter: Object.fromEntries(matter), body };
};

it.each([
  [
    'a line below, as Hexo has it',
    'title: "A: b"\ndate: 2013/7/13 20:46:25\ntags:\n- x\n- y\n---\nWords.\n',
    { title: 'A: b', date: '2013/7/13 20:46:25', tags: ['x', 'y'] },
  ],
  [
    'an empty line, as Pelican has it',
    'Title: A: b\nDate: 2010-12-03 10:20\nTags: x, y z\nStatus: draft\nSummary: It goes\n    on.\n\nWords.\n',
    {
      title: 'A: b',
      date: '2010-12-03 10:20',
      tags: ['x', 'y z'],
      status: 'draft',
      summary: 'It goes on.',
    },
  ],
  ['an empty line behind one key', 'Title: A\n\nWords.\n', { title: 'A' }],
  [
    'an empty line, whatever comes first',
    'Modified: 2011-01-01\nTitle: A\nStatus: draft\n\nWords.\n',
    { modified: '2011-01-01', title: 'A', status: 'draft' },
  ],
  ['an empty line behind that it is a draft', 'Status: draft\n\nWords.\n', { status: 'draft' }],
  ['a line of spaces', 'Title: A\nStatus: draft\n \t\nWords.\n', { title: 'A', status: 'draft' }],
])('front matter without a line above it ends with %s', (_, text, matter) => {
  expect(split(text)).toEqual({ matter, body: 'Words.\n' });
});

it.each([
  'Note: this is a text.\nIt goes on.\n',
  'Title: this\nis a text.\n\nIt goes on.\n',
  'Title: a heading\n---\nWords.\n',
  'Author: somebody\n\nWords.\n',
  'Status: draft of a law\n\nWords.\n',
  'Summary: so far so good\n\nWords.\n',
  'Title: what to buy\n- milk: 2\n- eggs\n\nIt goes on.\n',
  'Date: the fruit of a palm\n\nIt goes on.\n',
  'Title: Gatsby\nWhat I think of it: good\n\nIt goes on.\n',
  'https://a.example\n\nWords.\n',
])('a text that begins with a colon is a text: %j', (text) => {
  expect(split(text)).toEqual({ matter: {}, body: text });
});

it('a draft that says so there stays one', async () => {
  const { files } = await imported({
    'a.md': 'Title: A\nDate: 2010-05-05\nStatus: draft\n\nSecret.\n',
    'b.md': 'Title: B\nDate: 2010-05-05\nStatus: hidden\n\nSecret.\n',
  });
  expect(files['articles/2010/a.md']).toContain('draft: true\n');
  expect(files['articles/2010/b.md']).toContain('draft: true\n');
});
