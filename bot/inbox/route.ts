import type { Message, Update } from 'grammy/types';

/**
 * Who is dealt with first. `trusted` is what the owner does, what the channel posts and what Telegram says, in the order
 * in which it came. Members come after that, each within a limit.
 */
export const lanes = { trusted: 0, members: 1 } as const;

/** What the inbox has to know of an update without looking into it again. */
export interface Route {
  readonly lane: (typeof lanes)[keyof typeof lanes];
  readonly chatId: number | undefined;
  /** Of a message or an edit. */
  readonly messageId: number | undefined;
  /** Whose limit it counts for; undefined for the owner, the channel and Telegram. */
  readonly senderId: number | undefined;
  readonly isEdit: boolean;
  /** Whether it changes nothing, so that it need not wait for what came before it. */
  readonly isFree: boolean;
}

const freeCommands = /^\/(?:status|help|retry|drafts|find|show|start)(?:@\w+)?(?:\s|$)/i;

/**
 * How an update is queued.
 *
 * @throws {TypeError} where what should be an id is none that a database gives back as it was.
 */
export function routeOf(update: Update, ownerId: number): Route {
  const route = wayOf(update, ownerId);
  for (const id of [update.update_id, route.chatId, route.messageId, route.senderId])
    if (id !== undefined && !Number.isSafeInteger(id)) throw new TypeError(`${id} is no id`);
  return route;
}

function wayOf(update: Update, ownerId: number): Route {
  const message = update.message ?? update.edited_message;
  if (message) return routeOfMessage(message, update.edited_message !== undefined, ownerId);
  const { message_reaction: reaction, callback_query: query } = update;
  const post = update.channel_post ?? update.edited_channel_post;
  const base = { messageId: undefined, isEdit: false, isFree: false };
  if (reaction) {
    const by = reaction.actor_chat?.id ?? reaction.user?.id ?? reaction.chat.id;
    return { ...base, ...ranked(by === ownerId, by), chatId: reaction.chat.id };
  }
  const chatId = query?.message?.chat.id ?? post?.chat.id;
  return { ...base, lane: lanes.trusted, chatId, senderId: undefined };
}

/** Whether an update shows that somebody may be written to in private: nobody writes to a bot that is blocked. */
export function letsWrite({ message, my_chat_member: change }: Update, userId: number): boolean {
  const { chat, new_chat_member: bot } = change ?? {};
  return message?.chat.id === userId || (chat?.id === userId && bot?.status === 'member');
}

function routeOfMessage(message: Message, isEdit: boolean, ownerId: number): Route {
  const { chat, from, sender_chat } = message;
  const base = { chatId: chat.id, messageId: message.message_id, isEdit };
  if (chat.type === 'private') {
    const isFree = !isEdit && freeCommands.test(message.text ?? '');
    return { ...base, lane: lanes.trusted, senderId: undefined, isFree };
  }
  const by = sender_chat?.id ?? from?.id ?? chat.id;
  return { ...base, ...ranked(by === ownerId || isOfTelegram(message), by), isFree: false };
}

function isOfTelegram(message: Message): boolean {
  return (
    message.is_automatic_forward === true ||
    message.migrate_to_chat_id !== undefined ||
    message.migrate_from_chat_id !== undefined
  );
}

function ranked(isTrusted: boolean, by: number): Pick<Route, 'lane' | 'senderId'> {
  return isTrusted
    ? { lane: lanes.trusted, senderId: undefined }
    : { lane: lanes.members, senderId: by };
}
