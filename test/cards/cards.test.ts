import { lstatSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, truncate, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { publicJournal } from '#journal/public/publicJournal.ts';
import { Cards } from '../../src/cards/cards.ts';
import { type Card, cardCatalogue } from '../../src/cards/catalogue.ts';
import type { CardContent } from '../../src/cards/drawCard.ts';
import { checksumAt, type StampedFile, stampIn } from '../../src/files/stampedFile.ts';
import { type SampleFiles, sampleJournal } from '../journal/sample.ts';
import { temporaryFolder } from '../load/temporary.ts';
import { digests } from '../site/build.ts';
import { sampleCard } from './sampleCard.ts';

const card = (name: string, content: Partial<CardContent>): Card => ({
  path: `/_images/cards/${name}.png`,
  alt: '',
  file: `notes/${name}.md`,
  content: sampleCard(content),
});

const cards = [
  card('latin', { kind: 'note', text: 'Rain again, and the bucket is full. '.repeat(6) }),
  card('japanese', { text: '潮の満ち引きについての記録', language: 'ja' }),
  card('arabic', { text: 'رسالة عن المدّ والجزر (2026)', language: 'ar' }),
];

it.each([
  ['as they are written', async () => undefined],
  [
    'all at once, in another order, begun before',
    async (drawer: Cards, output: string) => drawer.begin([...cards].reverse(), output),
  ],
])(
  'cards drawn %s are small PNGs of the size that they are announced in, the same bytes',
  async (_, begin) => {
    const output = await temporaryFolder();
    const drawer = new Cards(await temporaryFolder());
    await begin(drawer, output);
    const { files, drawn } = await drawer.writeAll(cards, output);
    expect(drawn).toBe(3);
    for (const file of files) {
      const bytes = await readFile(join(output, file));
      const { format, width, height } = await sharp(bytes).metadata();
      expect({ format, width, height }).toEqual({ format: 'png', width: 1200, height: 630 });
      expect(bytes.length).toBeLessThan(40_000);
    }
    alone ??= drawnAlone();
    expect(await digests(output)).toEqual(await alone);
  },
);

let alone: Promise<Map<string, string>> | undefined;

/** The cards, each drawn by a drawer of its own, which has seen no other. */
async function drawnAlone(): Promise<Map<string, string>> {
  const output = await temporaryFolder();
  for (const one of cards) await new Cards(await temporaryFolder()).writeAll([one], output);
  return digests(output);
}

it('a card is drawn once in its life, and tells how it was written, then or later, but not where it was there', async () => {
  const [cache, output] = [await temporaryFolder(), await temporaryFolder()];
  const make = async (some: readonly Card[], folder: string) => {
    const { drawn, written } = await new Cards(cache).writeAll(some, folder);
    return { drawn, written: Object.fromEntries(written) };
  };
  const first = await make(cards.slice(0, 1), output);
  const others = await make(cards, output);
  expect([first.drawn, others.drawn]).toEqual([1, cards.length - 1]);
  expect(Object.keys(first.written)).toHaveLength(1);
  expect({ ...first.written, ...others.written }).toEqual(await asTheyLie(output));
  expect(await make(cards, output)).toEqual({ drawn: 0, written: {} });
  const elsewhere = await temporaryFolder();
  expect(await make(cards, elsewhere)).toEqual({ drawn: 0, written: await asTheyLie(elsewhere) });
  expect(await digests(elsewhere)).toEqual(await digests(output));
  // What is not kept as it was drawn, but cut, or a folder, is drawn again.
  const [cut, folder] = (await readdir(join(cache, 'cards'))).map((name) =>
    join(cache, 'cards', name),
  );
  await truncate(String(cut), 100);
  await rm(String(folder));
  await mkdir(String(folder));
  const again = await temporaryFolder();
  expect((await make(cards, again)).drawn).toBe(2);
  expect(await digests(again)).toEqual(await digests(output));
  expect((await make(cards, await temporaryFolder())).drawn).toBe(0);
});

/** Cards of an output folder, and what is told of them as they lie there. */
async function asTheyLie(folder: string): Promise<Record<string, StampedFile>> {
  const names = await readdir(join(folder, '_images/cards'));
  return Object.fromEntries(
    names.map((name) => {
      const file = `_images/cards/${name}`;
      return [file, stampedAs(join(folder, file))];
    }),
  );
}

function stampedAs(path: string): StampedFile {
  return { checksum: checksumAt(path), stamp: stampIn(lstatSync(path)) };
}

it('what killed builds have left half drawn, and another version drew, goes with the next build', async () => {
  const [old, young] = ['a.png.1.new', 'b.png.2.new'];
  const files = [old, young, 'c.png', 'c.png.missing.txt'];
  const cache = await temporaryFolder(
    Object.fromEntries(files.map((name) => [`cards/${name}`, ''])),
  );
  const folder = join(cache, 'cards');
  await utimes(join(folder, old), 0, 0);
  const [drawer, output] = [new Cards(cache), await temporaryFolder()];
  drawer.begin([], output);
  await drawer.writeAll([], output);
  expect(await readdir(folder)).toEqual([young]);
});

it('a card that cannot be drawn is named', async () => {
  const broken = card('broken', { language: 'no language' });
  const drawer = new Cards(await temporaryFolder());
  const output = await temporaryFolder();
  drawer.begin([broken], output);
  const written = drawer.writeAll([broken], output);
  await expect(written).rejects.toThrow(
    'The card of notes/broken.md cannot be drawn: Incorrect locale information provided',
  );
});

it('a card that cannot be kept is named', async () => {
  const folder = await temporaryFolder({ file: '' });
  const written = new Cards(join(folder, 'file')).writeAll([card('new', {})], folder);
  await expect(written).rejects.toThrow('The card of notes/new.md cannot be drawn: EEXIST');
});

it('a card with signs that no typeface has is named, by each build', async () => {
  const cache = await temporaryFolder();
  const some = [card('georgian', { text: 'ქართული' }), card('symbol', { text: '✪ and ✪' })];
  for (const _ of ['drawn', 'kept']) {
    const { incomplete } = await new Cards(cache).writeAll(some, await temporaryFolder());
    expect(incomplete).toEqual([
      { file: 'notes/georgian.md', letters: 'ქართული' },
      { file: 'notes/symbol.md', letters: '✪' },
    ]);
  }
});

/** The cards of a journal, by file. */
function catalogue(files: SampleFiles): Map<string, Card> {
  const journal = publicJournal(sampleJournal(files), { sees: 'everything' });
  const cardOf = cardCatalogue({ journal, excerptOf: (entry) => entry.body.trim() });
  const documents = [undefined, ...journal.entries, ...journal.pages];
  return new Map(documents.map((one) => [one?.file ?? 'site.yaml', cardOf(one)]));
}

const site = 'title: Drawer\ntagline: String\nurl: https://a.example\nauthor: nell\n';
const files: SampleFiles = {
  'site.yaml': site,
  'authors.yaml': 'nell: {name: Nell}\njoost: {name: Joost}\n',
  'articles/a.md': '---\ntitle: A & B\ndate: 2026-01-02\nauthors: [nell, joost]\n---\n',
  'notes/b.md': '---\ndate: 2026-01-03\nlang: ja\n---\n\nFirst words.\n',
  'notes/c.md': '---\ndate: 2026-01-04\n---\n',
  'pages/about.md': '---\ntitle: About\n---\n',
};

it('a card says what, by whom, where and when', () => {
  const shown = [...catalogue(files)].map(([file, { content, alt }]) => {
    const { kind, text, language, margin } = content;
    return { file, kind, text, language, margin: margin.join(' '), alt };
  });
  expect(shown).toEqual([
    {
      file: 'site.yaml',
      kind: 'journal',
      text: 'Drawer',
      language: 'en',
      margin: '',
      alt: 'Drawer · String · Nell',
    },
    {
      file: 'notes/c.md',
      kind: 'note',
      text: '4 January 2026',
      language: 'en',
      margin: '4 Jan 2026',
      alt: '4 January 2026 · Drawer · Nell',
    },
    {
      file: 'notes/b.md',
      kind: 'note',
      text: 'First words.',
      language: 'ja',
      margin: '3 Jan 2026',
      alt: 'First words. · Drawer · Nell',
    },
    {
      file: 'articles/a.md',
      kind: 'article',
      text: 'A & B',
      language: 'en',
      margin: '2 Jan 2026',
      alt: 'A & B · Drawer · Nell, Joost',
    },
    {
      file: 'pages/about.md',
      kind: 'page',
      text: 'About',
      language: 'en',
      margin: '',
      alt: 'About · Drawer',
    },
  ]);
});

it.each<[string, SampleFiles, string[]]>([
  ['nothing', {}, []],
  ['a title', { 'pages/about.md': '---\ntitle: Us\n---\n' }, ['pages/about.md']],
  ['a name', { 'authors.yaml': 'nell: {name: Nell}\njoost: {name: Jo}\n' }, ['articles/a.md']],
  [
    'the accent',
    { 'site.yaml': `${site}theme: {accent: '#7a1f1f'}\n` },
    ['site.yaml', 'notes/c.md', 'notes/b.md', 'articles/a.md', 'pages/about.md'],
  ],
])('%s changed gives other paths to the cards that show it', (_, edit, changed) => {
  const before = catalogue(files);
  const after = catalogue({ ...files, ...edit });
  expect(
    [...after.keys()].filter((file) => after.get(file)?.path !== before.get(file)?.path),
  ).toEqual(changed);
});
