import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { lockProcess } from '../../../bot/base/lock.ts';
import { databaseFile, inTransaction, openDatabase } from '../../../bot/state/database.ts';
import { StateError } from '../../../bot/state/stateError.ts';
import { temporaryFolder } from '../../load/temporary.ts';

let folder: string;
let path: string;
const open: DatabaseSync[] = [];

beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder, databaseFile);
});

afterEach(async () => {
  for (const database of open.splice(0)) if (database.isOpen) database.close();
});

const insert = (database: DatabaseSync, count: number) => {
  const row = database.prepare(
    'INSERT INTO inbox (update_id, body, run_at, received_at) VALUES (?, ?, 0, 0)',
  );
  for (let id = 1; id <= count; id++) row.run(id, 'x'.repeat(900));
};

/** A database with something in it, closed. */
function written(): void {
  const database = openDatabase(folder);
  inTransaction(database, () => insert(database, 200));
  database.close();
}

function whole(database: DatabaseSync): DatabaseSync {
  open.push(database);
  return database;
}

function troubleOf(work: () => unknown): StateError {
  try {
    work();
  } catch (error) {
    if (error instanceof StateError) return error;
    throw error;
  }
  throw new Error('nothing was wrong');
}

function made(sql: string): void {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
}

/** Overwrites a part of the database. */
function damage(at: number): void {
  const file = readFileSync(path);
  file.fill(0xa5, at, at + 4096);
  writeFileSync(path, file);
}

const moved = /put a backup .*bot\.sqlite-wal.* "syndication" in the entries\. Lost are messages/;

describe('what cannot be used is told with its path and a cure, and left as it is', () => {
  it.each<[string, () => unknown, RegExp, RegExp]>([
    ['text', () => writeFile(path, 'no database '.repeat(500)), /is damaged$/, moved],
    ['a damaged head', () => written() ?? damage(0), /is damaged$/, moved],
    ['a page of nonsense', () => written() ?? damage(8 * 4096), /is damaged( \(|$)/, moved],
    ['half of it', () => written() ?? truncateSync(path, 40_000), /is damaged( \(|$)/, moved],
    ['less than a page', () => written() ?? truncateSync(path, 60), /is damaged$/, moved],
    ['nothing', () => written() ?? truncateSync(path, 0), /is empty, and was not before$/, moved],
    ['a folder', () => mkdir(path), /is a folder$/, /move the folder away/],
    [
      'a newer version',
      () => written() ?? made('PRAGMA user_version = 9000'),
      /was written by a newer Scrollback: it is of version 9000, and this one knows versions up to \d+$/,
      /Bring this copy up to date/,
    ],
    ...[
      'CREATE TABLE places (id)',
      'CREATE TABLE inbox (id)',
      'CREATE TABLE places (id); PRAGMA user_version = 5',
      'PRAGMA user_version = -3',
    ].map((sql): [string, () => unknown, RegExp, RegExp] => [
      `of another program: ${sql}`,
      () => made(sql),
      /is a database of another program$/,
      /^It is left as it is\. .*JOURNAL_STATE/,
    ]),
    [
      'a table too few',
      () => written() ?? made('DROP TABLE deliveries'),
      /is damaged \(version \d+ has the table deliveries, and \d+ more, which is not there\)$/,
      moved,
    ],
    [
      'a column too few',
      () => written() ?? made('ALTER TABLE inbox RENAME COLUMN run_at TO later'),
      /is damaged \(version \d+ has the column run_at of inbox, which is not there\)$/,
      moved,
    ],
  ])('%s', async (_, prepare, what, cure) => {
    await prepare();
    const before = statSync(path).isDirectory() ? undefined : readFileSync(path);
    const trouble = troubleOf(() => openDatabase(folder, 0));
    expect(trouble.what.startsWith(path)).toBe(true);
    expect(trouble.what).toMatch(what);
    expect(trouble.cure).toMatch(cure);
    if (before) expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('a newer version that is in the write-ahead log only', () => {
    const newer = whole(openDatabase(folder));
    newer.exec('PRAGMA wal_autocheckpoint = 0; PRAGMA user_version = 9000');
    expect(troubleOf(() => openDatabase(folder, 0)).what).toMatch(/is of version 9000/);
  });

  it('a lock of another program', () => {
    written();
    const other = whole(new DatabaseSync(path));
    other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    const trouble = troubleOf(() => openDatabase(folder, 0));
    expect(trouble.message).toMatch(/bot\.sqlite is locked by another program\. Close what/);
  });

  it.each(['/proc/x', '/proc/x/y', '/dev/null/x'])('%s as the folder', (place) => {
    for (const work of [openDatabase, lockProcess])
      expect(troubleOf(() => work(place)).message).toMatch(
        /^\/(proc|dev\/null)\/x(\/y)? cannot be written\. .*JOURNAL_STATE\.$/,
      );
  });
});

test.runIf(existsSync('/proc/self'))('/proc/self as the folder is no full disk', () => {
  expect(() => lockProcess('/proc/self')).toThrow(
    /^\/proc\/self\/running\.lock cannot be opened\. .*JOURNAL_STATE\.$/,
  );
});

test('a damaged lock is told as that, not as another process', async () => {
  await writeFile(join(folder, 'running.lock'), 'no lock '.repeat(500));
  expect(troubleOf(() => lockProcess(folder)).message).toMatch(
    /running\.lock is damaged\. Delete it/,
  );
});

test('a disk that fills up in the middle of a transaction is told as that, and nothing of it stays', () => {
  const database = whole(openDatabase(folder));
  const pages = database.prepare('PRAGMA page_count').get()?.['page_count'];
  database.exec(`PRAGMA max_page_count = ${Number(pages) + 2}`);
  const trouble = troubleOf(() => inTransaction(database, () => insert(database, 200)));
  expect(trouble.message).toBe(
    `${path} cannot be written: the disk is full. Make room on it: nothing is lost, and the bot goes on where it was.`,
  );
  expect(trouble.cause).toMatchObject({ message: 'database or disk is full' });
  database.exec('PRAGMA max_page_count = 100000');
  expect(inTransaction(database, () => insert(database, 3))).toBeUndefined();
  expect(database.prepare('SELECT COUNT(*) AS n FROM inbox').get()).toMatchObject({ n: 3 });
});

test('what the work itself throws comes out as it is', () => {
  const database = whole(openDatabase(folder));
  const own = new Error('own');
  const work = () => {
    insert(database, 1);
    throw own;
  };
  expect(() => inTransaction(database, work)).toThrow(own);
  expect(database.prepare('SELECT COUNT(*) AS n FROM inbox').get()).toMatchObject({ n: 0 });
});

test('a database is there whole or not at all, and leaves nothing beside it', async () => {
  openDatabase(folder).close();
  expect(await readdir(folder)).toEqual([databaseFile]);
});
