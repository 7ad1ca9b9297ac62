import { existsSync, readFileSync } from 'node:fs';
import type { Message } from 'grammy/types';
import { isByHand } from '../../content/byHand.ts';
import { isForReaders } from '../../content/matter.ts';
import type { Draft, MessagePlace, Piece } from '../../drafts/draftStore.ts';
import type { EditOutcome } from '../../drafts/drafts.ts';
import type { PastedPart } from '../../drafts/pastedParts.ts';
import { requestOfMessage, versionOf } from '../../drafts/request.ts';
import { commandOf, titleAndRest, withWords, wordsBehind } from '../../message/commandWords.ts';
import { chatTextOf, contentOf } from '../../message/contribution.ts';
import { gapBetween, joinedText, mayGoOn } from '../../message/joinedText.ts';
import { chosenAnswer } from '../../message/topic.ts';
import { entryButtons, placeOf, reply } from '../../notify/replies.ts';
import { carryOnIfPublished } from '../../publish/carryOn.ts';
import { talk } from '../../talk/talk.ts';
import type { EntryTools } from './entryTools.ts';
import { showAdded } from './progress.ts';

/** Clients send the parts of a text right behind each other. */
const longestPauseSeconds = 2;
/** An album, and some others. */
const mostBetween = 20;
/** How many pictures an album holds; clients part what is more. */
const mostInAlbum = 10;
/** The rest of them has to be uploaded first. */
const longestUploadSeconds = 60;

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
  const version = versionOf(message);
  if (pasted.all(first).length === 0) {
    const beginning = { message: ownWords(before), gap: '', version: piece.version };
    pasted.keep(first, first, beginning);
  }
  const gap = gapBetween(chatTextOf(before), chatTextOf(message));
  const outcome = await writePart(first, piece, { message, gap, version }, tools);
  // Handled again after it was taken back.
  if (outcome === 'outdated') return true;
  if (outcome !== 'written') return false;
  const { draft } = piece;
  store.intend({ ...place, draft, markdown: '', version, before: undefined });
  store.edited(place, '', version);
  const trouble = await carryOnIfPublished(draft, tools);
  if (!(await showAdded(message, draft, trouble, tools)) && trouble !== '')
    await tools.waiting.sayOnce(place, 'saved', async () => {
      const text = talk('addedTo', { file: draft.file }) + trouble;
      await reply(tools.api, place, text, await entryButtons(draft, tools));
    });
  return true;
}

/** Puts the newer text of a part into its text. @returns undefined where a message is no such part. */
export async function editPart(
  message: Message,
  tools: EntryTools,
): Promise<EditOutcome | undefined> {
  const { pasted, store } = tools;
  const first = pasted.firstOf(placeOf(message));
  const piece = first && store.piece(first);
  if (!piece) return undefined;
  return writePart(first, piece, { message, gap: '', version: versionOf(message) }, tools);
}

/** Puts a part into its text, in place of what it was, be it nothing. The part is what it was until that is done. */
async function writePart(
  first: MessagePlace,
  piece: Piece,
  part: PastedPart,
  { pasted, drafts }: EntryTools,
): Promise<EditOutcome> {
  const { message } = part;
  const parts = pasted.all(first);
  const known = parts.find((one) => one.message.message_id === message.message_id);
  if (known && known.version > part.version) return 'outdated';
  const newer = [...parts.filter((one) => one !== known), { ...part, gap: known?.gap ?? part.gap }];
  const markdown = markdownOf(newer.toSorted(inOrder));
  const isWritten = markdown === piece.markdown;
  // Nobody knows what the text is made of, where the parts are not what is in the draft.
  if (known && !isWritten && markdownOf(parts) !== piece.markdown) return 'conflict';
  const { cause } = requestOfMessage(message);
  const before = { cause, messageId: message.message_id, body: known?.message ?? null };
  const version = Math.max(piece.version, part.version);
  const outcome = await drafts.edit(piece, markdown, version, before);
  if (outcome === 'written') pasted.keep(placeOf(message), first, part);
  return outcome;
}

