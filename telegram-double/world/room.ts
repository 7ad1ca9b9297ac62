import type { Chat, ChatMember, Message, ReactionType } from '@grammyjs/types';

/** A message that was posted in a chat. */
export type Standing = {
  message: Message;
  readonly byBot: boolean;
  /** What the message was before each edit, oldest first. */
  readonly history: Message[];
  /** Reactions by user id. */
  readonly reactions: Map<number, ReactionType[]>;
  /** Whether it was sent with a reply keyboard or the like; such messages cannot be edited. */
  isFixed?: true;
  /** The automatic forward of this channel post in the linked group. */
  forwardId?: number;
};

/** Hands out message ids; private chats and basic groups share one. */
export type Counter = { next: number };

/** A chat with everybody and everything in it. */
export type Room = {
  readonly chat: Chat;
  readonly members: Map<number, ChatMember>;
  /** The messages that stand in the chat now, in order. */
  readonly messages: Map<number, Standing>;
  readonly counter: Counter;
  /** The topics of a forum, by the messages that began them. */
  readonly topics: Map<number, { name: string; isClosed: boolean }>;
  /** The discussion group of a channel, or the channel of a discussion group. */
  linkedChatId?: number;
  /** The supergroup that a basic group became. */
  migratedTo?: number;
  /** Private chats: whether the person ever wrote to the bot. */
  started: boolean;
  /** Private chats: whether the person blocked the bot. */
  blocked: boolean;
};

/** An empty chat. */
export function newRoom(chat: Chat, counter: Counter): Room {
  return {
    chat,
    members: new Map(),
    messages: new Map(),
    counter,
    topics: new Map(),
    started: chat.type !== 'private',
    blocked: false,
  };
}

/** What a user is in a chat. */
export function statusOf(room: Room, userId: number): ChatMember['status'] {
  return room.members.get(userId)?.status ?? 'left';
}

/** Whether a user is in a chat. */
export function isMember(room: Room, userId: number): boolean {
  return !['left', 'kicked'].includes(statusOf(room, userId));
}

/** Whether a user runs a chat or helps to. */
export function isAdministrator(room: Room, userId: number): boolean {
  return ['creator', 'administrator'].includes(statusOf(room, userId));
}
