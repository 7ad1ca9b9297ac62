import * as z from 'zod';
import { chatWishSchema } from '../chat/wishes.ts';
import { stepNames } from '../story/steps.ts';

/** All that the page may ask for. */
export const wishSchema = z.discriminatedUnion('wish', [
  ...chatWishSchema.options,
  /** Writes a text of the journal, unless it says something else by now than `before`. */
  z.strictObject({
    wish: z.literal('save'),
    file: z.string().max(500),
    before: z.string(),
    text: z.string(),
  }),
  /** Has a step of the story taken. */
  z.strictObject({ wish: z.literal('step'), step: z.enum(stepNames) }),
]);

/** One of them. */
export type Wish = z.infer<typeof wishSchema>;

/** A wish as the page writes it: what has a default may be left out. */
export type AskedWish = z.input<typeof wishSchema>;
