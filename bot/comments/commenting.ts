import type { Message } from 'grammy/types';
import type { Site } from '#journal/schema/site.ts';
import { handOn } from '../chat/carryOn.ts';
import type { HandlerTools } from '../chat/handlerTools.ts';
import { placeOf } from '../chat/replies.ts';
import { readJournal, readSite } from '../contentFolder.ts';
import { blocksOf, type ChatText } from '../drafts/chatText.ts';
import { chatTextOf } from '../drafts/contribution.ts';
import { blocksToMarkdown } from '../drafts/markdownText.ts';
import { type Names, PeopleError } from '../groups/people.ts';
import { fullName, oneLine, type Speaker, speakerOf } from '../groups/speaker.ts';
import { mediaWords } from '../groups/turns.ts';
import { messageOf } from '../log.ts';
import { CommentFileError } from './commentFile.ts';
import { notify } from './commentNotice.ts';
import { type HeldComment, hasNewWords } from './heldComment.ts';

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
  const isNewer =
    known &&
    (version > known.version || (version === known.version && message.edit_date !== undefined));
  if (isNewer && markdown !== known.text) comments.store.edited(known, markdown, plain, version);
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
  const entryId = comment.entryId ?? entryOf(comment, tools);
  if (entryId === undefined) return;
  if (comment.state === 'homeless') store.asked(comment, entryId);
  const isNew = comment.state === 'homeless';
  if ((isNew || hasNewWords(comment)) && mayBeSeen(comment, site)) store.allowed(comment, entryId);
  if (await isHiddenByHand(fresh(comment, tools), tools)) return store.hidden(comment, 'removed');
  const trouble = await write(fresh(comment, tools), site, tools);
  const now = fresh(comment, tools);
  const isQuiet = now.isOwn && trouble === '' && now.noticeId === undefined;
  const isTold = now.toldRevision === now.revision && trouble === '';
  if (!isQuiet && !isTold && (now.state === 'waiting' || now.state === 'shown'))
    await notify(now, trouble, tools);
}

/** Whether nobody has to be asked about a comment as it reads now. */
function mayBeSeen({ isOwn, text, writtenText }: HeldComment, { comments }: Site): boolean {
  return isOwn || comments === 'always' || text === writtenText;
}

/** Whether the owner has taken a comment out of its file: edits do not bring it back. */
async function isHiddenByHand(comment: HeldComment, { comments }: HandlerTools): Promise<boolean> {
  const { entryId, state, revision, writtenRevision } = comment;
  if (state !== 'shown' || entryId === undefined || writtenRevision === revision) return false;
  try {
    const standing = await comments.files.standing(entryId, comment);
    return standing === 'hidden' || (standing === 'absent' && writtenRevision !== undefined);
  } catch (error) {
    // The file has to be mended first; who writes to it says so.
    if (error instanceof CommentFileError) return false;
    throw error;
  }
}

function fresh(comment: HeldComment, { comments }: HandlerTools): HeldComment {
  return comments.store.byId(comment.id) ?? comment;
}

/** Comments that came before anybody knew whose post they answer. */
export async function findHomes(tools: HandlerTools): Promise<void> {
  const homeless = tools.comments.store.homeless();
  if (homeless.length === 0) return;
  const site = await readSite(tools.config.contentFolder);
  if (site.comments === 'never') return;
  for (const comment of homeless) {
    const now = fresh(comment, tools);
    // An edit of it may have been heard meanwhile.
    if (now.state === 'homeless') await carry(now, site, tools);
  }
}

/** Brings what readers may see of a comment to disk and further. The answer says what went wrong, for the owner. */
export async function write(
  comment: HeldComment,
  { timeZone }: Site,
  tools: HandlerTools,
): Promise<string> {
  const { entryId, state, revision, allowedRevision, writtenRevision } = comment;
  if (state !== 'shown' || entryId === undefined) return '';
  if (allowedRevision !== revision || writtenRevision === revision) return '';
  const { files, store } = tools.comments;
  try {
    await expectEntry(entryId, tools);
    const outcome = await files.show(entryId, comment, timeZone, store.shownReplies(comment));
    const trouble = await handOnComment(comment, entryId, tools);
    if (outcome === 'written') store.written(comment);
    else store.refused(comment);
    return outcome === 'written'
      ? trouble
      : `Its text was changed by hand in the file, so the newer words are not in it.${trouble}`;
  } catch (error) {
    if (!(error instanceof CommentFileError)) throw error;
    store.notAllowedYet(comment);
    return `It cannot be kept until this is mended; press the button then:\n${error.message}`;
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
export function handOnComment(
  _: HeldComment,
  entryId: string,
  tools: HandlerTools,
): Promise<string> {
  const file = tools.comments.files.path(entryId);
  return handOn([file], `Comment on ${entryId}`, tools);
}

/** The entry under whose post a comment stands. */
export function entryOf(
  { chatId, threadId }: Pick<HeldComment, 'chatId' | 'threadId'>,
  { comments, outbox, channel }: HandlerTools,
): string | undefined {
  const post = comments.store.postOf({ chatId, messageId: threadId });
  if (post === undefined || !channel) return undefined;
  return outbox.copies
    .all(channel.id)
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

/** The words of a comment, as Markdown and for the owner to read: there nothing hides where a link leads. */
export function textOf(message: Message | NonNullable<Message['reply_to_message']>): {
  readonly markdown: string;
  readonly plain: string;
} {
  const chat = chatTextOf(message as Message);
  const kind = mediaWords(message as Message);
  const blocks = blocksOf({ ...chat, text: chat.text.toWellFormed() });
  const media = kind === undefined ? [] : [`(${kind})`];
  return {
    markdown: [...media, blocksToMarkdown(blocks)].filter((part) => part !== '').join('\n\n'),
    plain: [...media, withAddresses(chat)].filter((part) => part !== '').join('\n'),
  };
}

function withAddresses({ text, entities }: ChatText): string {
  const links = entities.filter((entity) => entity.type === 'text_link');
  return links
    .map(({ url, offset, length }) => ({ url, end: offset + length }))
    .sort((a, b) => b.end - a.end)
    .reduce((words, { url, end }) => `${words.slice(0, end)} (${url})${words.slice(end)}`, text);
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
