import type { Message, Update } from 'grammy/types';
import { absoluteAddress } from '#journal/address/base.ts';
import { editFrontMatter } from '#journal/file/frontMatter.ts';
import { readJournal, readSite } from '../content/contentFolder.ts';
import { readMatter } from '../content/matter.ts';
import type { Draft } from '../drafts/draftStore.ts';
import { requestOfMessage, versionOf } from '../drafts/request.ts';
import { attachmentOf } from '../message/attachment.ts';
import { partOf } from '../message/chatText.ts';
import { withWords } from '../message/commandWords.ts';
import { chatTextOf, contentOf } from '../message/contribution.ts';
import type { DirectKind } from '../mirror/directPosts.ts';
import { placeOf } from '../notify/replies.ts';
import { plain } from '../notify/uncertain.ts';
import { type Channel, postAddress, postIds } from '../outbox/channel.ts';
import { concludeEdit } from '../owner/entry/editOutcome.ts';
import { leftOutWords, markdownOf, writeMessage } from '../owner/entry/keeping.ts';
import { carryOn, carryOnIfPublished } from '../publish/carryOn.ts';
import { talk } from '../talk/talk.ts';
import { acknowledgePost, tell, tellUnkept } from './incomingNews.ts';
import type { IncomingTools } from './incomingTools.ts';

/** What taking in a post of a channel takes. */
interface ChannelTools extends IncomingTools {
  readonly channel: Channel;
}

// An edit may come before its post does, which Telegram keeps for a day.
const oldestUnknownSeconds = 24 * 60 * 60;

/** Takes in a post, or its edit. Only the configured channel counts; what is posted elsewhere is nothing to the bot. */
export async function handleChannelUpdate(update: Update, tools: IncomingTools): Promise<void> {
  const { channel } = tools;
  const message = update.channel_post ?? update.edited_channel_post;
  if (!message || !channel || message.chat.id !== channel.id) return;
  const incoming = { ...tools, channel };
  await (update.channel_post ? keepPost(message, incoming) : keepEdit(message, incoming));
}

/**
 * Takes in what somebody wrote in the channel itself: it becomes the draft of a note, or a published note, as `posts` of
 * the channel in site.yaml says. Who may write there is for the channel's administrators to say. Done again after a
 * crash, it finds what it did.
 */
async function keepPost(message: Message, tools: ChannelTools): Promise<void> {
  const { channel, directPosts, config, store } = tools;
  const site = await readSite(config.contentFolder);
  const posts = site.channel?.posts ?? 'draft';
  if (posts === 'ignore') return;
  const known = directPosts.find(channel.id, message.message_id);
  if (!known && (await isMirrored(message, tools))) return;
  const begun = draftFor(message, site.timeZone, tools);
  if (!begun) return tellUnkept(message, tools);
  const { draft, isFirst } = begun;
  const isNew = isFirst && posts === 'publish';
  if (known?.state !== 'taken') await takeIn(message, draft, isNew, site.timeZone, tools);
  // All of it was done before.
  else if (store.acknowledgement(draft, config.ownerId) !== undefined) return;
  const trouble = isNew
    ? await carryOn(draft, `Publish ${draft.file}`, tools)
    : await carryOnIfPublished(draft, tools);
  const leftOut = leftOutWords(message);
  await acknowledgePost(message, draft, leftOut === '' ? trouble : `${trouble}\n${leftOut}`, tools);
}

/** Writes the note, with the address of the post: when this resolves both are on disk. */
async function takeIn(
  message: Message,
  draft: Draft,
  isPublished: boolean,
  timeZone: string,
  tools: ChannelTools,
): Promise<void> {
  const { channel, directPosts } = tools;
  directPosts.take(channel.id, message.message_id, draft, kindOf(message));
  await writeMessage(message, draft, timeZone, tools);
  await noteSyndication(message, draft, isPublished, tools);
  directPosts.taken(channel.id, message.message_id, true);
}

