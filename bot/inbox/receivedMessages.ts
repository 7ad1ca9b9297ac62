import type { Message, Update } from 'grammy/types';
import { isOf, type MessagePlace } from '../drafts/draftStore.ts';
import type { Request } from '../drafts/request.ts';
import { cell, json } from '../state/rows.ts';
import { type Part, part, Store } from '../state/store.ts';

/** Messages that came in during the last days, dealt with or not. */
export class ReceivedMessages extends Store {
  /** Whether a message came in, and not only edits of it. */
  has(place: MessagePlace): boolean {
    return this.finds`SELECT 1 FROM inbox WHERE ${isOf(place)} AND is_edit = 0`;
  }

  /** When what a request is came in, in milliseconds since 1970; undefined where that is forgotten. */
  at({ cause, chatId, messageId }: Request): number | undefined {
    const [kind, pressed] = cause.split(':');
    const first = this.row((row) => cell(row, 'inbox.received_at', 'number?'));
    return kind === 'press'
      ? first`SELECT received_at FROM inbox
          WHERE chat_id = ${chatId} AND body ->> '$.callback_query.id' = ${pressed ?? ''}`
      : first`SELECT MAX(received_at) AS received_at FROM inbox
          WHERE ${isOf({ chatId, messageId })}`;
  }

  /** A message as it was sent, if that came in, and its edits, oldest first. */
  versionsOf(place: MessagePlace): Message[] {
    const updates = this.rows((row) => cell(row, 'inbox.body', json<Update>()))`SELECT body
      FROM inbox WHERE ${isOf(place)} ORDER BY is_edit, sequence`;
    return updates.flatMap((update) => update.message ?? update.edited_message ?? []);
  }

  /** The message that came before another one in a chat, as it was sent; of people and channels, not the bot's own. */
  before({ chatId, messageId }: MessagePlace): Message | undefined {
    return this.#nearest(chatId, part`message_id < ${messageId} ORDER BY message_id DESC`);
  }

  /** The same of the one that came after it. */
  after({ chatId, messageId }: MessagePlace): Message | undefined {
    return this.#nearest(chatId, part`message_id > ${messageId} ORDER BY message_id`);
  }

  #nearest(chatId: number, among: Part): Message | undefined {
    return this.row((row) => cell(row, 'inbox.body', json<Update>()).message)`
      SELECT body FROM inbox WHERE chat_id = ${chatId} AND is_edit = 0 AND ${among} LIMIT 1`;
  }
}
