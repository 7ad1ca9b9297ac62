import { statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Thrown where the bot's state cannot be used: which file, why, what to do, and what that loses. */
export class StateError extends Error {
  readonly what: string;
  /** What to do about it. */
  readonly cure: string;

  constructor(what: string, cure: string, options?: ErrorOptions) {
    super(`${what}. ${cure}`, options);
    this.name = 'StateError';
    this.what = what;
    this.cure = cure;
  }
}

/** Of a database that has to be moved away: what goes with it, and what does not. */
export const afterMoving =
  'Nothing of the journal is in it, and what the channel shows is known again from "syndication" in the entries. ' +
  'Lost are messages that were not dealt with yet, questions and comments that wait for you, /undo, and which message belongs to which draft.';

// https://sqlite.org/rescode.html
const codes = {
  permission: 3,
  busy: 5,
  locked: 6,
  readOnly: 8,
  inputOutput: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  protocol: 15,
  noLargeFiles: 22,
  noDatabase: 26,
} as const;

const leastFreeBytes = 1024 * 1024;

/** SQLite's primary code of an error; undefined where it is not one of SQLite's. */
function sqliteCode(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : undefined;
}

/** Whether another program holds a lock on the database. */
export function isLockedOut(error: unknown): boolean {
  const code = sqliteCode(error);
  return code === codes.busy || code === codes.locked;
}

/** Whether a file is no database, or no longer one. */
export function isNoDatabase(error: unknown): boolean {
  const code = sqliteCode(error instanceof StateError ? error.cause : error);
  return code === codes.noDatabase || code === codes.corrupt;
}

/** An error of SQLite or of the file system about a file of the state, in words that lead on; any other as it is. */
export function explained(error: unknown, path: string): unknown {
  if (error instanceof StateError) return error;
  const words = wordsOf(error, path);
  return words ? new StateError(`${path} ${words[0]}`, words[1], { cause: error }) : error;
}

function wordsOf(error: unknown, path: string): readonly [string, string] | undefined {
  if (isFullDisk(error, path)) return ['cannot be written: the disk is full', makeRoom];
  if (sqliteCode(error) !== undefined && isFolder(path))
    return ['is a folder', 'The bot’s database belongs there: move the folder away.'];
  if (isNoDatabase(error)) return ['is damaged', damagedCure(path)];
  if (isLockedOut(error))
    return [
      'is locked by another program',
      'Close what has it open, such as a program that shows databases or makes a backup, and start again.',
    ];
  switch (sqliteCode(error) ?? systemCode(error)) {
    case codes.inputOutput:
    case codes.protocol:
    case codes.noLargeFiles:
    case 'EIO':
      return [
        'cannot be read and written as a database has to be',
        'Look at the disk. A network drive does not do: choose a folder on a disk of this machine with JOURNAL_STATE, and copy what is in this one there while the bot is stopped.',
      ];
    case codes.cannotOpen:
      return ['cannot be opened', rightCure];
    case codes.permission:
    case codes.readOnly:
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return ['cannot be written', rightCure];
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'ELOOP':
    case 'ENAMETOOLONG':
      return [
        'cannot be written',
        'There can be no folder in that place: choose another one with JOURNAL_STATE.',
      ];
    default:
      return undefined;
  }
}

const makeRoom = 'Make room on it: nothing is lost, and the bot goes on where it was.';
const rightCure =
  'Give the user that runs the bot the right to read and write there, or choose another folder with JOURNAL_STATE.';

/** What to do about a file that is no longer a database. */
export function damagedCure(path: string): string {
  return `Stop the bot, and put a backup of the folder in its place; without one, move it away with the files beside it whose names begin with the same (${path}-wal, ${path}-shm), and start again. ${afterMoving}`;
}

function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

/** Whether there was no room to write. SQLite calls some such writes an error of the disk. */
export function isFullDisk(error: unknown, path: string): boolean {
  const code = sqliteCode(error);
  if (code === codes.full || ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(systemCode(error) ?? ''))
    return true;
  if (code !== codes.inputOutput && code !== codes.cannotOpen) return false;
  try {
    const { bavail, bsize, blocks } = statfsSync(dirname(path));
    // What is no disk, such as /proc, has no room and is not full.
    return blocks > 0 && bavail * bsize < leastFreeBytes;
  } catch {
    return false;
  }
}

/** Whether a path leads to a folder. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
