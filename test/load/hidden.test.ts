import sharp from 'sharp';
import { expect, it } from 'vitest';
import { addressesOf } from '../../src/media/assets.ts';
import { plainPicture } from '../plainPicture.ts';
import { loadBeside } from './content.ts';
import { temporaryFolder } from './temporary.ts';

const load = (files: Parameters<typeof loadBeside>[1]) => loadBeside([], files);

const note = (body: string, lines: string) => `---\n${lines}\n---\n\n${body}\n`;

it('a scheduled entry is checked before its day, against the site of that day', async () => {
  const { faults } = await load({
    'notes/soon.md': note(
      '[x](/nowhere/) ![A](broken.jpg) [y](later.md) [z](draft.md)',
      'date: 2099-01-01',
    ),
    'notes/later.md': note('Later.', 'date: 2099-02-01'),
    'notes/draft.md': note('Draft.', 'date: 2026-01-01\ndraft: true'),
    'notes/broken.jpg': 'no picture',
  });
  expect(faults).toMatchInlineSnapshot(`
    [
      "notes/soon.md:5: a link to /notes/draft/, which is not published (notes/draft.md); expected a page that readers can see; publish that entry first, or remove the link",
      "notes/soon.md:5: a link to /nowhere/, which does not exist; expected a page of this journal; correct the link",
      "notes/soon.md:5: the picture notes/broken.jpg cannot be read (no picture of a kind that is known here); expected a whole JPEG, PNG, WebP, AVIF, GIF or SVG file; replace the file, or remove it from the text",
    ]
  `);
});

it('a picture of a scheduled entry is not served', async () => {
  const picture = await plainPicture('jpeg', '#000', 20, 10);
  const { assets, faults } = await load({
    'notes/soon.md': note('![A](a.jpg)', 'date: 2099-01-01'),
    'notes/now.md': note('![A](b.jpg)', 'date: 2026-01-01'),
    'notes/a.jpg': picture,
    'notes/b.jpg': picture,
  });
  expect(faults).toEqual([]);
  expect(assets.get('notes/a.jpg')).toBeUndefined();
  expect(assets.get('notes/b.jpg')).toBeDefined();
});

it('the picture of an author of whom there is nothing to read is not served', async () => {
  const { assets, faults } = await load({
    'authors.yaml':
      'ana: {name: Ana, picture: {src: a.png, alt: A}}\nrui: {name: Rui, picture: {src: b.png, alt: B}}\n',
    'a.png': await plainPicture('png', '#000', 20, 10),
    'b.png': await plainPicture('png', '#fff', 20, 10),
    'notes/soon.md': note('A.', 'date: 2099-01-01\nauthors: ana'),
    'notes/now.md': note('A.', 'date: 2026-01-01\nauthors: rui'),
  });
  expect(faults).toEqual([]);
  expect(assets.get('a.png')).toBeUndefined();
  expect(assets.get('b.png')).toBeDefined();
});

it('a series shows when its first part does', async () => {
  const files = {
    'series/s.yaml': 'title: S\nplanned: [More]\n',
    'notes/a.md': note('A.', 'date: 2026-01-01\nseries: s\ndraft: true'),
  };
  expect((await load(files)).loaded?.journal.series).toEqual([]);
  const published = { ...files, 'notes/a.md': note('A.', 'date: 2026-01-01\nseries: s') };
  expect((await load(published)).loaded?.journal.series).toMatchObject([{ id: 's', total: 2 }]);
});

it('a linked picture is served as the site makes it, without what the camera wrote into it', async () => {
  const picture = await sharp({
    create: { width: 600, height: 10, channels: 3, background: '#000' },
  })
    .withExif({ IFD3: { GPSLatitude: '38/1 42/1 0/1' } })
    .jpeg()
    .toBuffer();
  expect((await sharp(picture).metadata()).exif).toBeDefined();
  const { assets, loaded } = await load({
    'notes/a.md': note('[big](a.jpg)', 'date: 2026-01-01'),
    'notes/a.jpg': picture,
  });
  const [entry] = loaded?.journal.entries ?? [];
  const asset = assets.get('notes/a.jpg');
  const largest = asset && addressesOf(asset).at(-1);
  expect(largest).toMatch(/-600\.webp$/);
  expect(entry && loaded?.htmlOf(entry)).toContain(`href="${largest}"`);
  const file = await assets.serve(largest ?? '');
  expect((await sharp(file).metadata()).exif).toBeUndefined();
});

it('an old address below a list of the site may redirect, unless that very page is there', async () => {
  const entry = (alias: string) => note('A.', `date: 2026-01-01\ntags: [x]\naliases: [${alias}]`);
  for (const alias of [
    '/archive/2004/01/old.html',
    '/tags/gone/',
    '/page/about.html',
    '/posts/release-1.2',
  ]) {
    expect((await load({ 'notes/a.md': entry(alias) })).faults, alias).toEqual([]);
  }
  for (const alias of ['/tags/x/', '/tags/x/atom.xml', '/tags/x/feed.json']) {
    expect((await load({ 'notes/a.md': entry(alias) })).faults).toEqual([
      `notes/a.md:4: the path ${alias}, which the page of the tag "x" has already; expected a path of its own; give it another path`,
    ]);
  }
});

it('the address of a language’s feed is taken once there is such a feed', async () => {
  const old = note('A.', 'date: 2026-01-01\naliases: [/feed.de.xml]');
  expect((await load({ 'notes/a.md': old })).faults).toEqual([]);
  const german = note('B.', 'date: 2026-01-01\nlang: de');
  expect((await load({ 'notes/a.md': old, 'notes/b.md': german })).faults).toEqual([
    'notes/a.md:3: the path /feed.de.xml, which the feed of the language "Deutsch" has already; expected a path of its own; give it another path',
  ]);
});

it('a file cannot be the folder of another', async () => {
  const { faults } = await load({
    'notes/a.md': note('A.', 'date: 2026-01-01\naliases: [/a.html, /a.html/b/]'),
  });
  expect(faults).toEqual([
    'notes/a.md:3: the path /a.html/b/ lies within /a.html, which is the file of notes/a.md; expected a path of its own; change one of the two',
  ]);
});

it('a linked file is found whatever its name', async () => {
  const name = 'Q&A, c++ #1.pdf';
  const { assets, faults, loaded } = await load({
    'notes/a.md': note('[q](<Q&A, c++ %231.pdf>)', 'date: 2026-01-01'),
    [`notes/${name}`]: 'content',
  });
  expect(faults).toEqual([]);
  const [entry] = loaded?.journal.entries ?? [];
  const address = /href="([^"]+)"/.exec((entry && loaded?.htmlOf(entry)) ?? '')?.[1] ?? '';
  const output = await temporaryFolder();
  const [written] = await assets.writeAll(output);
  expect(written).toBe(`${output}${decodeURIComponent(address)}`);
});
