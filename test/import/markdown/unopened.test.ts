import { expect, it } from 'vitest';
import { Notes } from '../../../src/import/item/notes.ts';
import { splitForeign } from '../../../src/import/markdown/frontMatter.ts';
import { imported } from '../imported.ts';

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
