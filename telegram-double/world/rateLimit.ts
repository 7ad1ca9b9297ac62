import type { Chat } from '@grammyjs/types';
import { type Clock, MINUTE_MILLISECONDS, SECOND_MILLISECONDS } from './clock.ts';
import { tooManyRequests } from './refusal.ts';

/** How many messages and edits are let through; undefined is no limit. */
export type Rates = {
  /** A minute, in a group, supergroup or channel. */
  readonly perGroupMinute?: number;
  /** A second, in any chat. */
  readonly perChatSecond?: number;
};

/** About what Telegram grants a bot. */
export const TELEGRAM_RATES: Rates = { perGroupMinute: 20, perChatSecond: 3 };

/** Counts what the bot sends and edits, and answers 429 when it is too fast. */
export class RateLimit {
  readonly #now: Clock;
  readonly #rates: Rates;
  readonly #sentAt = new Map<number, number[]>();

  constructor(now: Clock, rates: Rates) {
    this.#now = now;
    this.#rates = rates;
  }

  /** Counts messages that are about to be sent to a chat, or edited there; refuses if they are too many. */
  spend(chat: Chat, messages = 1): void {
    const now = this.#now();
    const recent = (this.#sentAt.get(chat.id) ?? []).filter((at) => now - at < MINUTE_MILLISECONDS);
    this.#sentAt.set(chat.id, recent);
    const { perGroupMinute, perChatSecond } = this.#rates;
    refuseOver(perChatSecond, recent, now, SECOND_MILLISECONDS);
    if (chat.type !== 'private') refuseOver(perGroupMinute, recent, now, MINUTE_MILLISECONDS);
    for (let sent = 0; sent < messages; sent++) recent.push(now);
  }
}

function refuseOver(
  limit: number | undefined,
  sentAt: readonly number[],
  now: number,
  windowMilliseconds: number,
): void {
  if (limit === undefined) return;
  const inWindow = sentAt.filter((at) => now - at < windowMilliseconds);
  const blocking = inWindow.at(-limit);
  if (inWindow.length < limit || blocking === undefined) return;
  const waitMilliseconds = blocking + windowMilliseconds - now;
  throw tooManyRequests(Math.max(1, Math.ceil(waitMilliseconds / SECOND_MILLISECONDS)));
}
