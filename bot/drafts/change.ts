import type { Message } from 'grammy/types';
import { json, orNull, rowReader } from '../state/rows.ts';

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

/** A change out of its row. */
export const toChange = rowReader('chat_changes', {
  id: 'number',
  file: 'text',
  what: 'text',
  before: 'text?',
  after: 'text?',
  moves: orNull(json<readonly Move[]>()),
  /** What an edited message had put into the file before. */
  piece: orNull(json<EditedPiece>()),
  /** Milliseconds since 1970. */
  madeAt: 'number',
  /** The cause of the request that took it back. */
  undoneBy: 'text?',
});

/** A recorded change: either what a file was before and after, or what was moved where. */
export type Change = ReturnType<typeof toChange>;

/** What became of a wish to change a file. */
export type ChangeOutcome =
  /** `changed-since`: this request changed it before, and something else after that. */
  | { readonly is: 'changed' | 'same' | 'changed-since' }
  | { readonly is: 'missing' }
  | { readonly is: 'refused'; readonly why: string };

/** What taking a change back takes. */
export interface UndoTools {
  /** Where what was begun by the change goes. */
  readonly folder: string;
  /** Of dates that name none. */
  readonly timeZone: string;
  /** Everything on disk that is an entry's own. */
  parts(file: string, source: string): readonly string[];
  /** Hears of a text that is about to go. */
  leaving(file: string, source: string): void;
}

/** What became of a wish to take the last change back. */
export type UndoOutcome =
  | { readonly is: 'nothing' }
  | {
      readonly is: 'undone' | 'changed-since' | 'in-the-way' | 'by-hand';
      readonly file: string;
      readonly what: string;
      /** Whether readers may have seen the entry, before or after. */
      readonly wasPublic: boolean;
      /** Whether the site may show it as it was made by the change. */
      readonly wasShown: boolean;
    };
