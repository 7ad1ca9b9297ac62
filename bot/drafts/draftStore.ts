import { cell, type Row, rowReader } from '../state/rows.ts';
import { columns, type Part, part, Store } from '../state/store.ts';
import type { Twins } from './pieceText.ts';

/** A message in a chat. */
export interface MessagePlace {
  readonly chatId: number;
  readonly messageId: number;
}

/** The condition that a row is about a message. */
export function isOf({ chatId, messageId }: MessagePlace): Part {
  return part`chat_id = ${chatId} AND message_id = ${messageId}`;
}

/** A draft out of its row. */
export const toDraft = rowReader('drafts', {
  id: 'number',
  /** Path from the content folder. */
  file: 'text',
});

/** A draft that came from chat, or an entry that chat has spoken about. */
export type Draft = ReturnType<typeof toDraft>;

/** A reader of rows that name a draft: it has the draft as such. */
export function withDraft<Found extends { readonly draftId: number; readonly file: string }>(
  read: (row: Row) => Found,
) {
  return (row: Row) => {
    const { draftId, file, ...rest } = read(row);
    const draft: Draft = { id: draftId, file };
    return { ...rest, draft };
  };
}

const toPiece = withDraft(
  rowReader('pieces', {
    chatId: 'number',
    messageId: 'number',
    draftId: 'number',
    file: 'text',
    markdown: 'text',
    /** Seconds since 1970 of the message, or of its latest edit that is in the draft. */
    version: 'number',
    /** Digest of the file before the piece was written; undefined where the piece began the file. */
    before: 'text?',
    /** Digest that the file was to have once the piece was in it; undefined where the write did not begin. */
    after: 'text?',
    written: 'flag',
  }),
);

/** What one chat message contributed to a draft. */
export type Piece = ReturnType<typeof toPiece>;

const toIntention = rowReader('pieces', { pending: 'text?', before: 'text?' });
const toMarkdown = rowReader('pieces', { chatId: 'number', messageId: 'number', markdown: 'text' });

/** The condition that what a message put into its draft was not taken back. */
const isThere = part`NOT EXISTS (SELECT 1 FROM chat_changes
  WHERE cause = 'message:' || pieces.chat_id || ':' || message_id AND undone_by IS NOT NULL)`;

/** Which message went into which draft, so that edits, replies and albums find theirs after a restart as well. */
export class DraftStore extends Store {
  /** The draft of a file, recorded if it is not known yet. */
  ensure(file: string, now: number): Draft {
    this.run`INSERT INTO drafts ${columns({ file, createdAt: now })} ON CONFLICT DO NOTHING`;
    const draft = this.byFile(file);
    if (!draft) throw new Error(`The draft of ${file} was not recorded`);
    return draft;
  }

  /**
   * Has a draft be another file from now on: what was changed in the old one can be taken back there, and addresses that
   * readers had of it go on leading to it.
   */
  rename({ id, file: before }: Draft, file: string): void {
    this.inTransaction(() => {
      this.run`UPDATE drafts SET file = ${file} WHERE id = ${id}`;
      this.run`UPDATE chat_changes SET file = ${file} WHERE file = ${before}`;
      this.run`UPDATE OR IGNORE chat_known_addresses SET file = ${file} WHERE file = ${before}`;
    });
  }

  byId(id: number): Draft | undefined {
    return this.row(toDraft)`SELECT id, file FROM drafts WHERE id = ${id}`;
  }

  byFile(file: string): Draft | undefined {
    return this.row(toDraft)`SELECT id, file FROM drafts WHERE file = ${file}`;
  }

  /** The draft that an album's first picture began. */
  byMediaGroup(mediaGroup: string): Draft | undefined {
    return this.row(toDraft)`SELECT id, file FROM drafts WHERE media_group = ${mediaGroup}`;
  }

  /** Lets the rest of an album find a draft; where another had it, that one is gone. */
  setMediaGroup(draft: Draft, mediaGroup: string): void {
    this.run`UPDATE drafts SET media_group = NULL WHERE media_group = ${mediaGroup}`;
    this.run`UPDATE drafts SET media_group = ${mediaGroup} WHERE id = ${draft.id}`;
  }

  /** The draft that a message went into, or that the bot's acknowledgement spoke of. */
  byMessage(place: MessagePlace): Draft | undefined {
    return (
      this.piece(place)?.draft ??
      this.row(toDraft)`SELECT drafts.id, drafts.file FROM acknowledgements JOIN drafts
        ON drafts.id = draft_id WHERE ${isOf(place)}`
    );
  }

  acknowledged({ chatId, messageId }: MessagePlace, draft: Draft): void {
    this.run`INSERT INTO acknowledgements ${columns({ chatId, messageId, draftId: draft.id })}
      ON CONFLICT DO NOTHING`;
  }

  /** The first acknowledgement of a draft in a chat, where later news of it are told. */
  acknowledgement(draft: Draft, chatId: number): number | undefined {
    return this.row((row) => cell(row, 'acknowledgements.id', 'number?'))`
      SELECT MIN(message_id) AS id FROM acknowledgements
      WHERE draft_id = ${draft.id} AND chat_id = ${chatId}`;
  }

