import type { MessageEntity } from '@grammyjs/types';
import type { Person, SentMedia, SentText } from '../../telegram-double/index.ts';
import { markedText } from '../text/typed.ts';
import type { Cast } from './cast.ts';
import type { Uploads } from './uploads.ts';
import type { ChatName } from './view.ts';
import type { ChatWish } from './wishes.ts';

/** Does in a chat what the page asks for. @throws what Telegram's own client would say to it. */
export async function grantWish(wish: ChatWish, cast: Cast, uploads: Uploads): Promise<void> {
  switch (wish.wish) {
    case 'send':
      return send(wish, cast, uploads);
    case 'edit': {
      const place = placeOf(wish, cast);
      await authorAt(place, cast).edits(place, said(wish.text));
      return;
    }
    case 'delete':
      return cast.owner.deletes(placeOf(wish, cast));
    case 'react':
      return memberOf(wish.as, cast).reacts(placeOf(wish, cast), wish.emoji);
    case 'press':
      return press(wish, cast);
    case 'forward':
      await cast.owner.forwards(placeOf(wish, cast), cast.owner);
      return;
    default:
      return wish satisfies never;
  }
}

type Wish<Name extends ChatWish['wish']> = Extract<ChatWish, { wish: Name }>;

interface Place {
  readonly message_id: number;
  readonly chat: { readonly id: number };
}

function placeOf(wish: { chat: ChatName; message: number }, { chats }: Cast): Place {
  return { message_id: wish.message, chat: chats[wish.chat] };
}

async function send(wish: Wish<'send'>, cast: Cast, uploads: Uploads): Promise<void> {
  const person = memberOf(wish.as, cast);
  const chat = cast.chats[wish.chat];
  const answers = wish.answers;
  const options =
    answers === undefined ? {} : { replyTo: placeOf({ ...wish, message: answers }, cast) };
  const media = withCaption(
    wish.files.map((name) => uploads.take(name)),
    said(wish.text),
  );
  const [only, ...others] = media;
  if (!only) await person.sends(chat, said(wish.text), options);
  else if (others.length === 0) await person.sendsMedia(chat, only, options);
  else await person.sendsAlbum(chat, media, options);
}

/** Clients put the words below the first picture. */
function withCaption(media: readonly SentMedia[], { text, entities }: SentText): SentMedia[] {
  return media.map((one, place) =>
    place > 0 || text === '' ? one : { ...one, caption: text, caption_entities: entities ?? [] },
  );
}

async function press({ row, column, ...wish }: Wish<'press'>, cast: Cast): Promise<void> {
  const place = placeOf(wish, cast);
  const standing = cast.api.messages(place.chat).find(({ id }) => id === place.message_id);
  const button = standing?.message.reply_markup?.inline_keyboard[row]?.[column];
  if (!button || !('callback_data' in button)) throw new Error('that button is gone');
  await cast.owner.presses(place, button.callback_data);
}

/** What somebody typed, as a client sends it. */
export function said(typed: string): SentText {
  const { text, entities } = markedText(typed);
  return { text, entities: entities as MessageEntity[] };
}

function memberOf(id: number, { members }: Cast): Person {
  const person = members.find((one) => one.id === id);
  if (!person) throw new Error('nobody of that name is in this chat');
  return person;
}

function authorAt({ chat, message_id }: Place, cast: Cast): Person {
  const standing = cast.api.messages(chat).find(({ id }) => id === message_id);
  const from = standing?.message.from?.id;
  return cast.members.find(({ id }) => id === from) ?? cast.owner;
}
