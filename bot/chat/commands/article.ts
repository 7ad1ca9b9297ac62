import type { Message } from 'grammy/types';
import { readSite } from '../../contentFolder.ts';
import { type ChatText, chatTextToMarkdown } from '../../drafts/chatText.ts';
import { freeArticleName, newArticle } from '../articleFile.ts';
import { ask } from '../asking.ts';
import { type CommandHandler, partOf, plainLine } from '../command.ts';
import { measureFile } from '../entryCard.ts';
import type { HandlerTools } from '../handlerTools.ts';
import { keepMessage } from '../keeping.ts';
import { showProgress } from '../progress.ts';
import { draftButtons, placeOf } from '../replies.ts';

/** Begins an article. Its title is the first line behind the command; what follows is its beginning. */
export const article: CommandHandler = async ({ words, message, request }, tools) => {
  const { store, dialogue, changes, clock, config } = tools;
  const lineEnd = words.text.indexOf('\n');
  const title = plainLine(lineEnd === -1 ? words.text : words.text.slice(0, lineEnd));
  if (title === '') return ask(request, { command: 'article' }, 'What is its title?', tools);
  const file = await freeArticleName(title, request.at, tools);
  const composition = dialogue.compose(request, () => store.ensure(file, clock.now()));
  const { timeZone } = await readSite(config.contentFolder);
  const rest = lineEnd === -1 ? '' : chatTextToMarkdown(partOf(words, lineEnd, words.text.length));
  const source = newArticle(title, request.at, timeZone, rest);
  await changes.create(request, composition.draft.file, source);
  store.acknowledged(placeOf(message), composition.draft);
  await showProgress(composition, tools, message);
  return undefined;
};

/** Ends the article that messages add to. */
export const done: CommandHandler = async ({ message }, tools) => {
  const { dialogue } = tools;
  const place = placeOf(message);
  const open = dialogue.openComposition(place.chatId);
  if (open) dialogue.endCompositions(place);
  const ended = dialogue.compositionEndedBy(place);
  if (!ended) return 'No article is under way. /article Title begins one.';
  await showProgress(ended, tools, message);
  const { file } = ended.draft;
  const text = `Done: ${file}, ${await measureFile(tools.drafts.path(file), file)}.`;
  return { text, draft: ended.draft, keyboard: draftButtons(ended.draft) };
};

/** Ends an article, and begins a note with the words behind the command. */
export const note: CommandHandler = async ({ message, words }, tools) => {
  const { dialogue } = tools;
  const place = placeOf(message);
  if (dialogue.openComposition(place.chatId)) dialogue.endCompositions(place);
  const ended = dialogue.compositionEndedBy(place);
  if (ended) await showProgress(ended, tools, message);
  if (words.text !== '' || hasFile(message)) {
    await keepMessage(withWords(message, words), tools);
    return undefined;
  }
  return 'Your next message is the note.';
};

/** The same message without the command before its words. */
export function withWords(message: Message, { text, entities }: ChatText): Message {
  return message.text === undefined
    ? ({ ...message, caption: text, caption_entities: [...entities] } as Message)
    : ({ ...message, text, entities: [...entities] } as Message);
}

/** Ends an article by its button. The answer is a sentence for the owner. */
export async function endByButton(
  shown: Message,
  draftId: number,
  tools: HandlerTools,
): Promise<string> {
  const { dialogue } = tools;
  const open = dialogue.openComposition(shown.chat.id);
  if (open?.draft.id !== draftId) return 'That article is ended already.';
  dialogue.endCompositions(placeOf(shown));
  await showProgress({ ...open, isOpen: false }, tools, shown);
  return `Done: ${open.draft.file}.`;
}

function hasFile(message: Message): boolean {
  return message.text === undefined;
}
