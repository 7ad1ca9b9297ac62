import { InlineKeyboard } from 'grammy';
import { readJournal } from '../../content/contentFolder.ts';
import { nameOf } from '../entry/entryCard.ts';
import type { CommandHandler, CommandTools } from './commandTools.ts';

const draftsOnPage = 5;

/** The list of drafts, its first page. */
export const drafts: CommandHandler = (_, tools) => draftsPage(1, tools);

/** A page of the list of drafts, newest first, each with its buttons; beyond the last one, the last. */
export async function draftsPage(
  wanted: number,
  { config, store, clock }: CommandTools,
): Promise<{ text: string; keyboard?: InlineKeyboard }> {
  const { journal, unread } = await readJournal(config.contentFolder);
  const hidden =
    unread.length === 0
      ? []
      : [`Not among them, as they cannot be read: ${unread.join(', ')}. /status tells why.`];
  const all = journal.entries.filter((entry) => entry.draft);
  if (all.length === 0) return { text: ['There are no drafts.', ...hidden].join('\n') };
  const pages = Math.ceil(all.length / draftsOnPage);
  const page = Math.min(Math.max(1, Math.trunc(wanted) || 1), pages);
  const first = (page - 1) * draftsOnPage;
  const keyboard = new InlineKeyboard();
  const lines = all.slice(first, first + draftsOnPage).map((entry, index) => {
    const number = first + index + 1;
    const { id } = store.ensure(entry.file, clock.now());
    keyboard
      .text(`Publish ${number}`, `publish:${id}:${page}`)
      .text(`Show ${number}`, `show:${id}`)
      .text(`Discard ${number}`, `discard:${id}:${page}`)
      .row();
    return `${number}. ${nameOf(entry)}\n    ${entry.file}`;
  });
  if (page > 1) keyboard.text('◀', `drafts:${page - 1}`);
  if (page < pages) keyboard.text('▶', `drafts:${page + 1}`);
  const place = pages > 1 ? [`Page ${page} of ${pages}, ${all.length} drafts`] : [];
  return { text: [...lines, ...place, ...hidden].join('\n'), keyboard };
}
