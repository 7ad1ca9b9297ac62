import * as z from 'zod';

const chat = z.enum(['bot', 'group', 'channel', 'comments']);
const message = z.int().positive();
const text = z.string().max(20_000);

/** What the page may ask for in a chat. */
export const chatWishSchema = z.discriminatedUnion('wish', [
  /** `files`: names that the server gave to what was uploaded, in their order. */
  z.strictObject({
    wish: z.literal('send'),
    chat,
    as: z.int(),
    text,
    answers: message.optional(),
    files: z.array(z.string().max(64)).max(10).default([]),
  }),
  z.strictObject({ wish: z.literal('edit'), chat, message, text }),
  z.strictObject({ wish: z.literal('delete'), chat, message }),
  /** Without an emoji, takes the reaction back. */
  z.strictObject({
    wish: z.literal('react'),
    chat,
    message,
    as: z.int(),
    emoji: z.string().max(16).optional(),
  }),
  /** A button, by its place. */
  z.strictObject({
    wish: z.literal('press'),
    chat,
    message,
    row: z.int().nonnegative(),
    column: z.int().nonnegative(),
  }),
  /** Forwards it to the bot. */
  z.strictObject({ wish: z.literal('forward'), chat, message }),
]);

/** One of them. */
export type ChatWish = z.infer<typeof chatWishSchema>;
