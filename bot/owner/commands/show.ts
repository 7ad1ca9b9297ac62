import type { ButtonValues } from '../../button/buttonKinds.ts';
import type { Press } from '../../button/press.ts';
import { readJournal } from '../../content/contentFolder.ts';
import type { Draft, MessagePlace } from '../../drafts/draftStore.ts';
import { draftButtons, placeOf } from '../../notify/replies.ts';
import { talk } from '../../talk/talk.ts';
import { entryCard } from '../entry/entryCard.ts';
import { goneWords } from '../entry/unread.ts';
import { aboutEntry, type CommandTools } from './commandTools.ts';

/** Shows an entry as it will be. */
export const show = aboutEntry(async (draft, command, tools) => {
  return (await sendCard(draft, placeOf(command.message), tools))
    ? undefined
    : goneWords(draft.file);
});

/** Shows an entry by a button. The answer is a sentence for the owner. */
export async function showByButton(
  press: Press,
  { draft: draftId }: ButtonValues<'show'>,
  tools: CommandTools,
): Promise<string> {
  const draft = tools.store.byId(draftId);
  if (!draft) return talk('unknownButton');
  return (await sendCard(draft, press, tools)) ? '' : goneWords(draft.file);
}

/** Sends the card of an entry, its buttons under the last message. @returns whether there is such an entry. */
async function sendCard(draft: Draft, to: MessagePlace, tools: CommandTools): Promise<boolean> {
  const { api, store, clock, config } = tools;
  const { file } = draft;
  const { journal, faults, unread, hasFile } = await readJournal(config.contentFolder);
  const entry = journal.entries.find((one) => one.file === file);
  if (!entry && !unread.includes(file)) return false;
  const documents = [...journal.entries, ...journal.pages];
  const pieces = entryCard({
    file,
    entry,
    faults: faults.filter((fault) => fault.file === file),
    site: journal.site,
    words: journal.words,
    context: {
      siteUrl: journal.site.url,
      formerly: journal.site.formerly,
      pathOf: (one) => documents.find((document) => document.file === one)?.path,
      hasFile,
    },
    now: clock.now(),
    preview: config.preview,
  });
  for (const [index, { text, entities }] of pieces.entries()) {
    const isLast = index === pieces.length - 1;
    const sent = await api.sendMessage(to.chatId, text, {
      entities: [...entities],
      link_preview_options: { is_disabled: true },
      ...(index === 0 && {
        reply_parameters: { message_id: to.messageId, allow_sending_without_reply: true },
      }),
      ...(isLast && entry?.draft !== false && { reply_markup: draftButtons(draft) }),
    });
    store.acknowledged({ chatId: to.chatId, messageId: sent.message_id }, draft);
  }
  return true;
}
