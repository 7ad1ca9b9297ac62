import type { Message } from 'grammy/types';
import type { Site } from '#journal/schema/siteSchema.ts';
import { blocksToMarkdown } from '#journal/text/markdownText.ts';
import { messageOf } from '../base/log.ts';
import { readSite } from '../content/contentFolder.ts';
import { type Names, PeopleError } from '../content/peopleFile.ts';
import { versionOf } from '../drafts/request.ts';
import { endOf } from '../message/chatSpans.ts';
import { blocksOf, type ChatText } from '../message/chatText.ts';
import { chatTextOf } from '../message/contribution.ts';
import { fullName, oneLine, type Speaker, speakerOf } from '../message/speaker.ts';
import { mediaWords } from '../message/turns.ts';
import { placeOf } from '../notify/replies.ts';
import { tellOfComments } from './commentNews.ts';
import type { CommentStore } from './commentStore.ts';
import { CommentFileError } from './commentText.ts';
import type { CommentTools } from './commentTools.ts';
import { type HeldComment, hasNewWords } from './heldComment.ts';
import { writeAll } from './writing.ts';

/** Messages in threads below posts of the channel, or the newer texts of such: what is to be done about them is done at once. */
export async function hearComments(
  messages: readonly Message[],
  tools: CommentTools,
): Promise<void> {
  const { store } = tools.comments;
  const site = await readSite(tools.config.contentFolder);
  if (site.comments === 'never') return;
  const names = await namesIfReadable(tools);
  store.inTransaction(() => {
    for (const message of messages) hold(message, names, tools);
  });
  const held = messages.flatMap((message) => store.at(placeOf(message)) ?? []);
  await carryAll([...new Map(held.map((one) => [one.id, one])).values()], site, tools);
}

/** Records a comment, or its newer text. */
function hold(
  message: Message,
  names: Names | undefined,
  { comments: { store }, config }: CommentTools,
): void {
  const place = placeOf(message);
  const speaker = speakerOf(message);
  const threadId = threadOf(message, store);
  const { markdown, plain } = textOf(message);
  if (!speaker || threadId === undefined || markdown === '') return;
  const version = versionOf(message);
  const known = store.at(place);
  if (known) {
    const isNewer =
      version > known.version || (version === known.version && message.edit_date !== undefined);
    if (isNewer && markdown !== known.text) store.edited(known, markdown, plain, version);
    return;
  }
  const answered = message.reply_to_message?.message_id;
  store.add({
    ...place,
    threadId,
    entryId: undefined,
    isOwn: speaker.kind === 'person' && speaker.id === config.ownerId,
    senderId: speaker.id,
    ...signatureOf(speaker, names, config.ownerId),
    date: message.date,
    version,
    text: markdown,
    plain,
    replyTo: answered === threadId ? undefined : answered,
    state: 'unplaced',
  });
}

/** Does whatever is still to be done about comments: find their entries, write them, tell the owner. */
async function carryAll(
  comments: readonly HeldComment[],
  site: Site,
  tools: CommentTools,
): Promise<void> {
  const { store } = tools.comments;
  const entryOf = entriesByPost(tools);
  const atHome = store.inTransaction(() =>
    comments.flatMap((comment) => {
      const entryId = comment.entryId ?? entryOf(comment);
      if (entryId === undefined) return [];
      const isNew = comment.state === 'unplaced';
      if (isNew) store.asked(comment, entryId);
      if ((isNew || hasNewWords(comment)) && mayBeSeen(comment, site))
        store.allowed(comment, entryId);
      return [store.fresh(comment)];
    }),
  );
  const standing = await withoutHidden(atHome, tools);
  const troubles = await writeAll(standing, site, tools);
  await tellOfComments(
    standing.map((comment) => store.fresh(comment)),
    troubles,
    site,
    tools,
  );
}

/** Without those that the owner has taken out of their file: edits do not bring them back. */
async function withoutHidden(
  all: readonly HeldComment[],
  tools: CommentTools,
): Promise<HeldComment[]> {
  const standing: HeldComment[] = [];
  for (const comment of all) {
    if (await isHiddenByHand(comment, tools)) tools.comments.store.hidden(comment, 'removed');
    else standing.push(comment);
  }
  return standing;
}

async function isHiddenByHand(comment: HeldComment, { comments }: CommentTools): Promise<boolean> {
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

/** Whether nobody has to be asked about a comment as it reads now. */
function mayBeSeen({ isOwn, text, writtenText }: HeldComment, { comments }: Site): boolean {
  return isOwn || comments === 'always' || text === writtenText;
}

/** Comments that came before anybody knew whose post they answer. */
export async function findHomes(tools: CommentTools): Promise<void> {
  const { store } = tools.comments;
  const unplaced = store.unplaced();
  if (unplaced.length === 0) return;
  const site = await readSite(tools.config.contentFolder);
  if (site.comments === 'never') return;
  // An edit of one may have been heard meanwhile.
  const still = unplaced
    .map((comment) => store.fresh(comment))
    .filter(({ state }) => state === 'unplaced');
  await carryAll(still, site, tools);
}

/** Finds the entries under whose posts comments stand; the channel is looked through once. */
export function entriesByPost({
  comments,
  outbox,
  channel,
}: CommentTools): (comment: Pick<HeldComment, 'chatId' | 'threadId'>) => string | undefined {
  let byPost: ReadonlyMap<number, string> | undefined;
  return ({ chatId, threadId }) => {
    const post = comments.store.postOf({ chatId, messageId: threadId });
    if (post === undefined || !channel) return undefined;
    byPost ??= new Map(
      [...outbox.copies.messageIds(channel.id)].flatMap(([entryId, ids]) =>
        ids.map((id) => [id, entryId] as const),
      ),
    );
    return byPost.get(post);
  };
}

/** The message of the group that a thread hangs on, where that is a post of the channel. */
function threadOf(message: Message, store: CommentStore): number | undefined {
  const ids = [message.message_thread_id, message.reply_to_message?.message_id];
  return ids.find(
    (id) =>
      id !== undefined && store.postOf({ chatId: message.chat.id, messageId: id }) !== undefined,
  );
}

/** The words of a comment, as Markdown and for the owner to read: there nothing hides where a link leads. */
export function textOf(message: Message | NonNullable<Message['reply_to_message']>) {
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
    .map((link) => ({ url: link.url, end: endOf(link) }))
    .sort((a, b) => b.end - a.end)
    .reduce((words, { url, end }) => `${words.slice(0, end)} (${url})${words.slice(end)}`, text);
}

/** Under which name a comment stands. Only people.yaml gives somebody another name than Telegram does. */
function signatureOf(speaker: Speaker, names: Names | undefined, ownerId: number) {
  if (speaker.kind === 'chat') return { name: speaker.name, url: speaker.url };
  const known = names?.people[String(speaker.id)];
  const own = speaker.id === ownerId ? names?.owner : undefined;
  return { name: oneLine(known?.name ?? own ?? fullName(speaker.user)), url: known?.url };
}

async function namesIfReadable({ groups, config, log }: CommentTools): Promise<Names | undefined> {
  try {
    return await groups.people.names(config.ownerId);
  } catch (error) {
    if (!(error instanceof PeopleError)) throw error;
    log.warn('people.yaml cannot be read', { reason: messageOf(error) });
    return undefined;
  }
}
