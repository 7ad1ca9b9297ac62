import { existsSync } from 'node:fs';
import type { Message } from 'grammy/types';
import { isByHand } from '../../content/byHand.ts';
import type { Draft, MessagePlace, Piece } from '../../drafts/draftStore.ts';
import type { EditOutcome } from '../../drafts/drafts.ts';
import type { PastedPart } from '../../drafts/pastedParts.ts';
import { versionOf } from '../../drafts/request.ts';
import { commandOf, titleAndRest, withWords, wordsBehind } from '../../message/commandWords.ts';
import { chatTextOf, contentOf } from '../../message/contribution.ts';
import { gapBetween, joinedText, mayGoOn } from '../../message/joinedText.ts';
import { placeOf, reply } from '../../notify/replies.ts';
import { sayOnce } from '../../notify/sayOnce.ts';
import { carryOnIfPublished } from '../../publish/carryOn.ts';
import { talk } from '../../talk/talk.ts';
import type { EntryTools } from './entryTools.ts';
import { showAdded } from './progress.ts';

/** Clients send the parts of a text right behind each other. */
const longestPauseSeconds = 2;
/** An album, and some others. */
const mostBetween = 20;

type Around = Pick<EntryTools, 'pasted' | 'inbox' | 'store' | 'drafts'>;

/**
 * Takes a message as the rest of a text that was too long for one: clients part what is pasted. It becomes part of what
 * its first message made, as it was before it was parted.
 *
 * @returns whether it was that.
 */
export async function keepRest(message: Message, tools: EntryTools): Promise<boolean> {
  const { pasted, store } = tools;
  const place = placeOf(message);
  const before = isPlainText(message) ? textBefore(message, tools) : undefined;
  const first = pasted.firstOf(place) ?? (before && beginningOf(message, before, tools));
  const piece = first && pieceOf(first, tools);
  if (!piece || piece.messageId === place.messageId || !before) return false;
  if (pasted.all(first).length === 0)
    pasted.keep(first, first, { message: ownWords(before), gap: '' }, piece.version);
  const gap = gapBetween(chatTextOf(before), chatTextOf(message));
  const version = versionOf(message);
  pasted.keep(place, first, { message, gap }, version);
  const outcome = await writeParts(first, piece, version, tools);
  if (outcome !== 'written') {
    pasted.forget(place);
    return false;
  }
  const { draft } = piece;
  store.intend({ ...place, draft, markdown: '', version, before: undefined });
  store.edited(place, '', version);
  const trouble = await carryOnIfPublished(draft, tools);
  if (!(await showAdded(message, draft, trouble, tools)) && trouble !== '')
    await sayOnce(place, 'saved', tools, async () => {
      await reply(tools.api, place, talk('addedTo', { file: draft.file }) + trouble, draft);
    });
  return true;
}

/**
 * Puts the newer text of a part into its text. Where the parts are not what is in the draft, since an edit of one was taken
 * back, nobody knows the text.
 *
 * @returns undefined where a message is no such part.
 */
export async function editPart(
  message: Message,
  tools: Pick<EntryTools, 'drafts' | 'pasted' | 'store'>,
): Promise<EditOutcome | undefined> {
  const { pasted, store } = tools;
  const place = placeOf(message);
  const first = pasted.firstOf(place);
  const piece = first && store.piece(first);
  if (!piece) return undefined;
  const version = versionOf(message);
  const parts = pasted.all(first);
  const known = parts.find((part) => part.message.message_id === place.messageId);
  const isAgain = known !== undefined && versionOf(known.message) >= version;
  if (!isAgain && markdownOf(parts) !== piece.markdown) return 'conflict';
  pasted.keep(place, first, { message, gap: '' }, version);
  return writeParts(first, piece, version, tools);
}

function writeParts(
  first: MessagePlace,
  piece: Piece,
  version: number,
  { pasted, drafts }: Pick<EntryTools, 'drafts' | 'pasted'>,
): Promise<EditOutcome> {
  return drafts.edit(piece, markdownOf(pasted.all(first)), Math.max(piece.version, version));
}

function markdownOf(parts: readonly PastedPart[]): string {
  const { text, entities } = joinedText(
    parts.map(({ message, gap }) => ({ ...chatTextOf(message), gap })),
  );
  const [beginning] = parts;
  return contentOf({ ...beginning?.message, text, entities: [...entities] } as Message);
}

/** The draft of a text that was too long for one message, where a picture or the like was sent among its parts. */
export function draftAround(message: Message, tools: Around): Draft | undefined {
  if (message.text !== undefined || message.forward_origin || message.via_bot) return undefined;
  const before = textBefore(message, tools);
  const first = before && beginningOf(message, before, tools);
  return first && pieceOf(first, tools)?.draft;
}

/** The text that a message may go on with; what is no text, and was sent between the two, is passed over. */
function textBefore(message: Message, { inbox }: Around): Message | undefined {
  let later = message;
  for (let passed = 0; passed <= mostBetween; passed++) {
    const before = inbox.received.before(placeOf(later));
    const pause = before && later.date - before.date;
    if (pause === undefined || pause < 0 || pause > longestPauseSeconds) return undefined;
    if (before && isPlainText(before)) return before;
    later = before ?? later;
  }
  return undefined;
}

/** The first message of the text that a message goes on with, if it does. */
function beginningOf(
  message: Message,
  before: Message,
  { pasted }: Around,
): MessagePlace | undefined {
  if (!mayGoOn(before.text ?? '')) return undefined;
  const answered = message.reply_to_message?.message_id;
  if (answered !== undefined && answered !== before.reply_to_message?.message_id) return undefined;
  const place = placeOf(before);
  return pasted.firstOf(place) ?? place;
}

function pieceOf(first: MessagePlace, { store, drafts }: Around): Piece | undefined {
  const piece = store.piece(first);
  if (!piece?.written || piece.markdown === '' || isByHand(piece.draft.file)) return undefined;
  return existsSync(drafts.path(piece.draft.file)) ? piece : undefined;
}

function isPlainText({ text, forward_origin, via_bot }: Message): boolean {
  return text !== undefined && !forward_origin && !via_bot;
}

/** The words of a message that went into a draft: those behind its command. */
function ownWords(message: Message): Message {
  const command = commandOf(message);
  if (command !== 'note' && command !== 'article') return message;
  const words = wordsBehind(message, true);
  return withWords(message, command === 'note' ? words : titleAndRest(words).rest);
}
