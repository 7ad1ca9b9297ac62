import type { Message } from 'grammy/types';
import { type PlainKey, talk } from '../talk/talk.ts';

/** Kinds of message that nothing is kept of, by the field that tells them. */
const kinds = {
  story: 'aStory',
  giveaway: 'aGiveaway',
  giveaway_created: 'giveawayNews',
  giveaway_winners: 'giveawayNews',
  giveaway_completed: 'giveawayNews',
  game: 'aGame',
  invoice: 'anInvoice',
  paid_media: 'paidMedia',
  rich_message: 'aRichMessage',
  sticker: 'movingSticker',
  gift: 'aGift',
  unique_gift: 'aGift',
  pinned_message: 'pinNews',
} as const satisfies Partial<Record<keyof Message, PlainKey>>;

/** What a message that cannot be kept is called. */
export function unkeptKind(message: Message): string {
  const found = Object.entries(kinds).find(([field]) => Object.hasOwn(message, field));
  return talk(found?.[1] ?? 'thisKind');
}
