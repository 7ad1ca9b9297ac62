import * as z from 'zod';
import { line, webAddress, words } from './text.ts';

const blog = z.strictObject({
  /** What the journal is called. */
  title: line,
  /** Where it is. */
  url: webAddress,
  /** The address of its feed; without one it is shown and not in the OPML file. */
  feed: webAddress.optional(),
  /** What it is, inline Markdown. */
  about: words.optional(),
});

/** `blogroll.yaml` as a list of blogs. */
export const blogsSchema = z.array(blog);

/** `blogroll.yaml` as a list of groups of blogs. */
export const blogGroupsSchema = z.array(
  z.strictObject({
    /** What the blogs have in common. */ group: line,
    /** The blogs of the group. */ blogs: blogsSchema,
  }),
);

/** Somebody else's journal, recommended. */
export type Blog = z.infer<typeof blog>;
