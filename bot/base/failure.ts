import { GrammyError, HttpError } from 'grammy';
import { neverConnected, neverWhole } from './connections.ts';
import { messageOf } from './log.ts';
import { isForbidden, isPassing } from './trouble.ts';

const longestWaitMilliseconds = 10 * 60_000;

/** What is known of a call that did not end well. */
export type Failure =
  | { readonly kind: 'done-already' }
  | { readonly kind: 'later'; readonly waitMilliseconds: number; readonly reason: string }
  /** `isCut`: in the middle of the call, as it may be each time where something on the way takes no large files. */
  | { readonly kind: 'not-sent'; readonly reason: string; readonly isCut?: true }
  /** A file of it may not be read yet: nothing was sent. */
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Doubles with each attempt, up to a cap, with up to a fifth of chance on top so that waits do not fall together. */
export function waitAfter(attempts: number, first: number): number {
  const wait = Math.min(longestWaitMilliseconds, first * 2 ** Math.min(attempts, 20));
  return Math.round(wait * (1 + Math.random() / 5));
}

/**
 * What a failed call means. An answer from Telegram is certain; a broken connection is not, unless it was never made.
 */
export function classify(error: unknown): Failure {
  if (error instanceof GrammyError) return classifyAnswer(error);
  if (error instanceof HttpError) {
    const reason = messageOf(error);
    if (hasCode(error.error, neverWhole)) return { kind: 'not-sent', reason, isCut: true };
    return { kind: hasCode(error.error, neverConnected) ? 'not-sent' : 'unknown', reason };
  }
  // A picture that cannot be read, for one, or no room for a copy of it: thrown before anything was sent.
  const kind = isPassing(error) ? 'not-sent' : isForbidden(error) ? 'unreadable' : 'refused';
  return { kind, reason: messageOf(error) };
}

/** Whether Telegram refused something in such words. */
export function refusedWith(error: unknown, reason: RegExp): boolean {
  return error instanceof GrammyError && reason.test(error.description);
}

/** Whether Telegram found no message where there was one. */
export function isMissing(reason: string): boolean {
  return /message to (?:edit|delete) not found|MESSAGE_ID_INVALID/i.test(reason);
}

const rightsMissing =
  /administrator rights|not enough rights|have no rights|CHAT_ADMIN_REQUIRED|CHAT_WRITE_FORBIDDEN|bot was kicked|bot is not a member/i;

/** Whether Telegram refused something because of what the bot may do, and not because of what it was. */
export function isOfRights(reason: string): boolean {
  return rightsMissing.test(reason);
}

/** The same, or perhaps: of what it says then, Telegram does not say why. */
export function mayBeOfRights(reason: string): boolean {
  return isOfRights(reason) || notEditable.test(reason);
}

/** What Telegram says of a post of somebody else's, where the bot has not the right, and of one that nobody can edit. */
const notEditable = /message can't be (?:edited|deleted)/i;

const rightsCure =
  'Give the bot the rights to post, edit and delete messages among the administrators of the channel; "npm run doctor" tells which are missing.';
const notEditableCure =
  'The bot may edit and delete posts of others only with the rights to; a forwarded post stays as it is, with any rights.';

function classifyAnswer(error: GrammyError): Failure {
  const reason = error.description;
  if (/message is not modified/i.test(reason) || /message to delete not found/i.test(reason))
    return { kind: 'done-already' };
  if (error.error_code === 429) {
    return {
      kind: 'later',
      waitMilliseconds: ((error.parameters.retry_after ?? 5) + 1) * 1000,
      reason,
    };
  }
  if (error.error_code >= 500) return { kind: 'unknown', reason };
  return { kind: 'refused', reason: [reason, ...cureOf(reason)].join('. ') };
}

function cureOf(reason: string): string[] {
  if (notEditable.test(reason)) return [notEditableCure];
  return rightsMissing.test(reason) ? [rightsCure] : [];
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
