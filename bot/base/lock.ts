import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { explained, isLockedOut, isNoDatabase, StateError } from '../state/stateError.ts';
import { closeToOthers, makeStateFolder } from '../state/stateFolder.ts';

/** Lets one piece of work at a time change the content folder: chat and mirror would overwrite each other's edits. */
export class Lock {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work, work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}

/** The file of the lock, in the folder of the state. */
export const lockFile = 'running.lock';

/**
 * Makes this process the only one that talks to Telegram from this state folder. The lock is SQLite's own, so it goes
 * with the process, however that ends.
 *
 * @returns a function that gives it up; undefined where another process has it.
 * @throws {StateError} where nobody can have it.
 */
export function lockProcess(stateFolder: string): (() => void) | undefined {
  makeStateFolder(stateFolder);
  const path = join(stateFolder, lockFile);
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { timeout: 0 });
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database?.close();
    if (isLockedOut(error)) return undefined;
    if (isNoDatabase(error))
      throw new StateError(`${path} is damaged`, 'Delete it: it holds nothing, and is made anew.', {
        cause: error,
      });
    throw explained(error, path);
  }
  closeToOthers(stateFolder);
  const held = database;
  return () => held.close();
}
