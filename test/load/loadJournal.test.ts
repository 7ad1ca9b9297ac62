import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatFault, sortFaults } from '#journal/fault/fault.ts';
import { openCaches, saveCaches } from '../../src/load/caches.ts';
import { type LoadResult, loadJournal } from '../../src/load/loadJournal.ts';
import { plainPicture } from '../plainPicture.ts';
import { temporaryFolder } from './temporary.ts';

const site = 'title: Sample\nurl: https://sample.example\n';
const now = Date.parse('2026-06-01');

/** A journal on disk that can be loaded again and again, as by one process each time. */
async function journalOf(files: Readonly<Record<string, string | Uint8Array>>) {
  const root = await temporaryFolder({ 'site.yaml': site, ...files });
  const cache = await temporaryFolder();
  return {
    root,
    async load(changed?: () => void): Promise<LoadResult> {
      const caches = openCaches(cache);
      const result = await loadJournal(
        { root, shownRoot: 'content', now },
        { sees: 'published', now },
        caches,
        ['/favicon.svg'],
        undefined,
        changed,
      );
      saveCaches(caches);
      return result;
    },
  };
}

const note = (body: string, lines = '') => `---\ndate: 2026-01-02\n${lines}\n---\n\n${body}\n`;
const faultsOf = async (files: Readonly<Record<string, string | Uint8Array>>) =>
  sortFaults((await (await journalOf(files)).load()).faults).map((fault) => formatFault(fault));

describe('a link that leads somewhere is no fault', () => {
  it.each([
    'b.md',
    'b.md#part',
    '/notes/b/',
    '/notes/b',
    '/notes/b/#part',
    '#here',
    '/',
    '/feed.xml',
    '/notes/feed.xml',
    '/tags/',
    '/tags/x/',
    '/tags/x/feed.xml',
    '/tags/x/atom.xml',
    '/feed.json',
    '/follow/',
    '/archive/2026/',
    '/favicon.svg',
    '/old/',
    'file.pdf',
    'https://sample.example/notes/b/',
    '../../../../notes/b/',
  ])('%s', async (url) => {
    expect(
      await faultsOf({
        'notes/a.md': note(`[a](${url})\n\n## Here`),
        'notes/b.md': note('## Part', 'tags: x\naliases: [/first/, /old/]'),
        'notes/file.pdf': 'x',
      }),
    ).toEqual([]);
  });
});

describe('a link that leads nowhere is a fault', () => {
  const hidden = {
    'notes/draft.md': note('', 'draft: true'),
    'notes/later.md': note('').replace('2026-01-02', '2026-07-01'),
    'pages/p.md': '---\ntitle: P\ndraft: true\n---\n',
  };
  it.each([
    [
      '/notes/bb/',
      'notes/a.md:6: a link to /notes/bb/, which does not exist; expected a page of this journal; did you mean "/notes/b/"?',
    ],
    [
      'https://sample.example/nope/',
      'notes/a.md:6: a link to /nope/, which does not exist; expected a page of this journal; did you mean "/notes/"?',
    ],
    [
      'wholly-elsewhere/',
      'notes/a.md:6: a link to /notes/a/wholly-elsewhere/, which does not exist; expected a page of this journal; correct the link',
    ],
    [
      'b.md#pard',
      'notes/a.md:6: a link to #pard of /notes/b/, which is not there; expected one of #part; did you mean "part"?',
    ],
    [
      '#nope',
      'notes/a.md:6: a link to #nope in this text, which is not there; expected no "#", since that page has no headings; correct the link',
    ],
    [
      'draft.md',
      'notes/a.md:6: a link to /notes/draft/, which is not published (notes/draft.md); expected a page that readers can see; publish that entry first, or remove the link',
    ],
    [
      '../pages/p.md',
      'notes/a.md:6: a link to /p/, which is not published (pages/p.md); expected a page that readers can see; publish that entry first, or remove the link',
    ],
    [
      '/notes/later/',
      'notes/a.md:6: a link to /notes/later/, which is not published (notes/later.md); expected a page that readers can see; publish that entry first, or remove the link',
    ],
  ])('%s', async (url, fault) => {
    const files = { ...hidden, 'notes/a.md': note(`[a](${url})`), 'notes/b.md': note('## Part') };
    expect(await faultsOf(files)).toEqual([fault]);
  });
});

describe('what is loaded a second time', () => {
  const picture = () => plainPicture('png', '#fff', 8, 8);

  it('keeps its digest where nothing changed, and shows the same', async () => {
    const journal = await journalOf({
      'notes/a.md': note('a ![A](a.png) [b](b.md)'),
      'notes/a.png': await picture(),
      'notes/b.md': note('b'),
    });
    const shown = async () => {
      const { loaded } = await journal.load();
      return loaded?.journal.entries.map((entry) => [
        entry.file,
        loaded.digestOf(entry),
        loaded.htmlOf(entry),
      ]);
    };
    const first = await shown();
    expect(first).toHaveLength(2);
    expect(await shown()).toEqual(first);
  });

  it('is rendered anew where what it links to moved', async () => {
    const journal = await journalOf({ 'notes/a.md': note('[b](b.md)'), 'notes/b.md': note('b') });
    await journal.load();
    await writeFile(join(journal.root, 'notes/b.md'), note('b', 'slug: moved\naliases: /notes/b/'));
    const { loaded, faults } = await journal.load();
    expect(faults).toEqual([]);
    const html = loaded?.journal.entries.map((entry) => loaded.htmlOf(entry)).join('');
    expect(html).toContain('<a href="/notes/moved/">b</a>');
  });

  it('is told of early where an entry is another one, has come or gone', async () => {
    const journal = await journalOf({ 'notes/a.md': note('a'), 'pages/b.md': 'b' });
    const path = (name: string) => join(journal.root, name);
    const isTold = async () => {
      let told = false;
      await journal.load(() => {
        told = true;
      });
      return told;
    };
    const told: boolean[] = [];
    for (const edit of [
      async () => undefined,
      async () => undefined,
      () => writeFile(path('notes/a.md'), note('another')),
      () => writeFile(path('notes/c.md'), note('c', 'slug: c')),
      () => writeFile(path('pages/b.md'), '# another'),
      () => rm(path('notes/a.md')),
      async () => undefined,
    ]) {
      await edit();
      told.push(await isTold());
    }
    expect(told).toEqual([true, false, true, true, false, true, false]);
  });

  it('is told its faults again', async () => {
    const journal = await journalOf({ 'notes/a.md': note('a[^1]') });
    const first = (await journal.load()).faults;
    expect(first).toHaveLength(1);
    expect((await journal.load()).faults).toEqual(first);
  });
});
