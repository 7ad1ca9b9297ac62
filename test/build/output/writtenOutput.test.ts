import { link, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { WrittenOutput } from '../../../src/build/output/writtenOutput.ts';
import { namesBelow } from '../../../src/files/outputFolder.ts';
import { temporaryFolder, writeFiles } from '../../load/temporary.ts';

const text = (words: string) => Buffer.from(words);

/** An output folder and what two journals know of it. */
async function place() {
  const folder = await temporaryFolder();
  const output = join(folder, 'dist');
  return {
    output,
    /** A build that makes a file of each key, where it is not there, and returns which it made. */
    async build(
      pages: Readonly<Record<string, string>>,
      journal = 'one',
      meanwhile?: () => Promise<unknown>,
    ): Promise<string[]> {
      const written = new WrittenOutput(output, join(folder, journal, 'written.json'));
      await written.clear();
      await meanwhile?.();
      const made = Object.entries(pages).filter(([file, key]) => !written.holds(file, key));
      for (const [file, key] of made) await written.write(file, text(`of ${key}`), key);
      written.keep(Object.keys(pages));
      return made.map(([file]) => file);
    },
    isKnown: () => new WrittenOutput(output, join(folder, 'one/written.json')).isKnown(),
    /** One that is killed after it wrote a file. */
    async killed(file: string, key: string): Promise<void> {
      const written = new WrittenOutput(output, join(folder, 'one/written.json'));
      await written.clear();
      await written.write(file, text(`of ${key}`), key);
    },
  };
}

const pages = { 'a/index.html': 'A', 'b/c/index.html': 'C', 'b/d.txt': 'D', 'feed.xml': 'F' };

it('a build makes what was made of something else, and nothing twice', async () => {
  const { build } = await place();
  expect(await build(pages)).toEqual(Object.keys(pages));
  expect(await build(pages)).toEqual([]);
  expect(await build({ ...pages, 'feed.xml': 'G' })).toEqual(['feed.xml']);
  expect(await build(pages)).toEqual(['feed.xml']);
});

it('what an earlier build left goes, with the folders that it leaves empty', async () => {
  const { output, build } = await place();
  await build(pages);
  await build({ 'a/index.html': 'A', 'b/d.txt': 'D' });
  expect(await namesBelow(output)).toEqual(['a/index.html', 'b/d.txt']);
  await expect(rename(join(output, 'b/c'), join(output, 'x'))).rejects.toThrow('ENOENT');
});

it.each<[string, (output: string) => Promise<unknown>]>([
  ['was edited', (output) => writeFile(join(output, 'b/d.txt'), 'of E')],
  ['was emptied', (output) => writeFile(join(output, 'b/d.txt'), '')],
  ['was deleted', (output) => rm(join(output, 'b/d.txt'))],
  [
    'became a link',
    async (output) => {
      await rename(join(output, 'b/d.txt'), join(output, '../d.txt'));
      await symlink(join(output, '../d.txt'), join(output, 'b/d.txt'));
    },
  ],
])('a file that %s is made again, and no other', async (_, change) => {
  const { output, build } = await place();
  await build(pages);
  await change(output);
  expect(await build(pages)).toEqual(['b/d.txt']);
});

it('a file that is there again byte for byte is not made again', async () => {
  const { output, build } = await place();
  await build(pages);
  await rm(join(output, 'b/d.txt'));
  await writeFile(join(output, 'b/d.txt'), 'of D');
  expect(await build(pages)).toEqual([]);
});

it('what nobody knows of goes, but for what begins with a dot', async () => {
  const { output, build } = await place();
  await build(pages);
  await writeFile(join(output, 'stray.html'), '');
  await writeFile(join(output, '.nojekyll'), '');
  await build(pages);
  expect(await namesBelow(output)).toEqual(['.nojekyll', ...Object.keys(pages)]);
});

it('what a build left below a name that begins with a dot, and what its bundler did, is written again by the next', async () => {
  const { output, build } = await place();
  const always = { '.well-known/a.txt': 'A', '_astro/a.css': 'B' };
  await build({ ...pages, ...always });
  let left: readonly string[] = [];
  const look = async () => {
    left = await namesBelow(output);
  };
  expect(await build({ ...pages, ...always }, 'one', look)).toEqual(Object.keys(always));
  expect(left).toEqual(Object.keys(pages));
});

it('what is written anew is there where its folder went while the build was at work', async () => {
  const { output, build } = await place();
  await build(pages);
  await build({ ...pages, 'a/index.html': 'B' }, 'one', () =>
    rm(join(output, 'a'), { recursive: true }),
  );
  expect(await readFile(join(output, 'a/index.html'), 'utf8')).toBe('of B');
});

it('after another journal had its turn, what that one made goes', async () => {
  const { output, build } = await place();
  await build(pages);
  await build({ 'a/index.html': 'A', 'feed.xml': 'other', 'z.txt': 'Z' }, 'two');
  expect(await build(pages)).toEqual(['b/c/index.html', 'b/d.txt', 'feed.xml']);
  expect(await namesBelow(output)).toEqual(Object.keys(pages));
});

it('an address may turn from a file to a folder and back', async () => {
  const { output, build } = await place();
  await build({ cv: 'A', 'x/y/z.txt': 'Z' });
  await build({ 'cv/index.html': 'B', 'x/y': 'Y' });
  expect(await namesBelow(output)).toEqual(['cv/index.html', 'x/y']);
  await build({ cv: 'A' });
  expect(await namesBelow(output)).toEqual(['cv']);
});

it.each([[['x/y', 'x/y/z.txt']], [['x/y/z.txt', 'x/y/a/b.txt', 'x/y']]])(
  'of files of one build that are in the way of each other, as %j, the last is there',
  async (files) => {
    const { output } = await place();
    const written = new WrittenOutput(output, join(output, '../written.json'));
    await written.clear();
    for (const file of files) await written.write(file, text(file), undefined);
    expect(await namesBelow(output)).toEqual(files.slice(-1));
  },
);

it('texts that are written at the same time are each in their file, of any length and in any script', async () => {
  const { output } = await place();
  const written = new WrittenOutput(output, join(output, '../written.json'));
  await written.clear();
  const texts = [
    '',
    'plain',
    'größer → 長い',
    '\u{1f600}\ud800',
    'é'.repeat(500_000),
    '長'.repeat(3_000_000),
    'x',
  ];
  const files = texts.map((_, at) => `${at}/index.html`);
  await Promise.all(texts.map((one, at) => written.write(files[at] ?? '', one, one)));
  written.keep(files);
  const read = files.map((file) => readFile(join(output, file)));
  expect((await Promise.all(read)).map((one, at) => one.equals(text(texts[at] ?? '')))).toEqual(
    texts.map(() => true),
  );
});

it('a copy of the folder by hard links stays as it is', async () => {
  const { output, build } = await place();
  await build(pages);
  await link(join(output, 'feed.xml'), join(output, '../copy.xml'));
  await build({ ...pages, 'feed.xml': 'G' });
  expect(await readFile(join(output, '../copy.xml'), 'utf8')).toBe('of F');
});

it('the bundle that a killed build of Astro left goes', async () => {
  const { output, build } = await place();
  await build(pages);
  await writeFiles(output, { '.prerender/entry.mjs': '', '.well-known/x': '' });
  await build(pages);
  expect(await namesBelow(output)).toEqual(['.well-known/x', ...Object.keys(pages)]);
});

it('is known while it holds anything of the last build, and after one that broke off', async () => {
  const { output, build, killed, isKnown } = await place();
  expect(isKnown()).toBe(false);
  await build(pages);
  expect(isKnown()).toBe(true);
  await rm(output, { recursive: true });
  await writeFiles(output, { 'thesis.txt': 'mine' });
  expect(isKnown()).toBe(false);
  await killed('a/index.html', 'A');
  expect(isKnown()).toBe(true);
});

it('after a build was killed, only what it wrote is made again', async () => {
  const { build, killed } = await place();
  await build(pages);
  await killed('feed.xml', 'G');
  expect(await build(pages)).toEqual(['feed.xml']);
  await killed('feed.xml', 'G');
  expect(await build({ ...pages, 'feed.xml': 'G' })).toEqual(['feed.xml']);
});

const kept = { files: ['a/index.html', 'b/d.txt'], pages: 1, inputs: 'all' };

it.each<[string, boolean, (place: { output: string; written: () => WrittenOutput }) => unknown]>([
  ['as they were', true, () => undefined],
  ['without one of them', false, ({ output }) => rm(join(output, 'b/d.txt'))],
  ['with one that was edited', false, ({ output }) => writeFile(join(output, 'b/d.txt'), 'of E')],
  ['without another file', true, ({ output }) => rm(join(output, 'feed.xml'))],
  [
    'after another journal had its turn',
    false,
    async ({ output }) => {
      const other = new WrittenOutput(output, join(output, '../two/written.json'));
      await other.clear();
      await other.write('a/index.html', text('other'), 'A');
      other.keep(['a/index.html']);
    },
  ],
  [
    'after a build that knows of no pages',
    false,
    async ({ written }) => {
      const next = written();
      await next.clear();
      next.keep(Object.keys(pages));
    },
  ],
])('pages of a folder %s are held: %s', async (_, isHeld, change) => {
  const { output, build } = await place();
  await build(pages);
  const written = () => new WrittenOutput(output, join(output, '../one/written.json'));
  const last = written();
  await last.clear();
  last.keep(Object.keys(pages), kept);
  await change({ output, written });
  const next = written();
  await next.clear();
  expect([next.heldPages('all'), next.heldPages('else')]).toEqual([
    isHeld ? kept : undefined,
    undefined,
  ]);
  await next.clear({ anew: true });
  expect(next.heldPages('all')).toBeUndefined();
});

it('a manifest in which something was changed is none', async () => {
  const { output, build } = await place();
  await build(pages);
  const list = join(output, '../one/written.json');
  await writeFile(list, (await readFile(list, 'utf8')).replace('"key":"', '"key":"x'));
  expect(await build(pages)).toEqual(Object.keys(pages));
});
