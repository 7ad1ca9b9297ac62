import { existsSync } from 'node:fs';
import type { Message } from 'grammy/types';
import { AwaitedMessageError } from '../../base/trouble.ts';
import { isByHand } from '../../content/byHand.ts';
import type { Draft } from '../../drafts/draftStore.ts';
import { attachmentOf } from '../../message/attachment.ts';
import { contentOf } from '../../message/contribution.ts';
import { placeOf } from '../../notify/replies.ts';
import type { EntryTools } from './entryTools.ts';
import { draftAround } from './paste.ts';

/** The draft that a message goes into. */
export interface DraftForMessage {
  readonly draft: Draft;
  readonly isNew: boolean;
  /** The draft that it would have gone into, were that still there. */
  readonly gone: Draft | undefined;
  /** The entry that it was meant for, were its text not edited by hand alone. */
  readonly byHand: Draft | undefined;
  /** Files of the same second that the state does not know: perhaps what was made of the message before it was put back. */
  readonly twins: readonly string[];
}

/**
 * The draft that a message goes into: the one that it replies to, its album's, the article under way, that of the text among
 * whose parts it was sent, or a new one. Words
 * that are meant for a text which only the owner edits become a draft of their own.
 */
export function draftFor(message: Message, timeZone: string, tools: EntryTools): DraftForMessage {
  const { store, drafts, clock } = tools;
  const place = placeOf(message);
  const own = store.piece(place);
  const { wanted, byHand } = wantedDraft(message, tools);
  const isGone = wanted && !store.isAwaited(wanted) && !existsSync(drafts.path(wanted.file));
  if (wanted && (own?.draft.id === wanted.id || !isGone))
    return { draft: wanted, isNew: false, gone: undefined, byHand: undefined, twins: [] };
  // Meant for such a text, and not in it.
  if (own && !own.written && isByHand(own.draft.file)) store.forgetPiece(place);
  const attachment = attachmentOf(message);
  const withFiles = attachment !== undefined;
  const unknown = own ? [] : drafts.unknownAt(message.date, timeZone);
  const begun = {
    ...place,
    newer: newerMarkdown(message, tools),
    date: message.date,
    mediaGroup: message.media_group_id,
    ...(attachment ? { fileName: attachment.name } : { markdown: contentOf(message) }),
  };
  const draft = drafts.begin(begun, timeZone, withFiles, clock.now());
  const twins = unknown.filter(() => !unknown.includes(draft.file));
  return { draft, isNew: true, gone: wanted, byHand, twins };
}

/** What the edits of a message have made of it that came in since. */
export function newerMarkdown(message: Message, { inbox }: EntryTools): string[] {
  const versions = inbox.received.versionsOf(placeOf(message));
  return versions.filter(({ edit_date }) => edit_date !== undefined).map((edit) => contentOf(edit));
}

/** `byHand`: what was addressed, where its text is edited by hand alone. */
function wantedDraft(message: Message, tools: EntryTools) {
  const { store, dialogue } = tools;
  const chatId = message.chat.id;
  const { reply_to_message: reply, media_group_id: album } = message;
  const addressed = reply && store.byMessage({ chatId, messageId: reply.message_id });
  const byHand = addressed && isByHand(addressed.file) ? addressed : undefined;
  const named =
    (byHand ? undefined : addressed) ??
    (album === undefined ? undefined : store.byMediaGroup(album));
  if (named || byHand) return { wanted: named, byHand };
  const composition = dialogue.compositionAt(placeOf(message));
  if (composition && !store.byMessage({ chatId, messageId: composition.fromMessage }))
    throw new AwaitedMessageError(composition.fromMessage);
  return { wanted: composition?.draft ?? draftAround(message, tools), byHand: undefined };
}
