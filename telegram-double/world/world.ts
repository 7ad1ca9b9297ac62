import type { BotCommand, Chat, ReactionTypeEmoji, User, UserFromGetMe } from '@grammyjs/types';
import type { Callbacks } from './callbacks.ts';
import { type Clock, unixSeconds } from './clock.ts';
import type { FileStore, SavedFiles } from './files.ts';
import type { LongPoll } from './longPoll.ts';
import type { RateLimit } from './rateLimit.ts';
import { type Counter, newRoom, type Room } from './room.ts';
import type { SavedUpdates, UpdateQueue } from './updateQueue.ts';
import type { Webhook } from './webhook.ts';

export type Emoji = ReactionTypeEmoji['emoji'];

/** A world as it can be kept: what stands in it, without what is under way. */
export type SavedWorld = {
  readonly users: ReadonlyMap<number, User>;
  readonly rooms: ReadonlyMap<number, Room>;
  readonly commands: ReadonlyMap<string, BotCommand[]>;
  readonly files: SavedFiles;
  readonly updates: SavedUpdates;
  readonly counter: Counter;
  readonly next: { readonly group: number; readonly channel: number; readonly album: bigint };
};

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
  #sharedCounter: Counter = { next: 1 };
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

  /** What stands in this world. */
  saved(): SavedWorld {
    return {
      users: this.users,
      rooms: this.rooms,
      commands: this.commands,
      files: this.files.saved(),
      updates: this.updates.saved(),
      counter: this.#sharedCounter,
      next: {
        group: this.#nextGroupId,
        channel: this.#nextChannelId,
        album: this.#nextMediaGroupId,
      },
    };
  }

  /** Goes on where another world ended. */
  restore({ users, rooms, commands, files, updates, counter, next }: SavedWorld): void {
    for (const [id, user] of users) this.users.set(id, user);
    for (const [id, room] of rooms) this.rooms.set(id, room);
    for (const [scope, list] of commands) this.commands.set(scope, list);
    this.files.restore(files);
    this.updates.restore(updates);
    this.#sharedCounter = counter;
    this.#nextGroupId = next.group;
    this.#nextChannelId = next.channel;
    this.#nextMediaGroupId = next.album;
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
