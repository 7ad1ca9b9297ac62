import type { BotCommand, Chat, ReactionTypeEmoji, User, UserFromGetMe } from '@grammyjs/types';
import { Callbacks } from './callbacks.ts';
import { type Clock, unixSeconds } from './clock.ts';
import { FileStore, type SavedFiles } from './files.ts';
import { LongPoll } from './longPoll.ts';
import { RateLimit, type Rates } from './rateLimit.ts';
import { type Counter, newRoom, type Room } from './room.ts';
import { type SavedUpdates, UpdateQueue } from './updateQueue.ts';
import { Webhook } from './webhook.ts';

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
  readonly files = new FileStore();
  readonly updates: UpdateQueue;
  readonly longPoll: LongPoll;
  readonly webhook: Webhook;
  readonly callbacks: Callbacks;
  readonly rateLimit: RateLimit;
  #sharedCounter: Counter = { next: 1 };
  #nextGroupId = 4_000_001;
  #nextChannelId = 2_000_000_001;
  #nextMediaGroupId = 13_500_000_000_000_001n;

  constructor(bot: UserFromGetMe, now: Clock, rates: Rates) {
    this.bot = bot;
    this.now = now;
    this.updates = new UpdateQueue(now);
    this.longPoll = new LongPoll(this.updates);
    this.webhook = new Webhook(this.updates, now);
    this.callbacks = new Callbacks(now);
    this.rateLimit = new RateLimit(now, rates);
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

/** The bot that a token belongs to. */
export function newBot(token: string, fields: Partial<UserFromGetMe> = {}): UserFromGetMe {
  return {
    id: Number.parseInt(token, 10),
    is_bot: true,
    first_name: 'Scrollback',
    username: 'scrollback_test_bot',
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
    ...fields,
  };
}
