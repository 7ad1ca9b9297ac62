import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { afterMoving, StateError } from './stateError.ts';

/** SQLite reads what stands in a write-ahead log over the database of its name, whosever it is. */
function hasLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/**
 * Makes sure that a new database is not one that an old write-ahead log would be read over.
 *
 * @throws {StateError} where such a log is there.
 */
export function refuseLogAlone(path: string): void {
  if (!hasLog(path)) return;
  throw new StateError(
    `${path}-wal is there, and ${basename(path)}, to which it belongs, is not`,
    `It holds the last that the bot wrote. Put ${basename(path)} back beside it, and start again; to begin anew, move it away, with ${path}-shm. ${afterMoving}`,
  );
}

/**
 * What is wrong where a database is sound, and what its write-ahead log makes of it is not; undefined where the database
 * is at fault. `check` throws at a database that is not sound.
 */
export function strayLog(
  path: string,
  check: (database: DatabaseSync) => void,
  cause: unknown,
): StateError | undefined {
  if (!hasLog(path) || !isSound(path, check)) return undefined;
  return new StateError(
    `${path} is sound, but ${basename(path)}-wal beside it is of another database, or of another day of it`,
    `Both are left as they are. After a backup was put back, move ${path}-wal and ${path}-shm away, and start again. What only the log holds is lost: messages that came last, and what was done about them.`,
    { cause },
  );
}

/** Looks at the file alone. */
function isSound(path: string, check: (database: DatabaseSync) => void): boolean {
  const alone = pathToFileURL(path);
  alone.searchParams.set('immutable', '1');
  try {
    const database = new DatabaseSync(alone, { readOnly: true });
    try {
      check(database);
      return true;
    } finally {
      database.close();
    }
  } catch {
    return false;
  }
}
