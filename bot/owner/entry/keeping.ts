import { dirname, join } from 'node:path';
import type { Message, Poll } from 'grammy/types';
import { refusedWith } from '../../base/failure.ts';
import { readSite } from '../../content/contentFolder.ts';
import { download } from '../../drafts/download.ts';
import type { Draft, Piece } from '../../drafts/draftStore.ts';
import type { EditOutcome } from '../../drafts/drafts.ts';
import { hasBlock } from '../../drafts/pieceText.ts';
import { versionOf } from '../../drafts/request.ts';
import { attachmentOf, isTooLarge, nameBeside } from '../../message/attachment.ts';
import { commandOf } from '../../message/commandWords.ts';
import { chatTextOf, contentOf } from '../../message/contribution.ts';
import { unkeptKind } from '../../message/kinds.ts';
import { chosenAnswer } from '../../message/topic.ts';
import { mediaWords } from '../../message/turns.ts';
import { entryButtons, placeOf, reply } from '../../notify/replies.ts';
import { carryEditOn } from '../../publish/carryOn.ts';
import { spokenHere, talk } from '../../talk/talk.ts';
import { altButton, undescribed } from '../dialogue/altQuestions.ts';
import { askAboutContact } from './contacts.ts';
import { type DraftForMessage, draftFor, newerMarkdown } from './draftFor.ts';
import { concludeEdit } from './editOutcome.ts';
import type { EntryTools } from './entryTools.ts';
import { editPart, pictureBefore } from './paste.ts';
import { endArticle, showAdded } from './progress.ts';

/** Puts a message into a draft, and says so once it is on disk. */
export async function keepMessage(message: Message, tools: EntryTools): Promise<void> {
  const piece = tools.store.piece(placeOf(message));
  // Its edit came first: that was kept and acknowledged in its place.
  if (piece?.written && piece.version > versionOf(message)) return;
  const isContact = message.contact !== undefined;
  if (!isContact && !attachmentOf(message) && contentOf(message) === '')
    return refuse(message, tools);
  // The answer was to be the next message.
  tools.dialogue.leaveQuestions(placeOf(message));
  if (isContact) return askAboutContact(message, tools);
  const { timeZone } = await readSite(tools.config.contentFolder);
  const target = draftFor(message, timeZone, tools);
  await writeMessage(message, target.draft, timeZone, tools);
  const trouble = target.isNew ? '' : await carryEditOn(target.draft, tools);
  await acknowledge(message, target, trouble, tools);
  if (target.gone) await endArticle(target.gone, placeOf(message), tools);
}

function refuse(message: Message, tools: EntryTools): Promise<void> {
  const place = placeOf(message);
  const text = talk('notKept', { kind: unkeptKind(message) });
  return tools.waiting.sayOnce(place, 'refused', () => reply(tools.api, place, text));
}

/** Puts the newer text of an edited message in place of the older one. */
export async function keepEdit(message: Message, tools: EntryTools): Promise<void> {
  const piece = tools.store.piece(placeOf(message));
  // The edit may come before the message itself: it holds all that the message held.
  if (!piece?.written) {
    if (commandOf(message) !== undefined) return;
    const forgotten = piece ? [] : await forgottenDrafts(message, tools);
    return forgotten.length > 0
      ? sayOfEdit(message, tools, forgottenWords(forgotten))
      : keepMessage(message, tools);
  }
  // A live location comes again and again: it is kept where it was when it was sent.
  if (message.location) return;
  const outcome = (await editPart(message, tools)) ?? (await editPiece(message, piece, tools));
  const { file } = piece.draft;
  const news = {
    missing: talk('editGone', { file }),
    'by-hand': talk('editByHand', { file }),
    conflict: talk('editConflict', { file }),
  };
  await concludeEdit(outcome, piece.draft, news, tools, (text) => sayOfEdit(message, tools, text));
}

