import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Entry, readEntry } from '#journal/content/entry.ts';
import type { Site } from '#journal/schema/siteSchema.ts';
import { siteSchema } from '#journal/schema/siteSchema.ts';
import { Entries } from '../../src/cache/entries.ts';
import { keepFile, keptFile } from '../../src/files/keptFile.ts';
import { temporaryFolder } from '../load/temporary.ts';

const siteWith = (settings: object): Site =>
  siteSchema.parse({ title: 'A', url: 'https://a.example', ...settings });
const site = siteWith({});

const text = (lines: string, body = 'Words.') =>
  `---\ntitle: A\ndate: 2026-01-02\n${lines}---\n\n${body}\n`;

const texts = {
  'articles/plain.md': text('tags: [a, b]\n'),
  'articles/all.md': text(
    'updated: 2026-02-03T10:00:00+01:00\naliases: [/old/, /older/]\nseries: {id: s, part: 2}\ncover:\n  src: a.jpg\n  alt: A\n  caption: C\nmirror: Else\n',
  ),
  'articles/short.md': text('', 'tl;dr: in short\n\nWords.'),
  'articles/summed.md': text('tldr: In *short*\n'),
  'articles/windows.md': text('tags: [a]\n').replaceAll('\n', '\r\n'),
  'articles/marked.md': `\uFEFF${text('', 'Größe')}`,
  'articles/empty.md': '---\ntitle: A\ndate: 2026-01-02\n---\n',
  'notes/one.md': '---\ndate: 2026-01-02\n---\nA note',
};

/** All that an entry says, and what only its text can tell. */
function whole(entry: Entry | undefined) {
  if (!entry) return undefined;
  const keys = [['title'], ['tags', 1], ['aliases', 0], ['cover', 'caption'], ['slug']];
  // Taken out of its entry, as others do.
  const { lineOf, body } = entry;
  return { ...entry, body, lines: keys.map((key) => lineOf(key)), lineOf: 0 };
}

/** What a process that opens the cache in `folder` reads. */
function readWith(folder: string, files: Readonly<Record<string, string>>, settings = site) {
  const entries = new Entries(folder);
  const read = entries.reader();
  const found = Object.entries(files).map(([file, source]) => read({ file, source }, settings));
  entries.save();
  return found;
}

it.each(Object.entries(texts))(
  '%s is the same out of the cache as out of its text',
  async (file, source) => {
    const folder = await temporaryFolder();
    const expected = whole(readEntry(file, source, site).entry);
    const [first] = readWith(folder, { [file]: source });
    const [second] = readWith(folder, { [file]: source });
    expect([whole(first?.entry), whole(second?.entry)]).toEqual([expected, expected]);
    expect([first?.faults, second?.faults]).toEqual([[], []]);
  },
);

it('an unchanged text is not read again, and a changed one is', async () => {
  const folder = await temporaryFolder();
  const source = text('');
  readWith(folder, { 'articles/a.md': source });
  const path = join(folder, 'entries.json');
  keepFile(path, String(keptFile(path)).replace('"title":"A"', '"title":"kept"'));
  const titleOf = (text: string, settings = site) =>
    readWith(folder, { 'articles/a.md': text }, settings)[0]?.entry?.title;
  expect(titleOf(source)).toBe('kept');
  expect(titleOf(`${source}More.\n`)).toBe('A');
  expect(titleOf(source)).toBe('A');
});

/** A text that lies in a file, and fails whoever asks for it. */
const unasked = (file: string, stamp: string) => ({
  file,
  stamp,
  isSound: true,
  get source(): string {
    return expect.fail(`${file} was asked for`);
  },
});

