import { expect, test } from 'vitest';
import { entryFiles, entryParts } from '../../../bot/content/entryParts.ts';

test.each([
  ['notes/a/index.md', '', ['notes/a']],
  ['notes/a.md', '', ['notes/a.md']],
  // Its folder is everybody's.
  ['notes/index.md', '', ['notes/index.md']],
  ['articles/a.md', '![x](a-b.jpg) ![y](c-d.jpg)', ['articles/a.md', 'articles/a-b.jpg']],
  [
    'articles/a.md',
    '![x](./a-b%20c.jpg) [y](../articles/a-d.pdf#page=2) ![z](/a-e.jpg) [f](a-g.md)',
    ['articles/a.md', 'articles/a-b c.jpg', 'articles/a-d.pdf'],
  ],
  [
    'articles/a.md',
    '---\ncover:\n  src: a-c.jpg\n  alt: ""\n---\n',
    ['articles/a.md', 'articles/a-c.jpg'],
  ],
])('of %s with %j its own are %j', (file, source, parts) => {
  expect(entryParts(file, source)).toEqual(parts);
});

test('a file that is gone is its only part', async () => {
  expect(await entryFiles('notes/a.md', (file) => `/nowhere/${file}`)).toEqual([
    '/nowhere/notes/a.md',
  ]);
});
