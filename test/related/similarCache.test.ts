import { once } from 'node:events';
import { open, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterEach, expect, it, vi } from 'vitest';
import type { BodySource } from '../../src/cache/keptBody.ts';
import { listAt } from '../../src/related/packed.ts';
import { type ComparableText, type Ranking, SimilarCache } from '../../src/related/similarCache.ts';
import { temporaryFolder } from '../load/temporary.ts';

const texts = {
  bread: 'Flour, water, salt and a ripe starter; the dough rests and the crust comes out dark.',
  rye: 'A ripe starter and rye flour; the dough rests in its tin until the crust cracks.',
  ferry: 'The ferry was late, and the pilot waited for the tide beside the upper quay.',
  tide: 'The tide is later each day, says the pilot of the ferry at the upper quay.',
  tea: 'Tea went cold while the radio talked about somebody’s hedge.',
};

/** Documents that write down whose text was asked for. */
function documentsOf(asked: string[], more: Readonly<Record<string, string>> = {}) {
  return Object.entries({ ...texts, ...more }).map(
    ([id, text], at): ComparableText => ({
      id,
      at,
      language: 'en',
      digest: text,
      source: () => {
        asked.push(id);
        return { lead: text };
      },
      tags: [],
      links: [],
      series: undefined,
    }),
  );
}

/** What is like a document, nearest first. */
function likeIn({ ids, nearest }: Ranking, id: string): (string | undefined)[] {
  return [...listAt(nearest, ids.indexOf(id))].map((place) => ids[place]);
}

it('only what changed since the last build is read again, and the ranking is that of a new one', async () => {
  const folder = await temporaryFolder();
  const asked: string[] = [];
  const first = new SimilarCache(folder).ranking(documentsOf(asked));
  expect(likeIn(first, 'bread')).toEqual(['rye']);
  expect(asked.splice(0)).toEqual(Object.keys(texts));

  expect(new SimilarCache(folder).ranking(documentsOf(asked))).toEqual(first);
  expect(asked).toEqual([]);

  const changed = { tea: `${texts.ferry} Again.` };
  const second = new SimilarCache(folder).ranking(documentsOf(asked, changed));
  expect(asked.splice(0)).toEqual(['tea']);
  expect(likeIn(second, 'tea')).toEqual(['ferry']);
  const fresh = new SimilarCache(await temporaryFolder()).ranking(documentsOf([], changed));
  expect(second).toEqual(fresh);
});

it('of a few changes only their key is kept, of many all, and what comes of both is that of a new one', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'similar.bin');
  new SimilarCache(folder).ranking(documentsOf([]));
  const first = await readFile(file);
  const changed: Record<string, string> = {};
  const sizes: number[] = [];
  for (let at = 0; at < 12; at++) {
    changed[`new ${at}`] = `${at % 2 ? texts.ferry : texts.rye} ${at} times.`;
    const asked: string[] = [];
    const ranking = new SimilarCache(folder).ranking(documentsOf(asked, changed));
    const fresh = new SimilarCache(await temporaryFolder()).ranking(documentsOf([], changed));
    expect(ranking).toEqual(fresh);
    expect(asked.length).toBeLessThan(10);
    sizes.push((await readFile(file)).length - first.length);
  }
  expect(sizes[0]).toBe(0);
  expect(sizes.at(-1)).toBeGreaterThan(0);
});

it('texts that came to be others without a change in what they say are kept once they are many', async () => {
  const folder = await temporaryFolder();
  const more = Object.fromEntries(
    Array.from({ length: 20 }, (_, at) => [`new ${at}`, `${texts.tide} ${at}`]),
  );
  new SimilarCache(folder).ranking(documentsOf([], more));
  const renamed = (asked: string[]) =>
    documentsOf(asked, more).map((one) => ({ ...one, digest: `${one.digest} rendered anew` }));
  for (const count of [25, 0]) {
    const asked: string[] = [];
    new SimilarCache(folder).ranking(renamed(asked));
    expect(asked.length).toBe(count);
  }
});

it('a cache that cannot be read is begun anew', async () => {
  const folder = await temporaryFolder();
  const first = new SimilarCache(folder).ranking(documentsOf([]));
  await writeFile(join(folder, 'similar.bin'), 'no cache');
  const asked: string[] = [];
  expect(new SimilarCache(folder).ranking(documentsOf(asked))).toEqual(first);
  expect(asked).toEqual(Object.keys(texts));
});

it('a cache in which something was changed is begun anew', async () => {
  const folder = await temporaryFolder();
  const first = new SimilarCache(folder).ranking(documentsOf([]));
  const path = join(folder, 'similar.bin');
  await writeFile(path, (await readFile(path, 'latin1')).replaceAll('bread', 'board'), 'latin1');
  expect(new SimilarCache(folder).ranking(documentsOf([]))).toEqual(first);
});

const pairOf = (pair: number) =>
  ['loaf', 'knife', 'board', 'crumb'].map((word) => word + pair).join(' ');

