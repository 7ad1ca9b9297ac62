import { GrammyError, HttpError } from 'grammy';

/** What keeps an update waiting and is no fault of the update: it may be tried as often as it takes. */
export interface Trouble {
  readonly with: 'disk' | 'journal' | 'telegram';
  /** Whether others of the chat would meet it too: for as long as it lasts, for a while, or not. */
  readonly isMet: 'always' | 'a while' | 'once';
  /** How long Telegram asked to be left alone. */
  readonly waitMilliseconds: number | undefined;
  /** Whether it may last for days, so that trying again soon is for nothing. */
  readonly isLong?: true;
}

/** Thrown where the content folder is away, or its site.yaml cannot be read: whatever is asked for, it can wait. */
export class JournalError extends Error {
  override readonly name = 'JournalError';
}

/** Thrown where a message adds to what an earlier one was to begin, and has not. */
export class AwaitedMessageError extends Error {
  readonly messageId: number;

  constructor(messageId: number) {
    super(`The article of message ${messageId} could not be begun yet; what is added to it waits.`);
    this.name = 'AwaitedMessageError';
    this.messageId = messageId;
  }
}

const wholeDisk = new Set(['EROFS', 'ENOSPC', 'EDQUOT', 'EFBIG', 'EIO', 'ENODEV', 'ENXIO']);
const writing = new Set(['EROFS', 'ENOSPC', 'EDQUOT', 'EFBIG']);
const forbidden = new Set(['EACCES', 'EPERM']);
const somePlace = new Set([
  'EACCES',
  'EPERM',
  'EBUSY',
  'EMFILE',
  'ENFILE',
  'ENOMEM',
  'EAGAIN',
  'ESTALE',
  'ETXTBSY',
]);

// SQLITE_BUSY, LOCKED, NOMEM, READONLY, IOERR, FULL, CANTOPEN.
const sqliteTrouble = new Set([5, 6, 7, 8, 10, 13, 14]);

/** What stood in the way; undefined where it is a fault of the handling, which trying again does not mend. */
export function troubleIn(error: unknown): Trouble | undefined {
  if (isOutOfReach(error)) {
    const waitMilliseconds = askedFor(error);
    const isMet = waitMilliseconds === undefined ? 'once' : 'always';
    return { with: 'telegram', isMet, waitMilliseconds };
  }
  if (isShutOut(error))
    return { with: 'telegram', isMet: 'once', waitMilliseconds: undefined, isLong: true };
  for (const cause of causesOf(error)) {
    if (cause instanceof JournalError)
      return { with: 'journal', isMet: 'always', waitMilliseconds: undefined };
    const { code, errcode } = cause as Error & { code?: unknown; errcode?: unknown };
    const isDatabase = code === 'ERR_SQLITE_ERROR' && sqliteTrouble.has(Number(errcode) & 0xff);
    if (isDatabase || wholeDisk.has(String(code)))
      return { with: 'disk', isMet: 'always', waitMilliseconds: undefined };
    if (somePlace.has(String(code)))
      return { with: 'disk', isMet: 'a while', waitMilliseconds: undefined };
  }
  return undefined;
}

/** Whether nothing can be written, whatever it is. What only cannot be read, or not here, is another matter. */
export function isOfWriting(error: unknown): boolean {
  const code = codeIn(error);
  return code === 'ERR_SQLITE_ERROR' || writing.has(code);
}

/** Whether it is a matter of rights: it lasts until somebody gives them, and concerns one file. */
export function isForbidden(error: unknown): boolean {
  return forbidden.has(codeIn(error));
}

/** Whether it is the disk's or the system's fault, and no matter of rights, which last until somebody gives them. */
export function isPassing(error: unknown): boolean {
  return troubleIn(error)?.with === 'disk' && !isForbidden(error);
}

function codeIn(error: unknown): string {
  const coded = causesOf(error).find((cause) => 'code' in cause);
  return coded && troubleIn(error)?.with === 'disk' ? String(coded.code) : '';
}

/** An error and what caused it, as far down as anybody looks. */
export function causesOf(error: unknown): (Error & { readonly code?: unknown })[] {
  const causes: Error[] = [];
  for (let cause = error; cause instanceof Error && causes.length < 8; cause = cause.cause)
    causes.push(cause);
  return causes;
}

/** A broken line, a server's own trouble or "later": nothing that the bot or its settings could be blamed for. */
export function isOutOfReach(error: unknown): boolean {
  return (
    error instanceof HttpError ||
    (error instanceof GrammyError && (error.error_code >= 500 || error.error_code === 429))
  );
}

/** Whether somebody does not let the bot write in private, as the owner who has blocked it: he may think better of it. */
function isShutOut(error: unknown): boolean {
  return (
    error instanceof GrammyError && error.error_code === 403 && Number(error.payload['chat_id']) > 0
  );
}

function askedFor(error: unknown): number | undefined {
  const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined;
  return seconds === undefined ? undefined : (seconds + 1) * 1000;
}
