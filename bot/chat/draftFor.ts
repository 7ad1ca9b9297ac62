import type { Message } from 'grammy/types';
import { attachmentOf } from '../drafts/attachment.ts';
import type { Draft } from '../drafts/draftStore.ts';
import type { HandlerTools } from './handlerTools.ts';
import { placeOf } from './replies.ts';

/** The draft that a message goes into: the one that it replies to, its album's, or a new one. */
export function draftFor(
  message: Message,
  timeZone: string,
  { store, drafts, clock, dialogue }: HandlerTools,
): { draft: Draft; isNew: boolean } {
  const addressed = message.reply_to_message;
  const existing =
    (addressed && store.byMessage({ chatId: message.chat.id, messageId: addressed.message_id })) ??
    (message.media_group_id === undefined
      ? undefined
      : store.byMediaGroup(message.media_group_id)) ??
    dialogue.compositionAt(placeOf(message))?.draft;
  if (existing) return { draft: existing, isNew: false };
  const attachment = attachmentOf(message);
  const begun = { ...placeOf(message), date: message.date, mediaGroup: message.media_group_id };
  return {
    draft: drafts.begin(begun, timeZone, attachment !== undefined, clock.now()),
    isNew: true,
  };
}
