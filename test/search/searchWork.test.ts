import { type ChildProcess, spawn } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it, onTestFinished, vi } from 'vitest';
import { digestOf } from '../../src/cache/bodies.ts';
import { checksumAt, type StampedFile } from '../../src/files/stampedFile.ts';
import { Pagefind } from '../../src/search/pagefind.ts';
import { piecesOf } from '../../src/search/pieces.ts';
import { type RecordSource, recordFrom } from '../../src/search/recordSource.ts';
import { searcherFor } from '../../src/search/searcher.ts';
import type { KeyedName } from '../../src/search/searchOrder.ts';
import { cutIntoRuns } from '../../src/search/searchPlan.ts';
import { SearchThread } from '../../src/search/searchThread.ts';
import { type Place, SearchWork, type ShardSource } from '../../src/search/searchWork.ts';
import type { SearchFile, Shard } from '../../src/search/shards/shard.ts';
import { ShardCache } from '../../src/search/shards/shardCache.ts';
import { temporaryFolder } from '../load/temporary.ts';

/** Bodies without a word, which Pagefind leaves out: one of them is a shard by itself in the first test. */
const wordless = new Map([
  [5, ''],
  [12, '<p>…</p>'],
  [41, '<p><img src="a.png" alt=""></p>'],
]);

/** Words of many kinds: in many records and in one, with accents, out of two words, in titles and tags alone. */
const records: RecordSource[] = Array.from({ length: 60 }, (_, at) => ({
  url: `/2026/entry-${at}/`,
  lead: at % 9 === 0 ? 'A lead' : '',
  html:
    wordless.get(at) ??
    `<p>Entry ${at} about 図書館 number ${at % 7}, библиотека, café cafe, git-absorb word${at} 😀 \uFF21</p>
    <p>${'bread '.repeat(at * 9)}${Array.from({ length: 40 }, (_, word) => `w${(at * word) % 997}`).join(' ')}</p>`,
  meta:
    at < 12
      ? { title: piecesOf(`Noté ${at}`) }
      : { title: piecesOf(`Entry ${at}`), date: '2 January 2026', tags: 'bread, b' },
  filters: { kind: ['note'], lang: ['en', 'ja'], tag: at < 12 ? [] : [`t${at % 3}`, `ü${at % 4}`] },
  sort: at === 5 ? {} : { date: `2026-01-${at % 31}` },
}));

/** Records in shards that begin at the given numbers. */
const shardsOf = (some: readonly RecordSource[], ...starts: readonly number[]) =>
  [0, ...starts].map((start, at) => {
    const part = some.slice(start, starts[at]);
    return { key: digestOf(JSON.stringify(part)), records: part };
  });

/** All files of the search that come of some shards, and how many shards had to be indexed for it. */
async function made(cacheFolder: string, shards: readonly ShardSource[], language = 'en') {
  const work = new SearchWork({ cacheFolder, language, code: 'code' });
  const keys = shards.map(({ key }) => key);
  const order = { key: 'all', shards: keys };
  const { lacking = [] } = await work.merge(order);
  for (const shard of shards) if (lacking.includes(shard.key)) work.add(shard);
  const { files: names = [] } = await work.merge(order);
  const files = await written(names, (places) => work.write(places));
  return { indexed: lacking.length, files: contents(files) };
}

/** What is in files once they are written, each of which is as it was told to be. */
async function written(
  names: readonly KeyedName[],
  write: (places: readonly Place[]) => Promise<readonly StampedFile[]>,
): Promise<SearchFile[]> {
  const folder = await temporaryFolder();
  const places = names.map(([name], at) => [name, join(folder, String(at))] as const);
  const stamped = await write(places);
  const files = places.map(([path, place]) => ({ path, content: readFileSync(place) }));
  const checksums = places.map(([, place]) => checksumAt(place));
  expect(stamped.map(({ checksum }) => checksum)).toEqual(checksums);
  return files;
}

/** What is in files, by their names: packing is not Pagefind's alone. */
function contents(files: readonly SearchFile[]): Map<string, string> {
  const unpacked = files.map(({ path, content }): [string, string] => [
    path,
    (path.includes('.pf_') ? gunzipSync(content) : Buffer.from(content)).toString('latin1'),
  ]);
  return new Map(unpacked.sort());
}

