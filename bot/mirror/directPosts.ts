import type { Draft } from '../drafts/draftStore.ts';
import { oneOf, rowReader } from '../state/rows.ts';
import { columns, Store } from '../state/store.ts';

const directKinds = ['text', 'photo', 'fixed'] as const;

/** What the bot could do with a post: edit its text, its picture and caption, or nothing. */
export type DirectKind = (typeof directKinds)[number];

const toDirectPost = rowReader('channel_direct_posts', {
  messageId: 'number',
  /** File of its note. */
  file: 'text',
  kind: oneOf(directKinds),
  state: oneOf(['taking', 'taken']),
  /** What the post says, as Markdown. */
  markdown: 'text',
  /**
   * Digest of the note's copy as of when post and note were the same; undefined since the post was written or edited by
   * hand. Where the copy has another one by now, the bot has edited the post.
   */
  establishedHash: 'text?',
});

/**
 * A direct post: one that was written in the channel itself, and became a note.
 *
 * - `taking`: its note is about to be written, or its edit is. The mirror leaves the note alone. It becomes `taken`.
 * - `taken`: the note is on disk as the post has it, and names the post as its syndication. An edit makes it `taking`.
 */
export type DirectPost = ReturnType<typeof toDirectPost>;

/** The direct posts of the channel. */
export class DirectPosts extends Store {
  /** Notes that a post is about to go into a file. */
  take(channelId: number, messageId: number, draft: Draft, kind: DirectKind): void {
    const post = { channelId, messageId, draftId: draft.id, kind, state: 'taking' };
    this.run`INSERT INTO channel_direct_posts ${columns(post)}
      ON CONFLICT (channel_id, message_id) DO UPDATE SET state = 'taking'`;
  }

  /** The post is in its file. `isShown`: it is also what the channel shows now. */
  taken(channelId: number, messageId: number, isShown: boolean): void {
    this.run`UPDATE channel_direct_posts SET state = 'taken', hash = CASE WHEN ${isShown} THEN NULL
      ELSE hash END WHERE channel_id = ${channelId} AND message_id = ${messageId}`;
  }

  find(channelId: number, messageId: number): DirectPost | undefined {
    return this.all(channelId).find((post) => post.messageId === messageId);
  }

  /** All of a channel, oldest first. */
  all(channelId: number): DirectPost[] {
    return this.rows(toDirectPost)`
      SELECT posts.message_id, posts.kind, posts.state, posts.hash AS established_hash,
      drafts.file, COALESCE(pieces.markdown, '') AS markdown
      FROM channel_direct_posts AS posts JOIN drafts ON drafts.id = posts.draft_id
      LEFT JOIN pieces ON pieces.chat_id = posts.channel_id AND pieces.message_id = posts.message_id
      WHERE posts.channel_id = ${channelId} ORDER BY posts.message_id`;
  }

  /** Post and note are the same, and the copy of the note has this digest. */
  established(channelId: number, messageIds: readonly number[], hash: string): void {
    for (const id of messageIds)
      this.run`UPDATE channel_direct_posts SET hash = ${hash}
        WHERE channel_id = ${channelId} AND message_id = ${id}`;
  }
}
