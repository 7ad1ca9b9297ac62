import { expect, it } from 'vitest';
import { entryText, load, told } from './content.ts';

const why = 'as programs make one when a file was changed in two places';

it.each([
  'articles/x (conflicted copy).md',
  "articles/x (Ana's conflicted copy 2026-01-02).md",
  'articles/x (Ana’s MacBook (2)’s conflicted copy 2026-01-02).md',
  'articles/x (Case Conflict).md',
  'articles/x (conflicted copy 2026-01-02 120000).md',
  'articles/x.sync-conflict-20260102-120000-ABCDEFG.md',
  'articles/x_conflict-20260102-120000.md',
  'articles/x_conf(1).md',
  'articles/x (SFConflict ana@example.com 2026-01-02-12-00-00).md',
  'articles/x (In Konflikt stehende Kopie von Ana 2026-01-02).md',
  'articles/x (Copie en conflit de Ana 2026-01-02).md',
  'articles/x (copia en conflicto de Ana).md',
  'articles/x (Ana の競合コピー 2026-01-02).md',
  'articles/x [conflicted].md',
  'articles/x.Conflict.md',
  'articles/x_LOCAL_1234.md',
  'articles/x 2.md',
  'articles/x (1).md',
  'articles/x copy.md',
  'articles/x - Copy.md',
  'articles/x(1).md',
  'articles/x – Kopie.md',
  'articles/x (copie).md',
  'articles/x - Copia (2).md',
  'articles/xのコピー.md',
  'articles/x — копия.md',
  'articles/Copy of x.md',
  'articles/Kopie von x.md',
  'articles/x-DESKTOP-1A2B3C4.md',
])('%s is no entry, and the fault names both files', async (file) => {
  const result = await load({ 'articles/x.md': entryText(), [file]: entryText('', 'More.') });
  expect(told(result)).toEqual([`${file}:1: by its name a copy of articles/x.md, ${why}`]);
  expect(result.loaded?.journal.entries.map((entry) => entry.file)).toEqual(['articles/x.md']);
});

it.each([
  ['a folder', 'notes/x/index.md', 'notes/x (conflicted copy)/index.md'],
  ['a folder, by a file manager,', 'notes/x/index.md', 'notes/x 2/index.md'],
  ['YAML', 'series/x.yaml', 'series/x.sync-conflict-20260102-120000-ABCDEFG.yaml'],
  ['the site', 'site.yaml', 'site (conflicted copy).yaml'],
])('a copy of %s is told too', async (_, original, file) => {
  const text = file.endsWith('.md') ? entryText() : 'title: S\nurl: https://sample.example\n';
  const x = original.startsWith('series/') ? 'title: S\n' : text;
  const result = await load({ [original]: x, [file]: x });
  expect(told(result)).toEqual([`${file}:1: by its name a copy of ${original}, ${why}`]);
});

it('a copy whose original is gone is told', async () => {
  const result = await load({ 'articles/x (conflicted copy).md': entryText() });
  expect(told(result)).toEqual([
    `articles/x (conflicted copy).md:1: by its name a copy of articles/x.md, ${why}`,
  ]);
});

it.each([
  ['a text about conflicts', 'articles/iran.md', 'articles/iran-conflict.md'],
  ['brackets of its own', 'articles/peace.md', 'articles/war (on conflict).md'],
  ['a second part', 'articles/x.md', 'articles/x 2.md'],
  ['a text about copies', 'articles/x.md', 'articles/Copy of x.md'],
])('%s is no copy', async (_, original, file) => {
  const other = entryText('', 'Other.').replace('title: A', 'title: B');
  expect(told(await load({ [original]: entryText(), [file]: other }))).toEqual([]);
});

it('an entry that only looks like a copy is told and published', async () => {
  const result = await load({ 'articles/x.md': entryText(), 'articles/x-LAPTOP.md': entryText() });
  expect(told(result)).toEqual([
    `warning articles/x-LAPTOP.md:1: by its name a copy of articles/x.md, ${why}`,
  ]);
  expect(result.loaded?.journal.entries).toHaveLength(2);
});
