import { randomUUID } from 'node:crypto';
import { linkSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DatabaseOfKeptStatements } from './keptStatements.ts';
import {
  bringUpTo,
  type Comparison,
  compareWithSchema,
  firstVersion,
  latestVersion,
  versionOf,
} from './migrations.ts';
import { damagedCure, explained, isFullDisk, StateError } from './stateError.ts';
import { closeToOthers, makeStateFolder } from './stateFolder.ts';
import { refuseLogAlone, strayLog } from './strayLog.ts';

/** Name of the bot's database in the state folder. */
export const databaseFile = 'bot.sqlite';

const lockedMilliseconds = 10_000;

/** The commit before the one that took the older changes away. */
const lastThatKnowsOlder =
  'git switch --detach "$(git log -1 --format=%h -- bot/schema/2-chat.sql)^" && npm install && npm run bot, and when it runs, end it and git switch - && npm install';

/**
 * Opens the bot's database in `folder`, which is created, and brings its schema up to date. Where another program has
 * it locked, it waits for `timeoutMilliseconds`.
 *
 * @throws {StateError} where it cannot be used, before anything is written to it.
 */
export function openDatabase(
  folder: string,
  timeoutMilliseconds = lockedMilliseconds,
): DatabaseSync {
  makeStateFolder(folder);
  const path = join(folder, databaseFile);
  try {
    if (statSync(path, { throwIfNoEntry: false })) inspect(path, timeoutMilliseconds);
    else {
      refuseLogAlone(path);
      create(path);
    }
    closeToOthers(folder);
    const database = open(path, timeoutMilliseconds);
    closeToOthers(folder);
    return database;
  } catch (error) {
    throw explained(error, path);
  }
}

/** A database that is new, and nowhere on disk. */
export function passingDatabase(): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  migrate(database);
  return database;
}

/**
 * What the bot's database in `folder` holds, brought up to date in memory: the file stays as it is, of whatever version.
 *
 * @throws {StateError} where it cannot be used.
 */
export function copiedDatabase(folder: string): DatabaseSync {
  const path = join(folder, databaseFile);
  inspect(path);
  const inMemory = `file:${randomUUID()}?mode=memory&cache=shared`;
  const database = new DatabaseSync(inMemory);
  try {
    const source = new DatabaseSync(path, { readOnly: true, timeout: lockedMilliseconds });
    try {
      source.prepare('VACUUM INTO ?').run(inMemory);
    } finally {
      source.close();
    }
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw explained(error, path);
  }
}

