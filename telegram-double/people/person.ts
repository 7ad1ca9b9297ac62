import type { CallbackQuery, Chat, Message, ReactionType, User } from '@grammyjs/types';
import { removeMessage } from '../methods/deletions.ts';
import { applyEdit } from '../methods/edits.ts';
import { type MemberStatus, memberOf, setMember } from '../methods/membership.ts';
import { type Author, type Content, forwardedContent, post } from '../methods/posting.ts';
import { countReactions, emojiReaction } from '../methods/reactions.ts';
import { replyFields } from '../methods/replies.ts';
import type { CallbackAnswer } from '../world/callbacks.ts';
import { SECOND_MILLISECONDS } from '../world/clock.ts';
import { isAdministrator, isMember, type Room, type Standing } from '../world/room.ts';
import { botUser, type World } from '../world/world.ts';
import { dataOf } from './buttons.ts';
import { type AddedFields, type OtherContent, otherContent } from './otherContent.ts';
import { type SentMedia, sentMediaContent } from './sentMedia.ts';
import { contentWithText, type SentText, textContent } from './sentText.ts';
import { type MessageReference, topicFields, topicOfReply } from './topics.ts';

/** A chat, or its id. */
export type ChatReference = number | { readonly id: number };

/** How a message is sent, besides what it says. */
export type SendOptions = {
  readonly replyTo?: MessageReference;
  /** The part of the answered message that is quoted. */
  readonly quote?: string;
  /** Sends in the name of a channel, or of the group itself as an anonymous administrator does. */
  readonly as?: ChatReference;
  readonly threadId?: number;
  /** Where it is sent in a forum; General without it. */
  readonly topic?: MessageReference;
  /** What the client adds: that another bot's words were sent, for one. */
  readonly added?: AddedFields;
};

const CALLBACK_LIFETIME_MILLISECONDS = 150 * SECOND_MILLISECONDS;

/** Somebody who uses Telegram. */
export class Person {
  readonly user: User;
  readonly #world: World;

  constructor(world: World, user: User) {
    this.#world = world;
    this.user = user;
  }

  get id(): number {
    return this.user.id;
  }

  /** The private chat with the bot. */
  get chat(): Chat {
    return this.#world.room(this.id).chat;
  }

  /** Presses Start in the private chat. */
  async starts(payload?: string): Promise<Message> {
    return this.sends(this.id, payload === undefined ? '/start' : `/start ${payload}`);
  }

  /** Sends a text. */
  async sends(
    chat: ChatReference,
    text: string | SentText,
    options?: SendOptions,
  ): Promise<Message> {
    return this.#post(chat, textContent(text), options);
  }

  /** Answers a message in its chat. */
  async replies(to: MessageReference, text: string | SentText, quote?: string): Promise<Message> {
    const options = quote === undefined ? { replyTo: to } : { replyTo: to, quote };
    return this.sends(to.chat, text, options);
  }

  /** Sends a photo, a video, a document or another file. */
  async sendsMedia(chat: ChatReference, media: SentMedia, options?: SendOptions): Promise<Message> {
    return this.#post(chat, await sentMediaContent(this.#world.files, media), options);
  }

  /** Sends a contact, a place, a poll, a sticker or another thing that is neither text nor a file. */
  async sendsOther(
    chat: ChatReference,
    content: OtherContent,
    options?: SendOptions,
  ): Promise<Message> {
    return this.#post(chat, otherContent(content), options);
  }

