import { type Button, button, type Keyboard, keyboardOf } from '../../button/button.ts';
import { readJournal } from '../../content/contentFolder.ts';
import { talk } from '../../talk/talk.ts';
import { nameOf } from '../entry/entryCard.ts';
import type { CommandHandler, CommandTools } from './commandTools.ts';

const draftsOnPage = 5;

/** The list of drafts, its first page. */
export const drafts: CommandHandler = (_, tools) => draftsPage(1, tools);

/** A page of the list of drafts, newest first, each with its buttons; beyond the last one, the last. */
export async function draftsPage(
  wanted: number,
  { config, store, clock }: CommandTools,
): Promise<{ text: string; keyboard?: Keyboard }> {
  const { journal, unread } = await readJournal(config.contentFolder);
  const hidden = unread.length === 0 ? [] : [talk('unreadDrafts', { files: unread.join(', ') })];
  const all = journal.entries.filter((entry) => entry.draft);
  if (all.length === 0) return { text: [talk('noDrafts'), ...hidden].join('\n') };
  const pages = Math.ceil(all.length / draftsOnPage);
  const page = Math.min(Math.max(1, Math.trunc(wanted) || 1), pages);
  const first = (page - 1) * draftsOnPage;
  const rows: Button[][] = [];
  const lines = all.slice(first, first + draftsOnPage).map((entry, index) => {
    const number = first + index + 1;
    const { id } = store.ensure(entry.file, clock.now());
    const values = { draft: id, page };
    rows.push([
      button(talk('publishNumber', { number }), 'publish', values),
      button(talk('showNumber', { number }), 'show', values),
      button(talk('discardNumber', { number }), 'discard', values),
    ]);
    return `${number}. ${nameOf(entry)}\n    ${entry.file}`;
  });
  const back = page > 1 ? [button('◀', 'drafts', { page: page - 1 })] : [];
  const on = page < pages ? [button('▶', 'drafts', { page: page + 1 })] : [];
  const place = pages > 1 ? [talk('pageOfDrafts', { page, pages, count: all.length })] : [];
  return {
    text: [...lines, ...place, ...hidden].join('\n'),
    keyboard: keyboardOf(...rows, [...back, ...on]),
  };
}
