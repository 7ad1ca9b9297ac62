import type { DatabaseSync } from 'node:sqlite';
import { cell } from '../state/rows.ts';

/**
 * Messages that the bot took down. They are kept for good, a few bytes each: Telegram gives no id twice, and a file that
 * comes back from a backup years later may still name one.
 */
export class TakenDown {
  readonly #database: DatabaseSync;
  /** Those that were left as stubs, also where the disk does not take a note of it. */
  readonly #stubs = new Set<string>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Ids of those of a channel. */
  in(channelId: number): Set<number> {
    const rows = this.#database
      .prepare('SELECT message_id FROM channel_taken_down WHERE channel_id = ?')
      .all(channelId);
    return new Set(rows.map((row) => cell(row, 'channel_taken_down.message_id', 'number')));
  }

  add(channelId: number, messageIds: readonly number[]): void {
    const insert = this.#database.prepare(
      'INSERT INTO channel_taken_down (channel_id, message_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
    );
    for (const id of messageIds) insert.run(channelId, id);
  }

  /** Notes that a message was too old to be deleted, and that the stub which it is now stays. */
  addStub(channelId: number, messageId: number): void {
    this.#stubs.add(`${channelId} ${messageId}`);
    this.#database
      .prepare(
        `INSERT INTO channel_taken_down (channel_id, message_id, is_stub) VALUES (?, ?, 1)
         ON CONFLICT DO UPDATE SET is_stub = 1`,
      )
      .run(channelId, messageId);
  }

  isStub(channelId: number, messageId: number): boolean {
    if (this.#stubs.has(`${channelId} ${messageId}`)) return true;
    const row = this.#database
      .prepare('SELECT is_stub FROM channel_taken_down WHERE channel_id = ? AND message_id = ?')
      .get(channelId, messageId);
    return row !== undefined && cell(row, 'channel_taken_down.is_stub', 'flag');
  }
}
