import type { Chat, Message, User } from 'grammy/types';
import { talk } from '../talk/talk.ts';

/** Who said something, as far as that can be told. */
export type Speaker =
  | { readonly kind: 'person'; readonly id: number; readonly user: User }
  /** A channel, or the group's own administrators, who do not show who they are. */
  | { readonly kind: 'chat'; readonly id: number; readonly name: string; readonly url?: string };

const serviceId = 777_000;
const longestName = 80;

/** Who sent a message; undefined where nobody did: Telegram itself, or another bot. */
export function speakerOf({ from, sender_chat: chat }: Message): Speaker | undefined {
  if (chat) return { kind: 'chat', id: chat.id, name: oneLine(titleOf(chat)), ...urlOf(chat) };
  if (!from || from.is_bot || from.id === serviceId) return undefined;
  return { kind: 'person', id: from.id, user: from };
}

/** First and last name, as Telegram shows them. */
export function fullName({ first_name: first, last_name: last }: User): string {
  return oneLine([first, last].filter(Boolean).join(' '));
}

/** A name on one line: no control characters, and none that turn the direction of the text behind it. */
export function oneLine(name: string): string {
  const clean = name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const short = [...clean].slice(0, longestName).join('').trim();
  // Nothing that can be seen is no name.
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(short) ? short : talk('somebodyInGroup');
}

function titleOf(chat: Chat): string {
  return chat.title ?? chat.first_name ?? '';
}

function urlOf(chat: Chat): { url?: string } {
  return chat.type === 'channel' && chat.username !== undefined
    ? { url: `https://t.me/${chat.username}` }
    : {};
}
