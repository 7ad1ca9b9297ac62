import type { CallbackQuery, Message } from 'grammy/types';
import type { MessagePlace } from '../drafts/draftStore.ts';

/** What makes the bot change something: a message or a press. Handled a second time, it is the same request. */
export interface Request extends MessagePlace {
  /** Names it for good. */
  readonly cause: string;
  /** Milliseconds since 1970 at which it was made. */
  readonly at: number;
}

/** The request that a message, or its latest edit, is. */
export function requestOfMessage(message: Message): Request {
  const place = { chatId: message.chat.id, messageId: message.message_id };
  const version = message.edit_date === undefined ? '' : `:${message.edit_date}`;
  return {
    ...place,
    cause: `message:${place.chatId}:${place.messageId}${version}`,
    at: message.date * 1000,
  };
}

/** The request that a press of a button under `shown` is. */
export function requestOfPress(
  query: CallbackQuery,
  shown: { readonly chat: { readonly id: number }; readonly message_id: number },
  now: number,
): Request {
  return {
    chatId: shown.chat.id,
    messageId: shown.message_id,
    cause: `press:${query.id}`,
    at: now,
  };
}
