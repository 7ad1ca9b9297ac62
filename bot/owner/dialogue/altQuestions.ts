import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Message } from 'grammy/types';
import { type Button, button } from '../../button/button.ts';
import type { ButtonValues } from '../../button/buttonKinds.ts';
import type { Press } from '../../button/press.ts';
import { isByHand } from '../../content/byHand.ts';
import type { Draft, MessagePlace } from '../../drafts/draftStore.ts';
import { requestOfMessage, versionOf } from '../../drafts/request.ts';
import { undescribedPictures } from '../../message/altText.ts';
import { commandOf } from '../../message/commandWords.ts';
import { chatTextOf } from '../../message/contribution.ts';
import { openText } from '../../message/openText.ts';
import { answerButton, placeOf, reply, tellPresser } from '../../notify/replies.ts';
import { sayOnce } from '../../notify/sayOnce.ts';
import { carryEditOn } from '../../publish/carryOn.ts';
import { cutTo, talk } from '../../talk/talk.ts';
import type { DialogueTools } from './dialogueTools.ts';

const askAgainMilliseconds = 10 * 60_000;

/** The button under a draft with a picture that nobody has described. */
export function altButton({ id }: Draft): Button {
  return button(talk('describeButton'), 'alt', { draft: id });
}

/** A press of that button: the bot asks what the next such picture shows, and the answer is its alt text. */
export async function askForAlt(
  press: Press,
  values: ButtonValues<'alt'>,
  tools: DialogueTools,
): Promise<void> {
  const { api, waiting, clock, store } = tools;
  const draft = store.byId(values.draft);
  if (!draft) return tellPresser(press, talk('buttonForgotten'), api);
  const [picture] = await undescribed(draft, tools);
  if (picture === undefined)
    return tellPresser(press, talk('allDescribed', { file: draft.file }), api);
  if (isByHand(draft.file)) return tellPresser(press, altByHandWords(draft.file, picture), api);
  const about = `alt:${press.id}`;
  if (waiting.isAskedAlt(draft, picture, clock.now() - askAgainMilliseconds))
    return tellPresser(press, talk('askedAlready'), api);
  await sayOnce(press, about, tools, () => ask(press, draft, picture, '', tools));
  await answerButton(press, talk('writeAlt'), api);
}

/**
 * An answer to such a question, or an edit of one: its words become the alt text of that picture.
 *
 * @returns whether the message was one.
 */
export async function answerAlt(message: Message, tools: DialogueTools): Promise<boolean> {
  const asked = message.reply_to_message;
  if (!asked || message.text === undefined || message.forward_origin) return false;
  if (commandOf(message) !== undefined) return false;
  const question = { chatId: message.chat.id, messageId: asked.message_id };
  const waiting = tools.waiting.altQuestion(question);
  if (!waiting) return false;
  const version = versionOf(message);
  if (waiting.version !== undefined && waiting.version > version) return true;
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
  const [next] = outcome === 'written' ? await undescribed(draft, tools) : [];
  await sayOnce(placeOf(message), 'alt', tools, () =>
    next === undefined
      ? reply(tools.api, placeOf(message), news).then(() => undefined)
      : ask(placeOf(message), draft, next, `${news}\n`, tools),
  );
  return true;
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
  { api, waiting, store, clock }: DialogueTools,
): Promise<void> {
  const words = before + talk('askAltReply', { picture: basename(picture) });
  // https://core.telegram.org/bots/api#forcereply: 1-64 characters.
  const placeholder = cutTo(64, talk('altPlaceholder'));
  const sent = await api.sendMessage(to.chatId, words, {
    reply_parameters: { message_id: to.messageId, allow_sending_without_reply: true },
    reply_markup: { force_reply: true, input_field_placeholder: placeholder },
  });
  waiting.askedAlt(placeOf(sent), draft, picture, clock.now());
  store.acknowledged(placeOf(sent), draft);
}
