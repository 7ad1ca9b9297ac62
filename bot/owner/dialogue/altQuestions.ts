import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Message } from 'grammy/types';
import { type Button, button } from '../../button/button.ts';
import type { PressHandler } from '../../button/press.ts';
import { isByHand } from '../../content/byHand.ts';
import type { Draft, MessagePlace } from '../../drafts/draftStore.ts';
import { requestOfMessage, versionOf } from '../../drafts/request.ts';
import { undescribedPictures } from '../../message/altText.ts';
import { commandOf } from '../../message/commandWords.ts';
import { chatTextOf } from '../../message/contribution.ts';
import { openText } from '../../message/openText.ts';
import { chosenAnswer } from '../../message/topic.ts';
import { answerButton, placeOf, reply, tellPresser } from '../../notify/replies.ts';
import { carryEditOn } from '../../publish/carryOn.ts';
import { cutTo, talk } from '../../talk/talk.ts';
import type { Question } from './dialogue.ts';
import type { DialogueTools } from './dialogueTools.ts';

/** By this it is known that the next message answers a message of the bot's, the id of which stands with it. */
const questionName = 'alt-of';

/** The button under a draft with a picture that nobody has described. */
export function altButton({ id }: Draft): Button {
  return button(talk('describeButton'), 'alt', { draft: id });
}

/** A press of that button: the bot asks what the next such picture shows, and the answer is its alt text. */
export const askForAlt: PressHandler<'alt', DialogueTools> = async (press, values, tools) => {
  const { api, waiting, dialogue, clock, store } = tools;
  const draft = store.byId(values.draft);
  if (!draft) return tellPresser(press, talk('buttonForgotten'), api);
  const [picture] = await undescribed(draft, tools);
  if (picture === undefined)
    return tellPresser(press, talk('allDescribed', { file: draft.file }), api);
  if (isByHand(draft.file)) return tellPresser(press, altByHandWords(draft.file, picture), api);
  const about = `alt:${press.id}`;
  const newest = { chatId: press.chatId, messageId: Number.MAX_SAFE_INTEGER };
  const open = dialogue.questionFor(newest, clock.now());
  const isOpen = open?.command === questionName && open.draftId === draft.id;
  if (isOpen && waiting.isAskedAlt(draft, picture))
    return tellPresser(press, talk('askedAlready'), api);
  await tools.waiting.sayOnce(press, about, () => ask(press, draft, picture, '', tools));
  await answerButton(press, talk('writeAlt'), api);
};

/**
 * An answer to such a question, or an edit of one: its words become the alt text of that picture.
 *
 * @returns whether the message was one.
 */
export async function answerAlt(message: Message, tools: DialogueTools): Promise<boolean> {
  if (message.text === undefined || message.forward_origin || message.via_bot) return false;
  if (commandOf(message) !== undefined) return false;
  const place = placeOf(message);
  const next = openQuestion(message, tools);
  const messageId = chosenAnswer(message)?.message_id ?? Number(next?.extra);
  const question = { ...place, messageId };
  const waiting = messageId > 0 ? tools.waiting.altQuestion(question) : undefined;
  if (!waiting) return false;
  const version = versionOf(message);
  if (waiting.version !== undefined && waiting.version > version) return true;
  if (next?.extra === String(messageId)) tools.dialogue.answer(next, place.messageId, version);
  const { draft, picture } = waiting;
  const words = openText(chatTextOf(message));
  const request = requestOfMessage(message);
  const outcome = await tools.changes.recording(request, draft.file, 'changeAlt', () =>
    tools.drafts.setAlt(draft, picture, words),
  );
  tools.waiting.answeredAlt(question, version);
  const trouble = outcome === 'written' ? await carryEditOn(draft, tools) : '';
  const news = {
    written: talk('hasAlt', { picture: basename(picture) }) + trouble,
    missing: talk('goneFromJournal', { file: draft.file }),
    'by-hand': altByHandWords(draft.file, picture),
    absent: talk('pictureGone', { file: draft.file, picture: basename(picture) }),
  }[outcome];
  const [another] = outcome === 'written' ? await undescribed(draft, tools) : [];
  await tools.waiting.sayOnce(place, 'alt', () =>
    another === undefined
      ? reply(tools.api, place, news)
      : ask(place, draft, another, `${news}\n`, tools),
  );
  return true;
}

/** The question whose answer is the next message, where that is this one. */
function openQuestion(message: Message, { dialogue, store }: DialogueTools): Question | undefined {
  const place = placeOf(message);
  if (store.piece(place)) return undefined;
  const question = dialogue.questionFor(place, message.date * 1000);
  return question?.command === questionName ? question : undefined;
}

/** What the owner is told where a description would have to go into a text that only he edits. */
export function altByHandWords(file: string, picture: string): string {
  return talk('altByHand', { file, name: basename(picture), picture });
}

/** The pictures of a draft that nobody has described. */
export async function undescribed(draft: Draft, { drafts }: DialogueTools): Promise<string[]> {
  const source = await readFile(drafts.path(draft.file), 'utf8').catch(() => '');
  return undescribedPictures(source);
}

async function ask(
  to: MessagePlace,
  draft: Draft,
  picture: string,
  before: string,
  { api, waiting, store, dialogue, clock }: DialogueTools,
): Promise<void> {
  const question = talk('askAlt', { picture: basename(picture) });
  const words = `${before}${question}\n${talk('answerNext')}`;
  // https://core.telegram.org/bots/api#forcereply: 1-64 characters.
  const placeholder = cutTo(64, talk('altPlaceholder'));
  const sent = await api.sendMessage(to.chatId, words, {
    reply_parameters: { message_id: to.messageId, allow_sending_without_reply: true },
    reply_markup: { force_reply: true, input_field_placeholder: placeholder },
  });
  const asked = placeOf(sent);
  waiting.askedAlt(asked, draft, picture);
  const cause = `${questionName}:${asked.chatId}:${asked.messageId}`;
  const next = { command: questionName, draftId: draft.id, extra: String(asked.messageId) };
  dialogue.ask({ ...asked, cause, at: clock.now() }, next);
  store.acknowledged(asked, draft);
}
