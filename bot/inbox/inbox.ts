import type { DatabaseSync } from 'node:sqlite';
import type { Update } from 'grammy/types';
import type { Trouble } from '../base/trouble.ts';
import type { MessagePlace } from '../drafts/draftStore.ts';
import { inTransaction } from '../state/database.ts';
import { cell } from '../state/rows.ts';
import { type InboxItem, toItem } from './inboxItem.ts';
import { MemberLimit } from './memberLimit.ts';
import { plainUpdate } from './plainUpdate.ts';
import { ReceivedMessages } from './receivedMessages.ts';
import { lanes, routeOf } from './route.ts';
import { postponed, waitAfterTries } from './waits.ts';

const maxAttempts = 8;
const longestWaitMilliseconds = 10 * 60_000;
/** Telegram may ask for this much silence. */
const longestSilenceMilliseconds = 24 * 60 * 60_000;
const keptMilliseconds = 3 * 24 * 60 * 60 * 1000;
const batchSize = 50;

/**
 * The inbox: updates that were accepted from Telegram and not yet dealt with.
 *
 * - `pending`: stored; handled when `run_at` is reached. Handled well, it becomes `settled`; otherwise it waits for
 *   another try, longer each time.
 * - `settled`: dealt with. Kept for a while, so that an update that comes twice is known.
 * - `failed`: set aside after {@link maxAttempts} tries, which only a fault in handling it counts for; told to the owner
 *   and kept until {@link retryFailed}.
 *
 * What waits for a disk or the journal, or because Telegram said "later", is `holding`: what came later in its chat waits behind it,
 * save what changes nothing.
 */
export class Inbox {
  readonly #database: DatabaseSync;
  readonly #ownerId: number;
  readonly #limit: MemberLimit;
  readonly received: ReceivedMessages;

  constructor(database: DatabaseSync, ownerId: number) {
    this.#database = database;
    this.#ownerId = ownerId;
    this.#limit = new MemberLimit(database);
    this.received = new ReceivedMessages(database);
  }

