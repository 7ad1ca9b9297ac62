import type { DatabaseSync } from 'node:sqlite';
import type { Update } from 'grammy/types';
import { inTransaction } from '../database.ts';
import { plainUpdate } from './plainUpdate.ts';

/**
 * The inbox: updates that were accepted from Telegram and not yet dealt with.
 *
 * - `pending`: stored; handled when `run_at` is reached. Handled well, it becomes `settled`; otherwise it waits for
 *   another try, longer each time.
 * - `settled`: dealt with. Kept for a while, so that an update that comes twice is known.
 * - `failed`: given up after {@link maxAttempts} tries; told to the owner and kept.
 */
export interface InboxItem {
  readonly sequence: number;
  readonly update: Update;
  readonly attempts: number;
}

const maxAttempts = 8;
const retryMilliseconds = [1_000, 5_000, 15_000, 60_000, 300_000];
const longestWaitMilliseconds = 10 * 60_000;
const keptMilliseconds = 3 * 24 * 60 * 60 * 1000;

export class Inbox {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Stores a batch in one transaction. An update that is there already is passed over. */
  accept(updates: readonly Update[], now: number): void {
    const insert = this.#database.prepare(
      'INSERT INTO inbox (update_id, body, run_at, received_at) VALUES (?, ?, ?, ?) ON CONFLICT (update_id) DO NOTHING',
    );
    inTransaction(this.#database, () => {
      // Update ids are random after a quiet week and may come again: what is long settled is forgotten.
      this.#database
        .prepare("DELETE FROM inbox WHERE state = 'settled' AND received_at < ?")
        .run(now - keptMilliseconds);
      for (const update of updates) insert.run(update.update_id, plainUpdate(update), now, now);
    });
  }

  /** The oldest update that is due. One that would wait longer than any does was put off by a clock that was wrong. */
  next(now: number): InboxItem | undefined {
    const row = this.#database
      .prepare(
        "SELECT sequence, body, attempts FROM inbox WHERE state = 'pending' AND NOT run_at BETWEEN ? AND ? ORDER BY sequence LIMIT 1",
      )
      .get(now + 1, now + longestWaitMilliseconds);
    if (!row) return undefined;
    return {
      sequence: Number(row['sequence']),
      update: JSON.parse(String(row['body'])) as Update,
      attempts: Number(row['attempts']),
    };
  }

  /** When the next update is due; undefined where none waits. */
  nextRunAt(): number | undefined {
    const row = this.#database
      .prepare("SELECT MIN(run_at) AS at FROM inbox WHERE state = 'pending'")
      .get();
    return row?.['at'] === null || row?.['at'] === undefined ? undefined : Number(row['at']);
  }

  /** Ends the handling of an update. Somebody's telephone number does not stay behind in it. */
  settle(item: InboxItem): void {
    const hasContact = JSON.stringify(item.update).includes('"contact":{');
    this.#database
      .prepare("UPDATE inbox SET state = 'settled', body = iif(?, '{}', body) WHERE sequence = ?")
      .run(hasContact ? 1 : 0, item.sequence);
  }

  /** Puts an update back after a failed try, which counts. Returns what became of it. */
  fail(item: InboxItem, error: string, now: number): 'pending' | 'failed' {
    const attempts = item.attempts + 1;
    const state = attempts >= maxAttempts ? 'failed' : 'pending';
    const wait = retryMilliseconds[Math.min(attempts, retryMilliseconds.length) - 1] ?? 0;
    this.#database
      .prepare('UPDATE inbox SET state = ?, attempts = ?, run_at = ?, error = ? WHERE sequence = ?')
      .run(state, attempts, now + wait, error, item.sequence);
    return state;
  }

  /** Puts an update back until `runAt`: Telegram was out of reach, which says nothing about the update. */
  postpone(item: InboxItem, error: string, runAt: number): void {
    this.#database
      .prepare('UPDATE inbox SET run_at = ?, error = ? WHERE sequence = ?')
      .run(runAt, error, item.sequence);
  }

  /** Id of the newest message of a chat that was sent before a button was pressed; 0 where none is known. */
  newestBefore(queryId: string, chatId: number): number {
    const row = this.#database
      .prepare(
        `SELECT MAX(body ->> '$.message.message_id') AS id FROM inbox
         WHERE body ->> '$.message.chat.id' = ?
         AND update_id < (SELECT update_id FROM inbox WHERE body ->> '$.callback_query.id' = ?)`,
      )
      .get(chatId, queryId);
    return Number(row?.['id'] ?? 0);
  }

  /** How many updates are in each state, for /status. */
  counts(): { pending: number; failed: number } {
    const count = (state: string) =>
      Number(
        this.#database.prepare('SELECT COUNT(*) AS n FROM inbox WHERE state = ?').get(state)?.[
          'n'
        ] ?? 0,
      );
    return { pending: count('pending'), failed: count('failed') };
  }
}
