import type { Chat, Message, MessageOrigin, Update, User } from '@grammyjs/types';
import { forwardedKeyboard } from '../text/markup.ts';
import { present } from '../world/present.ts';
import { isAdministrator, isMember, type Room, type Standing } from '../world/room.ts';
import { botUser, type World } from '../world/world.ts';

/** What a message says, without who sent it, where and when. */
export type Content = Partial<Omit<Message, 'message_id' | 'date' | 'chat' | 'from'>>;

/** Who sends: the bot itself, a person, or a person in the name of a chat. */
export type Author = { readonly user: User; readonly as?: Chat };

const SERVICE_USER: User = { id: 777_000, is_bot: false, first_name: 'Telegram' };
const ANONYMOUS_ADMINISTRATOR: User = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
};
const CHANNEL_SENDER: User = {
  id: 136_817_688,
  is_bot: true,
  first_name: 'Channel',
  username: 'Channel_Bot',
};

/** Posts a message, tells the bot if the bot may hear it, and forwards channel posts. */
export function post(world: World, room: Room, author: Author, content: Content): Message {
  const message: Message = {
    message_id: room.counter.next++,
    ...sender(room, author),
    chat: room.chat,
    date: world.seconds(),
    ...structuredClone(content),
  };
  const byBot = author.user.id === world.bot.id;
  const standing = newStanding(message, byBot);
  room.messages.set(message.message_id, standing);
  if (!byBot) announce(world, room, message);
  if (room.chat.type === 'channel') forwardToLinkedGroup(world, room, standing);
  return structuredClone(message);
}

/** Posts as the bot. */
export function postAsBot(world: World, room: Room, content: Content): Message {
  return post(world, room, { user: botUser(world.bot) }, content);
}

/** Tells the bot about an edit, if it may hear it. Nobody hears of edits to the bot's own posts. */
export function announceEdit(world: World, room: Room, standing: Standing): void {
  if (!standing.byBot) announce(world, room, structuredClone(standing.message), true);
}

/** The automatic forward of a channel post, and the group that it stands in. */
export function automaticForward(world: World, room: Room, standing: Standing) {
  if (room.linkedChatId === undefined || standing.forwardId === undefined) return undefined;
  const group = world.rooms.get(room.linkedChatId);
  const forward = group?.messages.get(standing.forwardId);
  return group === undefined || forward === undefined ? undefined : { group, forward };
}

/** Where a message first came from. */
function originOf(message: Message): MessageOrigin {
  if (message.forward_origin !== undefined) return message.forward_origin;
  const { chat, date, from, sender_chat } = message;
  if (chat.type === 'channel') {
    return present({
      type: 'channel' as const,
      date,
      chat,
      message_id: message.message_id,
      author_signature: message.author_signature,
    });
  }
  if (sender_chat !== undefined) return { type: 'chat', date, sender_chat };
  return { type: 'user', date, sender_user: from ?? SERVICE_USER };
}

/** What a forward of a message says: its content without its answers and thread. */
export function forwardedContent(message: Message): Content {
  const {
    message_id: _id,
    from: _from,
    sender_chat: _senderChat,
    chat: _chat,
    date: _date,
    edit_date: _editDate,
    reply_to_message: _reply,
    message_thread_id: _thread,
    is_topic_message: _topic,
    quote: _quote,
    reply_markup,
    is_automatic_forward: _automatic,
    author_signature: _signature,
    media_group_id: _group,
    ...content
  } = message;
  const kept = present({ reply_markup: forwardedKeyboard(reply_markup) });
  return { ...content, ...kept, forward_origin: originOf(message) };
}

function sender(room: Room, { user, as }: Author): Partial<Message> {
  if (room.chat.type === 'channel') return { sender_chat: room.chat };
  if (as === undefined) return { from: user };
  if (as.id === room.chat.id) return { from: ANONYMOUS_ADMINISTRATOR, sender_chat: as };
  return { from: CHANNEL_SENDER, sender_chat: as };
}

function newStanding(message: Message, byBot: boolean): Standing {
  return { message, byBot, history: [], reactions: new Map() };
}

function announce(world: World, room: Room, message: Message, isEdit = false): void {
  if (!botHears(world, room, message)) return;
  const kind = room.chat.type === 'channel' ? 'channel_post' : 'message';
  const field = isEdit ? (`edited_${kind}` as const) : kind;
  world.updates.add(field, message as NonNullable<Update[typeof field]>);
}

function forwardToLinkedGroup(world: World, room: Room, standing: Standing): void {
  const group = room.linkedChatId === undefined ? undefined : world.rooms.get(room.linkedChatId);
  if (group === undefined) return;
  const { message } = standing;
  const forward: Message = {
    message_id: group.counter.next++,
    from: SERVICE_USER,
    sender_chat: room.chat,
    chat: group.chat,
    date: world.seconds(),
    is_automatic_forward: true,
    ...structuredClone(forwardedContent(message)),
    ...(message.media_group_id === undefined
      ? {}
      : { media_group_id: `${message.media_group_id}0` }),
  };
  standing.forwardId = forward.message_id;
  group.messages.set(forward.message_id, newStanding(forward, false));
  announce(world, group, forward);
}

function botHears(world: World, room: Room, message: Message): boolean {
  if (room.chat.type === 'private') return !room.blocked;
  if (!isMember(room, world.bot.id)) return false;
  if (room.chat.type === 'channel') return true;
  if (
    SERVICE_FIELDS.some((field) => message[field] !== undefined) ||
    isAdministrator(room, world.bot.id)
  )
    return true;
  return world.bot.can_read_all_group_messages || isMeantForBot(world, message);
}

/** What Telegram itself says in a chat. */
const SERVICE_FIELDS = [
  'new_chat_members',
  'left_chat_member',
  'migrate_to_chat_id',
  'migrate_from_chat_id',
  'pinned_message',
  'forum_topic_created',
  'forum_topic_edited',
  'forum_topic_closed',
  'forum_topic_reopened',
] as const;

/** Privacy mode: commands that are not another bot's, answers to the bot, and its name. */
function isMeantForBot(world: World, message: Message): boolean {
  if (message.reply_to_message?.from?.id === world.bot.id) return true;
  const text = message.text ?? message.caption ?? '';
  const own = `@${world.bot.username.toLowerCase()}`;
  return (message.entities ?? message.caption_entities ?? []).some(({ type, offset, length }) => {
    const word = text.slice(offset, offset + length).toLowerCase();
    if (type === 'mention') return word === own;
    return type === 'bot_command' && offset === 0 && (!word.includes('@') || word.endsWith(own));
  });
}