  /** Stores a batch in one transaction. An update that is there already is passed over. */
  accept(updates: readonly Update[], now: number): void {
    inTransaction(this.#database, () => {
      // Update ids are random after a quiet week and may come again: what is long settled is forgotten.
      this.#database
        .prepare("DELETE FROM inbox WHERE state = 'settled' AND received_at < ?")
        .run(now - keptMilliseconds);
      this.#limit.tidy(now);
      for (const update of updates) this.#accept(update, now);
    });
  }

  #accept(update: Update, now: number): void {
    const route = routeOf(update, this.#ownerId);
    const { lane, chatId, messageId, senderId } = route;
    const runAt =
      senderId !== undefined
        ? this.#limit.heardAt(senderId, now)
        : route.isFree
          ? now
          : this.#heldUntil(chatId, now);
    const { changes } = this.#database
      .prepare(
        `INSERT INTO inbox (update_id, body, run_at, received_at, lane, chat_id, message_id, sender_id, is_edit, is_free)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (update_id) DO NOTHING`,
      )
      .run(
        update.update_id,
        plainUpdate(update),
        runAt,
        now,
        lane,
        chatId ?? null,
        messageId ?? null,
        senderId ?? null,
        route.isEdit ? 1 : 0,
        route.isFree ? 1 : 0,
      );
    // Of a member's edits only the newest says anything.
    if (changes > 0 && route.isEdit && lane === lanes.members)
      this.#database
        .prepare(
          `UPDATE inbox SET state = 'settled', body = '{}' WHERE chat_id = ? AND message_id = ? AND is_edit = 1
           AND state = 'pending' AND update_id <> ? AND (body ->> '$.edited_message.edit_date') <= ?`,
        )
        .run(
          chatId ?? null,
          messageId ?? null,
          update.update_id,
          update.edited_message?.edit_date ?? 0,
        );
  }

  /** The first update that is due, of all but the members'. */
  next(now: number): InboxItem | undefined {
    this.#tidy(now);
    const row = this.#database
      .prepare(
        `SELECT * FROM inbox WHERE state = 'pending' AND lane = ${lanes.trusted} AND run_at <= ?
         ORDER BY sequence LIMIT 1`,
      )
      .get(now);
    return row && toItem(row);
  }

  /** Members' updates that are due, at most so many of each in a minute; the others of whoever has more are put off. */
  nextOfMembers(now: number): InboxItem[] {
    return inTransaction(this.#database, () => {
      const due = this.#database.prepare(
        `SELECT * FROM inbox WHERE state = 'pending' AND lane = ${lanes.members} AND run_at <= ?
         ORDER BY run_at, sequence LIMIT ${batchSize}`,
      );
      for (;;) {
        const rows = due.all(now);
        const within = rows.filter((row) => this.#isWithinLimit(row, now));
        if (within.length > 0 || rows.length === 0) return within.map(toItem);
      }
    });
  }

  /** The newest members' updates of a chat that wait and came before an item. */
  membersBefore({ chatId, sequence }: InboxItem): InboxItem[] {
    return this.#database
      .prepare(
        `SELECT * FROM inbox WHERE state = 'pending' AND lane = ${lanes.members} AND chat_id = ? AND sequence < ?
         ORDER BY sequence DESC LIMIT ${2 * batchSize}`,
      )
      .all(chatId ?? null, sequence)
      .map(toItem)
      .reverse();
  }

  /** Members' updates of one message that wait and came before an item. */
  aboutBefore({ chatId, messageId }: MessagePlace, { sequence }: InboxItem): InboxItem[] {
    return this.#database
      .prepare(
        `SELECT * FROM inbox WHERE chat_id = ? AND message_id = ? AND state = 'pending'
         AND lane = ${lanes.members} AND sequence < ? ORDER BY sequence`,
      )
      .all(chatId, messageId, sequence)
      .map(toItem);
  }

  /** When the next update is due; undefined where none waits. */
  nextRunAt(): number | undefined {
    const row = this.#database
      .prepare("SELECT MIN(run_at) AS at FROM inbox WHERE state = 'pending'")
      .get();
    return cell(row, 'inbox.at', 'number?');
  }

  /**
   * Ends the handling of updates. Somebody's telephone number does not stay behind in them, nor what members said: that
   * is kept where it belongs.
   */
  settle(...items: readonly InboxItem[]): void {
    const settle = this.#database.prepare(
      "UPDATE inbox SET state = 'settled', holding = 0, error = NULL, body = iif(?, '{}', body) WHERE sequence = ?",
    );
    inTransaction(this.#database, () => {
      for (const { lane, update, sequence } of items) {
        const isToGo = lane === lanes.members || JSON.stringify(update).includes('"contact":{');
        settle.run(isToGo ? 1 : 0, sequence);
      }
    });
  }

  /** Puts an update back after a failed try, which counts. Returns what became of it. */
  fail(item: InboxItem, error: string, now: number): 'pending' | 'failed' {
    const attempts = item.attempts + 1;
    const state = attempts >= maxAttempts ? 'failed' : 'pending';
    this.#database
      .prepare(
        `UPDATE inbox SET state = ?, attempts = ?, run_at = ?, error = ?, trouble = NULL, troubled_at = NULL,
         holding = 0 WHERE sequence = ?`,
      )
      .run(state, attempts, now + waitAfterTries(attempts), error, item.sequence);
    return state;
  }

  /** Puts an update back that nothing is wrong with: it waits as long as it takes. */
  postpone(item: InboxItem, error: string, trouble: Trouble, now: number): void {
    const { since, runAt, isHolding } = postponed(item.troubledAt, trouble, now);
    inTransaction(this.#database, () => {
      this.#database
        .prepare(
          'UPDATE inbox SET run_at = ?, error = ?, trouble = ?, troubled_at = ?, holding = ? WHERE sequence = ?',
        )
        .run(runAt, error, kindOf(trouble), since, isHolding ? 1 : 0, item.sequence);
      if (isHolding && item.lane === lanes.trusted) this.#holdBehind(item, runAt);
    });
  }

  #holdBehind({ chatId, sequence }: InboxItem, until: number): void {
    this.#database
      .prepare(
        `UPDATE inbox SET run_at = ?1 WHERE chat_id = ?2 AND sequence > ?3 AND run_at < ?1 AND state = 'pending'
         AND lane = ${lanes.trusted} AND is_free = 0`,
      )
      .run(until, chatId ?? null, sequence);
  }

  /** When what comes now in a chat may be dealt with: not before what is held there. */
  #heldUntil(chatId: number | undefined, now: number): number {
    const row = this.#database
      .prepare(
        `SELECT MAX(run_at) AS at FROM inbox WHERE holding = 1 AND chat_id = ? AND lane = ${lanes.trusted}`,
      )
      .get(chatId ?? null);
    return Math.max(now, cell(row, 'inbox.at', 'number?') ?? now);
  }

  /** Puts an update back that a stop of the bot has ended. */
  putBack({ sequence }: InboxItem): void {
    this.#database.prepare('UPDATE inbox SET run_at = 0 WHERE sequence = ?').run(sequence);
  }

  /** Takes up again what was set aside. Returns how much that is. */
  retryFailed(now: number): number {
    const { changes } = this.#database
      .prepare(
        "UPDATE inbox SET state = 'pending', attempts = 0, run_at = ? WHERE state = 'failed'",
      )
      .run(now);
    return Number(changes);
  }

  /** Whether a message waits, and nothing is wrong with it. */
  isPostponed(chatId: number, messageId: number): boolean {
    return (
      this.#database
        .prepare(
          "SELECT 1 FROM inbox WHERE chat_id = ? AND message_id = ? AND state = 'pending' AND troubled_at IS NOT NULL",
        )
        .get(chatId, messageId) !== undefined
    );
  }

  /** How many updates wait for a disk. */
  waitingForDisk(): number {
    return this.#count("state = 'pending' AND trouble = 'disk'");
  }

  /** How many updates of members are due. */
  dueOfMembers(now: number): number {
    return this.#count(`state = 'pending' AND lane = ${lanes.members} AND run_at <= ?`, now);
  }

  /** Id of the newest message of a chat that was sent before a button was pressed; 0 where none is known. */
  newestBefore(queryId: string, chatId: number): number {
    const row = this.#database
      .prepare(
        `SELECT MAX(message_id) AS id FROM inbox WHERE chat_id = ?1 AND is_edit = 0
         AND update_id < (SELECT update_id FROM inbox WHERE chat_id = ?1 AND body ->> '$.callback_query.id' = ?2)`,
      )
      .get(chatId, queryId);
    return cell(row, 'inbox.id', 'number?') ?? 0;
  }

  /** How many updates are in each state, for /status. */
  counts(): { pending: number; failed: number } {
    return { pending: this.#count("state = 'pending'"), failed: this.#count("state = 'failed'") };
  }

  /** Tried again, it has been counted. */
  #isWithinLimit(row: Record<string, unknown>, now: number): boolean {
    const isNew =
      cell(row, 'inbox.attempts', 'number') === 0 &&
      cell(row, 'inbox.troubled_at', 'number?') === undefined;
    return !isNew || this.#limit.takes(cell(row, 'inbox.sender_id', 'number'), now);
  }

  #count(condition: string, ...values: number[]): number {
    const row = this.#database
      .prepare(`SELECT COUNT(*) AS n FROM inbox WHERE ${condition}`)
      .get(...values);
    return cell(row, 'inbox.n', 'number');
  }

  /** What a clock that was wrong put off is due. */
  #tidy(now: number): void {
    this.#database
      .prepare(
        "UPDATE inbox SET run_at = ? WHERE state = 'pending' AND run_at > iif(trouble = 'telegram', ?, ?)",
      )
      .run(now, now + longestSilenceMilliseconds, now + longestWaitMilliseconds);
  }
}

/** As the database has it: of these two somebody asks. */
function kindOf(trouble: Trouble): string | null {
  return trouble.with === 'journal' ? null : trouble.with;
}
