import type { DatabaseSync } from 'node:sqlite';
import { cell, type Row, rowReader } from '../state/rows.ts';
import type { Twins } from './pieceText.ts';

/** A draft that came from chat, or an entry that chat has spoken about. */
export interface Draft {
  readonly id: number;
  /** Path from the content folder. */
  readonly file: string;
}

/** What one chat message contributed to a draft. */
export interface Piece {
  readonly chatId: number;
  readonly messageId: number;
  readonly draft: Draft;
  readonly markdown: string;
  /** Seconds since 1970 of the message, or of its latest edit that is in the draft. */
  readonly version: number;
  /** Digest of the file before the piece was written; undefined where the piece began the file. */
  readonly before: string | undefined;
  /** Digest that the file was to have once the piece was in it; undefined where the write did not begin. */
  readonly after: string | undefined;
  readonly written: boolean;
}

/** A message in a chat. */
export interface MessagePlace {
  readonly chatId: number;
  readonly messageId: number;
}

/** A draft out of its row. */
export const toDraft: (row: Row) => Draft = rowReader('drafts', { id: 'number', file: 'text' });

const readPiece = rowReader('pieces', {
  chatId: 'number',
  messageId: 'number',
  draftId: 'number',
  file: 'text',
  markdown: 'text',
  version: 'number',
  before: 'text?',
  after: 'text?',
  written: 'flag',
});
const toIntention = rowReader('pieces', { pending: 'text?', before: 'text?' });
const toMarkdown = rowReader('pieces', { chatId: 'number', messageId: 'number', markdown: 'text' });

