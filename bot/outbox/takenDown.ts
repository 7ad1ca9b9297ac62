import { cell } from '../state/rows.ts';
import { columns, Store } from '../state/store.ts';

/**
 * Messages that the bot took down. They are kept for good, a few bytes each: Telegram gives no id twice, and a file that
 * comes back from a backup years later may still name one.
 */
export class TakenDown extends Store {
  /** Those that were left as stubs, also where the disk does not take a note of it. */
  readonly #stubs = new Set<string>();

  /** Ids of those of a channel. */
  in(channelId: number): Set<number> {
    const ids = this.rows((row) => cell(row, 'channel_taken_down.message_id', 'number'))`
      SELECT message_id FROM channel_taken_down WHERE channel_id = ${channelId}`;
    return new Set(ids);
  }

  add(channelId: number, messageIds: readonly number[]): void {
    for (const id of messageIds)
      this.run`INSERT INTO channel_taken_down ${columns({ channelId, messageId: id })}
        ON CONFLICT DO NOTHING`;
  }

  /** Notes that a message was too old to be deleted, and that the stub which it is now stays. */
  addStub(channelId: number, messageId: number): void {
    this.#stubs.add(`${channelId} ${messageId}`);
    this.run`REPLACE INTO channel_taken_down ${columns({ channelId, messageId, isStub: true })}`;
  }

  isStub(channelId: number, messageId: number): boolean {
    if (this.#stubs.has(`${channelId} ${messageId}`)) return true;
    return this.finds`SELECT 1 FROM channel_taken_down
      WHERE channel_id = ${channelId} AND message_id = ${messageId} AND is_stub = 1`;
  }
}
