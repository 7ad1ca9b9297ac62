import type { BotCommand, Chat, ReactionTypeEmoji, User, UserFromGetMe } from '@grammyjs/types';
import type { Callbacks } from './callbacks.ts';
import { type Clock, unixSeconds } from './clock.ts';
import type { FileStore } from './files.ts';
import type { LongPoll } from './longPoll.ts';
import type { RateLimit } from './rateLimit.ts';
import { type Counter, newRoom, type Room } from './room.ts';
import type { UpdateQueue } from './updateQueue.ts';
import type { Webhook } from './webhook.ts';

export type Emoji = ReactionTypeEmoji['emoji'];

/** Everything the double keeps: the bot, the people, the chats and what is on its way to the bot. */
export class World {
  readonly bot: UserFromGetMe;
  readonly now: Clock;
  readonly users = new Map<number, User>();
  readonly rooms = new Map<number, Room>();
  readonly commands = new Map<string, BotCommand[]>();
  readonly files: FileStore;
  readonly updates: UpdateQueue;
  readonly longPoll: LongPoll;
  readonly webhook: Webhook;
  readonly callbacks: Callbacks;
  readonly rateLimit: RateLimit;
  readonly #sharedCounter: Counter = { next: 1 };
  #nextGroupId = 4_000_001;
  #nextChannelId = 2_000_000_001;
  #nextMediaGroupId = 13_500_000_000_000_001n;

  constructor(
    parts: Pick<
      World,
      'bot' | 'now' | 'files' | 'updates' | 'longPoll' | 'webhook' | 'callbacks' | 'rateLimit'
    >,
  ) {
    this.bot = parts.bot;
    this.now = parts.now;
    this.files = parts.files;
    this.updates = parts.updates;
    this.longPoll = parts.longPoll;
    this.webhook = parts.webhook;
    this.callbacks = parts.callbacks;
    this.rateLimit = parts.rateLimit;
    this.users.set(this.bot.id, botUser(this.bot));
  }

  /** Now, as Telegram dates things. */
  seconds(): number {
    return unixSeconds(this.now);
  }

  /** Adds an empty chat. */
  addRoom(chat: Chat): Room {
    const shared = chat.type === 'private' || chat.type === 'group';
    const room = newRoom(chat, shared ? this.#sharedCounter : { next: 1 });
    this.rooms.set(chat.id, room);
    return room;
  }

  /** The chat with an id that is known to exist. */
  room(chatId: number): Room {
    const room = this.rooms.get(chatId);
    if (room === undefined) throw new Error(`no chat ${chatId}; make it with the double first`);
    return room;
  }

  /** The channel or supergroup with a public name, with or without its @. */
  roomNamed(name: string): Room | undefined {
    const wanted = name.replace(/^@/, '').toLowerCase();
    return [...this.rooms.values()].find(
      ({ chat }) => chat.type !== 'private' && chat.username?.toLowerCase() === wanted,
    );
  }

  newGroupId(): number {
    return -this.#nextGroupId++;
  }

  newChannelId(): number {
    return -1_000_000_000_000 - this.#nextChannelId++;
  }

  newMediaGroupId(): string {
    return String(this.#nextMediaGroupId++);
  }
}

/** The bot as messages name it. */
export function botUser(bot: UserFromGetMe): User {
  return { id: bot.id, is_bot: true, first_name: bot.first_name, username: bot.username };
}
