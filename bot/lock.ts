import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Lets one piece of work at a time change the content folder: chat and mirror would overwrite each other's edits. */
export class Lock {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work, work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}

/**
 * Makes this process the only one that talks to Telegram from this state folder. The lock is SQLite's own, so it goes
 * with the process, however that ends.
 *
 * @returns a function that gives it up; undefined where another process has it.
 */
export function lockProcess(stateFolder: string): (() => void) | undefined {
  mkdirSync(stateFolder, { recursive: true });
  const database = new DatabaseSync(join(stateFolder, 'running.lock'));
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch {
    database.close();
    return undefined;
  }
  return () => database.close();
}
