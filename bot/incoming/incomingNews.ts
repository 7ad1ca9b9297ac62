import { GrammyError } from 'grammy';
import type { Message } from 'grammy/types';
import { absoluteAddress } from '#journal/address/base.ts';
import { messageOf } from '../base/log.ts';
import { readJournal } from '../content/contentFolder.ts';
import type { Draft } from '../drafts/draftStore.ts';
import { draftButtons } from '../notify/replies.ts';
import { publishedWords } from '../publish/siteWords.ts';
import type { IncomingTools } from './incomingTools.ts';

type NewsTools = Pick<IncomingTools, 'api' | 'config' | 'log' | 'store'>;

/** Tells the owner in private, once for each note. */
export async function acknowledgePost(
  message: Message,
  draft: Draft,
  trouble: string,
  tools: NewsTools,
): Promise<void> {
  const { store, config } = tools;
  if (store.acknowledgement(draft, config.ownerId) !== undefined) {
    if (trouble !== '') await tell(`${draft.file}:${trouble}`, tools);
    return;
  }
  const { journal } = await readJournal(config.contentFolder);
  const entry = journal.entries.find((one) => one.file === draft.file);
  const by = message.author_signature === undefined ? '' : ` by ${message.author_signature}`;
  const news =
    entry && !entry.draft
      ? `is a note. ${publishedWords('Published', draft.file, absoluteAddress(entry.path, journal.site.url), config.publish, trouble === '')}`
      : `is saved as ${draft.file}`;
  const isDraft = entry?.draft ?? true;
  const id = await say(`A post${by} in the channel ${news}${trouble}`, tools, isDraft && draft);
  if (id !== undefined) store.acknowledged({ chatId: config.ownerId, messageId: id }, draft);
}

/** Tells the owner something in private. */
export async function tell(text: string, tools: NewsTools): Promise<void> {
  await say(text, tools, false);
}

async function say(
  text: string,
  { api, config, log }: NewsTools,
  draft: Draft | false,
): Promise<number | undefined> {
  try {
    const sent = await api.sendMessage(config.ownerId, text.slice(0, 4000).toWellFormed(), {
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