function open(path: string, timeoutMilliseconds: number): DatabaseSync {
  const database = new DatabaseOfKeptStatements(path, { timeout: timeoutMilliseconds });
  try {
    // FULL: what was acknowledged must survive a power cut, not only a crash. What is forgotten must not stay readable.
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;',
    );
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function create(path: string): void {
  putNew(path, (unfinished) => {
    const database = new DatabaseSync(unfinished);
    try {
      database.exec('PRAGMA synchronous = FULL');
      migrate(database);
    } finally {
      database.close();
    }
  });
}

/**
 * Has `make` write a database to an empty file beside `path`, and puts it there once it is whole: an empty or half-made
 * one is never taken for one that is new.
 */
export function putNew(path: string, make: (unfinished: string) => void): void {
  const unfinished = `${path}.${randomUUID()}.new`;
  try {
    writeFileSync(unfinished, '', { mode: 0o600, flag: 'wx' });
    make(unfinished);
    putInPlace(unfinished, path);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** A link does not take the place of what another process has made meanwhile; some file systems have none. */
function putInPlace(unfinished: string, path: string): void {
  try {
    linkSync(unfinished, path);
  } catch {
    if (!statSync(path, { throwIfNoEntry: false })) renameSync(unfinished, path);
  }
}

/**
 * Looks at a database without changing it.
 *
 * @throws {StateError} where it is damaged, of a newer version, or not the bot's.
 */
export function inspect(path: string, timeoutMilliseconds = lockedMilliseconds): void {
  try {
    if (statSync(path).size === 0)
      throw new StateError(`${path} is empty, and was not before`, damagedCure(path));
    const database = new DatabaseSync(path, { readOnly: true, timeout: timeoutMilliseconds });
    try {
      refuseNewer(database, path);
      const { missing } = refuseUnsound(database, path);
      refuseIncomplete(missing, versionOf(database), path);
    } finally {
      database.close();
    }
  } catch (error) {
    throw explained(error, path);
  }
}

/** Such a database may be sound in itself: what is wrong then stands in the write-ahead log beside it. */
function refuseUnsound(database: DatabaseSync, path: string): Comparison {
  const check = (one: DatabaseSync) => {
    refuseDamaged(one, path);
    return refuseOther(one, path);
  };
  try {
    return check(database);
  } catch (error) {
    throw strayLog(path, check, error) ?? error;
  }
}

function refuseNewer(database: DatabaseSync, path: string): void {
  const version = versionOf(database);
  const known = latestVersion();
  if (version > known)
    throw new StateError(
      `${path} was written by a newer Scrollback: it is of version ${version}, and this one knows versions up to ${known}`,
      'It is left as it is. Bring this copy up to date (git pull && npm install), or put a backup from before in its place.',
    );
}

function refuseDamaged(database: DatabaseSync, path: string): void {
  const found = String(database.prepare('PRAGMA quick_check(1)').get()?.['quick_check']);
  if (found !== 'ok')
    throw new StateError(`${path} is damaged (${found.replace(/\s+/g, ' ')})`, damagedCure(path));
}

/** A file that SQLite can read may be another program's, or a rest of what it was. */
function refuseOther(database: DatabaseSync, path: string): Comparison {
  const version = versionOf(database);
  const comparison = compareWithSchema(database, version);
  const { isOurs } = comparison;
  if (isOurs && version > 0 && version < firstVersion())
    throw new StateError(
      `${path} was written by a Scrollback before its first release: it is of version ${version}, and this one knows versions from ${firstVersion()} on`,
      `It is left as it is. Start the bot once with the last Scrollback that knows it, and then with this one: ${lastThatKnowsOlder}.`,
    );
  if (isOurs) return comparison;
  throw new StateError(
    `${path} is a database of another program`,
    'It is left as it is. Move it away, or choose another folder for the bot with JOURNAL_STATE, and start again.',
  );
}

function refuseIncomplete(missing: Comparison['missing'], version: number, path: string): void {
  if (missing.length === 0) return;
  throw new StateError(
    `${path} is damaged (version ${version} has ${shortList(missing)}, which is not there)`,
    damagedCure(path),
  );
}

function shortList(parts: readonly string[]): string {
  const [first = '', ...others] = parts;
  return others.length === 0 ? first : `${first}, and ${others.length} more`;
}

/** Makes the changes that the file has not seen. */
function migrate(database: DatabaseSync): void {
  if (versionOf(database) >= latestVersion()) return;
  // Asked again within: another process may have done it meanwhile.
  inTransaction(database, () => bringUpTo(database, latestVersion()));
}

/**
 * Lets every table count on from the time at which the bot starts. Buttons in chat name rows by their ids: over a state
 * that was lost, or put back as it was on an older day, an id that counted on from there would be that of something
 * else by now, and an old button would publish or discard that.
 */
export function takeFreshIds(database: DatabaseSync, now: number): void {
  const path = database.location() ?? '';
  try {
    database
      .prepare(
        `INSERT INTO sqlite_sequence (name, seq) SELECT name, 0 FROM sqlite_schema AS kind
         WHERE sql LIKE '%AUTOINCREMENT%' AND NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = kind.name)`,
      )
      .run();
    database.prepare('UPDATE sqlite_sequence SET seq = ?1 WHERE seq < ?1').run(now);
  } catch (error) {
    // Where there is no room for this, nothing else gets an id either.
    if (!isFullDisk(error, path)) throw explained(error, path);
  }
}

/** Changes whenever the database does, by this process or by another one. */
export function stateOf(database: DatabaseSync): string {
  const { version, own } =
    database
      .prepare('SELECT data_version AS version, total_changes() AS own FROM pragma_data_version')
      .get() ?? {};
  return `${version} ${own}`;
}

/** Takes what was forgotten out of the write-ahead log as well. */
export function scrub(database: DatabaseSync): void {
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}

/**
 * Runs `work` in one transaction, or as part of the one that is open. It must be synchronous: an `await` inside would
 * let other work into it.
 *
 * @throws what `work` threw; {@link StateError} where the database could not take it.
 */
export function inTransaction<T>(
  database: DatabaseSync,
  work: () => T extends Promise<unknown> ? never : T,
): T {
  if (database.isTransaction) return work();
  try {
    database.exec('BEGIN IMMEDIATE');
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    rollBack(database);
    throw explained(error, database.location() ?? databaseFile);
  }
}

/** SQLite ends a transaction by itself where the disk is full, and says so to whoever ends it again. */
function rollBack(database: DatabaseSync): void {
  if (!database.isTransaction) return;
  try {
    database.exec('ROLLBACK');
  } catch {
    // The next BEGIN tells what is wrong; why this transaction failed is what matters here.
  }
}
