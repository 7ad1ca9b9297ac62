import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Name of the bot's database in the state folder. */
export const databaseFile = 'bot.sqlite';

const schemaFolder = join(import.meta.dirname, 'schema');

/** Opens the bot's database in `folder`, which is created, and brings its schema up to date. */
export function openDatabase(folder: string): DatabaseSync {
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(join(folder, databaseFile));
  // FULL: what was acknowledged must survive a power cut, not only a crash. What is forgotten must not stay readable.
  database.exec(
    `PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
     PRAGMA secure_delete = ON;`,
  );
  migrate(database);
  return database;
}

/**
 * Makes the changes of `schema/` that the file has not seen. `user_version` remembers how many it has, so a change that
 * was released is never edited: the next one is a file with the next number.
 */
function migrate(database: DatabaseSync): void {
  const changes = schemaChanges();
  if (versionOf(database) >= changes.length) return;
  inTransaction(database, () => {
    // Asked again: another process may have done it meanwhile.
    for (const file of changes.slice(versionOf(database)))
      database.exec(readFileSync(join(schemaFolder, file), 'utf8'));
    database.exec(`PRAGMA user_version = ${changes.length}`);
  });
}

function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
}

/** Files such as `2-chat.sql`, by their numbers. */
function schemaChanges(): string[] {
  const files = readdirSync(schemaFolder).filter((file) => /^\d+-.*\.sql$/.test(file));
  return files.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
}

/** Takes what was forgotten out of the write-ahead log as well. */
export function scrub(database: DatabaseSync): void {
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}

/**
 * Runs `work` in one transaction, or as part of the one that is open. It must be synchronous: an `await` inside would
 * let other work into it.
 */
export function inTransaction<T>(
  database: DatabaseSync,
  work: () => T extends Promise<unknown> ? never : T,
): T {
  if (database.isTransaction) return work();
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
