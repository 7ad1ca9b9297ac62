import { type Api, InlineKeyboard } from 'grammy';
import { toString as textOf } from 'mdast-util-to-string';
import type { Entry } from '#journal/entry.ts';
import { visibility } from '#journal/gate.ts';
import { parseMarkdown } from '#journal/markdown.ts';
import { formatMoment } from '#journal/moment.ts';
import type { Channel } from '../channel/channel.ts';
import type { Delivery } from '../channel/delivery.ts';
import type { Outbox } from '../channel/outbox.ts';
import { readJournal } from '../contentFolder.ts';
import type { Draft } from '../drafts/draftStore.ts';
import type { Inbox } from '../inbox/inbox.ts';

/** Buttons under the news of a post that may or may not have arrived. */
export function uncertainButtons({ id, questions }: Delivery): InlineKeyboard {
  return new InlineKeyboard().text('Send again', `resend:${id}:${questions}`);
}

export const helpText = `Write to me, and it becomes the draft of a note.

A photo, an album, a file: it lies beside the draft.
A reply to a message of yours, or to my answer, adds to that draft.
Editing your message edits the draft.

/drafts - all drafts, with buttons
/publish - in reply to a draft, or the newest one
/status - what waits, and what needs you
/help - this text`;

const draftsShown = 8;

/** The list of drafts, newest first, each with its buttons. */
export async function tellDrafts(
  api: Api,
  chatId: number,
  contentFolder: string,
  ensure: (file: string) => Draft,
): Promise<void> {
  const { journal } = await readJournal(contentFolder);
  const drafts = journal.entries.filter((entry) => entry.draft);
  const keyboard = new InlineKeyboard();
  const lines = drafts.slice(0, draftsShown).map((entry, index) => {
    const draft = ensure(entry.file);
    keyboard
      .text(`Publish ${index + 1}`, `publish:${draft.id}`)
      .text(`Discard ${index + 1}`, `discard:${draft.id}`)
      .row();
    return `${index + 1}. ${nameOf(entry)}\n    ${entry.file}`;
  });
  const more = drafts.length - lines.length;
  const text =
    drafts.length === 0
      ? 'There are no drafts.'
      : [...lines, ...(more > 0 ? [`… and ${more} more`] : [])].join('\n');
  await api.sendMessage(chatId, text, {
    link_preview_options: { is_disabled: true },
    ...(lines.length > 0 && { reply_markup: keyboard }),
  });
}

/** A line that tells the owner which entry is meant. */
function nameOf(entry: Entry): string {
  const words = (entry.title ?? textOf(parseMarkdown(entry.body))).replace(/\s+/g, ' ').trim();
  if (words === '') return '(without words)';
  return words.length > 60 ? `${words.slice(0, 59).trimEnd()}…` : words;
}

/** What `/status` is made from. */
export interface StatusSources {
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly channel: Channel | undefined;
  readonly contentFolder: string;
  readonly now: number;
}

/** The state of everything that waits or needs the owner, as a text. */
export async function statusText({
  inbox,
  outbox,
  channel,
  contentFolder,
  now,
}: StatusSources): Promise<string> {
  const { journal, faults } = await readJournal(contentFolder);
  const waiting = inbox.counts();
  const scheduled = journal.entries
    .filter((entry) => visibility(entry, now) === 'scheduled')
    .at(-1);
  const drafts = journal.entries.filter((entry) => entry.draft).length;
  const lines = [
    `Drafts: ${drafts}`,
    // The /status that is being answered is in the inbox itself.
    `Inbox: ${Math.max(0, waiting.pending - 1)} waiting${waiting.failed > 0 ? `, ${waiting.failed} given up` : ''}`,
    channel
      ? `Channel: ${channel.title}, ${outbox.copies(channel.id).length} entries there`
      : 'Channel: none (TELEGRAM_CHANNEL is not set)',
    `Outbox: ${outbox.pending().length} waiting`,
    ...outbox
      .pending()
      .filter((one) => one.error !== undefined)
      .map((one) => `  ${one.file}: ${one.error}`),
    ...outbox.failed().map((one) => `Refused: ${one.file}: ${one.error}`),
    ...outbox.uncertain().map((one) => `Uncertain: ${one.file}: ${one.error}`),
    ...(scheduled
      ? [
          `Next scheduled: ${nameOf(scheduled)}, ${formatMoment(scheduled.date.at, journal.site.timeZone)}`,
        ]
      : []),
    ...faults
      .slice(0, 5)
      .map((fault) => `Fault: ${fault.file}:${fault.line}: ${fault.what}; ${fault.cure}`),
  ];
  return lines.join('\n').slice(0, 4000);
}
