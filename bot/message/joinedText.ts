import type { MessageEntity } from 'grammy/types';
import { endOf } from './chatSpans.ts';
import type { ChatText } from './chatText.ts';

/** How long a text message can be, in UTF-16 units; clients part what is longer. */
const longestMessage = 4096;
/** Clients look for a good place to part a text in the second half of what fits. */
const shortestPart = longestMessage / 2;
/** A part had no room for the next paragraph, with the marks that have become formatting since. */
const fullPart = longestMessage * (7 / 8);

/** A part of a text that a client parted. */
export interface TextPart extends ChatText {
  /** What stood between this part and the one before it. */
  readonly gap: string;
}

/** Whether a message may be the beginning of a text that was too long for one; `rest` is what may go on with it, if a text. */
export function mayGoOn(text: string, rest?: ChatText): boolean {
  return text.length > shortestPart && text.length + (rest ? firstEnd(rest) : fullPart) > fullPart;
}

/** Where the first paragraph of a text ends. Clients part nothing that is marked as one, such as a block of code. */
function firstEnd({ text, entities }: ChatText): number {
  const isMarked = (at: number) => entities.some((one) => one.offset <= at && at < endOf(one));
  const end = [...text.matchAll(/\n\n/g)].find(({ index }) => !isMarked(index));
  return end?.index ?? text.length;
}

/**
 * What stood between two parts. Telegram takes white space off the ends of messages, so it is gone: nothing was there
 * where a part is as long as can be, a space where the next word would not have fitted, else a line break.
 */
export function gapBetween(before: ChatText, after: ChatText): string {
  if (before.text.length >= longestMessage) return '';
  const isCode =
    entityAtEnd(before, 'pre') !== undefined && entityAtStart(after, 'pre') !== undefined;
  const word = /^\S*/.exec(after.text)?.[0] ?? '';
  if (!isCode && before.text.length + 1 + word.length > longestMessage) return ' ';
  const hasParagraphs = !isCode && /\n[ \t]*\n/.test(`${before.text}\f${after.text}`);
  return hasParagraphs ? '\n\n' : '\n';
}

/** The text that was parted; what was marked across a cut is marked as one. */
export function joinedText(parts: readonly TextPart[]): ChatText {
  return parts.reduce<ChatText>((before, part) => joined(before, part.gap, part), {
    text: '',
    entities: [],
  });
}

function joined(before: ChatText, gap: string, after: ChatText): ChatText {
  if (before.text === '') return { text: after.text, entities: after.entities };
  const shift = before.text.length + gap.length;
  const goneOn = new Set<MessageEntity>();
  const entities = before.entities.map((entity) => {
    if (endOf(entity) !== before.text.length) return entity;
    const rest = after.entities.find((one) => one.offset === 0 && isSameMark(one, entity));
    if (!rest) return entity;
    goneOn.add(rest);
    return { ...entity, length: entity.length + gap.length + rest.length };
  });
  const others = after.entities
    .filter((one) => !goneOn.has(one))
    .map((one) => ({ ...one, offset: one.offset + shift }));
  return { text: before.text + gap + after.text, entities: [...entities, ...others] };
}

function isSameMark(one: MessageEntity, other: MessageEntity): boolean {
  const mark = ({ offset: _, length: __, ...rest }: MessageEntity) =>
    JSON.stringify(Object.entries(rest).sort());
  return mark(one) === mark(other);
}

function entityAtEnd({ text, entities }: ChatText, type: MessageEntity['type']) {
  return entities.find((one) => one.type === type && endOf(one) === text.length);
}

function entityAtStart({ entities }: ChatText, type: MessageEntity['type']) {
  return entities.find((one) => one.type === type && one.offset === 0);
}