it('an entry that another process read is known by the stamp of its file, until that is another one', async () => {
  const folder = await temporaryFolder();
  const file = 'articles/a.md';
  const before = new Entries(folder);
  const first = before.reader()({ file, source: text(''), stamp: 'then' }, site);
  before.save();

  const entries = new Entries(folder);
  expect(entries.stampOf(file)).toBe('then');
  const { entry } = entries.reader()(unasked(file, 'then'), site);
  expect([entry?.title, entry?.date]).toEqual([first.entry?.title, first.entry?.date]);
  expect(entries.digestOf(unasked(file, 'then'))).toBe(before.digestOf({ file, source: '' }));

  const changed = { file, source: text('', 'Other.'), stamp: 'now' };
  expect(entries.reader()(changed, site).entry?.body).toBe('\nOther.\n');
  expect(entries.stampOf(file)).toBe('now');
  entries.save();
  expect(new Entries(folder).stampOf(file)).toBe('now');
});

it('a file that was touched has its new stamp the next time', async () => {
  const folder = await temporaryFolder();
  for (const stamp of ['one', 'two']) {
    const entries = new Entries(folder);
    entries.reader()({ file: 'articles/a.md', source: text(''), stamp }, site);
    entries.save();
    expect(new Entries(folder).stampOf('articles/a.md')).toBe(stamp);
  }
});

it.each([
  ['has lost letters', text('', 'GrÃ¶ÃŸe'), false],
  ['has a fault', text('dratf: true\n'), false],
  ['was read by other code', text(''), true],
])('a text that %s is looked through each time', async (_, source, isOther) => {
  const folder = await temporaryFolder();
  const file = 'articles/a.md';
  const before = new Entries(folder);
  before.reader()({ file, source, stamp: 'then' }, site);
  before.save();
  const path = join(folder, 'entries.json');
  const kept = keptFile(path);
  if (isOther && kept)
    keepFile(path, JSON.stringify({ ...JSON.parse(kept.toString()), code: 'other' }));
  expect(new Entries(folder).stampOf(file)).toBeUndefined();
});

it.each([
  ['permalinks', { permalinks: { articles: '/a/:slug/', notes: '/n/:slug/' } }],
  ['timeZone', { timeZone: 'Asia/Tokyo' }],
  ['author', { author: 'Ana' }],
])('another %s of site.yaml counts at once, and so does the old one again', async (_, settings) => {
  const folder = await temporaryFolder();
  const source = text('updated: 2026-02-03T23:00:00+00:00\n');
  const other = siteWith(settings);
  const read = (one: Site) => readWith(folder, { 'articles/a.md': source }, one)[0]?.entry;
  for (const one of [site, other, site, other])
    expect(whole(read(one))).toEqual(whole(readEntry('articles/a.md', source, one).entry));
});

it('faults are found anew at each load', async () => {
  const folder = await temporaryFolder();
  const wrong = { 'articles/a.md': text('dratf: true\n'), 'articles/b.md': text('') };
  const told = () => readWith(folder, wrong).map(({ faults }) => faults.map(({ what }) => what));
  expect([told(), told()]).toEqual(Array(2).fill([['unknown key "dratf"'], []]));
});

it('what a load does not ask for is forgotten, and is no loss', async () => {
  const folder = await temporaryFolder();
  readWith(folder, texts);
  readWith(folder, { 'notes/new.md': '---\ndate: 2026-01-02\n---\nA note' });
  expect(await readFile(join(folder, 'entries.json'), 'utf8')).not.toContain('plain.md');
  const again = readWith(folder, texts).map(({ entry }) => whole(entry));
  expect(again).toEqual(
    Object.entries(texts).map(([file, source]) => whole(readEntry(file, source, site).entry)),
  );
});

const many = Object.fromEntries(
  Array.from({ length: 16 }, (_, at) => [`articles/${at}.md`, text('', `Words ${at}.`)]),
);
const edited = { ...many, 'articles/3.md': text('tags: [new]\n', 'Other words.') };
const others = Object.fromEntries(Object.keys(many).map((file) => [file, text('', 'New.')]));
const few = Object.fromEntries(
  Object.entries({ ...others, 'articles/3.md': text('') }).slice(0, 12),
);

