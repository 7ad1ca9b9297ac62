import { existsSync } from 'node:fs';
import type { Message } from 'grammy/types';
import { attachmentOf } from '../drafts/attachment.ts';
import type { Draft } from '../drafts/draftStore.ts';
import type { HandlerTools } from './handlerTools.ts';
import { placeOf } from './replies.ts';

/** The draft that a message goes into. */
export interface DraftForMessage {
  readonly draft: Draft;
  readonly isNew: boolean;
  /** The draft that it would have gone into, were that still there. */
  readonly gone: Draft | undefined;
}

/** The draft that a message goes into: the one that it replies to, its album's, the article under way, or a new one. */
export function draftFor(
  message: Message,
  timeZone: string,
  tools: Pick<HandlerTools, 'store' | 'drafts' | 'clock' | 'dialogue'>,
): DraftForMessage {
  const { store, drafts, clock } = tools;
  const place = placeOf(message);
  const wanted = wantedDraft(message, tools);
  const own = store.piece(place)?.draft;
  const isGone = wanted && !store.isAwaited(wanted) && !existsSync(drafts.path(wanted.file));
  if (wanted && (own?.id === wanted.id || !isGone))
    return { draft: wanted, isNew: false, gone: undefined };
  const begun = { ...place, date: message.date, mediaGroup: message.media_group_id };
  const withFiles = attachmentOf(message) !== undefined;
  return {
    draft: drafts.begin(begun, timeZone, withFiles, clock.now()),
    isNew: true,
    gone: wanted,
  };
}

function wantedDraft(
  message: Message,
  { store, dialogue }: Pick<HandlerTools, 'store' | 'dialogue'>,
): Draft | undefined {
  const chatId = message.chat.id;
  const addressed = message.reply_to_message;
  const named =
    (addressed && store.byMessage({ chatId, messageId: addressed.message_id })) ??
    (message.media_group_id === undefined ? undefined : store.byMediaGroup(message.media_group_id));
  if (named) return named;
  const composition = dialogue.compositionAt(placeOf(message));
  if (composition && !store.byMessage({ chatId, messageId: composition.fromMessage }))
    throw new Error(
      `The article of message ${composition.fromMessage} could not be begun yet; what is added to it waits.`,
    );
  return composition?.draft;
}
