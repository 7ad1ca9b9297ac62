import { isRecord } from '../../source/json.ts';

/** A message of a history, as Telegram Desktop writes it. */
export type Message = Readonly<Record<string, unknown>>;

/** The history of one chat. */
export interface History {
  readonly name: string;
  /** Such as `public_channel` or `personal_chat`. */
  readonly type: string;
  /** Without the `-100` that the Bot API puts before it. */
  readonly id: string;
  readonly messages: readonly Message[];
}

/** The histories in a JSON file: one, or those of a whole account; none for a file that is not Telegram's. */
export function historiesIn(json: unknown): History[] {
  if (!isRecord(json)) return [];
  const one = historyOf(json);
  if (one) return [one];
  return ['chats', 'left_chats'].flatMap((key) => {
    const list = isRecord(json[key]) ? json[key]['list'] : undefined;
    return Array.isArray(list) ? list.flatMap((chat: unknown) => historyOf(chat) ?? []) : [];
  });
}

function historyOf(value: unknown): History | undefined {
  if (!isRecord(value) || !Array.isArray(value['messages'])) return undefined;
  const { name, type, id, messages } = value;
  if (typeof type !== 'string' || (typeof id !== 'number' && typeof id !== 'string'))
    return undefined;
  return {
    name: typeof name === 'string' && name.trim() !== '' ? name.trim() : type,
    type,
    id: String(id).replace(/^-100/, ''),
    messages: messages.filter((one: unknown): one is Message => isRecord(one)),
  };
}

/** Whether the history is a channel's. */
export function isChannel({ type }: History): boolean {
  return /_channel$/.test(type);
}

/** A text of a record; undefined where there is none, or only blanks. */
export function textAt(record: Message | undefined, key: string): string | undefined {
  const value = record?.[key];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** When a message was sent or changed, as ISO 8601; its own clock where it does not say the second of the world. */
export function timeOf(message: Message, key: 'date' | 'edited'): string | undefined {
  const seconds = Number(textAt(message, `${key}_unixtime`));
  if (Number.isSafeInteger(seconds) && seconds > 0 && seconds < 253_402_300_800)
    return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
  return textAt(message, key);
}

/** Albums are messages of one moment that follow each other, each with a picture or a film: they are one post. */
export function albumsOf(messages: readonly Message[]): Message[][] {
  const albums: Message[][] = [];
  for (const message of messages) {
    const last = albums.at(-1);
    const before = last?.at(-1);
    if (last && before && isVisual(before) && isVisual(message) && isSameMoment(before, message))
      last.push(message);
    else albums.push([message]);
  }
  return albums;
}

function isVisual(message: Message): boolean {
  return 'photo' in message || message['media_type'] === 'video_file';
}

function isSameMoment(a: Message, b: Message): boolean {
  return (
    timeOf(a, 'date') === timeOf(b, 'date') &&
    a['from_id'] === b['from_id'] &&
    a['forwarded_from'] === b['forwarded_from'] &&
    Number(b['id']) - Number(a['id']) === 1 &&
    (hasWords(a) ? 1 : 0) + (hasWords(b) ? 1 : 0) < 2
  );
}

/** Whether somebody wrote anything in a message. */
export function hasWords(message: Message): boolean {
  const { text } = message;
  return Array.isArray(text) ? text.length > 0 : typeof text === 'string' && text.trim() !== '';
}
