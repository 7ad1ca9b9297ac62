import type { DatabaseSync } from 'node:sqlite';
import type { Message } from 'grammy/types';
import type { MessagePlace } from '../drafts/draftStore.ts';

/**
 * What became of a comment:
 *
 * - `homeless`: the post that it answers is of no entry yet, or of none that the bot knows. It becomes `waiting` or `shown`
 *   once the entry is known, and is forgotten where that does not happen.
 * - `waiting`: the owner is asked. It becomes `shown` or `ignored`.
 * - `shown`: in the entry's file. It becomes `removed`.
 * - `ignored`, `removed`: readers do not see it. The owner may show it after all.
 */
export type CommentState = 'homeless' | 'waiting' | 'shown' | 'ignored' | 'removed';

/** A comment as the group has it. */
export interface HeldComment extends MessagePlace {
  readonly id: number;
  /** The message under which the thread stands. */
  readonly threadId: number;
  /** Undefined while it is homeless. */
  readonly entryId: string | undefined;
  readonly isOwn: boolean;
  readonly senderId: number;
  readonly name: string;
  readonly url: string | undefined;
  /** Seconds since 1970. */
  readonly date: number;
  /** Seconds since 1970 of the comment, or of its latest edit. */
  readonly version: number;
  /** Markdown. */
  readonly text: string;
  /** As it was typed, for the owner to read. */
  readonly plain: string;
  /** The message that it answers, where that is another comment. */
  readonly replyTo: number | undefined;
  readonly state: CommentState;
  /** The version and the text that the file has; undefined before the first. */
  readonly writtenVersion: number | undefined;
  readonly writtenText: string | undefined;
  /** The version of which the owner knows. */
  readonly toldVersion: number | undefined;
  readonly noticeId: number | undefined;
}

type NewComment = Omit<
  HeldComment,
  'id' | 'writtenVersion' | 'writtenText' | 'toldVersion' | 'noticeId'
>;

/** Comments of the channel's group, and the threads that they stand in. */
export class CommentStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
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
    return row && Number(row['post_id']);
  }

  /** Automatic forwards since a time whose words are still kept, oldest first. */
  forwardsSince(seconds: number): { readonly postId: number; readonly content: Message }[] {
    return this.#database
      .prepare(
        'SELECT post_id, body FROM comments_threads WHERE body IS NOT NULL AND date >= ? ORDER BY post_id',
      )
      .all(seconds)
      .map((row) => ({
        postId: Number(row['post_id']),
        content: JSON.parse(String(row['body'])) as Message,
      }));
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

  homeless(): HeldComment[] {
    return this.#database
      .prepare("SELECT * FROM comments_held WHERE state = 'homeless' ORDER BY id")
      .all()
      .map(toComment);
  }

  /** Answers to a comment that are in the same entry's file. */
  shownReplies({ chatId, messageId }: MessagePlace): HeldComment[] {
    return this.#database
      .prepare(
        "SELECT * FROM comments_held WHERE chat_id = ? AND reply_to = ? AND state = 'shown' AND written_version IS NOT NULL",
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
      .prepare('UPDATE comments_held SET text = ?, plain = ?, version = ? WHERE id = ?')
      .run(text, plain, version, id);
  }

  decided({ id }: HeldComment, state: CommentState, entryId: string | undefined): void {
    this.#database
      .prepare('UPDATE comments_held SET state = ?, entry_id = ? WHERE id = ?')
      .run(state, entryId ?? null, id);
  }

  written({ id, version, text }: HeldComment): void {
    this.#database
      .prepare('UPDATE comments_held SET written_version = ?, written_text = ? WHERE id = ?')
      .run(version, text, id);
  }

  told({ id, version }: HeldComment, noticeId: number): void {
    this.#database
      .prepare('UPDATE comments_held SET told_version = ?, notice_id = ? WHERE id = ?')
      .run(version, noticeId, id);
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
          .prepare("DELETE FROM comments_held WHERE state = 'homeless' AND date < ?")
          .run(seconds).changes,
      ) +
      Number(
        this.#database
          .prepare(
            "UPDATE comments_held SET plain = '', text = '' WHERE state = 'ignored' AND version < ? AND text <> ''",
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

type Row = Record<string, unknown>;

function toComment(row: Row): HeldComment {
  const text = (key: string) => (row[key] === null ? undefined : String(row[key]));
  const number = (key: string) => (row[key] === null ? undefined : Number(row[key]));
  return {
    id: Number(row['id']),
    chatId: Number(row['chat_id']),
    messageId: Number(row['message_id']),
    threadId: Number(row['thread_id']),
    entryId: text('entry_id'),
    isOwn: row['is_own'] === 1,
    senderId: Number(row['sender_id']),
    name: String(row['name']),
    url: text('url'),
    date: Number(row['date']),
    version: Number(row['version']),
    text: String(row['text']),
    plain: String(row['plain']),
    replyTo: number('reply_to'),
    state: String(row['state']) as CommentState,
    writtenVersion: number('written_version'),
    writtenText: text('written_text'),
    toldVersion: number('told_version'),
    noticeId: number('notice_id'),
  };
}