/** Five hundred documents, some of which are like another one. */
function many(asked: string[]): ComparableText[] {
  const more = Array.from({ length: 500 }, (_, at) => [
    `d${at}`,
    `${texts.rye} ${pairOf(at >> 1)}`,
  ]);
  return documentsOf(asked, Object.fromEntries(more));
}

it('many texts of which nothing is kept are compared in a thread, which reads bodies where they lie', async () => {
  const html = '<p>A ripe starter and rye flour; the dough rests in its tin.</p>';
  const path = join(await temporaryFolder(), 'pack');
  await writeFile(path, `before${html}behind`);
  await using pack = await open(path);
  const kept = { descriptor: pack.fd, offset: 6, length: html.length };
  const all = (asked: string[], body: BodySource) => {
    const [first, ...others] = many(asked);
    const source = () => ({ lead: '', html: body });
    return first ? [{ ...first, digest: 'kept', source }, ...others] : [];
  };

  const cache = new SimilarCache(await temporaryFolder());
  cache.begin(all([], kept));
  await cache.ready();
  await cache.end();
  const asked: string[] = [];
  const ranking = cache.ranking(all(asked, kept));
  expect(asked).toEqual([]);
  const here = new SimilarCache(await temporaryFolder()).ranking(all([], html));
  expect(ranking).toEqual(here);
  expect(likeIn(ranking, 'd0')).toContain('d1');
});

/** How many threads a cache begins for the ranking of documents, and what that is; none of them is left. */
async function threadsFor(
  cache: SimilarCache,
  documents: readonly ComparableText[],
  isAhead = false,
) {
  let threads = 0;
  const ends: Promise<unknown>[] = [];
  const count = (worker: Worker) => {
    threads++;
    ends.push(once(worker, 'exit'));
  };
  process.on('worker', count);
  if (isAhead) cache.beginAhead();
  cache.begin(documents);
  await cache.ready();
  const ranking = cache.ranking(documents);
  await cache.end();
  await Promise.all(ends);
  process.off('worker', count);
  return { threads, ranking };
}

it('after a change, a thread compares what changed, and after none there is no other thread', async () => {
  const folder = await temporaryFolder();
  const before = many([]);
  const first = new SimilarCache(folder).ranking(before);
  const after = [...before.slice(1, -1), ...documentsOf([], { late: texts.rye }).slice(-1)];

  const ranking = new SimilarCache(await temporaryFolder()).ranking(after);
  expect(ranking).not.toEqual(first);
  expect(await threadsFor(new SimilarCache(folder), after)).toEqual({ threads: 1, ranking });

  const written = await stat(join(folder, 'similar.bin'));
  expect(await threadsFor(new SimilarCache(folder), [...after])).toEqual({ threads: 0, ranking });
  expect((await stat(join(folder, 'similar.bin'))).mtimeMs).toBe(written.mtimeMs);
});

it('a thread that was begun before it was known whether it is needed is the one that compares, or ends', async () => {
  const folder = await temporaryFolder();
  const before = many([]);
  new SimilarCache(folder).ranking(before);
  const after = before.slice(1);

  const ranking = new SimilarCache(await temporaryFolder()).ranking(after);
  for (const documents of [after, [...after]])
    expect(await threadsFor(new SimilarCache(folder), documents, true)).toEqual({
      threads: 1,
      ranking,
    });
});

it('what the thread cannot read is told where it is asked for', async () => {
  const cache = new SimilarCache(await temporaryFolder());
  const all = many([]).map((document) => ({
    ...document,
    source: () => ({ lead: '', html: { descriptor: -1, offset: 0, length: 1 } }),
  }));
  cache.begin(all);
  await cache.ready();
  expect(() => cache.ranking(all)).toThrow(/EBADF|out of range/);
});

afterEach(() => {
  vi.useRealTimers();
});

it('whoever waits for a page has the last ranking, and the new one after a while without questions', async () => {
  vi.useFakeTimers();
  const cache = new SimilarCache(await temporaryFolder());
  const changed = { tea: `${texts.ferry} Again.` };
  const ask = (more: Readonly<Record<string, string>>) =>
    likeIn(
      cache.lastRanking(() => documentsOf([], more)),
      'tea',
    );
  expect(ask({})).toEqual([]);
  expect(ask(changed)).toEqual([]);
  vi.advanceTimersByTime(900);
  expect(ask(changed)).toEqual([]);
  vi.advanceTimersByTime(1000);
  expect(ask(changed)).toEqual(['ferry']);
});

it('a ranking whose texts have gone leaves the last one', async () => {
  vi.useFakeTimers();
  const cache = new SimilarCache(undefined);
  const first = cache.lastRanking(() => documentsOf([]));
  cache.lastRanking(() => {
    throw new Error('a.md has not been rendered');
  });
  vi.advanceTimersByTime(1000);
  expect(cache.lastRanking(() => documentsOf([]))).toBe(first);
});