it('what little has changed is written beside the rest, and where much has, all is', async () => {
  const folder = await temporaryFolder();
  const written = () =>
    ['entries.json', 'entries.json.later'].map((name) => {
      const kept: { entries: unknown[] } = JSON.parse(String(keptFile(join(folder, name)) ?? '{}'));
      return kept.entries?.length;
    });
  const told = [many, edited, many, edited, others, few].map((files) => {
    const read = readWith(folder, files).map(({ entry }) => whole(entry));
    const expected = Object.entries(files).map(([file, source]) => readEntry(file, source, site));
    expect(read).toEqual(expected.map(({ entry }) => whole(entry)));
    return written();
  });
  const one = [16, 1];
  expect(told).toEqual([[16, undefined], one, one, one, [16, undefined], [12, undefined]]);
});

it.each([
  ['from before', site],
  ['by other settings', siteWith({ language: 'de' })],
])('what was left beside the rest %s harms nothing', async (_, before) => {
  const folder = await temporaryFolder();
  const later = join(folder, 'entries.json.later');
  for (const files of [many, edited]) readWith(folder, files, before);
  const left = await readFile(later);
  readWith(folder, others);
  await writeFile(later, left);
  for (const files of [many, edited, others])
    expect(readWith(folder, files).map(({ entry }) => whole(entry))).toEqual(
      Object.entries(files).map(([file, source]) => whole(readEntry(file, source, site).entry)),
    );
});

it.each([
  ['empty', ''],
  ['another program’s', '{"entries": [["articles/plain.md", null]], "key": 1}'],
  ['no JSON', 'hello, I am a text file'],
  ['null', 'null'],
])('a cache that is %s is an empty one', async (_, content) => {
  const folder = await temporaryFolder({ 'entries.json': content });
  expect(readWith(folder, texts).every(({ entry }) => entry)).toBe(true);
});

it('a cache in which something was changed is an empty one', async () => {
  const folder = await temporaryFolder();
  readWith(folder, texts);
  const path = join(folder, 'entries.json');
  await writeFile(path, (await readFile(path, 'utf8')).replace('"title":"A"', '"title":"B"'));
  const titles = readWith(folder, texts).map(({ entry }) => entry?.title);
  expect(titles).not.toContain('B');
});

it('a cache that is cut in half is an empty one', async () => {
  const folder = await temporaryFolder();
  readWith(folder, texts);
  await truncate(join(folder, 'entries.json'), 500);
  expect(readWith(folder, texts).every(({ entry }) => entry)).toBe(true);
});

it('of an entry whose file says more about itself, the text that is rendered is told apart by a digest', async () => {
  const contentOf = (source: string) => {
    const entries = new Entries(undefined);
    const { entry } = entries.reader()({ file: 'articles/a.md', source }, site);
    return entry && entries.contentOf(entry);
  };
  const plain = contentOf(text('tags: [a]\n'));
  expect(contentOf(text('tags: [b]\n'))).toBe(plain);
  expect(contentOf(text('tags: [a]\n', 'Other.'))).not.toBe(plain);
  expect(contentOf(text('tags: [a]\nlang: de\n'))).not.toBe(plain);
});

it('a text that was given up is missed by nobody but who asks for it, and known again by the next load', () => {
  const files = { 'articles/a.md': text(''), 'articles/b.mdx': text('', 'Made of {1 + 1}.') };
  const entries = new Entries(undefined);
  const load = () => {
    const read = entries.reader();
    return Object.entries(files).map(([file, source]) => read({ file, source }, site).entry);
  };
  const [entry, mdx] = load();
  entries.forgetTexts();
  expect(entry?.title).toBe('A');
  expect(() => entry?.body).toThrow('articles/a.md');
  expect(() => entry?.lineOf(['title'])).toThrow('articles/a.md');
  // A page is made of it.
  expect(mdx?.body).toBe('\nMade of {1 + 1}.\n');
  expect(entry && entries.plain(entry)).toBeUndefined();
  expect(load().map((one) => one?.body)).toEqual(['\nWords.\n', '\nMade of {1 + 1}.\n']);
});
