import type { DatabaseSync } from 'node:sqlite';
import type { Message } from 'grammy/types';
import { json, orNull, type Row, rowReader } from '../state/rows.ts';

/** A file, or a folder, that was moved: absolute paths. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** What a message had put into a draft, before it was edited. */
export interface EditedPiece {
  readonly messageId: number;
  readonly markdown: string;
  /** Where the text came in several messages: that of them which was edited, or came as one more. */
  readonly part?: EditedPart;
}

/** A part of a text, as it was before. */
export interface EditedPart {
  readonly messageId: number;
  /** Null where it was none. */
  readonly body: Message | null;
}

/** A recorded change: either what a file was before and after, or what was moved where. */
export interface Change {
  readonly id: number;
  readonly file: string;
  readonly what: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly moves: readonly Move[] | undefined;
  /** What an edited message had put into the file before. */
  readonly piece: EditedPiece | undefined;
  /** The cause of the request that took it back. */
  readonly undoneBy: string | undefined;
}

/** A change out of its row. */
export const toChange: (row: Row) => Change = rowReader('chat_changes', {
  id: 'number',
  file: 'text',
  what: 'text',
  before: 'text?',
  after: 'text?',
  moves: orNull(json<Move[]>()),
  piece: orNull(json<EditedPiece>()),
  undoneBy: 'text?',
});

/** An edit of a message is taken back: its next edit looks for what is there again. */
export function unedit(
  database: DatabaseSync,
  chatId: number,
  { messageId, markdown, part }: EditedPiece,
): void {
  database
    .prepare('UPDATE pieces SET markdown = ?, pending = NULL WHERE chat_id = ? AND message_id = ?')
    .run(markdown, chatId, messageId);
  if (part?.body)
    database
      .prepare('UPDATE pasted_parts SET body = ? WHERE chat_id = ? AND message_id = ?')
      .run(JSON.stringify(part.body), chatId, part.messageId);
  else if (part)
    database
      .prepare('DELETE FROM pasted_parts WHERE chat_id = ? AND message_id = ?')
      .run(chatId, part.messageId);
}
