import * as z from 'zod';
import { parseMoment } from './moment.ts';
import { unbroken, webAddress, words } from './text.ts';

const commentId = z
  .string({ error: 'an id such as tg-1234-56' })
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    error: 'an id of a-z and digits with single hyphens between them, such as tg-1234-56',
  });

const expectedTime = 'a date-time with offset such as 2026-11-21T09:30:00+01:00';

/** Milliseconds since 1970. */
const dateTime = z.string({ error: expectedTime }).transform((typed, context) => {
  const moment = parseMoment(typed, 'UTC');
  if (moment?.time !== undefined) return moment.at;
  context.addIssue({ code: 'custom', message: expectedTime });
  return z.NEVER;
});

const lines = words.refine((text) => !/[^\P{Cc}\n\t]/u.test(text), {
  error: 'text without control characters other than line breaks and tabs',
});

const comment = z.strictObject({
  /** Stable, and unique in its file; part of the comment's address. The bot writes `tg-<group>-<message>`. */
  id: commentId,
  /** Who wrote it, as readers see it. */
  name: unbroken,
  /** That person's own site. */
  url: webAddress.optional(),
  /** When it was written. */
  date: dateTime,
  /** When it was last changed. */
  updated: dateTime.optional(),
  /** Its words, in Markdown without HTML and headings. */
  text: lines,
  /** Id of the comment in the same file that this one answers. */
  replyTo: commentId.optional(),
  /** `shown`: readers see it. `waiting`: the owner has not decided yet. `removed`: it stays hidden, its id stays known. */
  status: z
    .enum(['shown', 'waiting', 'removed'], { error: 'shown, waiting or removed' })
    .default('shown'),
});

/** `comments/**`: what was said about one entry. */
export const commentsSchema = z.strictObject({
  /** Id of the entry. */
  entry: words,
  /** What was said, the oldest first. */
  comments: z.array(comment),
});

/** A comment as its file says, once checked. */
export type CommentMatter = z.infer<typeof comment>;