it.each(['en', 'de', 'unknown'])(
  'shards put together are what Pagefind makes of all records at once, in %s',
  async (language) => {
    const pagefind = new Pagefind(language);
    const whole = contents(await pagefind.index(records.map(recordFrom)));
    await pagefind.close();
    expect([...whole.keys()].filter((path) => path.startsWith('index/')).length).toBeGreaterThan(1);
    const { files } = await made(await temporaryFolder(), shardsOf(records, 12, 13, 40), language);
    expect([...files.keys()]).toEqual([...whole.keys()]);
    for (const [path, content] of whole) expect(files.get(path) === content, path).toBe(true);
  },
);

it('the same records give the same bytes in any time zone and any shards', async () => {
  const all = [];
  for (const [zone, ...starts] of [
    ['UTC', 20],
    ['Pacific/Kiritimati', 7, 30],
    ['America/Los_Angeles'],
  ] as const) {
    vi.stubEnv('TZ', zone);
    all.push((await made(await temporaryFolder(), shardsOf(records, ...starts))).files);
  }
  vi.unstubAllEnvs();
  const [first, ...others] = all;
  const names = [...(first?.keys() ?? [])];
  expect(names).toEqual(
    expect.arrayContaining(['pagefind.js', 'pagefind-worker.js', 'pagefind-entry.json']),
  );
  expect(names.filter((name) => name.startsWith('fragment/'))).toHaveLength(
    records.length - wordless.size,
  );
  expect(names.filter((name) => /ui\.|highlight/.test(name))).toEqual([]);
  for (const other of others) expect(other).toEqual(first);
});

it('a shard is indexed once, a changed one alone again, and a broken cache hurts nobody', async () => {
  const cache = await temporaryFolder();
  const shards = shardsOf(records, 20, 40);
  const first = await made(cache, shards);
  expect(first.indexed).toBe(3);
  const [key = ''] = shards.map((shard) => shard.key);
  const { mtimeMs } = await stat(join(cache, key));
  expect(await made(cache, shards)).toEqual({ indexed: 0, files: first.files });
  const fewer = await made(cache, shardsOf(records.slice(0, -1), 20, 40));
  expect(fewer.indexed).toBe(1);
  expect([...fewer.files.keys()].filter((name) => name.startsWith('fragment/'))).toHaveLength(
    59 - wordless.size,
  );
  expect((await stat(join(cache, key))).mtimeMs).toBe(mtimeMs);
  expect(await readdir(cache)).toHaveLength(5);
  for (const name of await readdir(cache)) await writeFile(join(cache, name), 'no cache');
  expect(await made(cache, shards)).toEqual({ indexed: 3, files: first.files });
});

it('the program of Pagefind is gone before files are written', async () => {
  const programs: ChildProcess[] = [];
  const follow = (message: unknown) => {
    programs.push((message as { process: ChildProcess }).process);
  };
  subscribe('child_process', follow);
  onTestFinished(() => {
    unsubscribe('child_process', follow);
  });
  const work = new SearchWork({
    cacheFolder: await temporaryFolder(),
    language: 'en',
    code: 'code',
  });
  await work.merge({ key: 'none', shards: [] });
  const ended = programs.map(({ exitCode, signalCode }) => exitCode ?? signalCode);
  expect(ended).toEqual([expect.anything()]);
});

it('a journal without entries has files all the same', async () => {
  const { files } = await made(await temporaryFolder(), []);
  expect(JSON.parse(files.get('pagefind-entry.json') ?? '').languages).toEqual({});
  expect([...files.keys()].filter((name) => name.includes('.pf_'))).toEqual([]);
});

it('a program of Pagefind that ends by itself is told, in the thread too', async () => {
  const kill = (message: unknown) =>
    (message as { process: ChildProcess }).process.once('spawn', function (this: ChildProcess) {
      this.kill('SIGKILL');
    });
  subscribe('child_process', kill);
  onTestFinished(() => {
    unsubscribe('child_process', kill);
  });
  const pagefind = new Pagefind('en');
  await expect(pagefind.index(records.map(recordFrom))).rejects.toThrow(
    /^Pagefind could not make the search index \(.+\)\. Expected its program/,
  );
});

