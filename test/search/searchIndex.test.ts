import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { piecesOf } from '../../src/search/pieces.ts';
import type { SearchRecord } from '../../src/search/record.ts';
import { type SearchFile, searchFiles } from '../../src/search/searchIndex.ts';
import { temporaryFolder } from '../load/temporary.ts';

const records: SearchRecord[] = Array.from({ length: 40 }, (_, at) => ({
  url: `/2026/entry-${at}/`,
  content: piecesOf(`Entry ${at} about 図書館 number ${at % 7}, библиотека, walking`),
  meta: { title: `Entry ${at}`, date: '2 January 2026', tags: 'a, b' },
  filters: { kind: ['note'], lang: ['en', 'ja'], tag: [`t${at % 3}`, `u${at % 4}`] },
  sort: { date: `2026-01-${at}` },
}));

/** Indexes, or takes what an earlier call with the same records left in `cache`. */
const filesOf = (some: readonly SearchRecord[], cache: string) =>
  searchFiles(() => Promise.resolve(some), JSON.stringify(some), 'en', cache);

const names = (files: readonly SearchFile[]) => files.map((file) => file.path);

it('the same records give the same bytes in any time zone', async () => {
  const folder = await temporaryFolder();
  const made: (readonly SearchFile[])[] = [];
  for (const zone of ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles']) {
    vi.stubEnv('TZ', zone);
    made.push(await filesOf(records, join(folder, zone.replace('/', '-'))));
  }
  vi.unstubAllEnvs();
  const [first = [], ...others] = made;
  expect(names(first)).toEqual(
    expect.arrayContaining(['pagefind.js', 'pagefind-worker.js', 'pagefind-entry.json']),
  );
  expect(names(first).filter((name) => name.startsWith('fragment/'))).toHaveLength(40);
  expect(names(first).filter((name) => /ui\.|highlight/.test(name))).toEqual([]);
  for (const other of others) {
    expect(names(other)).toEqual(names(first));
    for (const [at, file] of other.entries())
      expect(Buffer.from(first[at]?.content ?? []).equals(file.content), file.path).toBe(true);
  }
});

it('an unchanged journal is not indexed again, a changed one is, and a broken cache hurts nobody', async () => {
  const cache = join(await temporaryFolder(), 'search.cache');
  const first = await filesOf(records, cache);
  const { mtimeMs } = await stat(cache);
  expect(await filesOf(records, cache)).toEqual(first);
  expect((await stat(cache)).mtimeMs).toBe(mtimeMs);
  const fewer = await filesOf(records.slice(1), cache);
  expect(names(fewer).filter((name) => name.startsWith('fragment/'))).toHaveLength(39);
  await writeFile(cache, 'no cache');
  expect(await filesOf(records, cache)).toEqual(first);
});

it('a journal without entries has files all the same', async () => {
  const cache = join(await temporaryFolder(), 'search.cache');
  expect(names(await filesOf([], cache))).toContain('pagefind-entry.json');
});
