import { rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { inspect, putNew } from './database.ts';
import { explained, isLockedOut, isNoDatabase, StateError } from './stateError.ts';
import { makeStateFolder } from './stateFolder.ts';

/**
 * Watches over the bot's database while it is open. What is written to a file that is damaged, or no longer the one in the
 * state folder, is lost at the next start: there is no going on.
 */
export class StateWatch {
  readonly #database: DatabaseSync;
  readonly #path: string | undefined;
  readonly #file: string | undefined;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#path = database.location() ?? undefined;
    this.#file = this.#path && identityOf(this.#path);
  }

  /**
   * Looks whether the file is the one that was opened. One that was removed is written anew from what is still open.
   *
   * @throws {StateError} where it is not; its cause is what kept the new one from being written, if anything did.
   */
  look(): void {
    const path = this.#path;
    if (path === undefined) return;
    const found = identityOf(path);
    if (found === this.#file) return;
    if (found !== undefined)
      throw new StateError(
        `${path} was replaced by another file while the bot ran`,
        'Start the bot again: it goes on with the file that is there.',
      );
    try {
      makeStateFolder(dirname(path));
      putNew(path, (unfinished) => {
        // In one step: Node's backup() gives up, with no word of why, where it is to wait.
        this.#database.prepare('VACUUM INTO ?').run(unfinished);
        // SQLite would read the log of the old file over the new one.
        for (const end of ['-wal', '-shm']) rmSync(path + end, { force: true });
      });
    } catch (error) {
      throw explained(error, path);
    }
    throw new StateError(
      `${path} was removed while the bot ran`,
      'What was in it is there again, in a new file: start the bot again, and leave that folder to it.',
    );
  }

  /** @throws {StateError} where an error comes of a database that is damaged, or another than it was. */
  examine(error: unknown): void {
    const path = this.#path;
    if (path === undefined) return;
    if (isNoDatabase(error)) throw explained(error, path);
    if (!isOfDatabase(error)) return;
    try {
      inspect(path, 0);
    } catch (found) {
      if (found instanceof StateError && !isLockedOut(found.cause)) throw found;
    }
  }
}

function identityOf(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev} ${ino}`;
  } catch {
    return undefined;
  }
}

/** Whether SQLite calls a statement wrong: a table that it names may be gone. */
function isOfDatabase(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 1;
}
