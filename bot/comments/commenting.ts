import type { Message } from 'grammy/types';
import type { Site } from '#journal/schema/site.ts';
import type { HandlerTools } from '../chat/handlerTools.ts';
import { placeOf } from '../chat/replies.ts';
import { readJournal, readSite } from '../contentFolder.ts';
import { blocksOf } from '../drafts/chatText.ts';
import { chatTextOf } from '../drafts/contribution.ts';
import { blocksToMarkdown } from '../drafts/markdownText.ts';
import { type Names, PeopleError } from '../groups/people.ts';
import { fullName, oneLine, type Speaker, speakerOf } from '../groups/speaker.ts';
import { mediaWords } from '../groups/turns.ts';
import { messageOf } from '../log.ts';
import { CommentFileError } from './commentFile.ts';
import { notify } from './commentNotice.ts';
import type { HeldComment } from './commentStore.ts';

/** A message in a thread below a post of the channel, or the newer text of one. */
export async function hearComment(message: Message, tools: HandlerTools): Promise<void> {
  const { comments, config } = tools;
  const place = placeOf(message);
  const speaker = speakerOf(message);
  const site = await readSite(config.contentFolder);
  const threadId = threadOf(message, tools);
  const { markdown, plain } = textOf(message);
  if (!speaker || threadId === undefined || markdown === '' || site.comments === 'never') return;
  const version = message.edit_date ?? message.date;
  const known = comments.store.at(place);
  if (known && version >= known.version && markdown !== known.text)
    comments.store.edited(known, markdown, plain, version);
  const isOwn = speaker.kind === 'person' && speaker.id === config.ownerId;
  const answered = message.reply_to_message?.message_id;
  if (!known) {
    comments.store.add({
      ...place,
      threadId,
      entryId: undefined,
      isOwn,
      senderId: speaker.id,
      ...(await signatureOf(speaker, tools)),
      date: message.date,
      version,
      text: markdown,
      plain,
      replyTo: answered === threadId ? undefined : answered,
      state: 'homeless',
    });
  }
  const held = comments.store.at(place);
  if (held) await carry(held, site, tools);
}

/** Does whatever is still to be done about a comment: find its entry, write it, tell the owner. */
export async function carry(comment: HeldComment, site: Site, tools: HandlerTools): Promise<void> {
  const { store } = tools.comments;
  if (comment.state === 'homeless') {
    const entryId = entryOf(comment, tools);
    if (entryId === undefined) return;
    const isShown = comment.isOwn || site.comments === 'always';
    store.decided(comment, isShown ? 'shown' : 'waiting', entryId);
  }
  const trouble = await write(store.byId(comment.id) ?? comment, site, tools);
  const now = store.byId(comment.id) ?? comment;
  const isQuiet = now.isOwn && trouble === '' && now.noticeId === undefined;
  const isTold = now.toldVersion === now.version && trouble === '';
  if (!isQuiet && !isTold && (now.state === 'waiting' || now.state === 'shown'))
    await notify(now, trouble, tools);
}

/** Comments that came before anybody knew whose post they answer. */
export async function findHomes(tools: HandlerTools): Promise<void> {
  const homeless = tools.comments.store.homeless();
  if (homeless.length === 0) return;
  const site = await readSite(tools.config.contentFolder);
  if (site.comments === 'never') return;
  for (const comment of homeless) await carry(comment, site, tools);
}

/** Brings a shown comment to disk and further. The answer says what went wrong, for the owner. */
export async function write(
  comment: HeldComment,
  { timeZone }: Site,
  tools: HandlerTools,
): Promise<string> {
  const { entryId, state } = comment;
  if (state !== 'shown' || entryId === undefined || comment.writtenVersion === comment.version)
    return '';
  const { files, store } = tools.comments;
  try {
    await expectEntry(entryId, tools);
    const outcome = await files.show(entryId, comment, timeZone, store.shownReplies(comment));
    const trouble =
      outcome === 'written'
        ? await carryOn(comment, entryId, tools)
        : 'Its text was changed by hand in the file, so the newer words are not in it.';
    store.written(comment);
    return trouble;
  } catch (error) {
    if (!(error instanceof CommentFileError)) throw error;
    if (comment.writtenVersion === undefined) store.decided(comment, 'waiting', entryId);
    return `It cannot be kept until this is mended; press Allow then:\n${error.message}`;
  }
}

/** Comments of no entry would stop the site's build. @throws {CommentFileError} */
async function expectEntry(entryId: string, { config }: HandlerTools): Promise<void> {
  const { journal, unread } = await readJournal(config.contentFolder);
  // It may be one of those that cannot be read.
  if (unread.length > 0 || journal.entries.some((entry) => entry.id === entryId)) return;
  throw new CommentFileError(
    `No entry has the id "${entryId}", under which this comment would stand. Bring that entry back, or give the one that took its place this id.`,
  );
}

/** Takes a changed file of comments where publishing goes. The answer says what went wrong. */
export async function carryOn(
  comment: HeldComment,
  entryId: string,
  { comments, publishHook, log }: HandlerTools,
): Promise<string> {
  try {
    await publishHook([comments.files.path(entryId)], `Comment of ${comment.name} on ${entryId}`);
    return '';
  } catch (error) {
    const reason = messageOf(error);
    log.error('a comment went no further than its file', { entry: entryId, reason });
    return `The file is written, but: ${reason}`;
  }
}

/** The entry under whose post a comment stands. */
export function entryOf(
  { chatId, threadId }: Pick<HeldComment, 'chatId' | 'threadId'>,
  { comments, outbox, channel }: HandlerTools,
): string | undefined {
  const post = comments.store.postOf({ chatId, messageId: threadId });
  if (post === undefined || !channel) return undefined;
  return outbox
    .copies(channel.id)
    .find((copy) => copy.messages.some(({ ids }) => ids.includes(post)))?.entryId;
}

/** The message of the group that a thread hangs on, where that is a post of the channel. */
function threadOf(message: Message, { comments }: HandlerTools): number | undefined {
  const ids = [message.message_thread_id, message.reply_to_message?.message_id];
  return ids.find(
    (id) =>
      id !== undefined &&
      comments.store.postOf({ chatId: message.chat.id, messageId: id }) !== undefined,
  );
}

function textOf(message: Message): { markdown: string; plain: string } {
  const chat = chatTextOf(message);
  const kind = mediaWords(message);
  const blocks = blocksOf({ ...chat, text: chat.text.toWellFormed() });
  const media = kind === undefined ? [] : [`(${kind})`];
  return {
    markdown: [...media, blocksToMarkdown(blocks)].filter((part) => part !== '').join('\n\n'),
    plain: [...media, chat.text].filter((part) => part !== '').join('\n'),
  };
}

/** Under which name a comment stands. Only people.yaml gives somebody another name than Telegram does. */
async function signatureOf(
  speaker: Speaker,
  tools: HandlerTools,
): Promise<{ name: string; url: string | undefined }> {
  if (speaker.kind === 'chat') return { name: speaker.name, url: speaker.url };
  const names = await namesIfReadable(tools);
  const known = names?.people[String(speaker.id)];
  const own = speaker.id === tools.config.ownerId ? names?.owner : undefined;
  return { name: oneLine(known?.name ?? own ?? fullName(speaker.user)), url: known?.url };
}

async function namesIfReadable({ groups, config, log }: HandlerTools): Promise<Names | undefined> {
  try {
    return await groups.people.names(config.ownerId);
  } catch (error) {
    if (!(error instanceof PeopleError)) throw error;
    log.warn('people.yaml cannot be read', { reason: messageOf(error) });
    return undefined;
  }
}
