import type { Message } from 'grammy/types';
import { type PlainKey, talk } from '../talk/talk.ts';

/** What somebody sends and nothing is kept of, by the field that tells it. */
const sent = {
  story: 'aStory',
  giveaway: 'aGiveaway',
  game: 'aGame',
  invoice: 'anInvoice',
  paid_media: 'paidMedia',
  rich_message: 'aRichMessage',
  sticker: 'movingSticker',
} as const satisfies Partial<Record<keyof Message, PlainKey>>;

/** The same of what Telegram tells by itself. */
const news = {
  giveaway_created: 'giveawayNews',
  giveaway_winners: 'giveawayNews',
  giveaway_completed: 'giveawayNews',
  gift: 'aGift',
  unique_gift: 'aGift',
  pinned_message: 'pinNews',
} as const satisfies Partial<Record<keyof Message, PlainKey>>;

/** What a message that cannot be kept is called. */
export function unkeptKind(message: Message): string {
  const found = Object.entries({ ...sent, ...news }).find(([field]) =>
    Object.hasOwn(message, field),
  );
  return talk(found?.[1] ?? 'thisKind');
}

/** Whether a message of which nothing is kept is words of somebody's, and not news of Telegram's. */
export function isSent(message: Message): boolean {
  return [...Object.keys(sent), 'contact'].some((field) => Object.hasOwn(message, field));
}