  /** Moves on with a live location. */
  async moves(message: MessageReference, latitude: number, longitude: number): Promise<Message> {
    const standing = this.#standing(message);
    const { location } = standing.message;
    if (location?.live_period === undefined) throw new Error('that location is not live');
    const content = { location: { ...location, latitude, longitude } };
    return applyEdit(this.#world, this.#room(message.chat), standing, content);
  }

  /** Keeps a file on Telegram's side, for a message that names it. */
  uploads(bytes: Uint8Array, name: string): { file_id: string; file_unique_id: string } {
    const file = { kind: 'document', bytes, size: bytes.length, name } as const;
    const { id, uniqueId } = this.#world.files.add(file);
    return { file_id: id, file_unique_id: uniqueId };
  }

  /** Sends a photo: bytes, or a plain picture of the given size. */
  sendsPhoto(
    chat: ChatReference,
    photo: Omit<SentMedia, 'kind'> = {},
    options?: SendOptions,
  ): Promise<Message> {
    return this.sendsMedia(chat, { ...photo, kind: 'photo' }, options);
  }

  /** Sends several items as one album: each is a message of its own, and nothing comes between them. */
  async sendsAlbum(
    chat: ChatReference,
    items: readonly SentMedia[],
    options?: SendOptions,
  ): Promise<Message[]> {
    const media_group_id = this.#world.newMediaGroupId();
    const contents: Content[] = [];
    for (const item of items)
      contents.push(await sentMediaContent(this.#world.files, { media_group_id, ...item }));
    return contents.map((content) => this.#post(chat, content, options));
  }

  /** Forwards a message to another chat. */
  async forwards(message: MessageReference, chat: ChatReference): Promise<Message> {
    return this.#post(chat, forwardedContent(this.#standing(message).message));
  }

  /** Forwards the messages of an album together, so that they arrive as an album. */
  async forwardsAlbum(
    messages: readonly MessageReference[],
    chat: ChatReference,
  ): Promise<Message[]> {
    const media_group_id = this.#world.newMediaGroupId();
    return messages.map((message) => {
      const content = forwardedContent(this.#standing(message).message);
      return this.#post(chat, { ...content, media_group_id });
    });
  }

  /** Edits the text of a message, or the caption of media. */
  async edits(message: MessageReference, text: string | SentText): Promise<Message> {
    const standing = this.#standing(message);
    const { reply_markup, ...content } = contentWithText(standing.message, text);
    const kept = reply_markup === undefined ? content : { ...content, reply_markup };
    return applyEdit(this.#world, this.#room(message.chat), standing, kept);
  }

  /** Deletes a message by hand. The bot is not told. */
  deletes(message: MessageReference): void {
    removeMessage(this.#world, this.#room(message.chat), this.#standing(message));
  }

  /** Presses an inline button, found by its words or its data; returns the query's id. */
  async presses(message: MessageReference, button: string): Promise<string> {
    const standing = this.#standing(message);
    const query = this.#query(standing.message, dataOf(standing.message, button));
    this.#world.updates.add('callback_query', query, CALLBACK_LIFETIME_MILLISECONDS);
    return query.id;
  }

  /** What the bot answered to a pressed button, if it did. */
  answerTo(queryId: string): CallbackAnswer | undefined {
    return this.#world.callbacks.answerTo(queryId);
  }

  /** Reacts with an emoji, or takes the reaction back. */
  async reacts(message: MessageReference, emoji?: string): Promise<void> {
    const room = this.#room(message.chat);
    const { reactions } = this.#standing(message);
    const old_reaction = reactions.get(this.id) ?? [];
    const new_reaction: ReactionType[] = emoji === undefined ? [] : [emojiReaction(emoji)];
    reactions.set(this.id, new_reaction);
    if (room.chat.type !== 'private' && !isAdministrator(room, this.#world.bot.id)) return;
    const where = { chat: room.chat, message_id: message.message_id, date: this.#world.seconds() };
    if (room.chat.type === 'channel') {
      this.#world.updates.add('message_reaction_count', {
        ...where,
        reactions: countReactions(reactions),
      });
    } else {
      this.#world.updates.add('message_reaction', {
        ...where,
        user: this.user,
        old_reaction,
        new_reaction,
      });
    }
  }

  /** Joins a chat. */
  joins(chat: ChatReference): void {
    setMember(this.#world, this.#room(chat), memberOf(this.user, 'member'), this.user);
  }

  /** Makes the bot a member or an administrator of a chat. */
  addsBot(chat: ChatReference, status: MemberStatus = 'member'): void {
    const bot = botUser(this.#world.bot);
    const room = this.#room(chat);
    const wasMember = isMember(room, bot.id);
    setMember(this.#world, room, memberOf(bot, status), this.user);
    if (wasMember || room.chat.type === 'channel') return;
    post(this.#world, room, this.#author(), { new_chat_members: [bot] });
  }

  /** Blocks the bot. */
  blocks(): void {
    const room = this.#world.room(this.id);
    room.blocked = true;
    setMember(this.#world, room, memberOf(botUser(this.#world.bot), 'kicked'), this.user);
  }

  /** Takes that back. */
  unblocks(): void {
    const room = this.#world.room(this.id);
    room.blocked = false;
    setMember(this.#world, room, memberOf(botUser(this.#world.bot), 'member'), this.user);
  }

  #post(chat: ChatReference, content: Content, options: SendOptions = {}): Message {
    const room = this.#room(chat);
    if (room.chat.type === 'private') room.started = true;
    this.#refuseStranger(room);
    const { added = {}, replyTo, threadId, topic } = options;
    const answered = replyTo && this.#standing(replyTo);
    const topicId = topicOfReply(topic, answered);
    return post(this.#world, room, this.#author(options.as), {
      ...content,
      ...added,
      ...(topicId !== undefined && topicFields(room, topicId, this.id)),
      ...(answered && replyFields(room, answered.message, options.quote)),
      ...(threadId !== undefined && { message_thread_id: threadId }),
    });
  }

  #refuseStranger(room: Room): void {
    if (room.chat.type === 'private' && room.chat.id !== this.id) {
      throw new Error(`${this.user.first_name} cannot write in the private chat ${room.chat.id}`);
    }
    if (room.blocked) throw new Error(`${this.user.first_name} has blocked the bot`);
    if (room.chat.type === 'channel' && !isAdministrator(room, this.id)) {
      throw new Error(`${this.user.first_name} is no administrator of ${room.chat.title}`);
    }
  }

  #author(as?: ChatReference): Author {
    return as === undefined ? { user: this.user } : { user: this.user, as: this.#room(as).chat };
  }

  #room(chat: ChatReference): Room {
    return this.#world.room(typeof chat === 'number' ? chat : chat.id);
  }

  #standing(message: MessageReference): Standing {
    const standing = this.#room(message.chat).messages.get(message.message_id);
    if (standing !== undefined) return standing;
    throw new Error(`there is no message ${message.message_id} in chat ${message.chat.id}`);
  }

  #query(message: Message, data: string): CallbackQuery {
    const id = this.#world.callbacks.open();
    return { id, from: this.user, message, chat_instance: String(message.chat.id), data };
  }
}
