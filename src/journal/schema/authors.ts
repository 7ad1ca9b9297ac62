import * as z from 'zod';
import { identifier, webAddress, words } from './text.ts';

/** `authors.yaml`: author id to person. */
export const authorsSchema = z.record(
  identifier,
  z.strictObject({
    name: words,
    url: webAddress.optional(),
    /** A sentence or two. */ bio: words.optional(),
  }),
);

/** The people who write. */
export type Authors = z.infer<typeof authorsSchema>;
