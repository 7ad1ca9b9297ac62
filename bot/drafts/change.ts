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
