import { existsSync } from 'node:fs';
import type { Message } from 'grammy/types';
import { fillPermalink } from '#journal/address/permalink.ts';
import { slugify } from '#journal/address/slug.ts';
import { isSitePath } from '#journal/content/paths.ts';
import { editFrontMatter } from '#journal/file/frontMatter.ts';
import { formatMoment, momentAt } from '#journal/schema/moment.ts';
import type { ButtonValues } from '../../button/buttonKinds.ts';
import type { Press } from '../../button/press.ts';
import { readJournal, readSite } from '../../content/contentFolder.ts';
import type { Draft } from '../../drafts/draftStore.ts';
import { type Request, requestOfPress } from '../../drafts/request.ts';
import { titleAndRest, withWords } from '../../message/commandWords.ts';
import { entryButtons, placeOf } from '../../notify/replies.ts';
import { talk } from '../../talk/talk.ts';
import { ask } from '../dialogue/asking.ts';
import type { Answer, Command } from '../dialogue/command.ts';
import type { Composition } from '../dialogue/dialogue.ts';
import { measureFile } from '../entry/entryCard.ts';
import { editEntry, type Wish } from '../entry/entryEdit.ts';
import { keepEdit, keepMessage, markdownOf } from '../entry/keeping.ts';
import { showEnd, showProgress } from '../entry/progress.ts';
import type { CommandHandler, CommandTools } from './commandTools.ts';

/**
 * Begins an article. Its title is the first line behind the command; what follows is its beginning. An edit of the
 * message changes both.
 */
export const article: CommandHandler = async (command, tools) => {
  const { words, message, request } = command;
  const { store, dialogue, clock } = tools;
  const place = placeOf(message);
  const { title, rest } = titleAndRest(words);
  const known = dialogue.compositionFrom(place);
  if (known && store.byMessage(place)) {
    const trouble = await follow(command, known, title, tools);
    if (known.isOpen) await showProgress(known, tools, place);
    return trouble;
  }
  if (title === '') return ask(request, { command: 'article' }, talk('askArticleTitle'), tools);
  const file = await freeArticleName(title, request.at, tools);
  const begun = dialogue.compose(request, title, () => store.ensure(file, clock.now()));
  // Edited in, the title answers what was asked about this very message.
  dialogue.leaveQuestions({ ...place, messageId: place.messageId + 1 });
  await begin(begun.draft, title, withWords(message, rest), request, tools);
  const ended = dialogue.compositionEndedBy(place);
  if (ended) await showEnd(ended, tools);
  await showProgress(begun, tools, place);
  return undefined;
};

/** Writes the file of an article. It is acknowledged behind that, so that it is never begun a second time. */
async function begin(
  draft: Draft,
  title: string,
  beginning: Message,
  request: Request,
  tools: CommandTools,
): Promise<void> {
  const { store, changes, config } = tools;
  const { timeZone } = await readSite(config.contentFolder);
  const markdown = await markdownOf(beginning, draft, tools);
  await changes.create(request, draft.file, newArticle(title, request.at, timeZone, markdown));
  const place = placeOf(beginning);
  const version = beginning.edit_date ?? beginning.date;
  store.intend({ ...place, draft, markdown, version, before: undefined });
  store.edited(place, markdown, version);
  store.acknowledged(place, draft);
}

/** Follows the edit of the message that began an article. @returns what is in the way. */
async function follow(
  { message, words, request }: Command,
  begun: Composition,
  title: string,
  tools: CommandTools,
): Promise<Answer | undefined> {
  const piece = tools.store.piece(placeOf(message));
  if (!piece || message.edit_date === undefined || message.edit_date < piece.version)
    return undefined;
  const { draft, title: typed } = begun;
  await keepEdit(withWords(message, titleAndRest(words).rest), tools);
  if (title === '' || title === typed) return undefined;
  const wish: Wish = {
    draft,
    what: 'changeTitle',
    concernsOthers: false,
    decide({ entry }) {
      if (entry?.title === typed || entry?.title === title) return { title };
      return talk('titleChangedSince', { title: entry?.title ?? '' });
    },
  };
  // The rest of the message was changed under the request's own cause.
  const cause = `${request.cause}:title`;
  const edit = await editEntry({ ...request, cause }, wish, tools);
  if (edit.is === 'refused') return { text: edit.why, draft };
  tools.dialogue.titled(begun, title);
  return undefined;
}

