import { hash } from 'node:crypto';
import { stringify } from 'yaml';
import { slugify } from '#journal/address/slug.ts';
import { type Button, button, fitsBehind, keyboardOf } from '../../button/button.ts';
import type { ButtonValues } from '../../button/buttonKinds.ts';
import { readRow, whole, word, writeRow } from '../../button/fields.ts';
import type { Press } from '../../button/press.ts';
import { readJournal } from '../../content/contentFolder.ts';
import type { Draft } from '../../drafts/draftStore.ts';
import { type Request, requestOfPress } from '../../drafts/request.ts';
import { openLine } from '../../message/openText.ts';
import { cutTo, talk } from '../../talk/talk.ts';
import { ask } from '../dialogue/asking.ts';
import type { Answer } from '../dialogue/command.ts';
import { seriesInWords } from '../entry/entryCard.ts';
import { editEntry, type Wish } from '../entry/entryEdit.ts';
import type { EntryTools } from '../entry/entryTools.ts';
import { aboutEntry, type CommandHandler, type CommandTools } from './commandTools.ts';

const seriesOffered = 12;
/** What the question for the title of a new series remembers. */
const wantedSeries = { id: word, part: whole };

/** Puts an entry into a series; one that is not known is offered to be made. */
export const series = aboutEntry(async (draft, command, tools) => {
  const [, id = '', given] = /^(.*?)(?:\s+(\d+))?$/.exec(openLine(command.words)) ?? [];
  const part = given === undefined ? undefined : Number(given);
  if (id === '-') return setSeries(command.request, draft, undefined, undefined, tools);
  const { journal } = await readJournal(tools.config.contentFolder);
  if (journal.series.has(id)) return setSeries(command.request, draft, id, part, tools);
  const known = [...journal.series].slice(0, seriesOffered);
  const about = { draft: draft.id, part: part ?? 0 };
  const rows = known.map(([one, { title }]) => [
    button(cutTo(40, title), 'series', { ...about, token: tokenOf(one) }),
  ]);
  const keyboard = keyboardOf(...rows, [newSeriesButton(about, idFor(id, ''))]);
  const text = id === '' ? talk('askSeries') : talk('unknownSeries', { series: id });
  return { text, draft, keyboard };
});

/** Offers a new series. An id that is too long for a button comes from its title. */
function newSeriesButton(about: Omit<ButtonValues<'newseries'>, 'id'>, id: string): Button {
  const values = { ...about, id };
  return button(
    id === '' ? talk('newSeriesButton') : talk('newSeriesNamed', { series: id }),
    'newseries',
    fitsBehind('newseries', values) ? values : { ...about, id: '' },
  );
}

/** Makes the series that a button offered: the words are its title. */
export const newSeries: CommandHandler = async ({ words, about, extra, request }, tools) => {
  const title = openLine(words);
  if (!about || title === '') return talk('seriesTitleIsText');
  const wanted = readRow(wantedSeries, extra);
  const id = wanted?.id || idFor(title, 'series');
  const { journal } = await readJournal(tools.config.contentFolder);
  const there = await fileOfSeries(id, tools);
  if (there !== undefined && !journal.series.has(id))
    return talk('seriesUnread', { file: there, command: `/series ${id}` });
  const file = there ?? `series/${id}.yaml`;
  const needs = { file, source: stringify({ title }, { lineWidth: 0 }) };
  return setSeries(request, about, id, wanted?.part || undefined, tools, needs);
};

/** Asks for the title of the series that a button makes. @returns undefined where its entry is not known any more. */
export function nameSeries(
  press: Press,
  { draft: draftId, part, id }: ButtonValues<'newseries'>,
  tools: CommandTools,
): Answer | undefined {
  const draft = tools.store.byId(draftId);
  if (!draft) return undefined;
  const extra = writeRow(wantedSeries, { id, part });
  const request = requestOfPress(press, tools);
  const asked = { ...request, messageId: request.messageId - 1 };
  const question = { command: 'new-series', draft, extra } as const;
  return { text: ask(asked, question, talk('askSeriesTitle'), tools) };
}

/** Puts an entry into the series of a button. @returns undefined where one of them is not known any more. */
export async function chooseSeries(
  press: Press,
  { draft: draftId, part, token }: ButtonValues<'series'>,
  tools: CommandTools,
): Promise<Answer | undefined> {
  const draft = tools.store.byId(draftId);
  const { journal } = await readJournal(tools.config.contentFolder);
  const id = [...journal.series.keys()].find((one) => tokenOf(one) === token);
  if (!draft || id === undefined) return undefined;
  return setSeries(requestOfPress(press, tools), draft, id, part || undefined, tools);
}

async function setSeries(
  request: Request,
  draft: Draft,
  id: string | undefined,
  part: number | undefined,
  tools: EntryTools,
  needs?: Wish['needs'],
): Promise<Answer> {
  const value = id === undefined ? undefined : part === undefined ? id : { id, part };
  const decide = () => ({ series: value });
  const wish: Wish = { draft, what: 'changeSeries', concernsOthers: true, decide, needs };
  const edit = await editEntry(request, wish, tools);
  if (edit.is === 'refused') return { text: edit.why, draft };
  const words = (edit.entry && seriesInWords(edit.entry)) ?? id ?? talk('none');
  const line = talk('seriesLine', { value: words });
  return { text: `${line}\n${draft.file}${edit.trouble}`, draft };
}

async function fileOfSeries(id: string, { drafts }: CommandTools): Promise<string | undefined> {
  for (const file of [`series/${id}.yaml`, `series/${id}.yml`])
    if ((await drafts.text(file)) !== undefined) return file;
  return undefined;
}

/** The name of a new series. A leading _ would hide its file; what is left without it may be a name that is not free either. */
function idFor(words: string, otherwise: string): string {
  return slugify(slugify(words, otherwise).replace(/^[_-]+/, ''), otherwise);
}

/** A short name for a series: ids may be longer than a button holds. */
function tokenOf(id: string): string {
  return hash('sha256', id).slice(0, 12);
}
