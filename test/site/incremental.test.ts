import { cp, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { filesBelow } from '../../src/files/outputFolder.ts';
import { built, differences, fixtureJournal } from './build.ts';

let folder = '';
let content = '';
let last = new Map<string, string>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scrollback-incremental-'));
  content = join(folder, 'content');
  await cp(fixtureJournal, content, { recursive: true });
  last = await rebuild();
  return () => rm(folder, { recursive: true, force: true });
});

/** Builds into the same folder again and again. */
function rebuild() {
  return built({ content, output: join(folder, 'dist'), cache: join(folder, 'cache') });
}

/** What another build changes. */
async function changes(): Promise<string[]> {
  const before = last;
  last = await rebuild();
  return differences(before, last);
}

/** The search has an index of the whole journal, whose files change with every word of it. */
const withoutSearch = (lines: readonly string[]) =>
  lines.filter((line) => !line.slice(2).startsWith('pagefind/'));

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const path = join(content, file);
  const before = await readFile(path, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`The edit of ${file} changes nothing`);
  await writeFile(path, after);
}

const dist = (file: string) => readFile(join(folder, 'dist', file), 'utf8');

/** When each of the pages was written that are the only one of their route. */
const listsWritten = () =>
  Promise.all(
    ['index.html', 'articles/index.html', 'notes/index.html'].map(
      async (file) => [file, (await stat(join(folder, 'dist', file))).mtimeMs] as const,
    ),
  );

/** Title, guid and link of each item of a feed. */
async function items(feed: string): Promise<string[]> {
  const xml = await dist(feed);
  return [...xml.matchAll(/<item>([\s\S]*?)<\/item>/g)].map(([, item = '']) =>
    ['guid', 'link']
      .map((tag) => new RegExp(`<${tag}[^>]*>(.*?)</${tag}>`).exec(item)?.[1])
      .join(' '),
  );
}

describe('a build after', () => {
  it('nothing changes nothing', async () => {
    expect(await changes()).toEqual([]);
  });

  it('an edit of one old note changes the files that show it, and no other', async () => {
    const before = await listsWritten();
    await edit('notes/many-12.md', (text) => `${text}\nAnd one paragraph more.\n`);
    expect(withoutSearch(await changes())).toEqual([
      '~ atom.en.xml',
      '~ atom.xml',
      '~ authors/ana/atom.xml',
      '~ authors/ana/feed.json',
      '~ authors/ana/feed.xml',
      '~ feed.en.json',
      '~ feed.en.xml',
      '~ feed.json',
      '~ feed.xml',
      '~ notes/atom.xml',
      '~ notes/feed.json',
      '~ notes/feed.xml',
      '~ notes/many-12/index.html',
      '~ page/1/index.html',
    ]);
    expect(await listsWritten()).toEqual(before);
  });

  it('an article became a draft removes its page, its tag, its feed items and its redirects', async () => {
    await edit('articles/component.mdx', (text) =>
      text.replace('---\n', '---\ndraft: true\naliases: /gone/\n'),
    );
    const removed = withoutSearch(await changes()).filter((line) => line.startsWith('-'));
    expect(removed.map((line) => line.replace(/[\w-]{22}\.png/, '….png'))).toEqual([
      '- 2026/component/index.html',
      '- _images/cards/….png',
      '- tags/mdx/atom.xml',
      '- tags/mdx/feed.json',
      '- tags/mdx/feed.xml',
      '- tags/mdx/index.html',
    ]);
    for (const file of await filesBelow(join(folder, 'dist'))) {
      expect(await readFile(join(folder, 'dist', file), 'latin1'), file).not.toMatch(
        /Components|2026\.component/,
      );
    }
  });

  it('a rename with the old path as alias keeps the guid, and leads on from the old page', async () => {
    const before = await items('feed.xml');
    expect(before).toContain(
      'https://fixture.example/notes/titled/ https://fixture.example/notes/titled/',
    );
    await rename(join(content, 'notes/titled.md'), join(content, 'notes/renamed.md'));
    await edit('notes/renamed.md', (text) =>
      text.replace('---\n', '---\naliases: /notes/titled/\n'),
    );
    await changes();
    expect(await items('feed.xml')).toEqual(
      before.map((item) => item.replace(/ .*titled\/$/, ' https://fixture.example/notes/renamed/')),
    );
    expect(await dist('notes/titled/index.html')).toContain(
      '<meta http-equiv="refresh" content="0; url=/notes/renamed/">',
    );
    expect(await dist('notes/renamed/index.html')).toContain(
      '<h1 class="p-name">A titled note</h1>',
    );
  });

  // Each round keeps clear of what would renew the pages that the other one is about.
  it.each<[string, Readonly<Record<string, [from: string, to: string]>>]>([
    [
      'small edits',
      {
        'articles/über-straßen.md': ['lang: de', 'lang: pt'],
        'series/tide.yaml': ['Ebb', 'Flood'],
        'articles/folder/drawing.svg': ['h40v30', 'h20v30'],
        'pages/about.md': ['title: About', 'title: About me'],
        // Each on the page of a note of its own, whose text begins on the line on which it began.
        'notes/many-14.md': ['date: 2025-03-14', '{date: 2025-03-14, summary: In short}'],
        'notes/many-16.md': [
          'date: 2025-05-16',
          '{date: 2025-05-16, syndication: "https://elsewhere.example/16"}',
        ],
        'notes/many-18.md': [
          'date: 2025-07-18',
          '{date: 2025-07-18, inReplyTo: "https://elsewhere.example/18"}',
        ],
        'notes/many-22.md': [
          'date: 2025-11-22',
          '{date: 2025-11-22, canonical: "https://elsewhere.example/22"}',
        ],
        'notes/many-24.md': ['date: 2025-01-24', '{date: 2025-01-24, updated: 2025-02-03}'],
        'notes/many-26.md': ['date: 2025-03-26', '{date: 2025-03-26, authors: zoë}'],
        'notes/many-28.md': ['date: 2025-05-28', '{date: 2025-05-28, tags: one}'],
      },
    ],
    [
      'large edits',
      {
        'articles/first.md': ['title: First', 'title: Last'],
        'series/tide.yaml': ['The *tide*', 'Tides'],
        'authors.yaml': ['Zoë', 'Zoé'],
        'notes/many-20.md': ['date: 2025', 'date: 2026'],
      },
    ],
  ])('%s leaves what a clean build makes', async (_, edits) => {
    for (const [file, [from, to]] of Object.entries(edits)) {
      await edit(file, (text) => text.replace(from, to));
    }
    expect(await changes()).not.toEqual([]);

    const clean = await mkdtemp(join(tmpdir(), 'scrollback-clean-'));
    onTestFinished(() => rm(clean, { recursive: true, force: true }));
    const fresh = await built({
      content,
      output: join(clean, 'dist'),
      cache: join(clean, 'cache'),
    });
    expect(differences(fresh, last)).toEqual([]);
  });

  it('another output folder had its turn leaves what a clean build makes', async () => {
    const other = join(folder, 'other', 'dist');
    const options = { content, cache: join(folder, 'cache') };
    await edit('notes/many-12.md', (text) => text.replace('one paragraph', 'two paragraphs'));
    const there = await built({ ...options, output: other });
    await changes();
    expect(differences(there, last)).toEqual([]);
  });
});