/** The same shard, whose bodies lie in a file. */
async function keptBodies({ key, records: some }: ShardSource) {
  const bodies = some.map(({ html }) => Buffer.from(String(html)));
  const file = join(await temporaryFolder(), 'bodies');
  await writeFile(file, Buffer.concat(bodies));
  const descriptor = openSync(file, 'r');
  let offset = 0;
  const kept = some.map((record, at) => {
    const length = bodies[at]?.length ?? 0;
    offset += length;
    return { ...record, html: { descriptor, offset: offset - length, length } };
  });
  return { descriptor, kept: { key, records: kept } };
}

it.each([
  ['a few entries, in this thread,', 49, false],
  ['more, in another one,', 50, false],
  ['more, in one that was begun before,', 50, true],
])(
  'the search of %s does the same, tells what goes wrong, and leaves no program behind',
  async (_, count, isAhead) => {
    const cacheFolder = await temporaryFolder();
    const [shard] = shardsOf(records);
    if (!shard) throw new Error('There is no shard');
    const ahead = isAhead ? new SearchThread() : undefined;
    const searcher = searcherFor(count, { cacheFolder, language: 'en', code: 'code' }, ahead);
    expect(ahead ?? searcher).toBe(searcher);
    expect(searcher instanceof SearchThread).toBe(count === 50);
    const order = { key: 'all', shards: [shard.key] };
    await expect(searcher.call('write', [['none', join(cacheFolder, 'none')]])).rejects.toThrow(
      /has no file none/,
    );
    expect(await searcher.call('merge', order)).toEqual({ lacking: [shard.key] });
    const { descriptor, kept } = await keptBodies(shard);
    const added = searcher.call('add', kept);
    const { files: names = [] } = await searcher.call('merge', order);
    await added;
    closeSync(descriptor);
    const files = await written(names, (places) => searcher.call('write', places));
    await searcher.end();
    expect(contents(files)).toEqual((await made(cacheFolder, [shard])).files);
  },
);

it('a program that others start and end meanwhile is not taken for Pagefind’s', async () => {
  const pagefind = new Pagefind('en');
  const [brief, lasting] = [0, 60_000].map((milliseconds) =>
    spawn(process.execPath, ['-e', `setTimeout(() => {}, ${milliseconds})`]),
  );
  onTestFinished(() => void lasting?.kill());
  if (brief) await once(brief, 'exit');
  expect((await pagefind.index([])).length).toBeGreaterThan(0);
  await pagefind.close();
  expect(lasting?.exitCode).toBe(null);
});

it('a search that is put together keeps no words in memory beside those that it writes', async () => {
  const kept = vi.spyOn(ShardCache.prototype, 'write');
  onTestFinished(() => kept.mockRestore());
  await made(await temporaryFolder(), shardsOf(records));
  const shards = kept.mock.calls.flatMap(([, value]) => {
    const { words, rows } = value as Partial<Shard>;
    return words && rows ? [words.length + rows.length] : [];
  });
  expect(shards).toEqual([0]);
});

it('adding, removing or changing a document changes one run, or parts or joins two', () => {
  const documents = Array.from({ length: 3000 }, (_, at) => ({ path: `/2026/${at}/` }));
  const runs = new Set(cutIntoRuns(documents).map((run) => JSON.stringify(run)));
  const longest = Math.max(...cutIntoRuns(documents).map((run) => run.length));
  expect([runs.size > 24, runs.size < 80, longest < 500]).toEqual([true, true, true]);
  for (let at = 0; at < documents.length; at += 211) {
    const added = documents.toSpliced(at, 0, { path: `/new/${at}/` });
    const removed = documents.toSpliced(at, 1);
    for (const edited of [added, removed]) {
      const changed = cutIntoRuns(edited).filter((run) => !runs.has(JSON.stringify(run)));
      expect(changed.length).toBeLessThanOrEqual(2);
    }
  }
});
