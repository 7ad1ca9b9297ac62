import { expect, it } from 'vitest';
import { conflictCopy, copiesAmong, copyFault } from '#journal/content/conflictCopy.ts';
import { entryText, load, told } from './content.ts';

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>';
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
  'articles/x{conflict}.md',
  'articles/x~HEAD.md',
  'articles/x~feature_a.md',
  'articles/x~Updated upstream.md',
  'articles/x..path1.md',
  'articles/x (case clash from Ana).md',
  'articles/x (# Edit conflict 2026-01-02 aBc12 #).md',
  'articles/x_DiskStation_Jan-02-1200-2026_Conflict.md',
  'articles/[Conflict] x.md',
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

it.each([
  'site~HEAD.yaml',
  'site 2.yaml',
  'site (1).yaml',
  'site copy.yaml',
  'site-DESKTOP-1A2B3C4-2.yaml',
  'site_conf(1).yaml',
  'site.sync-conflict-20260102-120000-ABCDEFG.yaml',
])('settings have no second file: %s', (file) => {
  const names = new Set(['site.yaml', file]);
  expect(conflictCopy(file, names)).toEqual({ file, original: 'site.yaml', isOriginalThere: true });
});

it.each([
  ['articles/x.md~HEAD', 'articles/x.md', false],
  ['articles/x.md~1a2b3c4 (add a note)', 'articles/x.md', false],
  ['site.yaml.conflict1', 'site.yaml', false],
  ['articles/a.jpg~main', 'articles/a.jpg', true],
  ['articles/a (conflicted copy 2026-01-02 120000).jpg', 'articles/a.jpg', true],
  ['articles/a.sync-conflict-20260102-120000-ABCDEFG.jpg', 'articles/a.jpg', true],
  ['articles/a-DESKTOP-1A2B3C4.jpg', 'articles/a.jpg', true],
  ['articles/a 2.jpg', 'articles/a.jpg', true],
  ['articles/a (1).jpg', 'articles/a.jpg', true],
  ['public/b (conflicted copy).png', 'public/b.png', true],
  ['style copy.css', 'style.css', true],
])('what is no text is told too, and stops where it may be one: %s', (file, original, warning) => {
  const names = new Set([
    'articles/x.md',
    'site.yaml',
    'articles/a.jpg',
    'public/b.png',
    'style.css',
    file,
  ]);
  expect(copiesAmong(names)).toEqual([
    { ...copyFault({ file, original, isOriginalThere: true }), warning },
  ]);
});

it.each([
  'articles/b 2.jpg',
  'public/b 2.png',
  'articles/x~.md',
  'articles/iran_conflict.jpg',
  'a~b',
  'public/app_1.0~rc1.deb',
  'public/vendors~main.js',
  'public/TOWNS_LOCAL_2.csv',
])('and %s is no copy', (file) => {
  expect(copiesAmong(new Set(['public/b.png', file]))).toEqual([]);
});

it('a picture that an entry shows is no copy', async () => {
  const result = await load({
    'articles/x/index.md': entryText('', '![a](photo%202.svg)'),
    'articles/x/photo.svg': drawing,
    'articles/x/photo 2.svg': drawing,
    'articles/x/photo 3.svg': drawing,
  });
  expect(told(result)).toEqual([
    `warning articles/x/photo 3.svg:1: by its name a copy of articles/x/photo.svg, ${why}`,
  ]);
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
  [
    'a text about what editors of an encyclopedia see',
    'articles/x.md',
    'articles/y (edit conflict).md',
  ],
  ['a text about a name', 'articles/x.md', 'articles/y (name clash).md'],
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
