import { createHash } from 'node:crypto';
import { InlineKeyboard } from 'grammy';
import type { CallbackQuery } from 'grammy/types';
import { stringify } from 'yaml';
import { slugify } from '#journal/address/slug.ts';
import { readJournal } from '../../content/contentFolder.ts';
import { readIfThere } from '../../content/files.ts';
import type { Draft } from '../../drafts/draftStore.ts';
import { type Request, requestOfPress } from '../../drafts/request.ts';
import { openLine } from '../../message/openText.ts';
import { ask } from '../dialogue/asking.ts';
import type { Answer } from '../dialogue/command.ts';
import { seriesInWords } from '../entry/entryCard.ts';
import { editEntry, type Wish } from '../entry/entryEdit.ts';
import { targetOf } from '../entry/target.ts';
import type { CommandHandler, CommandTools } from './commandTools.ts';

const seriesOffered = 12;
/** Telegram takes 64 bytes behind a button. */
const longestIdBehindButton = 36;

/** Puts an entry into a series; one that is not known is offered to be made. */
export const series: CommandHandler = async (command, tools) => {
  const target = await targetOf(command, tools);
  if (target.is === 'none') return target.why;
  const { draft } = target;
  const [, id = '', given] = /^(.*?)(?:\s+(\d+))?$/.exec(openLine(command.words)) ?? [];
  const part = given === undefined ? undefined : Number(given);
  if (id === '-') return setSeries(command.request, draft, undefined, undefined, tools);
  const { journal } = await readJournal(tools.config.contentFolder);
  if (journal.series.has(id)) return setSeries(command.request, draft, id, part, tools);
  const known = [...journal.series].slice(0, seriesOffered);
  const keyboard = new InlineKeyboard();
  for (const [one, { title }] of known)
    keyboard
      .text(title.slice(0, 40).toWellFormed(), `series:${draft.id}:${part ?? 0}:${tokenOf(one)}`)
      .row();
  const fresh = idFor(id, '');
  const isShort = Buffer.byteLength(fresh) <= longestIdBehindButton;
  keyboard.text(
    fresh === '' ? 'New series' : `New series: ${fresh}`,
    `newseries:${draft.id}:${part ?? 0}:${isShort ? fresh : ''}`,
  );
  const text = id === '' ? 'Which series?' : `There is no series “${id}”. Which one is meant?`;
  return { text, draft, keyboard };
};

/** Makes the series that a button offered: the words are its title. */
export const newSeries: CommandHandler = async ({ words, about, extra, request }, tools) => {
  const title = openLine(words);
  if (!about || title === '') return 'The title of a series is text; /series begins again.';
  const [wanted = '', given = '0'] = extra.split(':');
  const id = wanted === '' ? idFor(title, 'series') : wanted;
  const { journal } = await readJournal(tools.config.contentFolder);
  const there = await fileOfSeries(id, tools);
  if (there !== undefined && !journal.series.has(id))
    return `${there} is there and cannot be read, so I leave it as it is. Mend it, then /series ${id}.`;
  const file = there ?? `series/${id}.yaml`;
  const needs = { file, source: stringify({ title }, { lineWidth: 0 }) };
  return setSeries(request, about, id, Number(given) || undefined, tools, needs);
};

/** Does what a button below /series says. The answer is a sentence for the owner. */
export async function chooseSeries(
  query: CallbackQuery,
  shown: { readonly chat: { readonly id: number }; readonly message_id: number },
  tools: CommandTools,
): Promise<Answer | undefined> {
  const [action, draftId, given, last = ''] = (query.data ?? '').split(':');
  const draft = tools.store.byId(Number(draftId));
  if (!draft) return undefined;
  const request = requestOfPress(query, shown, tools);
  const part = Number(given) || undefined;
  if (action === 'newseries') {
    const question = { command: 'new-series', draft, extra: `${last}:${part ?? 0}` } as const;
    const asked = { ...request, messageId: request.messageId - 1 };
    return { text: ask(asked, question, 'What is the title of the new series?', tools) };
  }
  const { journal } = await readJournal(tools.config.contentFolder);
  const id = [...journal.series.keys()].find((one) => tokenOf(one) === last);
  return id === undefined ? undefined : setSeries(request, draft, id, part, tools);
}

async function setSeries(
  request: Request,
  draft: Draft,
  id: string | undefined,
  part: number | undefined,
  tools: CommandTools,
  needs?: Wish['needs'],
): Promise<Answer> {
  const value = id === undefined ? undefined : part === undefined ? id : { id, part };
  const edit = await editEntry(
    request,
    {
      draft,
      what: `setting series of ${draft.file}`,
      concernsOthers: true,
      decide: () => ({ series: value }),
      needs,
    },
    tools,
  );
  if (edit.is === 'refused') return { text: edit.why, draft };
  const words = (edit.entry && seriesInWords(edit.entry)) ?? id ?? 'none';
  return { text: `Series: ${words}\n${draft.file}${edit.trouble}`, draft };
}

async function fileOfSeries(id: string, { drafts }: CommandTools): Promise<string | undefined> {
  for (const file of [`series/${id}.yaml`, `series/${id}.yml`])
    if ((await readIfThere(drafts.path(file))) !== undefined) return file;
  return undefined;
}

/** The name of a new series. A leading _ would hide its file. */
function idFor(words: string, otherwise: string): string {
  return slugify(words, otherwise).replace(/^[_-]+/, '') || otherwise;
}

/** A short name for a series: ids may be longer than a button holds. */
function tokenOf(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 12);
}