  piece(place: MessagePlace): Piece | undefined {
    return this.row(toPiece)`SELECT pieces.*, drafts.file FROM pieces JOIN drafts
      ON drafts.id = draft_id WHERE ${isOf(place)}`;
  }

  /** Forgets that a message went into a draft: it may go into another one. */
  forgetPiece(place: MessagePlace): void {
    this.run`DELETE FROM pieces WHERE ${isOf(place)}`;
  }

  /** Records what is about to be written, before it is: after a crash the file tells whether it was. */
  intend(piece: Omit<Piece, 'written' | 'after'>): void {
    const { chatId, messageId, draft, markdown, version, before } = piece;
    const row = { chatId, messageId, draftId: draft.id, markdown, version, before };
    this.run`INSERT INTO pieces ${columns(row)} ON CONFLICT (chat_id, message_id) DO NOTHING`;
  }

  /** Records the digest that the file is about to get; undefined takes that back. */
  intendAfter(place: MessagePlace, after: string | undefined): void {
    this.run`UPDATE pieces SET after = ${after} WHERE ${isOf(place)}`;
  }

  /**
   * Records an edit that is about to be written over a file with the digest `before`. The answer is the digest that the
   * file had when this edit was first tried: if it is another one by now, the edit is in the file.
   */
  intendEdit(place: MessagePlace, markdown: string, before: string): string {
    const known = this.row(toIntention)`
      SELECT pending, before FROM pieces WHERE ${isOf(place)}`;
    if (known?.pending === markdown && known.before !== undefined) return known.before;
    this.run`UPDATE pieces SET pending = ${markdown}, before = ${before} WHERE ${isOf(place)}`;
    return before;
  }

  /** Takes back what {@link intendEdit} recorded: nothing of it is in the file. */
  forgetEdit(place: MessagePlace): void {
    this.run`UPDATE pieces SET pending = NULL WHERE ${isOf(place)}`;
  }

  /** What the next later message of the chat put into the same draft. */
  pieceBehind(draft: Draft, { chatId, messageId }: MessagePlace): Piece | undefined {
    return this.#nearest(draft, chatId, part`message_id > ${messageId} ORDER BY message_id`);
  }

  /** The same of the next earlier message. */
  pieceBefore(draft: Draft, { chatId, messageId }: MessagePlace): Piece | undefined {
    return this.#nearest(draft, chatId, part`message_id < ${messageId} ORDER BY message_id DESC`);
  }

  #nearest(draft: Draft, chatId: number, among: Part): Piece | undefined {
    return this.row((row) => this.piece({ chatId, messageId: cell(row, 'pieces.id', 'number') }))`
      SELECT message_id AS id FROM pieces WHERE draft_id = ${draft.id} AND chat_id = ${chatId}
      AND written = 1 AND markdown <> '' AND ${among} LIMIT 1`;
  }

  /** Whether messages are about to begin a draft, and none has yet. */
  isAwaited(draft: Draft): boolean {
    const written = this.row((row) => cell(row, 'pieces.written', 'number?'))`
      SELECT MAX(written) AS written FROM pieces WHERE draft_id = ${draft.id}`;
    return written === 0;
  }

  /** The Markdown that every message put into a draft, save what was taken back. */
  markdownOf(draft: Draft): string[] {
    return this.rows((row) => cell(row, 'pieces.markdown', 'text'))`
      SELECT markdown FROM pieces WHERE draft_id = ${draft.id} AND markdown <> '' AND ${isThere}`;
  }

  /** Among the messages that put the same Markdown into a draft, those that were taken back aside, which one a piece is. */
  twinsOf({ chatId, messageId, draft, markdown }: Piece): Twins {
    const twins = this.rows((row) => cell(row, 'pieces.is_own', 'flag'))`
      SELECT ${isOf({ chatId, messageId })} AS is_own FROM pieces
      WHERE draft_id = ${draft.id} AND markdown = ${markdown} AND written = 1 AND ${isThere}
      ORDER BY rowid`;
    return { index: twins.indexOf(true), count: twins.length };
  }

  /** Puts `change` of it in place of the Markdown of every message of a draft: the file was changed so. */
  changePieces(draft: Draft, change: (markdown: string) => string): void {
    const pieces = this.rows(toMarkdown)`
      SELECT chat_id, message_id, markdown FROM pieces WHERE draft_id = ${draft.id} AND markdown <> ''`;
    for (const { chatId, messageId, markdown } of pieces) {
      const changed = change(markdown);
      if (changed !== markdown)
        this.run`UPDATE pieces SET markdown = ${changed} WHERE ${isOf({ chatId, messageId })}`;
    }
  }

  /** What a picture of a draft was said to show. */
  alt(draft: Draft, picture: string): string | undefined {
    return this.row((row) => cell(row, 'draft_alts.words', 'text'))`
      SELECT words FROM draft_alts WHERE draft_id = ${draft.id} AND picture = ${picture}`;
  }

  setAlt(draft: Draft, picture: string, words: string): void {
    this.run`REPLACE INTO draft_alts ${columns({ draftId: draft.id, picture, words })}`;
  }

  /** Records that the newer text of an edited message is in the file. */
  edited(place: MessagePlace, markdown: string, version: number): void {
    this.run`UPDATE pieces SET markdown = ${markdown}, version = ${version}, pending = NULL,
      written = 1 WHERE ${isOf(place)}`;
  }
}
