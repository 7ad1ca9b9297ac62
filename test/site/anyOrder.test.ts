import { cp, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { writeFiles } from '../load/temporary.ts';
import { timesOf } from '../longRuns.ts';
import { type Build, build, built, builtApart, differences, digests } from './build.ts';

const entry = (title: string, body: string) =>
  `---\ntitle: ${title}\ndate: 2026-01-02\n---\n\n${body}\n`;
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>';

/** Journals that share paths; `later` is `one` after edits, and `broken` is that with a page that cannot be made. */
const one = {
  'site.yaml': 'title: One\nurl: https://sample.example\n',
  'pages/about.md': '---\ntitle: About\n---\n\nOf the first.\n',
  'articles/a.md': entry('A', 'Words. ![x](x.svg)'),
  'articles/b.md': entry('B', 'Words of both.'),
  'articles/x.svg': svg,
};
const later = { ...one, 'articles/a.md': entry('A', 'Other words.') };
const journals = {
  one,
  later,
  broken: {
    ...later,
    'pages/zz.mdx': '---\ntitle: Z\n---\n\nFine.\n\n<Nothere />\n',
  },
  two: {
    'site.yaml': 'title: Two\nurl: https://two.example\n',
    'pages/about.md': '---\ntitle: About\n---\n\nOf the second.\n',
    'pages/more.md': '---\ntitle: More\n---\n\nOf the second alone.\n',
    'articles/b.md': entry('B', 'Words of both.'),
  },
};
type Name = keyof typeof journals;

let folder = '';
let dist = '';
const fresh = new Map<Name, Map<string, string>>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scrollback-order-'));
  dist = join(folder, 'dist');
  for (const name of ['one', 'later', 'two'] as const) {
    const output = join(folder, name, 'dist');
    await put(name);
    fresh.set(name, await built({ ...placeOf(name), output, cache: join(folder, name, 'cache') }));
  }
  return () => rm(folder, { recursive: true, force: true });
}, 240_000);

/** `one` and what becomes of it lie in one folder, `two` in another. */
const placeOf = (name: Name) => ({ content: join(folder, name === 'two' ? 'second' : 'first') });

async function put(name: Name): Promise<void> {
  const { content } = placeOf(name);
  await rm(content, { recursive: true, force: true });
  await writeFiles(content, journals[name]);
}

const optionsOf = (name: Name) => ({
  ...placeOf(name),
  output: dist,
  cache: join(folder, 'cache'),
});

const bundled = (options: Build) => built({ ...options, isBundled: true });

async function rebuild(name: Exclude<Name, 'broken'>, make = built): Promise<void> {
  await put(name);
  await make(optionsOf(name));
}

async function breakOff(): Promise<void> {
  await put('broken');
  const { exitCode, text } = await build(optionsOf('broken'));
  expect(exitCode, text).toBe(1);
  expect(text).toContain(
    'pages/zz.mdx:7: MDX that fails when its page is made (Expected component `Nothere` to be defined: ',
  );
}

const edit = async (file: string, change: (text: string) => string) =>
  writeFile(join(dist, file), change(await readFile(join(dist, file), 'utf8')));
const keptDist = () => cp(dist, join(folder, 'kept'), { recursive: true });

type Step = readonly [
  before: string,
  name: Exclude<Name, 'broken'>,
  change: () => Promise<unknown>,
  make?: typeof built,
];

/** What such a build left within the output, one that works there too takes away. */
const brokenBuilds: readonly Step[] = [
  ['builds of both, the last of which broke off', 'two', breakOff, builtApart],
  ['a build of it broke off', 'one', breakOff, builtApart],
];

/** What happens before each build, which journal is built then, and how: by the last bundle, unless Astro makes another. */
const steps: readonly Step[] = [
  ['nothing', 'one', async () => undefined],
  ['another journal was built', 'one', () => rebuild('two')],
  ['the first was built', 'two', async () => undefined],
  ['the second was built', 'later', async () => undefined],
  ...brokenBuilds.slice(0, timesOf('brokenBuilds')),
  [
    'the output was edited by hand',
    'two',
    async () => {
      await edit('2026/b/index.html', (text) => text.replace('both', 'none'));
      await edit('pagefind/pagefind-entry.json', () => '');
      await edit('feed.xml', () => '');
      await writeFile(join(dist, 'stray.html'), 'stray');
      await keptDist();
    },
  ],
  ['the output was deleted', 'one', () => rm(dist, { recursive: true })],
  [
    'an older output was restored, with links in it',
    'one',
    async () => {
      await rm(dist, { recursive: true });
      await rename(join(folder, 'kept'), dist);
      await rm(join(dist, 'about/index.html'));
      await symlink(join(folder, 'first/site.yaml'), join(dist, 'about/index.html'));
    },
    bundled,
  ],
  [
    'every file was emptied',
    'one',
    async () => {
      for (const file of (await digests(dist)).keys()) await writeFile(join(dist, file), '');
    },
  ],
  ['the cache was deleted', 'later', () => rm(join(folder, 'cache'), { recursive: true })],
];

it('the output is what a build from nothing makes, whatever was there before', async () => {
  for (const [before, name, change, make] of steps) {
    await change();
    await rebuild(name, make);
    const wrong = differences(fresh.get(name) ?? new Map(), await digests(dist));
    expect(wrong, `${name}, after ${before}`).toEqual([]);
  }
  expect(await readFile(join(folder, 'first/site.yaml'), 'utf8')).toBe(one['site.yaml']);
}, 600_000);
