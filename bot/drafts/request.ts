import { hash } from 'node:crypto';
import type { Message } from 'grammy/types';
import type { Clock } from '../base/clock.ts';
import type { Press } from '../button/press.ts';
import type { MessagePlace } from './draftStore.ts';

/**
 * What makes the bot change something: a message or a press. Handled a second time, it is the same request. A press has
 * the place of the message that may come next: what was sent before it is before that, however late it is handled.
 */
export interface Request extends MessagePlace {
  /** Names it for good. */
  readonly cause: string;
  /** Milliseconds since 1970 at which it was made. */
  readonly at: number;
}

/** Knows how far a chat has come. */
interface Newest {
  /** The newest message that a chat had when a press came in; 0 where none is known. */
  newestBefore(queryId: string, chatId: number): number;
}

/** When a message was sent or, if that came later, edited: seconds since 1970. Of two texts of a message, the greater is newer. */
export function versionOf(message: Message): number {
  return message.edit_date ?? message.date;
}

/** The request that a message, or its latest edit, is. */
export function requestOfMessage(message: Message): Request {
  const place = { chatId: message.chat.id, messageId: message.message_id };
  const { date, edit_date, text, caption, entities, caption_entities } = message;
  const cause =
    edit_date === undefined
      ? causeOfMessage(place)
      : causeOfEdit(place, edit_date, [text, caption, entities, caption_entities]);
  return { ...place, cause, at: date * 1000 };
}

/** What names a message for good. */
export function causeOfMessage({ chatId, messageId }: MessagePlace): string {
  return `message:${chatId}:${messageId}`;
}

/** What names an edit for good. Its date has whole seconds, in which a message may be edited more than once. */
export function causeOfEdit(place: MessagePlace, version: number, content: unknown): string {
  const digest = hash('sha256', JSON.stringify(content)).slice(0, 12);
  return `${causeOfMessage(place)}:${version}:${digest}`;
}

/** The request that a press of a button is. */
export function requestOfPress(
  { id, chatId, messageId }: Press,
  { inbox, clock }: { readonly inbox: Newest; readonly clock: Clock },
): Request {
  const newest = Math.max(messageId, inbox.newestBefore(id, chatId));
  return { chatId, messageId: newest + 1, cause: `press:${id}`, at: clock.now() };
}
