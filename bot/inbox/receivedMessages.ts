import type { DatabaseSync } from 'node:sqlite';
import type { Message, Update } from 'grammy/types';
import type { MessagePlace } from '../drafts/draftStore.ts';
import type { Request } from '../drafts/request.ts';
import { cell, json } from '../state/rows.ts';

/** Messages that came in during the last days, dealt with or not. */
export class ReceivedMessages {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Whether a message came in, and not only edits of it. */
  has({ chatId, messageId }: MessagePlace): boolean {
    return (
      this.#database
        .prepare('SELECT 1 FROM inbox WHERE chat_id = ? AND message_id = ? AND is_edit = 0')
        .get(chatId, messageId) !== undefined
    );
  }

  /** When what a request is came in, in milliseconds since 1970; undefined where that is forgotten. */
  at({ cause, chatId, messageId }: Request): number | undefined {
    const [kind, pressed] = cause.split(':');
    const row =
      kind === 'press'
        ? this.#database
            .prepare(
              `SELECT received_at FROM inbox WHERE chat_id = ? AND body ->> '$.callback_query.id' = ?`,
            )
            .get(chatId, pressed ?? '')
        : this.#database
            .prepare(
              'SELECT MAX(received_at) AS received_at FROM inbox WHERE chat_id = ? AND message_id = ?',
            )
            .get(chatId, messageId);
    return row && cell(row, 'inbox.received_at', 'number?');
  }

  /** Edits of a message that came in, oldest first. */
  editsOf({ chatId, messageId }: MessagePlace): Message[] {
    return this.#database
      .prepare(
        'SELECT body FROM inbox WHERE chat_id = ? AND message_id = ? AND is_edit = 1 ORDER BY sequence',
      )
      .all(chatId, messageId)
      .flatMap((row) => cell(row, 'inbox.body', json<Update>()).edited_message ?? []);
  }

  /** The message that came before another one in a chat, as it was sent; of people and channels, not the bot's own. */
  before({ chatId, messageId }: MessagePlace): Message | undefined {
    const row = this.#database
      .prepare(
        'SELECT body FROM inbox WHERE chat_id = ? AND message_id < ? AND is_edit = 0 ORDER BY message_id DESC LIMIT 1',
      )
      .get(chatId, messageId);
    return row && cell(row, 'inbox.body', json<Update>()).message;
  }
}
