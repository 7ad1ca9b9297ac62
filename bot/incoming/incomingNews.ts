import { GrammyError } from 'grammy';
import type { Message } from 'grammy/types';
import { shownAddress } from '#journal/address/base.ts';
import type { Entry } from '#journal/content/entry.ts';
import type { Journal } from '#journal/content/journal.ts';
import { messageOf } from '../base/log.ts';
import { readJournal } from '../content/contentFolder.ts';
import type { Draft } from '../drafts/draftStore.ts';
import { isSent, unkeptKind } from '../message/kinds.ts';
import { draftButtons, placeOf } from '../notify/replies.ts';
import { type Channel, postAddress } from '../outbox/channel.ts';
import { publishedWords } from '../publish/siteWords.ts';
import { cutTo, talk } from '../talk/talk.ts';
import type { IncomingTools } from './incomingTools.ts';

/** Tells the owner in private, once for each note. */
export async function acknowledgePost(
  message: Message,
  draft: Draft,
  trouble: string,
  tools: IncomingTools,
): Promise<void> {
  const { store, config } = tools;
  if (store.acknowledgement(draft, config.ownerId) !== undefined) {
    if (trouble !== '') await tell(`${draft.file}:${trouble}`, tools);
    return;
  }
  const { journal } = await readJournal(config.contentFolder);
  const entry = journal.entries.find((one) => one.file === draft.file);
  const isDraft = entry?.draft ?? true;
  const news =
    entry && !entry.draft
      ? noteWords(message, publishedNews(draft, entry, journal, trouble === '', config))
      : savedWords(message, draft);
  const id = await say(news + trouble, tools, isDraft && draft);
  if (id !== undefined) store.acknowledged({ chatId: config.ownerId, messageId: id }, draft);
}

function publishedNews(
  { file }: Draft,
  { path }: Entry,
  { site }: Journal,
  isCarried: boolean,
  { publish }: IncomingTools['config'],
): string {
  const address = shownAddress(path, site.url);
  return publishedWords('Published', file, address, publish, isCarried);
}

function noteWords({ author_signature: name }: Message, published: string): string {
  return name === undefined
    ? talk('postIsNote', { published })
    : talk('postByIsNote', { name, published });
}

function savedWords({ author_signature: name }: Message, { file }: Draft): string {
  return name === undefined ? talk('postSaved', { file }) : talk('postBySaved', { name, file });
}

/** Tells the owner, once, of a post that nothing can be kept of. News of Telegram's, such as of a pin, are nobody's words. */
export async function tellUnkept(
  message: Message,
  tools: IncomingTools & { readonly channel: Channel },
): Promise<void> {
  if (!isSent(message)) return;
  const place = placeOf(message);
  const why = talk('notKept', { kind: unkeptKind(message) });
  const text = `${postAddress(tools.channel, place.messageId)}: ${why}`;
  await tools.waiting.sayOnce(place, 'refused', () => tell(text, tools));
}

/** Tells the owner something in private. */
export async function tell(text: string, tools: IncomingTools): Promise<void> {
  await say(text, tools, false);
}

async function say(
  text: string,
  { api, config, log }: IncomingTools,
  draft: Draft | false,
): Promise<number | undefined> {
  try {
    const sent = await api.sendMessage(config.ownerId, cutTo(4_000, text), {
      link_preview_options: { is_disabled: true },
      ...(draft && { reply_markup: draftButtons(draft) }),
    });
    return sent.message_id;
  } catch (error) {
    // The owner has not spoken with the bot yet, or has blocked it: the note is there all the same.
    if (!(error instanceof GrammyError) || error.error_code >= 429) throw error;
    log.warn('the owner could not be told', { reason: messageOf(error) });
    return undefined;
  }
}
