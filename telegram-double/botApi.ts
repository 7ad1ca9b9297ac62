import type { Chat, ChatMemberAdministrator, Update, User, UserFromGetMe } from '@grammyjs/types';
import { type Call, type CallListener, CallLog } from './http/callLog.ts';
import { type Fault, type FaultOrder, Faults } from './http/faults.ts';
import { BotApiServer, type ExtraRoute } from './http/server.ts';
import type { ChannelRight } from './methods/access.ts';
import { privateChat } from './methods/chats.ts';
import type { ImplementedMethod } from './methods/handlers.ts';
import { type MemberStatus, memberOf } from './methods/membership.ts';
import { post } from './methods/posting.ts';
import { type ChatReference, Person } from './people/person.ts';
import { Records } from './people/records.ts';
import { type StandingMessage, standingMessages } from './people/standingMessage.ts';
import { Forum } from './people/topics.ts';
import type { Clock } from './world/clock.ts';
import { present } from './world/present.ts';
import type { Rates } from './world/rateLimit.ts';
import type { Room } from './world/room.ts';
import { botUser, newBot, World } from './world/world.ts';

export const DEFAULT_TOKEN = '123456:TEST-token_of_the_double';

export type BotApiOptions = {
  readonly token?: string;
  readonly bot?: Partial<UserFromGetMe>;
  /** Milliseconds since 1970. Default: `Date.now`. */
  readonly now?: Clock;
  /** Default: any free port. */
  readonly port?: number;
  /** Default: no limits. */
  readonly rates?: Rates;
  /** Serves more paths than the Bot API's. */
  readonly extraRoute?: (api: BotApi) => ExtraRoute;
};

export type NewUser = Partial<User> & {
  readonly id: number;
  /** Whether the person ever wrote to the bot. Default: true. */
  readonly started?: boolean;
};

/** How a chat begins. Nobody is told of it. */
export type NewChat = {
  readonly id?: number;
  readonly title?: string;
  readonly username?: string;
  readonly owner?: Person;
  readonly members?: readonly Person[];
  /** What the bot is there; `left` if it is not in the chat. */
  readonly bot?: MemberStatus;
};

/** Starts a Bot API on the loopback interface. */
export async function startBotApi(options: BotApiOptions = {}): Promise<BotApi> {
  const api = new BotApi(options);
  await api.listen(options.port ?? 0);
  return api;
}

/** A running double: the bot talks to `root`, the test acts as the people. */
export class BotApi {
  readonly token: string;
  readonly bot: UserFromGetMe;
  readonly records: Records;
  readonly #world: World;
  readonly #faults = new Faults();
  readonly #log = new CallLog();
  readonly #server: BotApiServer;
  #root = '';

  constructor(options: BotApiOptions) {
    this.token = options.token ?? DEFAULT_TOKEN;
    this.bot = newBot(this.token, options.bot);
    this.#world = new World(this.bot, options.now ?? Date.now, options.rates ?? {});
    this.records = new Records(this.#world);
    this.#server = new BotApiServer(
      present({
        token: this.token,
        world: this.#world,
        faults: this.#faults,
        log: this.#log,
        extraRoute: options.extraRoute?.(this),
      }),
    );
  }

  /** The URL for `TELEGRAM_API_ROOT`. */
  get root(): string {
    return this.#root;
  }

  /** Begins to listen; `startBotApi` does it. */
  async listen(port: number): Promise<void> {
    this.#root = await this.#server.listen(port);
  }

  /** Ends every connection and delivery. */
  async stop(): Promise<void> {
    this.#world.webhook.stop();
    await this.#server.close();
  }