/** Where the state is of an older day than a message: the files that may have been made of it. */
async function forgottenDrafts(message: Message, tools: EntryTools): Promise<string[]> {
  if (tools.inbox.received.has(placeOf(message))) return [];
  const { timeZone } = await readSite(tools.config.contentFolder);
  const files = tools.drafts.unknownAt(message.date, timeZone);
  const sources = await Promise.all(files.map((file) => tools.drafts.text(file)));
  return sources.some((source) => hasBlock(source ?? '', contentOf(message))) ? [] : files;
}

function forgottenWords(files: readonly string[]): string {
  return talk('editForgotten', { files: spokenHere().list(files, 'or') });
}

async function editPiece(message: Message, piece: Piece, tools: EntryTools): Promise<EditOutcome> {
  const old = hasFileOfOld(message, tools) ? piece.markdown : '';
  const markdown = await markdownOf(message, piece.draft, tools, old);
  const album = albumBehind(message, tools);
  return tools.drafts.edit({ ...piece, album }, markdown, versionOf(message));
}

/** What came behind a message in its album, and in the rest of a full one, in order. */
function albumBehind(message: Message, tools: EntryTools): string[] {
  const next = tools.inbox.received.after(placeOf(message));
  if (!next || !pictureBefore(next, tools)) return [];
  return [tools.store.piece(placeOf(next))?.markdown ?? '', ...albumBehind(next, tools)];
}

/** Whether the file of an edited message is the one that it was sent with, which may have been changed by hand since. */
function hasFileOfOld(message: Message, { inbox }: EntryTools): boolean {
  const place = placeOf(message);
  const versions = [...inbox.received.versionsOf(place), message];
  const files = new Set(versions.map((version) => attachmentOf(version)?.uniqueId));
  return inbox.received.has(place) && files.size === 1;
}

function sayOfEdit(message: Message, tools: EntryTools, text: string): Promise<void> {
  const place = placeOf(message);
  const about = `edit:${versionOf(message)}`;
  return tools.waiting.sayOnce(place, about, () => reply(tools.api, place, text));
}

/** Fetches the file, if there is one, and writes the words: when this resolves both are on disk. */
export async function writeMessage(
  message: Message,
  draft: Draft,
  timeZone: string,
  tools: EntryTools,
): Promise<void> {
  const attachment = attachmentOf(message);
  const contribution = {
    ...placeOf(message),
    date: message.date,
    version: versionOf(message),
    mediaGroup: message.media_group_id,
    markdown: await markdownOf(message, draft, tools),
    fileName: attachment && nameBeside(draft.file, attachment),
    newer: newerMarkdown(message, tools),
    front: pieceBefore(message, draft, tools)?.markdown,
  };
  await tools.drafts.write(draft, contribution, timeZone);
}

/** What the message before put into a draft, in an album. */
function pieceBefore(message: Message, draft: Draft, tools: EntryTools): Piece | undefined {
  const { store } = tools;
  const before = pictureBefore(message, tools);
  const piece = before && store.piece(placeOf(before));
  if (piece) return piece.draft.id === draft.id ? piece : undefined;
  // A draft made of posts is made of one album. Its note stays as it was posted, but for forwards, which nobody can edit.
  const isPost = message.media_group_id !== undefined && message.chat.type === 'channel';
  return isPost && message.forward_origin ? store.pieceBefore(draft, placeOf(message)) : undefined;
}

/**
 * The Markdown of a message; its file, if there is one, lies beside the draft when this resolves. What `old`, its former
 * Markdown with the same file, names is the owner's by now, and not fetched anew.
 */
