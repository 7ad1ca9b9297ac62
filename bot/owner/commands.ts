import type { Message } from 'grammy/types';
import { uncommentInPrivate } from '../comments/deciding.ts';
import { requestOfMessage, versionOf } from '../drafts/request.ts';
import { attachmentOf } from '../message/attachment.ts';
import type { ChatText } from '../message/chatText.ts';
import { commandOf, withWords, wordsBehind } from '../message/commandWords.ts';
import { placeOf, reply } from '../notify/replies.ts';
import { talk } from '../talk/talk.ts';
import { article, done, note } from './commands/article.ts';
import { cancel } from './commands/cancel.ts';
import type { CommandHandler } from './commands/commandTools.ts';
import { drafts } from './commands/drafts.ts';
import { find } from './commands/find.ts';
import { lang, slug, tag, title, tldr } from './commands/matter.ts';
import { alt, cover, coverAlt } from './commands/pictures.ts';
import { discard, publish, undo, unpublish, unschedule } from './commands/publishing.ts';
import { retry } from './commands/retry.ts';
import { schedule } from './commands/schedule.ts';
import { newSeries, series } from './commands/series.ts';
import { show } from './commands/show.ts';
import { start } from './commands/start.ts';
import { status } from './commands/status.ts';
import { ask } from './dialogue/asking.ts';
import type { ActionName, Answer, Command } from './dialogue/command.ts';
import { helpText, isGroupCommand } from './dialogue/commandTable.ts';
import { keepEdit } from './entry/keeping.ts';
import { showAdded } from './entry/progress.ts';
import { unreadIn } from './entry/unread.ts';
import type { OwnerTools } from './ownerTools.ts';

const handlers: Readonly<Record<ActionName, CommandHandler>> = {
  article,
  done,
  note,
  drafts: looking(drafts),
  show: looking(show),
  find: looking(find),
  title,
  slug,
  tag,
  series,
  tldr,
  cover,
  alt,
  lang,
  schedule,
  unschedule,
  publish,
  unpublish,
  discard,
  undo,
  cancel,
  retry,
  status,
  uncomment: ({ message }, tools) => uncommentInPrivate(message, tools),
  help: async () => helpText(),
  start: looking(start),
  'new-series': newSeries,
  'cover-alt': coverAlt,
};

/** Of what only looks, and need not wait until there is something to be seen. */
function looking(handler: CommandHandler): CommandHandler {
  return async (command, tools) => {
    try {
      return await handler(command, tools);
    } catch (error) {
      return unreadIn(error);
    }
  };
}

/** Does what a command asks for. */
export async function handleCommand(
  name: string,
  message: Message,
  tools: OwnerTools,
): Promise<void> {
  if (!isCommand(name)) {
    await reply(tools.api, placeOf(message), unknownWords(name));
    return;
  }
  // The answer was to be the next message. These two deal with the question themselves.
  if (name !== 'cancel' && name !== 'undo') tools.dialogue.leaveQuestions(placeOf(message));
  const words = wordsBehind(message, true);
  if (attachmentOf(message) && !takesFile(name, words)) {
    const text = talk('commandWithFile', { command: `/${name}` });
    await reply(tools.api, placeOf(message), text);
    return;
  }
  await act(
    name,
    {
      message,
      words,
      about: undefined,
      extra: '',
      request: requestOfMessage(message),
    },
    tools,
  );
}

function unknownWords(name: string): string {
  const command = `/${name}`;
  return talk(isGroupCommand(name) ? 'groupCommand' : 'unknownCommand', { command });
}

function takesFile(name: ActionName, words: ChatText): boolean {
  return name === 'note' || (name === 'article' && words.text !== '');
}

/** Takes a message as the answer to what the bot has asked. @returns whether it was one. */
export async function answerQuestion(message: Message, tools: OwnerTools): Promise<boolean> {
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
  const version = versionOf(message);
  if (version < question.version) return true;
  dialogue.answer(question, place.messageId, version);
  // What an earlier version of it was asked again is answered too.
  if (message.edit_date) dialogue.leaveQuestions({ ...place, messageId: place.messageId + 1 });
  const about = question.draftId === undefined ? undefined : store.byId(question.draftId);
  const words = wordsBehind(message, false);
  const request = requestOfMessage(message);
  const command = { message, words, about, extra: question.extra, request };
  await act(question.command, command, tools, true);
  return true;
}

/** An edit of a note, of an answer to the bot, or of what belongs to a draft. An edited command is not done again. */
export async function keepEditedMessage(message: Message, tools: OwnerTools): Promise<void> {
  const command = commandOf(message);
  if (command === 'article' && !isKept(message, tools))
    return handleCommand(command, message, tools);
  if (command === undefined && (await answerQuestion(message, tools))) return;
  if (command !== undefined && !tools.store.piece(placeOf(message)))
    return tools.waiting.sayOnce(placeOf(message), `edit:${message.edit_date}`, () =>
      reply(tools.api, placeOf(message), talk('editedCommand', { command: `/${command}` })),
    );
  const own = command === 'note' ? withWords(message, wordsBehind(message, true)) : message;
  await keepEdit(own, tools);
  const piece = tools.store.piece(placeOf(message));
  if (piece?.written) await showAdded(message, piece.draft, '', tools);
}

/** Whether a message was no command when it came, and is words of a draft. */
function isKept(message: Message, { store, dialogue }: OwnerTools): boolean {
  const place = placeOf(message);
  return store.piece(place) !== undefined && !dialogue.compositionFrom(place);
}

async function act(
  name: ActionName,
  command: Command,
  tools: OwnerTools,
  isAnswer = false,
): Promise<void> {
  const answered = await handlers[name](command, tools);
  if (answered === undefined) return;
  const answer = typeof answered === 'string' ? { text: answered } : answered;
  const { request, extra } = command;
  const isAgain = isAnswer && answer.isRefused;
  const question = { command: name, draft: answer.draft, extra };
  const text = isAgain ? ask(request, question, answer.text, tools) : answer.text;
  await say(command, { ...answer, text }, tools);
}

async function say({ message }: Command, answer: Answer, tools: OwnerTools): Promise<void> {
  const place = placeOf(message);
  const id = await reply(tools.api, place, answer.text, answer.keyboard);
  if (answer.draft) tools.store.acknowledged({ ...place, messageId: id }, answer.draft);
}

/** Whether a name that was typed is one of a command. */
export function isCommand(name: string): name is ActionName {
  return isAction(name) && !name.includes('-');
}

function isAction(name: string): name is ActionName {
  return Object.hasOwn(handlers, name);
}
