import * as z from 'zod';
import { line, words, wordsList } from './text.ts';

/** `series/<id>.yaml`. */
export const seriesSchema = z.strictObject({
  /** What the series is called. */
  title: line,
  /** What the series is about, inline Markdown. */
  description: words.optional(),
  /** Titles of parts that are not written yet, in order. */
  planned: wordsList.optional(),
});

/** A series file, checked. */
export type SeriesMatter = z.infer<typeof seriesSchema>;
