import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { databaseFile, inspect, openDatabase } from '../../../bot/state/database.ts';
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
  for (const database of open.splice(0)) database.close();
});

/** The bot's database with updates of such ids, closed; its write-ahead log in memory only. */
function written(...ids: readonly number[]): void {
  const database = openDatabase(folder);
  insert(database, ids);
  database.close();
}

function insert(database: DatabaseSync, ids: readonly number[]): void {
  const row = database.prepare(
    'INSERT INTO inbox (update_id, body, run_at, received_at) VALUES (?, ?, 0, 0)',
  );
  for (const id of ids) row.run(id, 'x'.repeat(3000));
}

/** Leaves a log beside the database, as a process that was killed does: of `sql`, in a database of another place. */
function logOf(sql: string, isOurs = true): Buffer {
  const other = join(folder, 'other');
  const database = isOurs ? openDatabase(other) : opened(join(folder, 'foreign.sqlite'));
  open.push(database);
  if (isOurs) database.exec(`${manyRows}; PRAGMA wal_checkpoint(TRUNCATE)`);
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; ${sql}`);
  return readFileSync(`${database.location()}-wal`);
}

function opened(place: string): DatabaseSync {
  const database = new DatabaseSync(place);
  database.exec('CREATE TABLE first (id)');
  return database;
}

const manyRows =
  'INSERT INTO inbox (update_id, body, run_at, received_at) SELECT value, hex(zeroblob(1500)), 0, 0 FROM (WITH RECURSIVE n(value) AS (SELECT 1000 UNION ALL SELECT value + 1 FROM n WHERE value < 1300) SELECT value FROM n)';

function troubleOf(work: () => unknown): StateError {
  try {
    work();
  } catch (error) {
    if (error instanceof StateError) return error;
    throw error;
  }
  throw new Error('nothing was wrong');
}

const idsIn = (database: DatabaseSync) =>
  database
    .prepare('SELECT update_id FROM inbox ORDER BY update_id')
    .all()
    .map((row) => row['update_id']);

test.each([
  ['another day of it', () => logOf('DELETE FROM inbox WHERE update_id % 3 = 0')],
  [
    'another program',
    () => logOf('CREATE TABLE places (id); INSERT INTO places VALUES (1)', false),
  ],
])('a log of %s is told as such, and both files are left as they are', (_, log) => {
  written(1, 2, 3);
  const strange = log();
  writeFileSync(`${path}-wal`, strange);
  const before = readFileSync(path);
  const trouble = troubleOf(() => openDatabase(folder, 0));
  expect(trouble.what).toBe(
    `${path} is sound, but bot.sqlite-wal beside it is of another database, or of another day of it`,
  );
  expect(trouble.cure).toMatch(/move .*bot\.sqlite-wal and .*bot\.sqlite-shm away/);
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readFileSync(`${path}-wal`).equals(strange)).toBe(true);
  // What it says to do is enough.
  for (const end of ['-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
  const database = openDatabase(folder);
  open.push(database);
  expect(idsIn(database)).toEqual([1, 2, 3]);
});

test.each([
  ['nothing', ''],
  ['nonsense', 'no log '.repeat(3000)],
  ['the head of one', '\u0037'.repeat(20)],
])('a log of %s changes nothing', (_, text) => {
  written(1, 2, 3);
  writeFileSync(`${path}-wal`, text);
  const database = openDatabase(folder);
  open.push(database);
  expect(idsIn(database)).toEqual([1, 2, 3]);
});

test('a log without its database is no beginning of a new one', () => {
  written(1);
  const database = openDatabase(folder);
  database.exec('PRAGMA wal_autocheckpoint = 0');
  insert(database, [2, 3]);
  for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, join(folder, `kept${end}`));
  database.close();
  rmSync(path);
  copyFileSync(join(folder, 'kept-wal'), `${path}-wal`);
  const trouble = troubleOf(() => openDatabase(folder, 0));
  expect(trouble.what).toBe(`${path}-wal is there, and bot.sqlite, to which it belongs, is not`);
  expect(existsSync(path)).toBe(false);
  // Put back, it has all that the log holds.
  copyFileSync(join(folder, 'kept'), path);
  const again = openDatabase(folder);
  open.push(again);
  expect(idsIn(again)).toEqual([1, 2, 3]);
});

test('the log that a killed process leaves is read as ever', () => {
  written(1);
  const database = openDatabase(folder);
  database.exec('PRAGMA wal_autocheckpoint = 0');
  insert(database, [2]);
  const killed = join(folder, 'killed');
  openDatabase(killed).close();
  for (const end of ['', '-wal'])
    copyFileSync(`${path}${end}`, join(killed, `${databaseFile}${end}`));
  database.close();
  inspect(join(killed, databaseFile));
  const again = openDatabase(killed);
  open.push(again);
  expect(idsIn(again)).toEqual([1, 2]);
});