export async function markdownOf(
  message: Message,
  draft: Draft,
  tools: EntryTools,
  old = '',
): Promise<string> {
  const attachment = attachmentOf(message);
  if (!attachment) return contentOf(message);
  const tooLarge = () => contentOf(message, undefined, 'notFetched');
  if (isTooLarge(attachment)) return tooLarge();
  const name = nameBeside(draft.file, attachment);
  try {
    const folder = dirname(tools.drafts.path(draft.file));
    if (!old.includes(`(${name})`)) await download(tools, attachment.fileId, join(folder, name));
  } catch (error) {
    if (refusedWith(error, /file is too big/i)) return tooLarge();
    throw error;
  }
  return contentOf(message, name, undefined, tools.store.alt(draft, name));
}

async function acknowledge(
  message: Message,
  { draft, isNew, gone, byHand, twins }: DraftForMessage,
  trouble: string,
  tools: EntryTools,
): Promise<void> {
  const { store, api } = tools;
  const place = placeOf(message);
  const leftOut = leftOutWords(message);
  if (await showAdded(message, draft, trouble, tools)) {
    const say = () => reply(api, place, leftOut);
    return leftOut === '' ? undefined : tools.waiting.sayOnce(place, 'saved', say);
  }
  // The pictures of an album arrive as messages of their own; one answer does for all.
  const answered = store.acknowledgement(draft, place.chatId) !== undefined;
  if (answered && leftOut === '' && !chosenAnswer(message) && isGoneOn(message, draft, tools))
    return;
  const attachment = attachmentOf(message);
  const isPicture = attachment?.kind === 'picture' && !isTooLarge(attachment);
  const lacksAlt = isPicture && (await undescribed(draft, tools)).length > 0;
  const text = [
    talk(isNew || !answered ? 'savedAs' : 'addedTo', { file: draft.file }) + trouble,
    ...(gone ? [talk('ownDraft', { file: gone.file })] : []),
    ...(byHand ? [talk('ownDraftByHand', { file: byHand.file })] : []),
    ...(twins.length > 0 ? [twinWords(twins)] : []),
    ...(leftOut === '' ? [] : [leftOut]),
    ...(lacksAlt && chatTextOf(message).text === ''
      ? [talk('pictureWithoutWords', { describe: talk('describeButton') })]
      : []),
  ].join('\n');
  await tools.waiting.sayOnce(place, 'saved', async () => {
    const keyboard = await entryButtons(draft, tools, ...(lacksAlt ? [altButton(draft)] : []));
    const messageId = await reply(api, place, text, keyboard);
    store.acknowledged({ ...place, messageId }, draft);
  });
}

/** Whether others of its album are in a draft: the one that they began, or to which another album was added. */
function isGoneOn(message: Message, draft: Draft, tools: EntryTools): boolean {
  const { media_group_id: album } = message;
  if (album === undefined) return false;
  const isBegun = tools.store.byMediaGroup(album)?.id === draft.id;
  return isBegun || pictureBefore(message, tools)?.media_group_id === album;
}

function twinWords(files: readonly string[]): string {
  return talk('twins', { files: spokenHere().list(files, 'and') });
}

/**
 * What the owner is told of what a kept message has beside its words and is not kept: a file that bots cannot fetch, or
 * something of a kind that has no form here. Empty where there is nothing of that.
 */
export function leftOutWords(message: Message): string {
  const attachment = attachmentOf(message);
  if (attachment && isTooLarge(attachment)) return talk('fileTooLarge');
  if (message.poll) return leftOutOfPoll(message.poll);
  if (message.live_photo) return talk('notKeptFile', { file: talk('film') });
  // Only what comes with something else has a caption.
  const isOther = !attachment && message.caption !== undefined;
  return isOther ? talk('notKept', { kind: unkeptKind(message) }) : '';
}

/** A draft has one file of a message: those of a poll's options stay behind. */
function leftOutOfPoll({ options }: Poll): string {
  const files = options.flatMap(({ media = {} }) =>
    media.location || media.venue ? [] : (mediaWords(media) ?? []),
  );
  const file = spokenHere().list([...new Set(files)], 'and');
  return file === '' ? '' : talk('notKeptFile', { file });
}
