import * as z from 'zod';
import { flag, unbroken, webAddress } from './text.ts';

const telegramId = z
  .string({ error: 'a numeric Telegram id' })
  .regex(/^[1-9]\d{0,15}$/, { error: 'a numeric Telegram id such as 123456789' });

/** `people.yaml`: Telegram user id to person. Only the bot reads it. */
export const peopleSchema = z.record(
  telegramId,
  z.strictObject({
    /** How the journal calls this person. */
    name: unbroken,
    /** That person's own site. */
    url: webAddress.optional(),
    /** Whether this person may make drafts in a group. Only the owner publishes. */
    mayDraft: flag.default(false),
  }),
);

/** The people whom the journal knows from chat, by their Telegram id. */
export type People = z.infer<typeof peopleSchema>;
