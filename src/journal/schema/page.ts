import * as z from 'zod';
import { flag, language, oldPaths, words } from './text.ts';

/** Front matter of `pages/*.md`: a page outside the stream, such as /about/. */
export const pageSchema = z.strictObject({
  title: words,
  summary: words.optional(),
  lang: language.optional(),
  draft: flag.optional(),
  aliases: oldPaths.optional(),
});
