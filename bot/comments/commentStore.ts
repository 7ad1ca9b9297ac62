import type { DatabaseSync } from 'node:sqlite';
import type { Message } from 'grammy/types';
import type { MessagePlace } from '../drafts/draftStore.ts';
import { inTransaction } from '../state/database.ts';
import { cell, json, rowReader } from '../state/rows.ts';
import { CommentDigest } from './commentDigest.ts';
import { type HeldComment, toComment } from './heldComment.ts';

const toForward = rowReader('comments_threads', { postId: 'number', body: json<Message>() });

type NewComment = Omit<
  HeldComment,
  | 'id'
  | 'revision'
  | `${'allowed' | 'refused' | 'written' | 'told'}Revision`
  | `written${'Text' | 'Plain'}`
  | 'noticeId'
>;

/** Comments of the channel's group, and the threads that they stand in. */
export class CommentStore {
  readonly #database: DatabaseSync;
  /** Those of which the owner is told in numbers. */
  readonly digest: CommentDigest;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.digest = new CommentDigest(database);
  }

  /** Runs several of these calls as one; see {@link inTransaction}. */
  inTransaction<T>(work: () => T extends Promise<unknown> ? never : T): T {
    return inTransaction(this.#database, work);
  }

  /** Records which post of the channel a thread is about. The words are kept until it is known whose post it is. */
  learnThread(forward: Message, postId: number): void {
    const { text, caption, photo, media_group_id } = forward;
    this.#database
      .prepare(
        'INSERT INTO comments_threads (chat_id, message_id, post_id, date, body) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
      )
      .run(
        forward.chat.id,
        forward.message_id,
        postId,
        forward.date,
        JSON.stringify({ text, caption, photo, media_group_id }),
      );
  }

  /** The post of the channel that a thread is about. */
  postOf({ chatId, messageId }: MessagePlace): number | undefined {
    const row = this.#database
      .prepare('SELECT post_id FROM comments_threads WHERE chat_id = ? AND message_id = ?')
      .get(chatId, messageId);
    return row && cell(row, 'comments_threads.post_id', 'number');
  }

  /** Automatic forwards since a time whose words are still kept, oldest first. */
  forwardsSince(seconds: number): { readonly postId: number; readonly content: Message }[] {
    return this.#database
      .prepare(
        'SELECT post_id, body FROM comments_threads WHERE body IS NOT NULL AND date >= ? ORDER BY post_id',
      )
      .all(seconds)
      .map(toForward)
      .map(({ postId, body }) => ({ postId, content: body }));
  }

  at({ chatId, messageId }: MessagePlace): HeldComment | undefined {
    const row = this.#database
      .prepare('SELECT * FROM comments_held WHERE chat_id = ? AND message_id = ?')
      .get(chatId, messageId);
    return row && toComment(row);
  }

  byId(id: number): HeldComment | undefined {
    const row = this.#database.prepare('SELECT * FROM comments_held WHERE id = ?').get(id);
    return row && toComment(row);
  }

  byNotice(messageId: number): HeldComment | undefined {
    const row = this.#database
      .prepare(
        'SELECT comments_held.* FROM comments_notices JOIN comments_held ON id = comment_id WHERE comments_notices.message_id = ?',
      )
      .get(messageId);
    return row && toComment(row);
  }

  /** Comments of one sender at one second: how a forwarded one is known again. */
  sentAt(date: number): HeldComment[] {
    return this.#database
      .prepare('SELECT * FROM comments_held WHERE date = ? ORDER BY id')
      .all(date)
      .map(toComment);
  }

  unplaced(): HeldComment[] {
    return this.#database
      .prepare("SELECT * FROM comments_held WHERE state = 'unplaced' ORDER BY id")
      .all()
      .map(toComment);
  }

  /** Answers to a comment that are in the same entry's file. */
  shownReplies({ chatId, messageId }: MessagePlace): HeldComment[] {
    return this.#database
      .prepare(
        "SELECT * FROM comments_held WHERE chat_id = ? AND reply_to = ? AND state = 'shown' AND written_revision IS NOT NULL",
      )
      .all(chatId, messageId)
      .map(toComment);
  }

  add(comment: NewComment): void {
    this.#database
      .prepare(
        `INSERT INTO comments_held (chat_id, message_id, thread_id, entry_id, is_own, sender_id, name, url, date, version,
         text, plain, reply_to, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (chat_id, message_id) DO NOTHING`,
      )
      .run(
        comment.chatId,
        comment.messageId,
        comment.threadId,
        comment.entryId ?? null,
        comment.isOwn ? 1 : 0,
        comment.senderId,
        comment.name,
        comment.url ?? null,
        comment.date,
        comment.version,
        comment.text,
        comment.plain,
        comment.replyTo ?? null,
        comment.state,
      );
  }

  edited({ id }: HeldComment, text: string, plain: string, version: number): void {
    this.#database
      .prepare(
        'UPDATE comments_held SET text = ?, plain = ?, version = ?, revision = revision + 1 WHERE id = ?',
      )
      .run(text, plain, version, id);
  }

  /** The entry is known; the owner decides. */
  asked({ id }: HeldComment, entryId: string): void {
    this.#database
      .prepare("UPDATE comments_held SET state = 'waiting', entry_id = ? WHERE id = ?")
      .run(entryId, id);
  }

  /** Readers may see these words. */
  allowed({ id, revision }: HeldComment, entryId: string): void {
    this.#database
      .prepare(
        "UPDATE comments_held SET state = 'shown', entry_id = ?, allowed_revision = ? WHERE id = ?",
      )
      .run(entryId, revision, id);
  }

  /** What was allowed could not be written: the owner is asked again. */
  notAllowedYet({ id }: HeldComment): void {
    this.#database
      .prepare(
        "UPDATE comments_held SET state = iif(written_revision IS NULL, 'waiting', state), allowed_revision = NULL WHERE id = ?",
      )
      .run(id);
  }

  /** The words that readers see stay in place of these newer ones. */
  refused({ id, revision }: HeldComment): void {
    this.#database
      .prepare(
        `UPDATE comments_held SET refused_revision = ?, allowed_revision = NULL,
         written_revision = COALESCE(written_revision, 0) WHERE id = ?`,
      )
      .run(revision, id);
  }

  /** Readers do not see it, or no longer. */
  hidden({ id }: HeldComment, state: 'ignored' | 'removed'): void {
    this.#database
      .prepare('UPDATE comments_held SET state = ?, written_revision = NULL WHERE id = ?')
      .run(state, id);
  }

  written({ id, revision, text, plain }: HeldComment): void {
    this.#database
      .prepare(
        'UPDATE comments_held SET written_revision = ?, written_text = ?, written_plain = ? WHERE id = ?',
      )
      .run(revision, text, plain, id);
  }

  /** The owner knows of a comment as it reads, by a message about it. `at`: when, where that message is new. */
  told({ id, revision }: HeldComment, noticeId: number, at?: number): void {
    this.#database
      .prepare(
        'UPDATE comments_held SET told_revision = ?, notice_id = ?, told_at = COALESCE(?, told_at) WHERE id = ?',
      )
      .run(revision, noticeId, at ?? null, id);
    this.#database
      .prepare(
        'INSERT INTO comments_notices (message_id, comment_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
      )
      .run(noticeId, id);
  }

  /** Forgets the words of what was sent before `seconds` and came to nothing, and of posts whose entry is long known. */
  forgetBefore(seconds: number): number {
    return (
      Number(
        this.#database
          .prepare("DELETE FROM comments_held WHERE state = 'unplaced' AND date < ?")
          .run(seconds).changes,
      ) +
      Number(
        this.#database
          .prepare(
            "UPDATE comments_held SET plain = '', text = '', written_text = NULL, written_plain = NULL WHERE state = 'ignored' AND version < ? AND text <> ''",
          )
          .run(seconds).changes,
      ) +
      Number(
        this.#database
          .prepare('UPDATE comments_threads SET body = NULL WHERE date < ? AND body IS NOT NULL')
          .run(seconds).changes,
      )
    );
  }
}
