import { expect, it } from 'vitest';
import { followedChange } from '../../../demo/folder/followed.ts';
import type { FileChange } from '../../../demo/folder/watchedFolder.ts';

const copied = '---\ndate: 2026-01-02\n---\n\nOld.\n';
const posted = copied.replace('\n---\n\n', '\nsyndication:\n  - https://t.me/drawer/1\n---\n\n');
const sample = { 'notes/old.md': copied };

const change = (file: string, at: number, more: Partial<FileChange> = {}): FileChange => ({
  file,
  kind: 'new',
  at,
  before: '',
  text: 'Words',
  ...more,
});
const post = change('notes/old.md', 9_000, { kind: 'changed', before: copied, text: posted });

it.each<[string, readonly FileChange[], string | undefined]>([
  ['nothing, where nothing changed', [], undefined],
  ['what changed last', [change('a.md', 9_000), change('b.md', 1_000)], 'a.md'],
  [
    'words, not the picture of the same moment',
    [change('a.jpg', 9_000), change('a.md', 8_500)],
    'a.md',
  ],
  ['a picture that came later', [change('a.jpg', 9_000), change('a.md', 1_000)], 'a.jpg'],
  [
    'what somebody wrote, not where the sample was posted meanwhile',
    [post, change('a.md', 1_000)],
    'a.md',
  ],
  [
    'what somebody wrote, though the second post of the sample came much later',
    [
      {
        ...post,
        before: posted,
        text: posted.replace('drawer/1', 'drawer/1\n  - https://t.me/drawer/2'),
      },
      change('a.md', 1_000),
    ],
    'a.md',
  ],
  ['where the sample was posted, while nobody wrote', [post], 'notes/old.md'],
  [
    'a note of the sample that somebody changed, too',
    [{ ...post, text: posted.replace('Old', 'New') }, change('a.md', 1_000)],
    'notes/old.md',
  ],
  [
    "where a note of one's own was posted",
    [{ ...post, file: 'notes/own.md' }, change('a.md', 1_000)],
    'notes/own.md',
  ],
])('is %s', (_, changes, file) => {
  expect(followedChange(changes, sample)?.file).toBe(file);
});
