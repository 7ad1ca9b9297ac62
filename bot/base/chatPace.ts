import type { DatabaseSync } from 'node:sqlite';
import { cell, rowReader } from '../state/rows.ts';
import { columns, Store } from '../state/store.ts';

const toCall = rowReader('channel_calls', { at: 'number', messages: 'number' });

const minuteMilliseconds = 60_000;

/** How fast a chat may be written to. */
export interface Pace {
  /** For each message that went before; 0 for none. */
  readonly spacingMilliseconds: number;
  readonly messagesAMinute: number;
}

/** What Telegram grants a bot in a group; a channel is treated as one. */
export const telegramPace: Pace = { spacingMilliseconds: 1_000, messagesAMinute: 20 };

/** A pace of so many messages a minute; 0 is none at all, for servers without limits. */
export function paceOf(messagesAMinute: number): Pace {
  if (messagesAMinute === 0)
    return { spacingMilliseconds: 0, messagesAMinute: Number.POSITIVE_INFINITY };
  const spacingMilliseconds = Math.min(
    telegramPace.spacingMilliseconds,
    minuteMilliseconds / messagesAMinute,
  );
  return { spacingMilliseconds, messagesAMinute };
}

/** A call that was made. */
export interface PastCall {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly messages: number;
}

/** The first moment from `from` on at which so many messages keep within the pace. `past` is oldest first. */
export function freeAt(
  past: readonly PastCall[],
  messages: number,
  from: number,
  { spacingMilliseconds, messagesAMinute }: Pace,
): number {
  const last = past.at(-1);
  let at = last ? Math.max(from, last.at + spacingMilliseconds * last.messages) : from;
  const room = messagesAMinute - Math.min(messages, messagesAMinute);
  let used = past
    .filter((call) => call.at > at - minuteMilliseconds)
    .reduce((sum, call) => sum + call.messages, 0);
  for (const call of past) {
    if (call.at <= at - minuteMilliseconds) continue;
    if (used <= room) break;
    used -= call.messages;
    at = Math.max(at, call.at + minuteMilliseconds);
  }
  return at;
}

/**
 * Keeps the calls of every chat within its pace. What was called lately, and until when Telegram asked for silence, is on disk:
 * a process that starts anew goes on where the last one stopped.
 */
export class ChatPace extends Store {
  readonly #pace: Pace;

  constructor(database: DatabaseSync, pace: Pace) {
    super(database);
    this.#pace = pace;
  }

  /** The first moment from `from` on at which so many messages may go to a chat. */
  freeAt(chatId: number, messages: number, from: number): number {
    const past = this.rows(toCall)`SELECT at, messages FROM channel_calls
      WHERE channel_id = ${chatId} ORDER BY at`;
    return freeAt(past, messages, this.afterHold(chatId, from), this.#paceOf(chatId));
  }

  /** A person, whose chat has a positive id, may be written to all the time. */
  #paceOf(chatId: number): Pace {
    return chatId > 0 ? { ...this.#pace, messagesAMinute: Number.POSITIVE_INFINITY } : this.#pace;
  }

  /** Whether there are limits to keep to. */
  get isLimited(): boolean {
    return this.#pace.messagesAMinute !== Number.POSITIVE_INFINITY;
  }

  /** The first moment from `from` on at which Telegram no longer asks for silence. */
  afterHold(chatId: number, from: number): number {
    const until = this.row((row) => cell(row, 'channel_holds.until', 'number'))`
      SELECT until FROM channel_holds WHERE channel_id = ${chatId}`;
    return Math.max(from, until ?? from);
  }

  /** Notes a call that is about to be made. */
  note(chatId: number, messages: number, now: number): void {
    if (!this.isLimited) return;
    this.run`INSERT INTO channel_calls ${columns({ channelId: chatId, at: now, messages })}`;
  }

  /** Telegram asked for silence until then, of the whole chat. */
  hold(chatId: number, until: number): void {
    this.run`INSERT INTO channel_holds ${columns({ channelId: chatId, until })}
      ON CONFLICT (channel_id) DO UPDATE SET until = MAX(until, excluded.until)`;
  }

  /** Forgets what no longer counts: what is long over, and what a clock that was wrong put into the future. */
  tidy(now: number, longestWaitMilliseconds: number): void {
    this.run`DELETE FROM channel_calls WHERE at <= ${now - minuteMilliseconds} OR at > ${now}`;
    this.run`DELETE FROM channel_holds WHERE until <= ${now}
      OR until > ${now + longestWaitMilliseconds}`;
  }
}
