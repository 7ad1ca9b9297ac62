import { rowReader } from '../state/rows.ts';
import { columns, part, Store } from '../state/store.ts';
import { type HeldComment, toComment } from './heldComment.ts';

/** Comments that are meant: of somebody or of all, up to the newest that was counted. */
export interface Meant {
  readonly senderId: number | undefined;
  readonly upTo: number;
}

const isGathered = part`told_revision IS NULL AND is_own = 0 AND state IN ('waiting', 'shown')`;

const toDigest = rowReader('comments_digest', { id: 'number?', shownAt: 'number' });
const toGathered = rowReader('comments_held', {
  senderId: 'number',
  name: 'text',
  count: 'number',
  /** How many of them wait for a decision. */
  waiting: 'number',
});

/** How many comments of somebody the owner was told of in numbers only. */
export type Gathered = ReturnType<typeof toGathered>;

/** The message that tells of many comments at once, and the comments that no message of their own tells of. */
export class CommentDigest extends Store {
  /** The message; undefined where none is open. */
  message(): { readonly id: number | undefined; readonly shownAt: number } | undefined {
    return this.row(toDigest)`SELECT message_id AS id, shown_at FROM comments_digest`;
  }

  shown(messageId: number | undefined, at: number): void {
    this.run`REPLACE INTO comments_digest ${columns({ only: 1, messageId, shownAt: at })}`;
  }

  /** Nothing is left to tell of: comments that come get messages of their own. */
  close(): void {
    this.run`DELETE FROM comments_digest`;
  }

  /** Who wrote what was gathered, those with the most first. */
  bySender(): Gathered[] {
    return this.rows(toGathered)`SELECT sender_id, MAX(name) AS name, COUNT(*) AS count,
      SUM(state = 'waiting') AS waiting FROM comments_held WHERE ${isGathered}
      GROUP BY sender_id ORDER BY count DESC, sender_id`;
  }

  /** The newest that is gathered; 0 where none is. */
  newest(): number {
    return this.count`SELECT MAX(id) FROM comments_held WHERE ${isGathered}`;
  }

  /** The oldest of what is gathered. */
  first(count: number): HeldComment[] {
    return this.rows(toComment)`SELECT * FROM comments_held WHERE ${isGathered}
      ORDER BY id LIMIT ${count}`;
  }

  meant({ senderId, upTo }: Meant): HeldComment[] {
    return this.rows(toComment)`SELECT * FROM comments_held WHERE ${isGathered} AND id <= ${upTo}
      AND sender_id = COALESCE(${senderId}, sender_id) ORDER BY id`;
  }

  /** The owner has decided about these without a message of their own. */
  seen(comments: readonly HeldComment[]): void {
    for (const { id } of comments)
      this.run`UPDATE comments_held SET told_revision = revision WHERE id = ${id}`;
  }

  /** How many messages about single comments wait for a decision. */
  unanswered(): number {
    return this.count`SELECT COUNT(*) FROM comments_held
      WHERE state = 'waiting' AND notice_id IS NOT NULL`;
  }

  /** How many comments wait for a decision, however they were told of. */
  undecided(): number {
    return this.count`SELECT COUNT(*) FROM comments_held WHERE state = 'waiting'`;
  }

  /** How many messages about single comments the owner got since a time. */
  toldSince(at: number): number {
    return this.count`SELECT COUNT(*) FROM comments_held WHERE told_at >= ${at}`;
  }
}
