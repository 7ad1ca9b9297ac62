import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { databaseFile, openDatabase } from '../../bot/state/database.ts';

let made: Buffer | undefined;

/**
 * Makes the folder of a bot's state with the database that the bot makes where there is none: a copy of one that it made,
 * since the making takes as long as many a test.
 */
export function putNewState(folder: string): void {
  made ??= newDatabase();
  mkdirSync(folder, { mode: 0o700 });
  writeFileSync(join(folder, databaseFile), made, { mode: 0o600 });
}

/** As it is when it is made, before it is opened. */
function newDatabase(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'scrollback-state-'));
  try {
    openDatabase(folder).close();
    const path = join(folder, databaseFile);
    const database = new DatabaseSync(path);
    database.exec('PRAGMA journal_mode = DELETE');
    database.close();
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
