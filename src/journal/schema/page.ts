import * as z from 'zod';
import { flag, language, rootPath, words } from './text.ts';

/** Front matter of `pages/*.md`: a page outside the stream, such as /about/. */
export const pageSchema = z.strictObject({
  title: words,
  summary: words.optional(),
  lang: language.optional(),
  draft: flag.optional(),
  aliases: z
    .union([rootPath.transform((path) => [path]), z.array(rootPath)], {
      error: 'an old path that begins with /, or a list of them',
    })
    .optional(),
});
