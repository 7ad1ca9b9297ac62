import type { Message } from 'grammy/types';
import { button, keyboardOf } from '../../button/button.ts';
import type { ButtonValues } from '../../button/buttonKinds.ts';
import type { PressHandler } from '../../button/press.ts';
import { readSite } from '../../content/contentFolder.ts';
import { contactMarkdown } from '../../message/contact.ts';
import {
  answerButton,
  entryButtons,
  placeOf,
  replaceText,
  reply,
  settleButton,
  tellPresser,
} from '../../notify/replies.ts';
import { carryOnIfPublished } from '../../publish/carryOn.ts';
import { talk } from '../../talk/talk.ts';
import { draftFor } from './draftFor.ts';
import type { EntryTools } from './entryTools.ts';

/** Somebody's number is not the owner's alone: what becomes of it is asked, and nothing is written before that. */
export async function askAboutContact(message: Message, tools: EntryTools): Promise<void> {
  const { api, waiting } = tools;
  const place = placeOf(message);
  // Written already: the button was pressed before this was handled again.
  if (tools.store.piece(place)) return;
  await waiting.sayOnce(place, 'contact', async () => {
    waiting.keepContact(message);
    const choosing = (label: string, choice: ButtonValues<'contact'>['choice']) =>
      button(label, 'contact', { choice, message: place.messageId });
    const keyboard = keyboardOf(
      [choosing(talk('keepNameButton'), 'name'), choosing(talk('keepNumberButton'), 'both')],
      [choosing(talk('forgetButton'), 'forget')],
    );
    await reply(api, place, talk('askContact'), keyboard);
  });
}

/** The owner says what becomes of a contact. */
export const settleContact: PressHandler<'contact', EntryTools> = async (
  press,
  { choice, message: messageId },
  tools,
) => {
  const { api, waiting, store } = tools;
  const place = { chatId: press.chatId, messageId };
  waiting.forgetOld();
  const message = waiting.contact(place);
  if (!message) {
    const kept = store.piece(place)?.draft;
    return kept
      ? tellPresser(press, talk('contactIn', { file: kept.file }), api)
      : settleButton(press, talk('contactForgotten'), api);
  }
  if (choice !== 'forget') {
    const { draft, trouble } = await keep(message, choice === 'both', tools);
    waiting.forgetContact(place);
    store.acknowledged(press, draft);
    const saved = talk('savedAs', { file: draft.file });
    await answerButton(press, saved, api);
    return replaceText(api, press, saved + trouble, await entryButtons(draft, tools));
  }
  waiting.forgetContact(place);
  await answerButton(press, talk('forgotten'), api);
  await replaceText(api, press, talk('forgottenWhole'));
};

async function keep(message: Message, withNumber: boolean, tools: EntryTools) {
  const { timeZone } = await readSite(tools.config.contentFolder);
  const { draft, isNew, byHand } = draftFor(message, timeZone, tools);
  const { date } = message;
  const markdown = contactMarkdown(message, withNumber);
  const contribution = { ...placeOf(message), date, version: date, markdown };
  await tools.drafts.write(draft, contribution, timeZone);
  const apart = byHand ? `\n${talk('ownDraftByHand', { file: byHand.file })}` : '';
  const trouble = isNew ? apart : await carryOnIfPublished(draft, tools);
  return { draft, trouble };
}
