import type { Message, MessageOrigin } from '@grammyjs/types';
import type { StandingMessage } from '../../telegram-double/index.ts';
import type { Mark } from '../text/typed.ts';
import { typedText } from '../text/typing.ts';
import type { Cast } from './cast.ts';
import type { AuthorView, ButtonView, ChatName, ChatView, MediaView, MessageView } from './view.ts';

const abouts: Readonly<Record<ChatName, string>> = {
  bot: 'bot',
  group: 'Nell, Cátia, Piet',
  channel: 'channel',
  comments: 'discussion of the channel',
};

const titles: Readonly<Record<ChatName, string>> = {
  bot: 'Scrollback',
  group: 'Kitchen',
  channel: 'Second Drawer Down',
  comments: 'Comments',
};

/** All chats as the page shows them. `isBusy` tells in which the bot is at work. */
export function chatViews(cast: Cast, isBusy: (name: ChatName) => boolean): ChatView[] {
  const names = Object.keys(cast.chats) as ChatName[];
  return names.map((name) => {
    const chat = cast.chats[name];
    return {
      name,
      title: titles[name],
      about: abouts[name],
      messages: cast.api.messages(chat).map((one) => messageView(one, name, cast)),
      speakers: speakersOf(name, cast),
      commands: cast.api.records.menu(chat, cast.owner).map((one) => ({ ...one })),
      isTyping: isBusy(name),
    };
  });
}

function speakersOf(name: ChatName, { owner, members }: Cast): ChatView['speakers'] {
  const all = name === 'group' || name === 'comments' ? members : [owner];
  return all.map(({ id, user }) => ({ id, name: id === owner.id ? 'You' : user.first_name }));
}

function messageView(standing: StandingMessage, chat: ChatName, cast: Cast): MessageView {
  const { id, message, text, entities, byBot } = standing;
  const author = authorOf(message, cast);
  const isPost = message.is_automatic_forward === true;
  const marks = entities as MessageView['entities'];
  return {
    id,
    author,
    date: message.date,
    isEdited: message.edit_date !== undefined,
    text,
    entities: marks,
    ...(mayEdit(standing, chat, cast) && { typed: typedText({ text, entities: marks }) }),
    ...mediaOf(standing, cast),
    ...(message.media_group_id !== undefined && { album: message.media_group_id }),
    ...answersOf(message, cast),
    ...forwardedFrom(message, isPost),
    isPost,
    buttons: buttonsOf(message),
    reactions: countedReactions(standing.reactions),
    mayDelete: !isPost && (chat === 'bot' || chat === 'channel' || !byBot),
  };
}

/** Telegram lets people change what they wrote, and forward nothing else than it was. */
function mayEdit({ message, byBot }: StandingMessage, chat: ChatName, { owner }: Cast): boolean {
  if (byBot || message.forward_origin || message.is_automatic_forward) return false;
  return chat === 'channel' || message.from !== undefined || owner.id === message.chat.id;
}

/** Who sent a message, as its chat says. */
function authorOf(
  message: Pick<Message, 'from' | 'sender_chat'>,
  { api, owner }: Cast,
): AuthorView {
  const { from, sender_chat: chat } = message;
  if (chat) return { id: chat.id, name: chat.title ?? '', kind: 'channel' };
  if (!from) return { id: 0, name: '', kind: 'channel' };
  if (from.id === api.bot.id) return { id: from.id, name: from.first_name, kind: 'bot' };
  const kind = from.id === owner.id ? 'you' : 'person';
  return { id: from.id, name: from.first_name, kind };
}

function mediaOf({ message, media }: StandingMessage, { api }: Cast): { media?: MediaView } {
  if (!media) return {};
  const shown = message.photo?.find(({ width, height }) => Math.max(width, height) >= 800);
  const fileId = shown?.file_id ?? media.fileId;
  const { width = 0, height = 0 } = api.records.file(fileId) ?? {};
  const address = `/_demo/media/${fileId}`;
  const { kind, size, fileName = kind } = media;
  const isHidden = message.has_media_spoiler === true;
  return { media: { kind, size, name: fileName, address, width, height, isHidden } };
}

function answersOf({ reply_to_message: to }: Message, cast: Cast): Pick<MessageView, 'answers'> {
  if (!to) return {};
  const hidden = (to.entities ?? to.caption_entities ?? []).filter(
    ({ type }) => type === 'spoiler',
  );
  const said = to.text ?? to.caption ?? (to.photo ? 'Photo' : 'File');
  const words = hidden.reduce(veiled, said);
  return {
    answers: { id: to.message_id, name: authorOf(to, cast).name, words: words.slice(0, 200) },
  };
}

/** What is hidden stays so where it is quoted. */
function veiled(words: string, { offset, length }: Pick<Mark, 'offset' | 'length'>): string {
  return words.slice(0, offset) + '▒'.repeat(length) + words.slice(offset + length);
}

function forwardedFrom(
  { forward_origin: origin }: Message,
  isPost: boolean,
): Pick<MessageView, 'forwardedFrom'> {
  return origin && !isPost ? { forwardedFrom: nameOf(origin) } : {};
}

function nameOf(origin: MessageOrigin): string {
  switch (origin.type) {
    case 'user':
      return origin.sender_user.first_name;
    case 'hidden_user':
      return origin.sender_user_name;
    case 'chat':
      return origin.sender_chat.title ?? '';
    case 'channel':
      return origin.chat.title;
  }
}

function buttonsOf({ reply_markup: markup }: Message): ButtonView[][] {
  const rows = markup?.inline_keyboard ?? [];
  return rows.map((row) =>
    row.map((button) =>
      'url' in button ? { words: button.text, address: button.url } : { words: button.text },
    ),
  );
}

function countedReactions(reactions: readonly string[]): MessageView['reactions'] {
  const counted = Map.groupBy(reactions, (emoji) => emoji);
  return [...counted].map(([emoji, all]) => ({ emoji, count: all.length }));
}
