import type { DatabaseSync } from 'node:sqlite';
import type { Message } from 'grammy/types';
import { isOf, type MessagePlace } from '../drafts/draftStore.ts';
import { cell, json, rowReader } from '../state/rows.ts';
import { columns, Store } from '../state/store.ts';
import { CommentDigest } from './commentDigest.ts';
import { type HeldComment, toComment } from './heldComment.ts';

const toForward = rowReader('comments_threads', { postId: 'number', content: json<Message>() });

type NewComment = Omit<
  HeldComment,
  | 'id'
  | 'revision'
  | `${'allowed' | 'refused' | 'written' | 'told'}Revision`
  | `written${'Text' | 'Plain'}`
  | 'noticeId'
>;

/** Comments of the channel's group, and the threads that they stand in. */
export class CommentStore extends Store {
  /** Those of which the owner is told in numbers. */
  readonly digest: CommentDigest;

  constructor(database: DatabaseSync) {
    super(database);
    this.digest = new CommentDigest(database);
  }

  /** Records which post of the channel a thread is about. The words are kept until it is known whose post it is. */
  learnThread(forward: Message, postId: number): void {
    const { text, caption, photo, media_group_id } = forward;
    this.run`INSERT INTO comments_threads (chat_id, message_id, post_id, date, body)
      VALUES (${forward.chat.id}, ${forward.message_id}, ${postId}, ${forward.date},
      ${JSON.stringify({ text, caption, photo, media_group_id })}) ON CONFLICT DO NOTHING`;
  }

  /** The post of the channel that a thread is about. */
  postOf(place: MessagePlace): number | undefined {
    return this.row((row) => cell(row, 'comments_threads.post_id', 'number'))`
      SELECT post_id FROM comments_threads WHERE ${isOf(place)}`;
  }

  /** Automatic forwards since a time whose words are still kept, oldest first. */
  forwardsSince(seconds: number): { readonly postId: number; readonly content: Message }[] {
    return this.rows(toForward)`SELECT post_id, body AS content FROM comments_threads
      WHERE body IS NOT NULL AND date >= ${seconds} ORDER BY post_id`;
  }

  at(place: MessagePlace): HeldComment | undefined {
    return this.row(toComment)`
      SELECT * FROM comments_held WHERE ${isOf(place)}`;
  }

  byId(id: number): HeldComment | undefined {
    return this.row(toComment)`SELECT * FROM comments_held WHERE id = ${id}`;
  }

  /** A comment as it is by now. */
  fresh(comment: HeldComment): HeldComment {
    return this.byId(comment.id) ?? comment;
  }

  byNotice(messageId: number): HeldComment | undefined {
    return this.row(toComment)`
      SELECT comments_held.* FROM comments_notices JOIN comments_held ON id = comment_id
      WHERE comments_notices.message_id = ${messageId}`;
  }

  /** Comments of one sender at one second: how a forwarded one is known again. */
  sentAt(date: number): HeldComment[] {
    return this.rows(toComment)`SELECT * FROM comments_held WHERE date = ${date} ORDER BY id`;
  }

  unplaced(): HeldComment[] {
    return this.rows(toComment)`SELECT * FROM comments_held WHERE state = 'unplaced' ORDER BY id`;
  }

  /** Answers to a comment that are in the same entry's file. */
  shownReplies({ chatId, messageId }: MessagePlace): HeldComment[] {
    return this.rows(toComment)`SELECT * FROM comments_held WHERE chat_id = ${chatId}
      AND reply_to = ${messageId} AND state = 'shown' AND written_revision IS NOT NULL`;
  }

  add(comment: NewComment): void {
    this.run`INSERT INTO comments_held ${columns({ ...comment })}
      ON CONFLICT (chat_id, message_id) DO NOTHING`;
  }

  edited({ id }: HeldComment, text: string, plain: string, version: number): void {
    this.run`UPDATE comments_held SET text = ${text}, plain = ${plain}, version = ${version},
      revision = revision + 1 WHERE id = ${id}`;
  }

  /** The entry is known; the owner decides. */
  asked({ id }: HeldComment, entryId: string): void {
    this.run`UPDATE comments_held SET state = 'waiting', entry_id = ${entryId} WHERE id = ${id}`;
  }

  /** Readers may see these words. */
  allowed({ id, revision }: HeldComment, entryId: string): void {
    this.run`UPDATE comments_held SET state = 'shown', entry_id = ${entryId},
      allowed_revision = ${revision} WHERE id = ${id}`;
  }

  /** What was allowed could not be written: the owner is asked again. */
  notAllowedYet({ id }: HeldComment): void {
    this.run`UPDATE comments_held SET state = iif(written_revision IS NULL, 'waiting', state),
      allowed_revision = NULL WHERE id = ${id}`;
  }

  /** The words that readers see stay in place of these newer ones. */
  refused({ id, revision }: HeldComment): void {
    this.run`UPDATE comments_held SET refused_revision = ${revision}, allowed_revision = NULL,
      written_revision = COALESCE(written_revision, 0) WHERE id = ${id}`;
  }

  /** Readers do not see it, or no longer. */
  hidden({ id }: HeldComment, state: 'ignored' | 'removed'): void {
    this.run`UPDATE comments_held SET state = ${state}, written_revision = NULL WHERE id = ${id}`;
  }

  written({ id, revision, text, plain }: HeldComment): void {
    this.run`UPDATE comments_held SET written_revision = ${revision}, written_text = ${text},
      written_plain = ${plain} WHERE id = ${id}`;
  }

  /** The owner knows of a comment as it reads, by a message about it. `at`: when, where that message is new. */
  told({ id, revision }: HeldComment, noticeId: number, at?: number): void {
    this.run`UPDATE comments_held SET told_revision = ${revision}, notice_id = ${noticeId},
      told_at = COALESCE(${at}, told_at) WHERE id = ${id}`;
    this.run`INSERT INTO comments_notices ${columns({ messageId: noticeId, commentId: id })}
      ON CONFLICT DO NOTHING`;
  }

  /** Forgets the words of what was sent before `seconds` and came to nothing, and of posts whose entry is long known. */
  forgetBefore(seconds: number): number {
    return (
      this.run`DELETE FROM comments_held WHERE state = 'unplaced' AND date < ${seconds}` +
      this.run`UPDATE comments_held SET plain = '', text = '', written_text = NULL,
        written_plain = NULL WHERE state = 'ignored' AND version < ${seconds} AND text <> ''` +
      this.run`UPDATE comments_threads SET body = NULL WHERE date < ${seconds} AND body IS NOT NULL`
    );
  }
}
