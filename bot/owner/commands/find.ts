import { shownAddress } from '#journal/address/base.ts';
import type { Entry } from '#journal/content/entry.ts';
import { visibility } from '#journal/public/gate.ts';
import { type Button, button, keyboardOf } from '../../button/button.ts';
import { readJournal } from '../../content/contentFolder.ts';
import { openLine } from '../../message/openText.ts';
import { talk } from '../../talk/talk.ts';
import { ask } from '../dialogue/asking.ts';
import { nameOf, stateOf } from '../entry/entryCard.ts';
import type { CommandHandler } from './commandTools.ts';

const resultsShown = 8;

/** Looks for entries, drafts among them, that hold all the words in title, text or tags. */
export const find: CommandHandler = async ({ words, request }, tools) => {
  const { config, store, clock } = tools;
  const wanted = openLine(words);
  if (wanted === '') return ask(request, { command: 'find' }, talk('askWords'), tools);
  const parts = folded(wanted).split(' ');
  const { journal } = await readJournal(config.contentFolder);
  const found = journal.entries.filter((entry) => holds(entry, parts));
  if (found.length === 0) return talk('nothingFound', { words: wanted });
  const buttons: Button[] = [];
  const lines = found.slice(0, resultsShown).map((entry, index) => {
    const number = index + 1;
    const { id } = store.ensure(entry.file, clock.now());
    buttons.push(button(talk('showNumber', { number }), 'show', { draft: id }));
    const state = stateOf(entry, clock.now(), journal.site);
    const isShown = visibility(entry, clock.now()) === 'published';
    const place = isShown ? shownAddress(entry.path, journal.site.url) : entry.file;
    return `${number}. ${nameOf(entry)}\n    ${entry.date.day} · ${state}\n    ${place}`;
  });
  const more = found.length - lines.length;
  return {
    text: [...lines, ...(more > 0 ? [talk('moreFound', { count: more })] : [])].join('\n'),
    keyboard: keyboardOf(buttons.slice(0, 4), buttons.slice(4)),
  };
};

function holds(entry: Entry, parts: readonly string[]): boolean {
  const { title = '', tldr = '', body, tags } = entry;
  const text = folded([title, tldr, body, unmarked(body), ...tags].join(' '));
  return parts.every((part) => text.includes(part));
}

/** Markdown without the marks that may stand within words; parsing thousands of entries would keep the owner waiting. */
function unmarked(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])|[*_~`]+/g, '$1');
}

/** Without regard to case, composition and kind of white space. */
function folded(text: string): string {
  return text.normalize('NFC').toLowerCase().normalize('NFC').replace(/\s+/g, ' ').trim();
}
