import type { Message } from '@grammyjs/types';
import type { Parameters } from '../world/parameters.ts';
import { present } from '../world/present.ts';
import { badRequest } from '../world/refusal.ts';
import type { Room } from '../world/room.ts';

/** The fields that tie a message to the one that it answers. */
export type ReplyFields = Pick<
  Message,
  'reply_to_message' | 'message_thread_id' | 'is_topic_message' | 'quote'
>;

/** A copy of a message without what it answers itself, as Telegram nests it. */
export function asReplyTarget(message: Message): NonNullable<Message['reply_to_message']> {
  const { reply_to_message: _, ...flat } = structuredClone(message);
  return flat as NonNullable<Message['reply_to_message']>;
}

/** The fields of an answer to a message. In supergroups answers form threads. */
export function replyFields(room: Room, target: Message, quote?: string): ReplyFields {
  const isThreaded = room.chat.type === 'supergroup';
  return present({
    reply_to_message: asReplyTarget(target),
    message_thread_id: isThreaded ? (target.message_thread_id ?? target.message_id) : undefined,
    is_topic_message: target.is_topic_message,
    quote: quote === undefined ? undefined : quoteOf(target, quote),
  });
}

/** What a request says about the message and the thread that it answers. */
export function readReply(
  parameters: Parameters<'reply_parameters' | 'reply_to_message_id' | 'message_thread_id'>,
  room: Room,
): ReplyFields {
  const threadId = parameters.integer('message_thread_id');
  if (threadId !== undefined && !room.messages.has(threadId)) {
    throw badRequest('message thread not found');
  }
  const isTopic = threadId !== undefined && room.topics.has(threadId);
  const thread = present({
    message_thread_id: threadId,
    is_topic_message: isTopic ? (true as const) : undefined,
  });
  const wanted = readTarget(parameters, room);
  if (wanted === undefined) return thread;
  const target = room.messages.get(wanted.messageId);
  if (target !== undefined) {
    return { ...thread, ...replyFields(room, target.message, wanted.quote) };
  }
  if (wanted.isOptional) return thread;
  throw badRequest('message to be replied not found');
}

function readTarget(
  parameters: Parameters<'reply_parameters' | 'reply_to_message_id'>,
  room: Room,
): { messageId: number; isOptional: boolean; quote?: string } | undefined {
  const value = parameters.json('reply_parameters');
  const fields = typeof value === 'object' && value !== null ? { ...value } : {};
  const given: Record<string, unknown> = { ...fields };
  const chatId = given['chat_id'] ?? room.chat.id;
  if (chatId !== room.chat.id) throw badRequest('replies to another chat are not supported here');
  const messageId = given['message_id'] ?? parameters.integer('reply_to_message_id');
  if (messageId === undefined) return undefined;
  if (typeof messageId !== 'number') throw badRequest("can't parse reply parameters JSON object");
  return present({
    messageId,
    isOptional: given['allow_sending_without_reply'] === true,
    quote: typeof given['quote'] === 'string' ? given['quote'] : undefined,
  });
}

function quoteOf(target: Message, quote: string): NonNullable<Message['quote']> {
  const position = (target.text ?? target.caption ?? '').indexOf(quote);
  if (quote === '' || position === -1) throw badRequest('QUOTE_TEXT_INVALID');
  return { text: quote, position, is_manual: true };
}