/** Carries the edit of a post over into its note. A note that was changed by hand since is left as it is. */
async function keepEdit(message: Message, tools: ChannelTools): Promise<void> {
  const { channel, directPosts, store, clock, drafts } = tools;
  if (isOwnDoing(message, tools)) return;
  const post = directPosts.find(channel.id, message.message_id);
  const piece = store.piece(placeOf(message));
  if (!post || !piece?.written) {
    const isRecent = clock.now() / 1000 - message.date < oldestUnknownSeconds;
    return isRecent ? keepPost(message, tools) : undefined;
  }
  directPosts.take(channel.id, message.message_id, piece.draft, post.kind);
  const own = await withoutPermalink(message, piece.draft, tools);
  const markdown = await markdownOf(own, piece.draft, tools);
  const outcome = await drafts.edit(piece, markdown, versionOf(message));
  directPosts.taken(channel.id, message.message_id, outcome === 'written');
  const { file } = piece.draft;
  const news = {
    missing: talk('postEditGone', { file }),
    'by-hand': `${talk('postEditByHand', { file })}\n\n${chatTextOf(own).text}`,
    conflict: `${talk('postEditConflict', { file })}\n\n${chatTextOf(own).text}`,
  };
  await concludeEdit(outcome, piece.draft, news, tools, (text) => tell(text, tools));
}

function draftFor(message: Message, timeZone: string, { store, drafts, clock }: ChannelTools) {
  const album =
    message.media_group_id === undefined ? undefined : store.byMediaGroup(message.media_group_id);
  const known = store.piece(placeOf(message))?.draft;
  if (album && album.id !== known?.id) return { draft: album, isFirst: false };
  const attachment = attachmentOf(message);
  if (!attachment && contentOf(message) === '') return undefined;
  const begun = { ...placeOf(message), date: message.date, mediaGroup: message.media_group_id };
  const draft = drafts.begin(begun, timeZone, attachment !== undefined, clock.now());
  return { draft, isFirst: true };
}

function kindOf(message: Message): DirectKind {
  // Telegram lets nobody edit a forward.
  if (message.forward_origin) return 'fixed';
  if (message.photo) return 'photo';
  return message.text === undefined ? 'fixed' : 'text';
}

/** Whether an entry names the post already: the database was lost, or the post is the bot's own. */
async function isMirrored(
  message: Message,
  { channel, outbox, config }: ChannelTools,
): Promise<boolean> {
  const id = message.message_id;
  const isHeld = outbox.copies
    .all(channel.id)
    .some((copy) => copy.messages.some((one) => one.ids.includes(id)));
  if (isHeld) return true;
  const { journal } = await readJournal(config.contentFolder);
  return journal.entries.some((entry) => postIds(channel, entry.syndication).includes(id));
}

/** Whether an edit is the bot's own, of which Telegram may tell it: the post says what the mirror made it say. */
function isOwnDoing(message: Message, { outbox, channel }: ChannelTools): boolean {
  const text = plain(chatTextOf(message).text);
  const copied = outbox.copies.all(channel.id).flatMap((copy) => copy.messages);
  const coming = outbox
    .open()
    .flatMap(({ steps }) =>
      steps.flatMap((step) =>
        step.call === 'edit' ? [{ ids: step.messageIds, message: step.message }] : [],
      ),
    );
  return [...copied, ...coming].some(
    (one) => one.ids.includes(message.message_id) && plain(one.message.text) === text,
  );
}

/** Writes the address of the post into its note and, where that is wished, lets readers see it. */
async function noteSyndication(
  message: Message,
  { file }: Draft,
  isPublished: boolean,
  { changes, channel }: ChannelTools,
): Promise<void> {
  const request = requestOfMessage(message);
  const cause = `channel:${request.cause}`;
  await changes.change({ ...request, cause }, file, 'changePost', async (source) => {
    const known = readMatter(source, file)?.['syndication'];
    const others = Array.isArray(known) ? known.map(String) : known ? [String(known)] : [];
    const syndication = [...new Set([...others, postAddress(channel, message.message_id)])];
    return editFrontMatter(source, { syndication, ...(isPublished && { draft: undefined }) });
  });
}

/** A post without the address of its note at its end, which the mirror put there. */
async function withoutPermalink(
  message: Message,
  { file }: Draft,
  { config }: ChannelTools,
): Promise<Message> {
  const { journal } = await readJournal(config.contentFolder);
  const entry = journal.entries.find((one) => one.file === file);
  const permalink = entry && absoluteAddress(entry.path, journal.site.url);
  const words = chatTextOf(message);
  if (permalink === undefined || !words.text.trimEnd().endsWith(permalink)) return message;
  return withWords(message, partOf(words, 0, words.text.lastIndexOf(permalink)));
}