  /** Adds a person. */
  user({ started = true, ...fields }: NewUser): Person {
    const user: User = { is_bot: false, first_name: `User ${fields.id}`, ...fields };
    this.#world.users.set(user.id, user);
    const room = this.#world.addRoom(privateChat(user));
    room.started = started;
    room.members.set(this.bot.id, memberOf(botUser(this.bot), 'member'));
    return new Person(this.#world, user);
  }

  /** Adds a channel, in which the bot is an administrator, with or without a discussion group. */
  channel(channel: NewChat & { readonly linkedGroup?: ChatReference } = {}): Chat.ChannelChat {
    const { id = this.#world.newChannelId(), title = 'Channel', username, linkedGroup } = channel;
    const chat = present({ id, type: 'channel' as const, title, username });
    const room = this.#addRoom(chat, channel, 'administrator');
    if (linkedGroup !== undefined) this.links(room.chat, linkedGroup);
    return chat;
  }

  /** Makes a supergroup the discussion group of a channel. */
  links(channel: ChatReference, group: ChatReference): void {
    const [room, discussion] = [this.#room(channel), this.#room(group)];
    room.linkedChatId = discussion.chat.id;
    discussion.linkedChatId = room.chat.id;
  }

  /** Adds a supergroup, in which the bot is a member. */
  supergroup(group: NewChat = {}): Chat.SupergroupChat {
    const { id = this.#world.newChannelId(), title = 'Supergroup', username } = group;
    const chat = present({ id, type: 'supergroup' as const, title, username });
    this.#addRoom(chat, group, 'member');
    return chat;
  }

  /** Adds a supergroup with topics, or gives topics to the one with an id. */
  forum(group: NewChat | number = {}): Forum {
    const room = this.#room(typeof group === 'number' ? group : this.supergroup(group));
    Object.assign(room.chat, { is_forum: true });
    return new Forum(this.#world, room);
  }

  /** Adds a basic group, in which the bot is a member. */
  group(group: Omit<NewChat, 'username'> = {}): Chat.GroupChat {
    const { id = this.#world.newGroupId(), title = 'Group' } = group;
    const chat: Chat.GroupChat = { id, type: 'group', title };
    this.#addRoom(chat, group, 'member');
    return chat;
  }

  /** Turns a basic group into a supergroup. */
  migrates(group: ChatReference): Chat.SupergroupChat {
    const old = this.#room(group);
    if (old.chat.type !== 'group') throw new Error(`chat ${old.chat.id} is no basic group`);
    const chat: Chat.SupergroupChat = {
      id: this.#world.newChannelId(),
      type: 'supergroup',
      title: old.chat.title,
    };
    const room = this.#world.addRoom(chat);
    for (const [id, member] of old.members) room.members.set(id, member);
    const by = [...old.members.values()].find(({ status }) => status === 'creator')?.user;
    const author = { user: by ?? SOMEBODY };
    post(this.#world, old, author, { migrate_to_chat_id: chat.id });
    post(this.#world, room, author, { migrate_from_chat_id: old.chat.id });
    old.migratedTo = chat.id;
    return chat;
  }

  /** The person with an id. */
  person(id: number): Person {
    const user = this.#world.users.get(id);
    if (user === undefined) throw new Error(`no person ${id}; make it with the double first`);
    return new Person(this.#world, user);
  }

  /** The chat with an id or a public name. */
  chat(idOrName: number | string): Chat {
    const room =
      typeof idOrName === 'number' ? this.#world.room(idOrName) : this.#world.roomNamed(idOrName);
    if (room === undefined) throw new Error(`no chat ${idOrName}; make it with the double first`);
    return room.chat;
  }

  /** What stands in a chat now, oldest first. */
  messages(chat: ChatReference): StandingMessage[] {
    return standingMessages(this.#room(chat), this.#world.files);
  }

  /** The messages in a chat that the bot sent. */
  botMessages(chat: ChatReference): StandingMessage[] {
    return standingMessages(this.#room(chat), this.#world.files, ({ byBot }) => byBot);
  }

  /** Whether the bot is in a chat. */
  botStatus(chat: ChatReference): MemberStatus {
    return this.#room(chat).members.get(this.bot.id)?.status ?? 'left';
  }

  /** Takes rights from the bot in a chat of which it is an administrator, or gives them. Nobody is told of it. */
  setBotRights(
    chat: ChatReference,
    rights: Partial<Pick<ChatMemberAdministrator, ChannelRight>>,
  ): void {
    const room = this.#room(chat);
    const member = room.members.get(this.bot.id);
    if (member?.status !== 'administrator') throw new Error('the bot is no administrator there');
    room.members.set(this.bot.id, { ...member, ...rights });
  }

  /** Requests of the bot in the order of arrival: all, or those of one method. */
  calls(method?: ImplementedMethod | 'download'): readonly Call[] {
    return this.#log.all(method);
  }

  /** Forgets the logged calls. */
  clearCalls(): void {
    this.#log.clear();
  }

  /** The next call of a method to end from now on; fails when none does in time. */
  nextCall(
    method: ImplementedMethod | 'download',
    match?: (call: Call) => boolean,
    timeoutMilliseconds?: number,
  ): Promise<Call> {
    return this.#log.next(method, match, timeoutMilliseconds);
  }

  /** Tells a listener of each call that ends; returns how to stop that. */
  onCall(listener: CallListener): () => void {
    return this.#log.onEnded(listener);
  }

  /** Makes calls fail. */
  fault(order: FaultOrder): Fault {
    return this.#faults.add(order);
  }

  /** Ends all faults. */
  clearFaults(): void {
    this.#faults.clear();
  }

  /** Every update that there ever was, confirmed or not, oldest first. */
  updates(): Update[] {
    return this.#world.updates.all();
  }

  /** Updates that the bot has not confirmed. */
  pendingUpdates(): Update[] {
    return this.#world.updates.peek();
  }

  /** Delivers an update once more, whatever the offset is. */
  repeatUpdate(updateId: number): void {
    this.#world.updates.repeat(updateId);
  }

  /** Delivers no updates until `releaseUpdates`. */
  holdUpdates(): void {
    this.#world.updates.hold();
  }

  /**
   * Delivers the held updates, in another order if one is given. They are numbered in the order of
   * delivery, as long polling does; with `keepIds` they keep theirs, as parallel webhook requests do.
   */
  releaseUpdates(reorder?: (pending: Update[]) => Update[], keepIds = false): void {
    this.#world.updates.release(reorder, keepIds);
  }

  /** Gives the next update another id, lower or higher, as after a week without updates. */
  jumpUpdateIdTo(updateId: number): void {
    this.#world.updates.jumpTo(updateId);
  }

  #addRoom(chat: Chat, { owner, members = [], bot }: NewChat, usual: MemberStatus): Room {
    const room = this.#world.addRoom(chat);
    const join = (user: User, status: MemberStatus) =>
      room.members.set(user.id, memberOf(user, status));
    for (const { user } of members) join(user, 'member');
    if (owner !== undefined) join(owner.user, 'creator');
    join(botUser(this.bot), bot ?? usual);
    return room;
  }

  #room(chat: ChatReference): Room {
    return this.#world.room(typeof chat === 'number' ? chat : chat.id);
  }
}

const SOMEBODY: User = { id: 1, is_bot: false, first_name: 'Somebody' };
