import { expect, it } from 'vitest';
import { pageAddress } from '../../../demo/folder/pageAddress.ts';

const texts = new Map([
  ['site.yaml', 'title: A\nurl: http://127.0.0.1:4400\n'],
  ['notes/a.md', '---\ndate: 2026-11-21\nid: /old/\n---\nWords\n'],
  ['articles/b/index.md', '---\ntitle: B\ndate: 2026-11-21\n---\nWords\n'],
  ['pages/about.md', '---\ntitle: About\n---\nWords\n'],
  ['notes/wrong.md', '---\ndaet: 2026-11-21\n---\nWords\n'],
  [
    'comments/old.yaml',
    'entry: /old/\ncomments:\n  - id: tg-1-1\n    name: Ana\n    date: 2026-11-21T09:00:00+00:00\n    text: Yes\n',
  ],
  ['people.yaml', '{}\n'],
]);

it.each([
  ['notes/a.md', '/notes/a/'],
  ['articles/b/index.md', '/2026/b/'],
  ['pages/about.md', '/about/'],
  ['comments/old.yaml', '/notes/a/#comments--all'],
  ['site.yaml', '/'],
  ['notes/wrong.md', undefined],
  ['people.yaml', undefined],
  ['notes/gone.md', undefined],
])('%s is seen at %s', (file, address) => {
  expect(pageAddress(file, texts)).toBe(address);
});
