import { textStream } from '../../source/decode.ts';
import { isRecord, textIn } from '../../source/json.ts';
import {
  type BrokenPart,
  type JsonPart,
  type JsonWish,
  jsonParts,
} from '../../source/jsonParts.ts';
import type { Source } from '../../source/source.ts';

/** A message of a history, as Telegram Desktop writes it. */
export type Message = Readonly<Record<string, unknown>>;

/** A chat whose history is in an export. */
export type Chat = NonNullable<ReturnType<typeof chatOf>>;

/** What a history has, in its order: a chat, then its messages; what cannot be read is told. */
export type HistoryPart =
  | { readonly is: 'chat'; readonly chat: Chat }
  | { readonly is: 'message'; readonly message: Message }
  | BrokenPart;

// One chat, or those of a whole account. What else is in an export of an account is nobody's business.
const around = /^(?:|(?:left_)?chats(?:\.list(?:\.\*)?)?)$/;
const ofChat = /^(?:(?:left_)?chats\.list\.\*\.)?(name|type|id|messages)(\.\*)?$/;

function wishFor(path: string, forMessages: JsonWish): JsonWish {
  const [, key, element] = ofChat.exec(path) ?? [];
  if (key === undefined) return around.test(path) ? 'enter' : 'pass';
  if (key !== 'messages') return 'take';
  return element === undefined ? 'enter' : forMessages;
}

/** The chats of a JSON file, one for each history in it; undefined for one that nobody can name. */
export async function* chatsIn(source: Source, file: string): AsyncIterable<Chat | undefined> {
  const { pieces } = await textStream(source, file);
  let facts = new Map<string, unknown>();
  let isOpen = false;
  for await (const part of jsonParts(pieces, (path) => wishFor(path, 'pass'))) {
    const [, key] = ofChat.exec(part.path) ?? [];
    if (part.is === 'value' && key !== undefined) facts.set(key, part.value);
    if (part.is === 'begins' && key === 'messages') isOpen = true;
    // The facts stand before the messages, or, from other programs, behind them.
    const isOver = key === undefined && (part.is === 'ends' || part.is === 'broken');
    const chat = isOpen && (isOver || part.is === 'begins') ? chatOf(facts) : undefined;
    if (chat || (isOpen && isOver)) yield chat;
    if (chat || isOver) isOpen = false;
    if (isOver) facts = new Map();
  }
}

function chatOf(facts: ReadonlyMap<string, unknown>) {
  const [name, type, id] = [facts.get('name'), facts.get('type'), facts.get('id')];
  if (typeof type !== 'string' || (typeof id !== 'number' && typeof id !== 'string'))
    return undefined;
  return {
    name: typeof name === 'string' && name.trim() !== '' ? name.trim() : type,
    /** Such as `public_channel` or `personal_chat`. */
    type,
    /** Without the `-100` that the Bot API puts before it. */
    id: String(id).replace(/^-100/, ''),
  };
}

/** Reads the histories of those chats, which are all that are in the file: each may be larger than the memory. */
export async function* historyParts(
  source: Source,
  file: string,
  chats: readonly (Chat | undefined)[],
): AsyncIterable<HistoryPart> {
  const { pieces } = await textStream(source, file);
  let count = 0;
  let chat: Chat | undefined;
  for await (const part of jsonParts(pieces, (path) => wishFor(path, 'take'))) {
    if (part.is === 'begins' && isMessages(part)) {
      chat = chats[count];
      count += 1;
      if (chat) yield { is: 'chat', chat };
    } else if (part.is === 'broken') yield part;
    else if (part.is === 'value' && isMessages(part) && chat && isRecord(part.value))
      yield { is: 'message', message: part.value };
  }
}

function isMessages({ path }: JsonPart): boolean {
  return ofChat.exec(path)?.[1] === 'messages';
}

/** Whether the history is a channel's. */
export function isChannel({ type }: Chat): boolean {
  return /_channel$/.test(type);
}

/** When a message was sent or changed, as ISO 8601; its own clock where it does not say the second of the world. */
export function timeOf(message: Message, key: 'date' | 'edited'): string | undefined {
  const seconds = Number(textIn(message, `${key}_unixtime`));
  if (Number.isSafeInteger(seconds) && seconds > 0 && seconds < 253_402_300_800)
    return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
  return textIn(message, key);
}

/**
 * Whether a message is one more of an album. Albums are messages of one moment that follow each other, each with a picture
 * or a film: they are one post.
 */
export function isOfAlbum(message: Message, album: readonly Message[]): boolean {
  const before = album.at(-1);
  return (
    before !== undefined &&
    album.length < mostOfAlbum &&
    isVisual(before) &&
    isVisual(message) &&
    isSameMoment(before, message) &&
    !(hasWords(message) && album.some(hasWords))
  );
}

/** Telegram takes no more into one. */
const mostOfAlbum = 10;

function isVisual(message: Message): boolean {
  return 'photo' in message || message['media_type'] === 'video_file';
}

function isSameMoment(a: Message, b: Message): boolean {
  return (
    timeOf(a, 'date') === timeOf(b, 'date') &&
    a['from_id'] === b['from_id'] &&
    a['forwarded_from'] === b['forwarded_from'] &&
    Number(b['id']) - Number(a['id']) === 1
  );
}

/** Whether somebody wrote anything in a message. */
function hasWords(message: Message): boolean {
  const { text } = message;
  return Array.isArray(text) ? text.length > 0 : typeof text === 'string' && text.trim() !== '';
}
