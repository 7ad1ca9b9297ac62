import type { DatabaseSync } from 'node:sqlite';
import type { Update } from 'grammy/types';
import type { Trouble } from '../base/trouble.ts';
import { isOf, type MessagePlace } from '../drafts/draftStore.ts';
import { cell } from '../state/rows.ts';
import { columns, Store } from '../state/store.ts';
import { type InboxItem, items, toItem } from './inboxItem.ts';
import { MemberLimit } from './memberLimit.ts';
import { plainUpdate } from './plainUpdate.ts';
import { ReceivedMessages } from './receivedMessages.ts';
import { lanes, routeOf } from './route.ts';
import { longestTroubleMilliseconds, postponed, waitAfterTries } from './waits.ts';

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
export class Inbox extends Store {
  readonly #ownerId: number;
  readonly #limit: MemberLimit;
  readonly received: ReceivedMessages;

  constructor(database: DatabaseSync, ownerId: number) {
    super(database);
    this.#ownerId = ownerId;
    this.#limit = new MemberLimit(database);
    this.received = new ReceivedMessages(database);
  }

  /** Stores a batch in one transaction. An update that is there already is passed over. */
  accept(updates: readonly Update[], now: number): void {
    this.inTransaction(() => {
      // Update ids are random after a quiet week and may come again: what is long settled is forgotten.
      this.run`DELETE FROM inbox WHERE state = 'settled'
        AND received_at < ${now - keptMilliseconds}`;
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
    const what = { updateId: update.update_id, body: plainUpdate(update), runAt, receivedAt: now };
    const changes = this.run`INSERT INTO inbox ${columns({ ...what, ...route })}
      ON CONFLICT (update_id) DO NOTHING`;
    // Of a member's edits only the newest says anything.
    if (changes > 0 && route.isEdit && lane === lanes.members)
      this.run`UPDATE inbox SET state = 'settled', body = '{}' WHERE chat_id = ${chatId}
        AND message_id = ${messageId} AND is_edit = 1 AND state = 'pending'
        AND update_id <> ${update.update_id} AND (body ->>
        '$.edited_message.edit_date') <= ${update.edited_message?.edit_date ?? 0}`;
  }

  /** The first update that is due, of all but the members'. */
  next(now: number): InboxItem | undefined {
    this.#tidy(now);
    return this.row(toItem)`${items} WHERE state = 'pending'
      AND lane = ${lanes.trusted} AND run_at <= ${now} ORDER BY sequence LIMIT 1`;
  }

  /** Members' updates that are due, at most so many of each in a minute; the others of whoever has more are put off. */
  nextOfMembers(now: number): InboxItem[] {
    return this.inTransaction(() => {
      for (;;) {
        const due = this.rows(toItem)`${items} WHERE state = 'pending'
          AND lane = ${lanes.members} AND run_at <= ${now} ORDER BY run_at, sequence
          LIMIT ${batchSize}`;
        const within = due.filter((item) => this.#isWithinLimit(item, now));
        if (within.length > 0 || due.length === 0) return within;
      }
    });
  }

  /** The newest members' updates of a chat that wait and came before an item. */
  membersBefore({ chatId, sequence }: InboxItem): InboxItem[] {
    const newestFirst = this.rows(toItem)`${items} WHERE state = 'pending'
      AND lane = ${lanes.members} AND chat_id = ${chatId} AND sequence < ${sequence}
      ORDER BY sequence DESC LIMIT ${2 * batchSize}`;
    return newestFirst.reverse();
  }

  /** Members' updates of one message that wait and came before an item. */
  aboutBefore(place: MessagePlace, { sequence }: InboxItem): InboxItem[] {
    return this.rows(toItem)`${items} WHERE ${isOf(place)} AND state = 'pending'
      AND lane = ${lanes.members} AND sequence < ${sequence} ORDER BY sequence`;
  }

  /** Whether an edit came behind this one, within its second or later, and has been dealt with: what this one says is old. */
  isOvertaken({ update, sequence }: InboxItem): boolean {
    const edit = update.edited_message ?? update.edited_channel_post;
    if (!edit) return false;
    return this.finds`SELECT 1 FROM inbox WHERE chat_id = ${edit.chat.id}
      AND message_id = ${edit.message_id} AND is_edit = 1 AND sequence > ${sequence}
      AND state = 'settled' AND coalesce(body ->> '$.edited_message.edit_date',
      body ->> '$.edited_channel_post.edit_date') >= ${edit.edit_date ?? 0}`;
  }

  /** When the next update is due; undefined where none waits. */
  nextRunAt(): number | undefined {
    return this.row((row) => cell(row, 'inbox.at', 'number?'))`
      SELECT MIN(run_at) AS at FROM inbox WHERE state = 'pending'`;
  }

  /**
   * Ends the handling of updates. Somebody's telephone number does not stay behind in them, nor what members said: that
   * is kept where it belongs.
   */
  settle(...items: readonly InboxItem[]): void {
    this.inTransaction(() => {
      for (const { lane, update, sequence } of items) {
        const isToGo = lane === lanes.members || JSON.stringify(update).includes('"contact":{');
        this.run`UPDATE inbox SET state = 'settled', holding = 0, error = NULL,
          body = iif(${isToGo}, '{}', body) WHERE sequence = ${sequence}`;
      }
    });
  }

  /** Puts an update back after a failed try, which counts. Returns what became of it. */
  fail(item: InboxItem, error: string, now: number): 'pending' | 'failed' {
    const attempts = item.attempts + 1;
    const state = attempts >= maxAttempts ? 'failed' : 'pending';
    this.run`UPDATE inbox SET state = ${state}, attempts = ${attempts},
      run_at = ${now + waitAfterTries(attempts)}, error = ${error}, trouble = NULL,
      troubled_at = NULL, holding = 0 WHERE sequence = ${item.sequence}`;
    return state;
  }

  /** Puts an update back that nothing is wrong with: it waits as long as it takes. */
  postpone(item: InboxItem, error: string, trouble: Trouble, now: number): void {
    const { since, runAt, isHolding } = postponed(item.troubledAt, trouble, now);
    this.inTransaction(() => {
      this.run`UPDATE inbox SET run_at = ${runAt}, error = ${error}, trouble = ${kindOf(trouble)},
        troubled_at = ${since}, holding = ${isHolding} WHERE sequence = ${item.sequence}`;
      if (isHolding && item.lane === lanes.trusted) this.#holdBehind(item, runAt);
    });
  }

  #holdBehind({ chatId, sequence }: InboxItem, until: number): void {
    this.run`UPDATE inbox SET run_at = ${until} WHERE chat_id = ${chatId}
      AND sequence > ${sequence} AND run_at < ${until} AND state = 'pending'
      AND lane = ${lanes.trusted} AND is_free = 0`;
  }

  /** When what comes now in a chat may be dealt with: not before what is held there. */
  #heldUntil(chatId: number | undefined, now: number): number {
    const held = this.row((row) => cell(row, 'inbox.at', 'number?'))`SELECT MAX(run_at) AS at
      FROM inbox WHERE holding = 1 AND chat_id = ${chatId} AND lane = ${lanes.trusted}`;
    return Math.max(now, held ?? now);
  }

  /** Somebody who had shut the bot out may be written to again: what waits for that, longer than for other trouble, is due. */
  hearAgain(now: number): void {
    this.run`UPDATE inbox SET run_at = ${now} WHERE state = 'pending' AND trouble = 'telegram'
      AND holding = 0 AND run_at > ${now + longestTroubleMilliseconds}`;
  }

  /** Puts an update back that a stop of the bot has ended. */
  putBack({ sequence }: InboxItem): void {
    this.run`UPDATE inbox SET run_at = 0 WHERE sequence = ${sequence}`;
  }

  /** Takes up again what was set aside. */
  retryFailed(now: number): void {
    this.run`UPDATE inbox SET state = 'pending', attempts = 0, run_at = ${now}
      WHERE state = 'failed'`;
  }

  /** Whether a message waits, and nothing is wrong with it. */
  isPostponed(chatId: number, messageId: number): boolean {
    return this.finds`SELECT 1 FROM inbox WHERE ${isOf({ chatId, messageId })}
      AND state = 'pending' AND troubled_at IS NOT NULL`;
  }

  /** How many updates wait for a disk. */
  waitingForDisk(): number {
    return this.count`SELECT COUNT(*) FROM inbox WHERE state = 'pending' AND trouble = 'disk'`;
  }

  /** How many updates of members are due. */
  dueOfMembers(now: number): number {
    return this.count`SELECT COUNT(*) FROM inbox WHERE state = 'pending'
      AND lane = ${lanes.members} AND run_at <= ${now}`;
  }

  /** Id of the newest message of a chat that was sent before a button was pressed; 0 where none is known. */
  newestBefore(queryId: string, chatId: number): number {
    return this.count`SELECT MAX(message_id) FROM inbox WHERE chat_id = ${chatId} AND is_edit = 0
      AND update_id < (SELECT update_id FROM inbox
        WHERE chat_id = ${chatId} AND body ->> '$.callback_query.id' = ${queryId})`;
  }

  /** How many updates are in each state, for /status. */
  counts(): { pending: number; failed: number } {
    const of = (state: string) => this.count`SELECT COUNT(*) FROM inbox WHERE state = ${state}`;
    return { pending: of('pending'), failed: of('failed') };
  }

  /** Tried again, it has been counted. */
  #isWithinLimit({ attempts, troubledAt, senderId = 0 }: InboxItem, now: number): boolean {
    const isNew = attempts === 0 && troubledAt === undefined;
    return !isNew || this.#limit.takes(senderId, now);
  }

  /** What a clock that was wrong put off is due. */
  #tidy(now: number): void {
    this.run`UPDATE inbox SET run_at = ${now} WHERE state = 'pending'
      AND run_at > iif(trouble = 'telegram', ${now + longestSilenceMilliseconds},
      ${now + longestWaitMilliseconds})`;
  }
}

/** As the database has it: of these two somebody asks. */
function kindOf(trouble: Trouble): string | null {
  return trouble.with === 'journal' ? null : trouble.with;
}
