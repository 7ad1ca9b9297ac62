import type { MessagePlace } from '../drafts/draftStore.ts';
import { oneOf, type Row, rowReader } from '../state/rows.ts';

const commentStates = ['unplaced', 'waiting', 'shown', 'ignored', 'removed'] as const;

/**
 * What became of a comment:
 *
 * - `unplaced`: the post that it answers is of no entry yet, or of none that the bot knows. It becomes `waiting` or `shown`
 *   once the entry is known, and is forgotten where that does not happen.
 * - `waiting`: the owner is asked. It becomes `shown` or `ignored`.
 * - `shown`: in the entry's file, with the words that were allowed. Newer ones are not, until they are allowed as well
 *   ({@link hasNewWords}). It becomes `removed`.
 * - `ignored`, `removed`: readers do not see it. The owner may show it after all.
 */
export type CommentState = (typeof commentStates)[number];

/** A comment as the group has it. */
export interface HeldComment extends MessagePlace {
  readonly id: number;
  /** The message under which the thread stands. */
  readonly threadId: number;
  /** Undefined while it is unplaced. */
  readonly entryId: string | undefined;
  readonly isOwn: boolean;
  readonly senderId: number;
  readonly name: string;
  readonly url: string | undefined;
  /** Seconds since 1970. */
  readonly date: number;
  /** Seconds since 1970 of the comment, or of its latest edit. */
  readonly version: number;
  /** 1, and one more with each edit that was heard: edits of one second are told apart. */
  readonly revision: number;
  /** Markdown. */
  readonly text: string;
  /** As it was typed, for the owner to read. */
  readonly plain: string;
  /** The message that it answers, where that is another comment. */
  readonly replyTo: number | undefined;
  readonly state: CommentState;
  /** The revision that readers may see. */
  readonly allowedRevision: number | undefined;
  /** The revision in whose place the older words were to stay. */
  readonly refusedRevision: number | undefined;
  /** The revision that readers see in the file; undefined where they see none. */
  readonly writtenRevision: number | undefined;
  /** What the bot wrote last: the Markdown, and as it was typed. */
  readonly writtenText: string | undefined;
  readonly writtenPlain: string | undefined;
  /** The revision of which the owner knows. */
  readonly toldRevision: number | undefined;
  readonly noticeId: number | undefined;
}

/** Whether there are newer words than those that readers see, and nobody has said yet whether they may see them. */
export function hasNewWords(comment: HeldComment): boolean {
  const { state, revision, allowedRevision, refusedRevision } = comment;
  return state === 'shown' && revision !== allowedRevision && revision !== refusedRevision;
}

/** A comment out of its row. */
export const toComment: (row: Row) => HeldComment = rowReader('comments_held', {
  id: 'number',
  chatId: 'number',
  messageId: 'number',
  threadId: 'number',
  entryId: 'text?',
  isOwn: 'flag',
  senderId: 'number',
  name: 'text',
  url: 'text?',
  date: 'number',
  version: 'number',
  revision: 'number',
  text: 'text',
  plain: 'text',
  replyTo: 'number?',
  state: oneOf(commentStates),
  allowedRevision: 'number?',
  refusedRevision: 'number?',
  writtenRevision: 'number?',
  writtenText: 'text?',
  writtenPlain: 'text?',
  toldRevision: 'number?',
  noticeId: 'number?',
});
