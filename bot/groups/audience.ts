import type { Chat, MessageReactionUpdated, Update } from 'grammy/types';
import type { BotConfig } from '../base/config.ts';
import { botIdIn } from '../base/token.ts';
import { isFromOwner } from '../message/owner.ts';
import type { Channel } from '../outbox/channel.ts';
import type { GroupStore } from './groupStore.ts';

/** A chat that is none of the bot's business, and whether the owner just brought the bot there. */
export interface ForeignChat {
  readonly chat: Chat;
  readonly isByOwner: boolean;
}

/** To whom the bot listens: the owner in private, the listed groups, and the group where the channel is discussed. */
export class Audience {
  readonly #ownerId: number;
  readonly #botId: number;
  readonly #channelId: number | undefined;
  readonly #store: GroupStore;
  readonly #listed: Set<number>;
  #discussionId: number | undefined;

  constructor(
    { ownerId, token, groups }: Pick<BotConfig, 'ownerId' | 'token' | 'groups'>,
    channel: Channel | undefined,
    store: GroupStore,
  ) {
    this.#ownerId = ownerId;
    this.#botId = botIdIn(token);
    this.#channelId = channel?.id;
    this.#discussionId = channel?.linkedGroupId;
    this.#store = store;
    this.#listed = new Set(groups);
    for (const [from, to] of store.adoptions()) if (this.#listed.has(from)) this.#listed.add(to);
  }

  /** Whether a chat is one of TELEGRAM_GROUPS, or what one of them has become. */
  isListed(chatId: number): boolean {
    return this.#listed.has(chatId);
  }

  /** Listed groups that are no supergroups: only those can become one. */
  basicGroups(): number[] {
    return [...this.#listed].filter((id) => id > -1_000_000_000_000);
  }

  /** Whether the channel's posts are discussed in a chat. */
  isDiscussion(chatId: number): boolean {
    return chatId === this.#discussionId;
  }

  /** The channel is discussed in another group since. */
  discussedIn(chatId: number | undefined): void {
    this.#discussionId = chatId;
  }

  /** A listed group goes on as a supergroup. */
  adopt(oldId: number, newId: number): void {
    this.#store.adopt(oldId, newId);
    this.#listed.add(newId);
  }

  /**
   * Whether an update is worth storing. A group's new id is learned here, before the rest of a batch is looked at: all
   * that follows comes from there.
   */
  concerns(update: Update): boolean {
    if (isFromOwner(update, this.#ownerId)) return true;
    const message = update.message ?? update.edited_message;
    if (message) {
      const { id } = message.chat;
      const { migrate_to_chat_id: to, migrate_from_chat_id: from } = message;
      if (to !== undefined && this.isListed(id)) this.adopt(id, to);
      if (from !== undefined && this.isListed(from)) this.adopt(from, id);
      // What only its sender and the bot can see has no id, and is nothing that was said in the group.
      if (message.message_id <= 0) return false;
      return this.isListed(id) || (this.isDiscussion(id) && id < 0);
    }
    const post = update.channel_post ?? update.edited_channel_post;
    if (post) return post.chat.id === this.#channelId;
    const reaction = update.message_reaction;
    return reaction !== undefined && this.isListed(reaction.chat.id) && isPick(reaction);
  }

  /** The foreign chat that an update tells of, if it does. */
  foreignChat(update: Update): ForeignChat | undefined {
    const change = update.my_chat_member;
    if (change) {
      if (['left', 'kicked'].includes(change.new_chat_member.status)) return undefined;
      return this.#foreign(change.chat, change.from.id === this.#ownerId);
    }
    const message = update.message ?? update.edited_message ?? update.channel_post;
    const chat = message?.chat ?? update.message_reaction?.chat;
    const isAdded =
      message?.new_chat_members?.some(({ id }) => id === this.#botId) === true &&
      !message.sender_chat;
    return chat && this.#foreign(chat, isAdded && message.from?.id === this.#ownerId);
  }

  #foreign(chat: Chat, isByOwner: boolean): ForeignChat | undefined {
    switch (chat.type) {
      case 'private':
        return undefined;
      // While the owner sets the channel up, its id may not be in the settings yet.
      case 'channel':
        return chat.id === this.#channelId || this.#channelId === undefined || isByOwner
          ? undefined
          : { chat, isByOwner };
      case 'group':
      case 'supergroup':
        // Direct messages to a channel are a part of it, and cannot be left.
        if (chat.is_direct_messages) return undefined;
        return this.isListed(chat.id) || this.isDiscussion(chat.id)
          ? undefined
          : { chat, isByOwner };
      default:
        chat satisfies never;
        // A kind that Telegram has learned since: what cannot be judged is passed over.
        return undefined;
    }
  }
}

/** Whether somebody who can be told apart has just put a ✍ under a message. */
export function isPick({ user, actor_chat, old_reaction, new_reaction }: MessageReactionUpdated) {
  if (!user || user.is_bot || actor_chat) return false;
  const writes = (reactions: MessageReactionUpdated['new_reaction']) =>
    reactions.some((one) => one.type === 'emoji' && one.emoji.replace('\uFE0F', '') === '✍');
  return writes(new_reaction) && !writes(old_reaction);
}
