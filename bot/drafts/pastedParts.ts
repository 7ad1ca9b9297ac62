import type { Message } from 'grammy/types';
import { cell, json, rowReader } from '../state/rows.ts';
import { columns, Store } from '../state/store.ts';
import { isOf, type MessagePlace } from './draftStore.ts';

const toPart = rowReader('pasted_parts', {
  /** Its text without the command that it begins with. */
  message: json<Message>(),
  /** What stood between this part and the one before it. */
  gap: 'text',
  /** Seconds since 1970 of its latest edit, be it that it was taken back. */
  version: 'number',
});

/** A message that is part of a longer text. */
export type PastedPart = ReturnType<typeof toPart>;

/** Texts that clients parted, and which messages their parts are: each may be edited by itself. */
export class PastedParts extends Store {
  /** The message that a parted text began with, given any of its parts. */
  firstOf(place: MessagePlace): MessagePlace | undefined {
    const { chatId } = place;
    return this.row((row) => ({ chatId, messageId: cell(row, 'pasted_parts.first_id', 'number') }))`
      SELECT first_id FROM pasted_parts WHERE ${isOf(place)}`;
  }

  /** Records a part, or its newer text: of one that is known, the gap before it stays what it was. */
  keep(
    { chatId, messageId }: MessagePlace,
    first: MessagePlace,
    { message, gap, version }: PastedPart,
  ): void {
    const part = { firstId: first.messageId, gap, body: JSON.stringify(message), version };
    this.run`INSERT INTO pasted_parts ${columns({ chatId, messageId, ...part })}
      ON CONFLICT DO UPDATE SET body = excluded.body, version = excluded.version
      WHERE excluded.version >= version`;
  }

  /** All parts of a text, in their order. */
  all({ chatId, messageId }: MessagePlace): PastedPart[] {
    return this.rows(toPart)`SELECT body AS message, gap, version FROM pasted_parts
      WHERE chat_id = ${chatId} AND first_id = ${messageId} ORDER BY message_id`;
  }
}
