import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openCaches } from '../../src/load/caches.ts';
import { loadJournal } from '../../src/load/loadJournal.ts';
import { withOldPlace } from '../../src/load/movedDocuments.ts';
import { now, site, told } from './content.ts';
import { temporaryFolder, writeFiles } from './temporary.ts';

const entry = (title: string, day: string, more = '') =>
  `---\ntitle: ${title}\ndate: ${day}\n${more}---\n\nText.\n`;

const files = {
  'site.yaml': site,
  'articles/a.md': entry('A', '2026-01-01'),
  'articles/b.md': entry('B', '2026-01-02', 'aliases: [/old/b/]\n'),
  'articles/c.md': entry('C', '2026-01-03', 'id: c\n'),
  'articles/twin.md': entry('Twin', '2026-01-04'),
  'articles/two.md': entry('Twin', '2026-01-04', 'slug: two\n'),
  'notes/d.md': '---\ndate: 2026-01-05\n---\n\nNote.\n',
  'notes/t.md': '---\ndate: 2026-01-05T09:00:00Z\n---\n\nNote.\n',
  'pages/p.md': '---\ntitle: P\n---\n\nPage.\n',
};

function loadedOf({ loaded }: Awaited<ReturnType<typeof loadJournal>>) {
  if (!loaded) throw new Error('It was not loaded.');
  return loaded;
}

type Change = (root: string) => Promise<unknown>;

/**
 * What is told of a journal that was built, once it is changed, with a build between one change and the next; twice, since
 * looking changes nothing.
 */
async function afterwards(...changes: readonly Change[]) {
  const root = await temporaryFolder(files);
  const cache = await temporaryFolder();
  const load = () =>
    loadJournal(
      { root, shownRoot: 'content', now },
      { sees: 'published', now },
      openCaches(cache),
      [],
    );
  /** What the end of a build keeps. */
  const build = async () => {
    const { journal, moved, withdrawn } = loadedOf(await load());
    const former = new Map(moved.map((one) => [one.document, one.before]));
    openCaches(cache).places.keep(journal, former, withdrawn);
    return moved;
  };
  for (const change of changes) {
    expect(await build()).toEqual([]);
    await change(root);
  }
  const lines = told(await load());
  // A build that tells of it is no end of it.
  await build();
  await build();
  expect(told(await load())).toEqual(lines);
  const { moved, onDisk } = loadedOf(await load());
  return { lines, moved, onDisk, load };
}

const write = (lines: Readonly<Record<string, string>>) => (root: string) =>
  writeFiles(root, lines);
const move = (from: string, to: string) => (root: string) =>
  rename(join(root, from), join(root, to));

