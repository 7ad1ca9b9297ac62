import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { FolderLock } from '../../src/build/output/folderLock.ts';
import { digestOf } from '../../src/cache/bodies.ts';
import { filesBelow } from '../../src/files/outputFolder.ts';
import { writeFiles } from '../load/temporary.ts';
import { buildFlags, surroundings } from '../processes.ts';
import { built, differences, digests, said } from './build.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const now = '2026-05-31T11:00:00Z';

const entry = (title: string, body: string) =>
  `---\ntitle: ${title}\ndate: 2026-01-02\ntags: [one]\n---\n\n${body}\n`;

const content: Readonly<Record<string, string>> = {
  'site.yaml': 'title: Kept\nurl: https://kept.example\n',
  'pages/about.md': '---\ntitle: About\n---\n\nOf the journal.\n',
  'articles/a.md': entry('A', 'Words. ![x](x.svg)'),
  'articles/b.md': entry('B', 'Other words, about [A](a.md).'),
  'articles/c.mdx': entry('C', 'A sum: {1 + 1}.'),
  'articles/x.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>',
};

let folder = '';
/** Where what is kept of the journal has its bundle. */
let site = '';
/** Where Linux has room in memory, it is on another disk than the project. */
let dist = '';
/** What the first build said, by Astro. */
let words = '';

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'scrollback-képt-')));
  dist = join(folder, 'dist');
  const kept = join(project, 'node_modules/.astro/scrollback', digestOf(join(folder, 'content')));
  site = join(kept, 'site');
  await writeFiles(join(folder, 'content'), content);
  const cache = join(project, 'node_modules/.astro');
  words = await said({
    content: join(folder, 'content'),
    output: dist,
    cache,
    now,
    isBundled: true,
  });
  return async () => {
    await rm(kept, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  };
}, 240_000);

/** Runs something as `npm run build` runs it, with these variables set, too, and returns what it says. */
function command(
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...buildFlags, ...args], {
    cwd: project,
    encoding: 'utf8',
    env: {
      ...surroundings,
      JOURNAL_CONTENT: join(folder, 'content'),
      SOURCE_DATE_EPOCH: String(Date.parse(now) / 1000),
      ...variables,
    },
  });
  if (status !== 0) throw new Error(stdout + stderr);
  return stdout;
}

/**
 * What a build is asked for, what it finds in its environment beside the rest, another text of the MDX document, and a path
 * that is taken away before.
 */
interface Wish {
  readonly flags: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
  readonly document?: string;
  readonly removed?: string;
}

/**
 * Whether an earlier build's bundle makes the site, or why nothing may, for each of the wishes, one after the other; where it
 * does not, nothing is done.
 */
async function areBuiltFromKept(wishes: readonly Wish[]): Promise<(string | undefined)[]> {
  const program = join(folder, 'program.mjs');
  const module = JSON.stringify(pathToFileURL(join(project, 'src/build/buildFromKept.ts')).href);
  const file = JSON.stringify(join(folder, 'content/articles/c.mdx'));
  await writeFile(
    program,
    `import { readFileSync, rmSync, writeFileSync } from 'node:fs';
    const { buildFromKept } = await import(${module});
    const before = readFileSync(${file});
    for (const { flags, variables = {}, document, removed } of ${JSON.stringify(wishes)}) {
      Object.assign(process.env, variables);
      if (removed) rmSync(removed);
      if (document) writeFileSync(${file}, document);
      console.log('kept: ' + (await buildFromKept(flags).catch(String)));
      if (document) writeFileSync(${file}, before);
      for (const name of Object.keys(variables)) delete process.env[name];
    }`,
  );
  return [...command([program]).matchAll(/^kept: (.*)$/gm)].map(([, is]) => is);
}

const change = (files: Readonly<Record<string, string>>) =>
  writeFiles(join(folder, 'content'), files);

async function clean(): Promise<Map<string, string>> {
  const apart = await mkdtemp(join(folder, 'clean-'));
  return built({
    content: join(folder, 'content'),
    output: join(apart, 'dist'),
    cache: join(apart, 'cache'),
    now,
    isBundled: true,
  });
}

