import type { Message } from 'grammy/types';
import { uncommentInPrivate } from '../comments/deciding.ts';
import { chatTextOf } from '../drafts/contribution.ts';
import type { ActionName, Answer, Command, CommandHandler } from './command.ts';
import { wordsBehind } from './command.ts';
import { article, done, note, withWords } from './commands/article.ts';
import { cancel } from './commands/cancel.ts';
import { drafts } from './commands/drafts.ts';
import { find } from './commands/find.ts';
import { lang, slug, tag, title, tldr } from './commands/matter.ts';
import { alt, cover, coverAlt } from './commands/pictures.ts';
import { discard, publish, undo, unpublish } from './commands/publishing.ts';
import { schedule } from './commands/schedule.ts';
import { newSeries, series } from './commands/series.ts';
import { show } from './commands/show.ts';
import { status } from './commands/status.ts';
import { helpText } from './commandTable.ts';
import type { HandlerTools } from './handlerTools.ts';
import { keepEdit } from './keeping.ts';
import { showAdded } from './progress.ts';
import { placeOf, reply } from './replies.ts';
import { requestOfMessage } from './request.ts';

const handlers: Readonly<Record<ActionName, CommandHandler>> = {
  article,
  done,
  note,
  drafts,
  show,
  find,
  title,
  slug,
  tag,
  series,
  tldr,
  cover,
  alt,
  lang,
  schedule,
  unschedule: unpublish,
  publish,
  unpublish,
  discard,
  undo,
  cancel,
  status,
  uncomment: ({ message }, tools) => uncommentInPrivate(message, tools),
  help: async () => helpText(),
  'new-series': newSeries,
  'cover-alt': coverAlt,
};

/** The command that a message is, without `/` and the bot's name; undefined for a message that is none. */
export function commandOf(message: Message): string | undefined {
  const { text, entities } = chatTextOf(message);
  const first = entities.find((entity) => entity.type === 'bot_command' && entity.offset === 0);
  // Words of somebody else command nothing: a forward's, or what another bot put into the owner's mouth.
  if (!first || message.forward_origin || message.via_bot) return undefined;
  return text.slice(1, first.length).split('@')[0]?.toLowerCase();
}

/** Does what a command asks for. */
export async function handleCommand(
  command: string,
  message: Message,
  tools: HandlerTools,
): Promise<void> {
  const name = command === 'start' ? 'help' : command;
  if (!isAction(name) || name.includes('-')) {
    await reply(tools.api, placeOf(message), `I do not know /${command}. /help tells what I do.`);
    return;
  }
  await act(
    name,
    {
      message,
      words: wordsBehind(message, true),
      about: undefined,
      extra: '',
      request: requestOfMessage(message),
    },
    tools,
  );
}

/** Takes a message as the answer to what the bot has asked. @returns whether it was one. */
export async function answerQuestion(message: Message, tools: HandlerTools): Promise<boolean> {
  const { dialogue, store } = tools;
  const place = placeOf(message);
  const addressed = message.reply_to_message;
  // Answered once, it stays the answer when it comes again or is edited.
  if (!dialogue.hasAnswered(place)) {
    if (message.text === undefined || message.forward_origin || message.via_bot) return false;
    if (store.piece(place)) return false;
    if (addressed && store.byMessage({ ...place, messageId: addressed.message_id })) return false;
  }
  const question = dialogue.questionFor(place, message.date * 1000);
  if (!question || !isAction(question.command)) return false;
  const version = message.edit_date ?? message.date;
  if (version < question.version) return true;
  dialogue.answer(question, place.messageId, version);
  const about = question.draftId === undefined ? undefined : store.byId(question.draftId);
  const words = wordsBehind(message, false);
  const request = requestOfMessage(message);
  await act(question.command, { message, words, about, extra: question.extra, request }, tools);
  return true;
}

/** An edit of a note, of an answer to the bot, or of what belongs to a draft. An edited command is not done again. */
export async function keepEditedMessage(message: Message, tools: HandlerTools): Promise<void> {
  const command = commandOf(message);
  if (command === undefined && (await answerQuestion(message, tools))) return;
  const own = command === 'note' ? withWords(message, wordsBehind(message, true)) : message;
  await keepEdit(own, tools);
  const piece = tools.store.piece(placeOf(message));
  if (piece?.written) await showAdded(message, piece.draft, '', tools);
}

async function act(name: ActionName, command: Command, tools: HandlerTools): Promise<void> {
  const answer = await handlers[name](command, tools);
  if (answer === undefined) return;
  await say(command, typeof answer === 'string' ? { text: answer } : answer, tools);
}

async function say({ message }: Command, answer: Answer, tools: HandlerTools): Promise<void> {
  const place = placeOf(message);
  const id = await reply(tools.api, place, answer.text, undefined, answer.keyboard);
  if (answer.draft) tools.store.acknowledged({ ...place, messageId: id }, answer.draft);
}

function isAction(name: string): name is ActionName {
  return Object.hasOwn(handlers, name);
}