/** Ends the article that messages add to. */
export const done: CommandHandler = async ({ message }, tools) => {
  const { dialogue } = tools;
  const place = placeOf(message);
  const open = dialogue.openComposition(place.chatId);
  if (open) dialogue.endCompositions(place);
  const ended = dialogue.compositionEndedBy(place);
  if (!ended) return talk('noArticle');
  await showProgress(ended, tools, place);
  const { file } = ended.draft;
  const size = await measureFile(tools.drafts.path(file), file);
  const text = talk('articleDone', { file, size });
  return { text, draft: ended.draft, keyboard: await entryButtons(ended.draft, tools) };
};

/** Ends an article, and begins a note with the words behind the command. */
export const note: CommandHandler = async ({ message, words }, tools) => {
  const { dialogue } = tools;
  const place = placeOf(message);
  if (dialogue.openComposition(place.chatId)) dialogue.endCompositions(place);
  const ended = dialogue.compositionEndedBy(place);
  if (ended) await showProgress(ended, tools, place);
  if (words.text !== '' || hasFile(message)) {
    await keepMessage(withWords(message, words), tools);
    return undefined;
  }
  return talk('nextIsNote');
};

/** Ends an article by its button. The answer is a sentence for the owner. */
export async function endByButton(
  press: Press,
  { draft: draftId }: ButtonValues<'done'>,
  tools: CommandTools,
): Promise<string> {
  const { dialogue } = tools;
  if (press.text === undefined) return talk('unknownButton');
  const request = requestOfPress(press, tools);
  const open = dialogue.openComposition(press.chatId);
  if (open?.draft.id === draftId) dialogue.endCompositions(request);
  const ended = dialogue.compositionEndedBy(request);
  if (ended?.draft.id !== draftId) return talk('articleEndedAlready');
  await showProgress(ended, tools, press);
  return talk('articleDoneShort', { file: ended.draft.file });
}

function hasFile(message: Message): boolean {
  return message.text === undefined;
}

/** A free name for an article of this title; a name or an address that is taken gets -2. */
async function freeArticleName(
  title: string,
  at: number,
  { config, drafts, store }: CommandTools,
): Promise<string> {
  const { journal } = await readJournal(config.contentFolder);
  const { timeZone, permalinks } = journal.site;
  const { day } = momentAt(at, timeZone);
  const taken = new Set(
    [...journal.entries, ...journal.pages].flatMap((one) =>
      [one.path, ...one.aliases].map((path) => path.toLowerCase()),
    ),
  );
  // A leading _ would hide the file; what is left without it may be a name that is not free either.
  const base = slugify(slugify(title, day).replace(/^[_-]+/, ''), day);
  // `articles/index.md` would be the entry in the whole room.
  for (let number = base === 'index' ? 2 : 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`;
    const names = ['.md', '.mdx', '/index.md', '/index.mdx'].map((end) => `articles/${slug}${end}`);
    const path = fillPermalink(permalinks.articles, { day, slug, id: undefined });
    const isFree =
      !isSitePath(path) &&
      !taken.has(path.toLowerCase()) &&
      names.every((name) => !store.byFile(name) && !existsSync(drafts.path(name)));
    if (isFree) return `articles/${slug}.md`;
  }
}

/** The file of a new article. */
function newArticle(title: string, at: number, timeZone: string, body: string): string {
  const text = body === '' ? '' : `${body}\n`;
  const source = editFrontMatter(text, { title, date: formatMoment(at, timeZone), draft: true });
  return `${source.trimEnd()}\n`;
}
