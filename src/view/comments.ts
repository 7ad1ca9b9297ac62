import type { Entry } from '#journal/content/entry.ts';
import { type Comment, commentsIn, discussionAddress } from '#journal/public/thread.ts';
import type { Moment } from '#journal/schema/moment.ts';
import { commentsOn, hourInWords, site, type TimeView, timeView } from './site.ts';

/** What readers said below an entry. */
export interface CommentsView {
  /** Path of the entry. */
  readonly path: string;
  /** Nobody says in which language a comment is; most often it is that of the entry. */
  readonly lang: string;
  /** The journal's language. */
  readonly language: string;
  readonly count: number;
  /** Where readers can add one. */
  readonly discussion: string | undefined;
  readonly threads: readonly CommentView[];
}

/** A comment with its answers. */
export interface CommentView extends Pick<Comment, 'id' | 'name' | 'url' | 'text' | 'answers'> {
  readonly date: TimeView;
  readonly updated: TimeView | undefined;
  readonly replies: readonly CommentView[];
}

/** What stands of comments below an entry; undefined where there is nothing to say. */
export function commentsView(entry: Entry): CommentsView | undefined {
  const { site: journal } = site();
  const threads = commentsOn(entry);
  const discussion = discussionAddress(entry, journal);
  if (threads.length === 0 && discussion === undefined) return undefined;
  return {
    path: entry.path,
    lang: entry.lang ?? journal.language,
    language: journal.language,
    count: commentsIn(threads).length,
    discussion,
    threads: threads.map(commentView),
  };
}

function commentView({ id, name, url, text, answers, ...comment }: Comment): CommentView {
  return {
    id,
    name,
    url,
    text,
    answers,
    date: hourView(comment.date),
    updated: comment.updated && hourView(comment.updated),
    replies: comment.replies.map(commentView),
  };
}

/** The hour counts where people answer each other. */
function hourView(moment: Moment): TimeView {
  return { machine: timeView(moment).machine, words: hourInWords(moment) };
}
