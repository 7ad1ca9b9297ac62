import { oneOf, rowReader } from '../state/rows.ts';

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

/** Whether there are newer words than those that readers see, and nobody has said yet whether they may see them. */
export function hasNewWords(comment: HeldComment): boolean {
  const { state, revision, allowedRevision, refusedRevision } = comment;
  return state === 'shown' && revision !== allowedRevision && revision !== refusedRevision;
}

/** A comment out of its row. */
export const toComment = rowReader('comments_held', {
  id: 'number',
  chatId: 'number',
  messageId: 'number',
  /** The message under which the thread stands. */
  threadId: 'number',
  /** Undefined while it is unplaced. */
  entryId: 'text?',
  isOwn: 'flag',
  senderId: 'number',
  name: 'text',
  url: 'text?',
  /** Seconds since 1970. */
  date: 'number',
  /** Seconds since 1970 of the comment, or of its latest edit. */
  version: 'number',
  /** 1, and one more with each edit that was heard: edits of one second are told apart. */
  revision: 'number',
  /** Markdown. */
  text: 'text',
  /** As it was typed, for the owner to read. */
  plain: 'text',
  /** The message that it answers, where that is another comment. */
  replyTo: 'number?',
  state: oneOf(commentStates),
  /** The revision that readers may see. */
  allowedRevision: 'number?',
  /** The revision in whose place the older words were to stay. */
  refusedRevision: 'number?',
  /** The revision that readers see in the file; undefined where they see none. */
  writtenRevision: 'number?',
  /** What the bot wrote last: the Markdown, and as it was typed. */
  writtenText: 'text?',
  writtenPlain: 'text?',
  /** The revision of which the owner knows. */
  toldRevision: 'number?',
  noticeId: 'number?',
});

/** A comment as the group has it. */
export type HeldComment = ReturnType<typeof toComment>;
