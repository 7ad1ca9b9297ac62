import type { Entry } from '../content/entry.ts';
import { compareText } from '../fault/fault.ts';
import type { CommentMatter } from '../schema/commentsSchema.ts';
import { type Moment, momentAt } from '../schema/moment.ts';
import type { Site } from '../schema/siteSchema.ts';

/** A comment that readers see. Nothing in it tells of those that they do not. */
export interface Comment {
  readonly id: string;
  readonly name: string;
  readonly url: string | undefined;
  readonly date: Moment;
  readonly updated: Moment | undefined;
  /** Markdown. */
  readonly text: string;
  /** Whom it answers, where its place in the thread does not say so. */
  readonly answers: { readonly id: string; readonly name: string } | undefined;
  /** Oldest first. */
  readonly replies: readonly Comment[];
}

/** How deep replies lie within each other; what answers the deepest ones stands beside them. */
export const deepestReply = 4;

/** A shown comment, and the nearest shown one above it. */
interface Placed {
  readonly comment: CommentMatter;
  readonly parent: CommentMatter | undefined;
}

/** Shown comments by their parents, oldest first; those that begin a thread have none. */
type Replies = ReadonlyMap<CommentMatter | undefined, readonly Placed[]>;

/**
 * The shown comments as threads, oldest first. An answer to a hidden comment hangs on the nearest shown one above it;
 * without one it begins a thread.
 */
export function threadsOf(comments: readonly CommentMatter[], timeZone: string): Comment[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const shown = comments
    .filter(({ status }) => status === 'shown')
    .sort(compareComments)
    .map((comment) => ({ comment, parent: shownParent(comment, byId) }));
  const replies = Map.groupBy(shown, ({ parent }) => parent);
  return repliesTo(undefined, replies, timeZone, 0);
}

function shownParent(
  comment: CommentMatter,
  byId: ReadonlyMap<string, CommentMatter>,
): CommentMatter | undefined {
  let parent = comment;
  do {
    const above = byId.get(parent.replyTo ?? '');
    if (!above) return undefined;
    parent = above;
  } while (parent.status !== 'shown');
  return parent;
}

function repliesTo(
  parent: CommentMatter | undefined,
  replies: Replies,
  timeZone: string,
  depth: number,
): Comment[] {
  if (depth === deepestReply) {
    return allBelow(parent, replies).map((one) =>
      commentOf(one.comment, timeZone, one.parent === parent ? undefined : one.parent, []),
    );
  }
  return (replies.get(parent) ?? []).map(({ comment }) =>
    commentOf(comment, timeZone, undefined, repliesTo(comment, replies, timeZone, depth + 1)),
  );
}

function allBelow(parent: CommentMatter | undefined, replies: Replies): Placed[] {
  const found = [...(replies.get(parent) ?? [])];
  for (const { comment } of found) found.push(...(replies.get(comment) ?? []));
  return found.sort((a, b) => compareComments(a.comment, b.comment));
}

function compareComments(a: CommentMatter, b: CommentMatter): number {
  return a.date - b.date || compareText(a.id, b.id);
}

function commentOf(
  { id, name, url, date, updated, text }: CommentMatter,
  timeZone: string,
  answered: CommentMatter | undefined,
  replies: readonly Comment[],
): Comment {
  return {
    id,
    name,
    url,
    date: momentAt(date, timeZone),
    updated: updated === undefined ? undefined : momentAt(updated, timeZone),
    text,
    answers: answered && { id: answered.id, name: answered.name },
    replies,
  };
}

/** All comments of some threads, in the order in which the page shows them. */
export function commentsIn(threads: readonly Comment[]): Comment[] {
  return threads.flatMap((comment) => [comment, ...commentsIn(comment.replies)]);
}

/** Where readers can add a comment: the entry's post in a channel, where the journal takes comments. */
export function discussionAddress(
  { syndication }: Pick<Entry, 'syndication'>,
  { comments }: Pick<Site, 'comments'>,
): string | undefined {
  if (comments === 'never') return undefined;
  return syndication.find((address) => new URL(address).host === 't.me');
}

/**
 * The id of a comment on its entry's page. Two hyphens in a row stand in no heading's id, and every footnote's id has a
 * dot in it.
 */
export function commentAnchor(id: string): string {
  return `comment--${id}`;
}

/** The id of the heading over all comments of an entry. */
export const commentsAnchor = 'comments--all';