it('Astro, asked for the first bundle, says nothing of its own', () => {
  const told = words.replace(/^(?:pages: .*|making pictures)\n/gm, '');
  expect(told).toMatch(/^Built \d+ pages .*\nheld back: .*\nno warnings\n$/);
});

it('a bundle that is kept makes, byte for byte, what a build from nothing makes', async () => {
  await change({
    'articles/a.md': entry('A', 'New words. ![x](x.svg)').replace('one', 'two'),
    'articles/b.md': entry('B', 'About [A](a.md).').replace('---\n', '---\naliases: /old/\n'),
    'notes/d.md': '---\ndate: 2026-02-03\n---\n\nA note.\n',
  });
  await writeFile(join(dist, 'about/index.html'), 'edited by hand');
  await rm(join(dist, 'feed.xml'));
  for (const file of await filesBelow(join(dist, '_astro'))) await rm(join(dist, '_astro', file));
  expect(await areBuiltFromKept([{ flags: { outDir: dist } }])).toEqual(['true']);
  expect(differences(await clean(), await digests(dist))).toEqual([]);
}, 240_000);

/** What a bundle is no longer the right one for. */
const others: Readonly<Record<string, Wish>> = {
  'what modules see of the environment': { flags: {}, variables: { PUBLIC_X: 'x' } },
  'another mode': { flags: { mode: 'staging' } },
  'another base': { flags: { base: '/x' } },
  'another configuration': { flags: { config: 'astro.config.mjs' } },
  'a wish for all of it anew': { flags: { force: 'true' } },
  'an MDX document that changed': { flags: {}, document: entry('C', 'A sum: {1 + 2}.') },
};

it(`a new bundle is taken by ${Object.keys(others).join(', ')}; by nothing else, not where another build has the output, and one that lacks a file is forgotten`, async () => {
  const before = await digests(dist);
  const [style = ''] = (await filesBelow(join(site, 'assets'))).filter((name) =>
    name.endsWith('.css'),
  );
  const [elsewhere, taken] = [join(folder, 'other'), join(folder, 'taken')];
  await cp(dist, taken, { recursive: true });
  const lock = new FolderLock(taken);
  lock.begin();
  const wishes = [
    ...Object.values(others).map(({ flags, ...rest }) => ({
      flags: { outDir: dist, ...flags },
      ...rest,
    })),
    { flags: { outDir: elsewhere } },
    { flags: { outDir: taken } },
    { flags: { outDir: dist }, removed: join(site, 'assets', style) },
  ];
  const kept = await areBuiltFromKept(wishes);
  lock.release();
  expect(kept).toEqual([
    ...Object.keys(others).map(() => 'false'),
    'true',
    expect.stringContaining(`(process ${process.pid}) is at work in ${taken}`),
    'false',
  ]);
  expect(existsSync(site)).toBe(false);
  for (const output of [dist, elsewhere, taken])
    expect(differences(before, await digests(output))).toEqual([]);
});

it('what an MDX document imports, or sees of the environment, counts: the page follows it, and no bundle of it is kept', async () => {
  const places = { output: join(folder, 'seen/dist'), cache: join(folder, 'seen/cache') };
  const make = async (variables = {}) => {
    const content = join(folder, 'content');
    await built({ content, ...places, now, variables, isBundled: true });
    expect((await filesBelow(places.cache)).filter((file) => /site\.json$/.test(file))).toEqual([]);
  };
  const imports = 'import numbers from "./numbers.json";\n\nIn all: {numbers.length}.';
  await change({ 'articles/c.mdx': entry('C', imports), 'articles/numbers.json': '[1]' });
  await make();
  await change({ 'articles/numbers.json': '[1, 2]' });
  await change({ 'articles/e.mdx': entry('E', 'Hello, {import.meta.env.READER}.') });
  const page = (name: string) => readFile(join(places.output, `2026/${name}/index.html`), 'utf8');
  await make({ READER: 'Ana' });
  expect(await page('c')).toContain('In all: 2.');
  // Nothing but the environment changes.
  await make({ READER: 'Rui' });
  expect(await page('e')).toContain('Hello, Rui.');
  const feed = await readFile(join(places.output, 'feed.xml'), 'utf8');
  expect(feed).toMatch(/In all: 2\..*Hello, Rui\./s);
}, 240_000);
