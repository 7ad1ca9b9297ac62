import type { DatabaseSync } from 'node:sqlite';
import type { Message } from 'grammy/types';
import { cell, json, rowReader } from '../state/rows.ts';
import type { MessagePlace } from './draftStore.ts';

const toPart = rowReader('pasted_parts', { body: json<Message>(), gap: 'text', version: 'number' });

/** A message that is part of a longer text. */
export interface PastedPart {
  /** Its text without the command that it begins with. */
  readonly message: Message;
  /** What stood between this part and the one before it. */
  readonly gap: string;
  /** Seconds since 1970 of its latest edit, be it that it was taken back. */
  readonly version: number;
}

/** Texts that clients parted, and which messages their parts are: each may be edited by itself. */
export class PastedParts {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** The message that a parted text began with, given any of its parts. */
  firstOf({ chatId, messageId }: MessagePlace): MessagePlace | undefined {
    const row = this.#database
      .prepare('SELECT first_id FROM pasted_parts WHERE chat_id = ? AND message_id = ?')
      .get(chatId, messageId);
    return row && { chatId, messageId: cell(row, 'pasted_parts.first_id', 'number') };
  }

  /** Records a part, or its newer text: of one that is known, the gap before it stays what it was. */
  keep(
    { chatId, messageId }: MessagePlace,
    first: MessagePlace,
    { message, gap, version }: PastedPart,
  ): void {
    this.#database
      .prepare(
        `INSERT INTO pasted_parts (chat_id, message_id, first_id, gap, body, version) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET body = excluded.body, version = excluded.version
         WHERE excluded.version >= version`,
      )
      .run(chatId, messageId, first.messageId, gap, JSON.stringify(message), version);
  }

  /** All parts of a text, in their order. */
  all({ chatId, messageId }: MessagePlace): PastedPart[] {
    return this.#database
      .prepare(
        'SELECT gap, body, version FROM pasted_parts WHERE chat_id = ? AND first_id = ? ORDER BY message_id',
      )
      .all(chatId, messageId)
      .map(toPart)
      .map(({ body, ...part }) => ({ ...part, message: body }));
  }
}
