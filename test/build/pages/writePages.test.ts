import { join } from 'node:path';
import { expect, it } from 'vitest';
import { WrittenOutput } from '../../../src/build/output/writtenOutput.ts';
import type { SitePath } from '../../../src/build/pages/pageFile.ts';
import { writePages } from '../../../src/build/pages/writePages.ts';
import { currentFeedMaker } from '../../../src/feeds/feedMaker.ts';
import { temporaryFolder } from '../../load/temporary.ts';

const page = (pathname: string, component: string, cacheKey?: string): SitePath => ({
  pathname,
  route: { type: 'page', component },
  ...(cacheKey !== undefined && { cacheKey }),
});

const ofOurs = [page('/a/', 'ours/entry', 'A'), page('/tags/', 'ours/tags')];
const ofTheirs = page('/clock/', 'theirs/clock');

const feeds = (count: number): SitePath[] =>
  Array.from({ length: count }, (_, at) => ({
    pathname: `/tags/${at}/feed.xml`,
    route: { type: 'endpoint', component: 'ours/feed' },
  }));

/**
 * Builds of one site, each of which says which pages it made, and of what all of them are made. `before` is done before each
 * page.
 */
async function site(
  before: () => void = () => undefined,
  {
    body = undefined as (() => Promise<ReadableStream | string>) | undefined,
    hasMiddleware = false,
  } = {},
) {
  const folder = await temporaryFolder();
  return async (
    paths: readonly SitePath[],
    inputs: string,
    publicFiles: readonly string[] = [],
  ) => {
    const written = new WrittenOutput(join(folder, 'dist'), join(folder, 'written.json'));
    await written.clear();
    const made: string[] = [];
    const held = written.heldPages(inputs);
    const warnings: string[] = [];
    const target = {
      written,
      code: 'code',
      inputs,
      isOurs: (component: string) => component.startsWith('ours/'),
      hasMiddleware,
      site: new URL('https://journal.example/'),
      publicFiles,
      components: { replaced: [], folders: [] },
      progress: () => undefined,
      warn: (words: string) => warnings.push(words),
    };
    const render = async (ask: () => Request) => {
      before();
      made.push(new URL(ask().url).pathname);
      return new Response((await body?.()) ?? `page of ${inputs}`);
    };
    const pages = held ?? (await writePages(paths, render, target));
    written.keep(pages.files, pages);
    return { made, isHeld: held !== undefined, isKnown: pages.inputs !== undefined, warnings };
  };
}

it('a page of ours that tells no digest is made again when anything changed, and one of theirs always', async () => {
  const build = await site();
  const paths = [...ofOurs, ofTheirs];
  expect(await build(paths, '1')).toMatchObject({ made: ['/a/', '/tags/', '/clock/'] });
  expect(await build(paths, '1')).toMatchObject({ made: ['/clock/'], isHeld: false });
  expect(await build(paths, '2')).toMatchObject({ made: ['/tags/', '/clock/'], isHeld: false });
});

it('where nothing changed that pages are made of, nobody is asked which there are', async () => {
  const build = await site();
  expect(await build(ofOurs, '1')).toMatchObject({ isHeld: false, isKnown: true });
  expect(await build([], '1')).toMatchObject({ made: [], isHeld: true, isKnown: true });
  expect(await build(ofOurs, '2')).toMatchObject({ made: ['/tags/'], isHeld: false });
  expect(await build(ofOurs, '1')).toMatchObject({ made: ['/tags/'], isHeld: false });
});

it('pages of which there is something to say are asked for each time', async () => {
  const build = await site();
  const files = ['/a/index.html'];
  for (const _ of [1, 2])
    expect(await build(ofOurs, '1', files)).toMatchObject({
      isHeld: false,
      isKnown: false,
      warnings: [expect.stringContaining('ours/entry makes no a/index.html')],
    });
});

it('other threads are heard between any two pages', async () => {
  const build = await site();
  const paths = Array.from({ length: 200 }, (_, at) => page(`/${at}/`, 'ours/entry', `${at}`));
  let turns = 0;
  let following = setImmediate(function follow() {
    turns++;
    following = setImmediate(follow);
  });
  await build(paths, '1');
  clearImmediate(following);
  expect(turns).toBeGreaterThanOrEqual(paths.length);
});

it.each([
  [20, 'this thread'],
  [60, 'another thread'],
])('%i stale feeds are made by %s', async (count, maker) => {
  const makers: string[] = [];
  const build = await site(() => {
    makers.push(currentFeedMaker() ? 'another thread' : 'this thread');
  });
  const { made } = await build(feeds(count), '1');
  expect(made).toHaveLength(count);
  expect(new Set(makers)).toEqual(new Set([maker]));
  expect(currentFeedMaker()).toBeUndefined();
});

const feed = {
  title: 'Sample',
  description: '',
  language: 'en',
  descriptionLanguage: undefined,
  id: 'https://journal.example/',
  address: 'https://journal.example/',
  self: {
    'feed.xml': 'https://journal.example/feed.xml',
    'atom.xml': 'https://journal.example/atom.xml',
    'feed.json': 'https://journal.example/feed.json',
  },
  authors: [],
  journal: { title: 'Sample', id: 'https://journal.example/' },
  items: [],
};

it.each([
  [true, 'whole'],
  [false, 'empty'],
])(
  'with middleware (%s), what it has kept of a feed is %s behind it',
  async (hasMiddleware, how) => {
    const kept: (Uint8Array | undefined)[] = [];
    const body = async () => {
      const bytes = await currentFeedMaker()?.bytes(feed, 'feed.xml');
      kept.push(bytes);
      return new ReadableStream({
        start(controller) {
          controller.enqueue(bytes);
          controller.close();
        },
      });
    };
    const build = await site(undefined, { body, hasMiddleware });
    await build(feeds(50), '1');
    expect(kept).toHaveLength(50);
    expect(new Set(kept.map((one) => (one?.length === 0 ? 'empty' : 'whole')))).toEqual(
      new Set([how]),
    );
  },
);

it('no other thread is left where a page fails', async () => {
  let left = 30;
  const build = await site(() => {
    if (--left < 0) throw new Error('a broken page');
  });
  await expect(build(feeds(60), '1')).rejects.toThrow('a broken page');
  expect(currentFeedMaker()).toBeUndefined();
});

it('a page of ours that comes out empty stops the build, and names itself; one of theirs may be so', async () => {
  const build = await site(undefined, { body: async () => '<!DOCTYPE html>' });
  expect(await build([ofTheirs], '1')).toMatchObject({ made: ['/clock/'] });
  await expect(build(ofOurs, '1')).rejects.toThrow(
    /^the page \/(?:a|tags)\/ came out empty: a component of yours shows nothing; expected /,
  );
});
