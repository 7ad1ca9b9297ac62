import * as z from 'zod';
import { flag, language, line, oldPaths } from './text.ts';

/** Front matter of `pages/*.md`: a page outside the stream, such as /about/. */
export const pageSchema = z.strictObject({
  /** What the page is called. */
  title: line,
  /** Description for previews and searches. Plain words. */
  summary: line.optional(),
  /** Language of the text, where it is not the journal's. */
  lang: language.optional(),
  /** true: nowhere but in `npm run dev`. */
  draft: flag.optional(),
  /** Old paths, redirected to the page. */
  aliases: oldPaths.optional(),
});