function inOrder(one: PastedPart, other: PastedPart): number {
  return one.message.message_id - other.message.message_id;
}

function markdownOf(parts: readonly PastedPart[]): string {
  const { text, entities } = joinedText(
    parts.map(({ message, gap }) => ({ ...chatTextOf(message), gap })),
  );
  const [beginning] = parts;
  return contentOf({ ...beginning?.message, text, entities: [...entities] } as Message);
}

/**
 * The draft of what a message was sent along with: of a text that was too long for one message, where it is a picture or
 * the like among its parts; of an album that was too large for one; of what was forwarded at once with it, and of the
 * words that were typed to that.
 */
export function draftAround(message: Message, tools: EntryTools): Draft | undefined {
  if (message.forward_origin) return draftOfForwards(message, tools);
  if (message.text !== undefined || message.via_bot) return undefined;
  const before = textBefore(message, tools);
  const first = before && beginningOf(message, before, tools);
  return first ? pieceOf(first, tools)?.draft : draftOfFullAlbum(message, tools);
}

function draftOfFullAlbum(message: Message, tools: EntryTools): Draft | undefined {
  const before = pictureBefore(message, tools);
  return before && !before.forward_origin ? draftOfOpen(before, tools) : undefined;
}

/** What came before a message in its album, or in a full one of which it is the rest: an album or a file without words. */
export function pictureBefore(message: Message, tools: EntryTools): Message | undefined {
  const { caption, date, media_group_id: album, photo, video, document, audio } = message;
  const before = tools.inbox.received.before(placeOf(message));
  if (before?.media_group_id === undefined) return undefined;
  const isWordless = caption === undefined && (photo ?? video ?? document ?? audio) !== undefined;
  const isSoon = date - before.date <= longestUploadSeconds;
  // What was forwarded is whole.
  const isOwn = !message.forward_origin && !before.forward_origin;
  const isRest = isOwn && isWordless && isSoon && isFull(before, tools);
  return before.media_group_id === album || isRest ? before : undefined;
}

/** Whether an album has no room behind a message. */
function isFull(last: Message, { inbox }: EntryTools): boolean {
  let first: Message | undefined = last;
  for (let number = 1; first && number < mostInAlbum; number++)
    first = inbox.received.before(placeOf(first));
  return first !== undefined && first.media_group_id === last.media_group_id;
}

function draftOfForwards(message: Message, tools: EntryTools): Draft | undefined {
  const before = tools.inbox.received.before(placeOf(message));
  const pause = before && message.date - before.date;
  if (!before || pause === undefined || pause < 0 || pause > longestPauseSeconds) return undefined;
  const isWithIt = before.forward_origin !== undefined || isOwnWords(before);
  return isWithIt ? draftOfOpen(before, tools) : undefined;
}

/** The draft that a message went into, unless it is one no longer. */
function draftOfOpen(before: Message, tools: EntryTools): Draft | undefined {
  const place = placeOf(before);
  const draft = pieceOf(tools.pasted.firstOf(place) ?? place, tools)?.draft;
  if (!draft) return undefined;
  // Nothing joins what readers have by now.
  const source = readFileSync(tools.drafts.path(draft.file), 'utf8');
  return isForReaders(source, draft.file) ? undefined : draft;
}

function isOwnWords(message: Message): boolean {
  const isAnswer = chosenAnswer(message) !== undefined;
  return isPlainText(message) && !isAnswer && commandOf(message) === undefined;
}

/** The text that a message may go on with; what is no text, and was sent between the two, is passed over. */
function textBefore(message: Message, { inbox }: EntryTools): Message | undefined {
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
  { pasted }: EntryTools,
): MessagePlace | undefined {
  const rest = message.text === undefined ? undefined : chatTextOf(message);
  if (!mayGoOn(before.text ?? '', rest)) return undefined;
  const answered = chosenAnswer(message)?.message_id;
  if (answered !== undefined && answered !== chosenAnswer(before)?.message_id) return undefined;
  const place = placeOf(before);
  return pasted.firstOf(place) ?? place;
}

function pieceOf(first: MessagePlace, { store, drafts }: EntryTools): Piece | undefined {
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