it.each<[string, (root: string) => Promise<unknown>, ...string[]]>([
  ['words change, or a text goes', (root) => rm(join(root, 'articles/a.md'))],
  ['a text is a draft', write({ 'articles/a.md': entry('A', '2026-01-01', 'draft: true\n') })],
  [
    'the year of a date is another',
    write({ 'articles/a.md': entry('A', '2025-01-01') }),
    'warning articles/a.md:1: was at /2026/a/ before, and nothing leads on from there; it was "/2026/a/" in feeds, which will show it as new',
  ],
  [
    'a file has another name',
    move('articles/a.md', 'articles/new.md'),
    'warning articles/new.md:1: was at /2026/a/ before, and nothing leads on from there; it was "/2026/a/" in feeds, which will show it as new',
  ],
  [
    'one of two with the same date and title has another name, which nobody can tell apart',
    async (root) => {
      await move('articles/twin.md', 'articles/x.md')(root);
      await move('articles/two.md', 'articles/y.md')(root);
    },
  ],
  [
    'two texts have the date and the title of one that is gone, which nobody can tell apart',
    async (root) => {
      await move('articles/a.md', 'articles/x.md')(root);
      await write({ 'articles/y.md': entry('A', '2026-01-01') })(root);
    },
  ],
  [
    'one note of a day is gone, and another is there',
    async (root) => {
      await rm(join(root, 'notes/d.md'));
      await write({ 'notes/e.md': '---\ndate: 2026-01-05\n---\n\nOther words.\n' })(root);
    },
  ],
  [
    'the file of a note has another name, and it has an hour',
    move('notes/t.md', 'notes/u.md'),
    'warning notes/u.md:1: was at /notes/t/ before, and nothing leads on from there; it was "/notes/t/" in feeds, which will show it as new',
  ],
  [
    'it has an id of its own',
    write({ 'articles/c.md': entry('C', '2026-01-03', 'id: c\nslug: see\n') }),
    'warning articles/c.md:5: was at /2026/c/ before, and nothing leads on from there',
  ],
  [
    'the old path leads on',
    write({ 'articles/a.md': entry('A', '2025-01-01', 'aliases: /2026/a/\n') }),
  ],
  [
    'the list of redirects leads on from it',
    write({
      'articles/c.md': entry('C', '2026-01-03', 'id: c\nslug: see\n'),
      'redirects.yaml': '/2026/c/: /2026/see/\n',
    }),
  ],
  [
    'a first alias comes before the one that is its id, and to one that had none',
    write({
      'articles/b.md': entry('B', '2026-01-02', 'aliases: [/b/, /old/b/]\n'),
      'notes/d.md': '---\ndate: 2026-01-05\naliases: /d/\n---\n\nNote.\n',
    }),
    'warning articles/b.md:1: was "/old/b/" in feeds, which will show it as new',
    'warning notes/d.md:1: was "/notes/d/" in feeds, which will show it as new',
  ],
  [
    'a page has another name',
    move('pages/p.md', 'pages/q.md'),
    'warning pages/q.md:1: was at /p/ before, and nothing leads on from there',
  ],
  [
    'all have other addresses',
    write({ 'site.yaml': `${site}permalinks: {articles: /:slug/, notes: /n/:slug/}\n` }),
    'warning site.yaml:3: notes/t.md was at /notes/t/ before, and nothing leads on from there; it was "/notes/t/" in feeds, which will show it as new, and so with 6 more',
  ],
])('where %s, readers who would lose it are told of', async (_, changed, ...expected) => {
  const { lines, moved, onDisk, load } = await afterwards(changed);
  expect(lines).toEqual(expected);
  for (const one of moved) {
    const path = onDisk(one.document.file);
    await writeFile(path, withOldPlace(await readFile(path, 'utf8'), one));
  }
  expect(told(await load())).toEqual([]);
});

const renamed =
  'warning articles/new.md:1: was at /2026/a/ before, and nothing leads on from there; it was "/2026/a/" in feeds, which will show it as new';
const draft = write({ 'articles/a.md': entry('A', '2026-01-01', 'draft: true\n') });

it.each<[string, Change[], string[]]>([
  ['as it was', [draft, write({ 'articles/a.md': files['articles/a.md'] })], []],
  [
    'under another name',
    [
      draft,
      async (root) => {
        await rm(join(root, 'articles/a.md'));
        await write({ 'articles/new.md': entry('A', '2026-01-01') })(root);
      },
    ],
    [renamed],
  ],
  [
    'after it got another name while it was a draft',
    [
      draft,
      move('articles/a.md', 'articles/new.md'),
      write({ 'articles/b.md': entry('B', '2026-01-02', 'aliases: [/old/b/]\ntags: b\n') }),
      write({ 'articles/new.md': entry('Another', '2026-02-01') }),
    ],
    [renamed],
  ],
])('a text that was a draft for a while is published again %s', async (_, changes, expected) => {
  expect((await afterwards(...changes)).lines).toEqual(expected);
});

it('what is to be written into it is YAML', async () => {
  const { load } = await afterwards(
    write({ 'articles/e.md': entry('E', '2026-01-02', 'id: "e: #1"\n') }),
    write({ 'articles/e.md': entry('E', '2026-01-02') }),
  );
  expect((await load()).faults.map(({ cure }) => cure)).toEqual([
    'add the line "id: \'e: #1\'", or run "npm run check -- --keep-addresses"',
  ]);
});

it('nothing is told of where a text is that cannot be read', async () => {
  const { lines, moved } = await afterwards(
    write({ 'articles/c.md': entry('"C', '2026-01-03', 'id: c\n') }),
  );
  expect(lines).toEqual([expect.stringContaining('articles/c.md:4: YAML that cannot be read')]);
  expect(moved).toEqual([]);
});