/** Which message went into which draft, so that edits, replies and albums find theirs after a restart as well. */
export class DraftStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** The draft of a file, recorded if it is not known yet. */
  ensure(file: string, now: number): Draft {
    this.#database
      .prepare('INSERT INTO drafts (file, created_at) VALUES (?, ?) ON CONFLICT (file) DO NOTHING')
      .run(file, now);
    const row = this.#database.prepare('SELECT id FROM drafts WHERE file = ?').get(file);
    return { id: cell(row, 'drafts.id', 'number'), file };
  }

  byId(id: number): Draft | undefined {
    return draftIn(this.#database.prepare('SELECT id, file FROM drafts WHERE id = ?').get(id));
  }

  byFile(file: string): Draft | undefined {
    return draftIn(this.#database.prepare('SELECT id, file FROM drafts WHERE file = ?').get(file));
  }

  /** The draft that an album's first picture began. */
  byMediaGroup(mediaGroup: string): Draft | undefined {
    return draftIn(
      this.#database.prepare('SELECT id, file FROM drafts WHERE media_group = ?').get(mediaGroup),
    );
  }

  /** Lets the rest of an album find a draft; where another had it, that one is gone. */
  setMediaGroup(draft: Draft, mediaGroup: string): void {
    this.#database
      .prepare('UPDATE drafts SET media_group = NULL WHERE media_group = ?')
      .run(mediaGroup);
    this.#database
      .prepare('UPDATE drafts SET media_group = ? WHERE id = ?')
      .run(mediaGroup, draft.id);
  }

  /** The draft that a message went into, or that the bot's acknowledgement spoke of. */
  byMessage(place: MessagePlace): Draft | undefined {
    return (
      this.piece(place)?.draft ??
      draftIn(
        this.#database
          .prepare(
            'SELECT drafts.id, drafts.file FROM acknowledgements JOIN drafts ON drafts.id = draft_id WHERE chat_id = ? AND message_id = ?',
          )
          .get(place.chatId, place.messageId),
      )
    );
  }

  /** The newest draft that came from a chat before a message of it. */
  latest({ chatId, messageId }: MessagePlace): Draft | undefined {
    return draftIn(
      this.#database
        .prepare(
          `SELECT drafts.id, drafts.file FROM pieces JOIN drafts ON drafts.id = draft_id
           WHERE chat_id = ? AND message_id < ? ORDER BY message_id DESC LIMIT 1`,
        )
        .get(chatId, messageId),
    );
  }

  acknowledged(place: MessagePlace, draft: Draft): void {
    this.#database
      .prepare(
        'INSERT INTO acknowledgements (chat_id, message_id, draft_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
      )
      .run(place.chatId, place.messageId, draft.id);
  }

  /** The first acknowledgement of a draft in a chat, where later news of it are told. */
  acknowledgement(draft: Draft, chatId: number): number | undefined {
    const row = this.#database
      .prepare(
        'SELECT MIN(message_id) AS id FROM acknowledgements WHERE draft_id = ? AND chat_id = ?',
      )
      .get(draft.id, chatId);
    return cell(row, 'acknowledgements.id', 'number?');
  }

  piece({ chatId, messageId }: MessagePlace): Piece | undefined {
    const row = this.#database
      .prepare(
        'SELECT pieces.*, drafts.file FROM pieces JOIN drafts ON drafts.id = draft_id WHERE chat_id = ? AND message_id = ?',
      )
      .get(chatId, messageId);
    return row && toPiece(row);
  }

  /** Forgets that a message went into a draft: it may go into another one. */
  forgetPiece({ chatId, messageId }: MessagePlace): void {
    this.#database
      .prepare('DELETE FROM pieces WHERE chat_id = ? AND message_id = ?')
      .run(chatId, messageId);
  }

  /** Records what is about to be written, before it is: after a crash the file tells whether it was. */
  intend(piece: Omit<Piece, 'written' | 'after'>): void {
    this.#database
      .prepare(
        `INSERT INTO pieces (chat_id, message_id, draft_id, markdown, version, before, written) VALUES (?, ?, ?, ?, ?, ?, 0)
         ON CONFLICT (chat_id, message_id) DO NOTHING`,
      )
      .run(
        piece.chatId,
        piece.messageId,
        piece.draft.id,
        piece.markdown,
        piece.version,
        piece.before ?? null,
      );
  }

  /** Records the digest that the file is about to get; undefined takes that back. */
  intendAfter({ chatId, messageId }: MessagePlace, after: string | undefined): void {
    this.#database
      .prepare('UPDATE pieces SET after = ? WHERE chat_id = ? AND message_id = ?')
      .run(after ?? null, chatId, messageId);
  }

  /**
   * Records an edit that is about to be written over a file with the digest `before`. The answer is the digest that the
   * file had when this edit was first tried: if it is another one by now, the edit is in the file.
   */
  intendEdit({ chatId, messageId }: MessagePlace, markdown: string, before: string): string {
    const place = [chatId, messageId];
    const row = this.#database
      .prepare('SELECT pending, before FROM pieces WHERE chat_id = ? AND message_id = ?')
      .get(...place);
    const known = row && toIntention(row);
    if (known?.pending === markdown && known.before !== undefined) return known.before;
    this.#database
      .prepare('UPDATE pieces SET pending = ?, before = ? WHERE chat_id = ? AND message_id = ?')
      .run(markdown, before, ...place);
    return before;
  }

  /** Takes back what {@link intendEdit} recorded: nothing of it is in the file. */
  forgetEdit({ chatId, messageId }: MessagePlace): void {
    this.#database
      .prepare('UPDATE pieces SET pending = NULL WHERE chat_id = ? AND message_id = ?')
      .run(chatId, messageId);
  }

  /** What the next later message of the chat put into the same draft. */
  pieceBehind(draft: Draft, { chatId, messageId }: MessagePlace): Piece | undefined {
    const row = this.#database
      .prepare(
        `SELECT message_id AS id FROM pieces
         WHERE draft_id = ? AND chat_id = ? AND message_id > ? AND written = 1 AND markdown <> ''
         ORDER BY message_id LIMIT 1`,
      )
      .get(draft.id, chatId, messageId);
    return row && this.piece({ chatId, messageId: cell(row, 'pieces.id', 'number') });
  }

  /** Whether messages are about to begin a draft, and none has yet. */
  isAwaited(draft: Draft): boolean {
    const row = this.#database
      .prepare('SELECT MAX(written) AS written FROM pieces WHERE draft_id = ?')
      .get(draft.id);
    return cell(row, 'pieces.written', 'number?') === 0;
  }

  /** The Markdown that every message put into a draft. */
  markdownOf(draft: Draft): string[] {
    return this.#database
      .prepare("SELECT markdown FROM pieces WHERE draft_id = ? AND markdown <> ''")
      .all(draft.id)
      .map((row) => cell(row, 'pieces.markdown', 'text'));
  }

  /** Among the messages that put the same Markdown into a draft, those that were taken back aside, which one a piece is. */
  twinsOf({ chatId, messageId, draft, markdown }: Piece): Twins {
    const twins = this.#database
      .prepare(
        `SELECT chat_id = ? AND message_id = ? AS is_own FROM pieces
         WHERE draft_id = ? AND markdown = ? AND written = 1 AND NOT EXISTS (
           SELECT 1 FROM chat_changes
           WHERE cause = 'message:' || pieces.chat_id || ':' || message_id AND undone_by IS NOT NULL
         ) ORDER BY rowid`,
      )
      .all(chatId, messageId, draft.id, markdown);
    const index = twins.findIndex((row) => cell(row, 'pieces.is_own', 'flag'));
    return { index, count: twins.length };
  }

  /** Puts `change` of it in place of the Markdown of every message of a draft: the file was changed so. */
  changePieces(draft: Draft, change: (markdown: string) => string): void {
    const rows = this.#database
      .prepare(
        "SELECT chat_id, message_id, markdown FROM pieces WHERE draft_id = ? AND markdown <> ''",
      )
      .all(draft.id);
    const update = this.#database.prepare(
      'UPDATE pieces SET markdown = ? WHERE chat_id = ? AND message_id = ?',
    );
    for (const { chatId, messageId, markdown } of rows.map(toMarkdown)) {
      const changed = change(markdown);
      if (changed !== markdown) update.run(changed, chatId, messageId);
    }
  }

  /** What a picture of a draft was said to show. */
  alt(draft: Draft, picture: string): string | undefined {
    const row = this.#database
      .prepare('SELECT words FROM draft_alts WHERE draft_id = ? AND picture = ?')
      .get(draft.id, picture);
    return row && cell(row, 'draft_alts.words', 'text');
  }

  setAlt(draft: Draft, picture: string, words: string): void {
    this.#database
      .prepare(
        `INSERT INTO draft_alts (draft_id, picture, words) VALUES (?, ?, ?)
         ON CONFLICT (draft_id, picture) DO UPDATE SET words = excluded.words`,
      )
      .run(draft.id, picture, words);
  }

  /** Records that the newer text of an edited message is in the file. */
  edited({ chatId, messageId }: MessagePlace, markdown: string, version: number): void {
    this.#database
      .prepare(
        'UPDATE pieces SET markdown = ?, version = ?, pending = NULL, written = 1 WHERE chat_id = ? AND message_id = ?',
      )
      .run(markdown, version, chatId, messageId);
  }
}

function draftIn(row: Row | undefined): Draft | undefined {
  return row && toDraft(row);
}

function toPiece(row: Row): Piece {
  const { draftId, file, ...piece } = readPiece(row);
  return { ...piece, draft: { id: draftId, file } };
}
