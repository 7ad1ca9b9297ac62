import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

// No build publishes or removes names that begin with a dot.
const lockName = '.build.lock';
/** Name of a file that is in a folder while a build has it. */
export const markName = '.build.pid';
const sqliteBusy = 5;
const sqliteFull = 13;
const tries = 20;

/**
 * Keeps all other builds out of a folder, from whichever checkout they come. The lock is SQLite's own, so it goes with
 * the process, however that ends; what a killed process leaves of it stops nobody.
 */
export class FolderLock {
  readonly #folder: string;
  readonly #held: DatabaseSync;
  readonly #release = () => this.release();
  /** Whether a build has begun to write into the folder, and was killed. */
  readonly isLeftover: boolean;

  /** @throws where another build has the folder. */
  constructor(folder: string) {
    this.#folder = folder;
    this.#held = lock(folder);
    this.isLeftover = existsSync(join(folder, markName));
    process.once('exit', this.#release);
  }

  /** Says that from here on the folder holds a build's files, and which process it is. */
  begin(): void {
    writeFileSync(join(this.#folder, markName), `${process.pid}\n`);
  }

  /** Gives the folder up, and leaves nothing of the lock in it. */
  release(): void {
    if (!this.#held.isOpen) return;
    process.off('exit', this.#release);
    remove(join(this.#folder, markName));
    remove(join(this.#folder, lockName));
    this.#held.close();
  }
}

function lock(folder: string): DatabaseSync {
  const path = join(folder, lockName);
  for (let tried = 0; tried < tries; tried++) {
    const file = identityOf(path);
    // Whoever gave it up meanwhile has removed the file, and somebody else may have locked a new one.
    const isThere = () => file === statSync(path, { throwIfNoEntry: false })?.ino;
    const database = exclusive(path, folder, isThere);
    if (database && isThere()) return database;
    database?.close();
  }
  throw new Error(taken(folder));
}

/** The file is made where there is none. Whoever gives the folder up may remove it at any moment. */
function identityOf(path: string): number {
  const file = openSync(path, 'a');
  try {
    return fstatSync(file).ino;
  } finally {
    closeSync(file);
  }
}

/** Undefined where the file was removed meanwhile, which SQLite says in several ways. */
function exclusive(path: string, folder: string, isThere: () => boolean): DatabaseSync | undefined {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { timeout: 0 });
    database.exec('PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database?.close();
    const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
    if (code === sqliteBusy) throw new Error(taken(folder));
    if (!isThere()) return undefined;
    if (code === sqliteFull)
      throw new Error(
        `The disk is full: ${path} could not be written. Nothing was built. Free some room, then run this again.`,
      );
    throw new Error(
      `The folder ${folder} cannot be kept for this build alone, by a lock on ${path} (${String(error)}). Nothing was built. Delete that file, or build into a folder on a disk of this machine with --outDir.`,
      { cause: error },
    );
  }
}

function taken(folder: string): string {
  return `Another build${processOf(folder)} is at work in ${folder}. Nothing was built. Run this again when that one has ended, or end it first.`;
}

function processOf(folder: string): string {
  try {
    return ` (process ${readFileSync(join(folder, markName), 'utf8').trim()})`;
  } catch {
    return '';
  }
}

/** On Windows nothing that is open can be removed: then it stays, and is taken over by the next build. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {}
}
