import type { Message } from 'grammy/types';

/** Kinds of message that nothing is kept of, by the field that tells them. */
const kinds = {
  story: 'a story',
  giveaway: 'a giveaway',
  giveaway_created: 'news of a giveaway',
  giveaway_winners: 'news of a giveaway',
  giveaway_completed: 'news of a giveaway',
  game: 'a game',
  invoice: 'an invoice',
  paid_media: 'paid media',
  rich_message: 'a rich message',
  sticker: 'a moving sticker without an emoji',
  gift: 'a gift',
  unique_gift: 'a gift',
  pinned_message: 'the news that a message is pinned',
} as const satisfies Partial<Record<keyof Message, string>>;

/** What a message that cannot be kept is called. */
export function unkeptKind(message: Message): string {
  const found = Object.entries(kinds).find(([field]) => Object.hasOwn(message, field));
  return found?.[1] ?? 'this kind of message';
}
