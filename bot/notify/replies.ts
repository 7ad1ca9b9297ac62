import { type Api, GrammyError } from 'grammy';
import type { Message } from 'grammy/types';
import { refusedWith } from '../base/failure.ts';
import { type Button, button, type Keyboard, keyboardOf } from '../button/button.ts';
import type { Press } from '../button/press.ts';
import { isForReaders } from '../content/matter.ts';
import type { Draft, MessagePlace } from '../drafts/draftStore.ts';
import type { Drafts } from '../drafts/drafts.ts';
import { cutTo, talk } from '../talk/talk.ts';
import type { More, SpeakingTools } from './speaking.ts';

/** Where a message is. */
export function placeOf(message: Message): MessagePlace {
  return { chatId: message.chat.id, messageId: message.message_id };
}

/** Writes to the owner in private. Returns the id of the message. @throws where Telegram does not take it. */
export async function writeOwner(
  { api, config }: Omit<SpeakingTools, 'log'>,
  text: string,
  markup?: NonNullable<More>['reply_markup'],
): Promise<number> {
  const more = markup && { reply_markup: markup };
  return (await api.sendMessage(config.ownerId, text, more)).message_id;
}

/** Answers a message, with buttons below it where some are given. Returns the id of the answer. */
export async function reply(
  api: Api,
  to: MessagePlace,
  text: string,
  keyboard?: Keyboard,
): Promise<number> {
  const sent = await api.sendMessage(to.chatId, shortened(text), {
    link_preview_options: { is_disabled: true },
    reply_parameters: { message_id: to.messageId, allow_sending_without_reply: true },
    ...(keyboard && { reply_markup: keyboard }),
  });
  return sent.message_id;
}

/**
 * Ends the waiting of a pressed button, with a few words.
 *
 * @returns whether they were taken: Telegram no longer shows them where the bot was away as the button was pressed.
 */
export async function answerButton(press: Press, text: string, api: Api): Promise<boolean> {
  try {
    return await api.answerCallbackQuery(press.id, { text: cutTo(190, text) });
  } catch (error) {
    if (!refusedWith(error, /query is too old/i)) throw error;
    return false;
  }
}

/** Answers a pressed button where the news stands nowhere else: too late for the button, it is a message. */
export async function tellPresser(press: Press, text: string, api: Api): Promise<void> {
  if ((await answerButton(press, text, api)) || text === '') return;
  await reply(api, press, text);
}

/** Answers a pressed button and puts the news in place of the message that it stands under. */
export async function settleButton(press: Press, text: string, api: Api): Promise<void> {
  if (press.text === undefined) return tellPresser(press, text, api);
  await answerButton(press, text, api);
  await replaceText(api, press, text);
}

/** Puts news in place of a message of the bot's own, whose buttons go unless others are given; one that is gone stays so. */
export async function replaceText(...edit: Parameters<typeof editText>): Promise<void> {
  try {
    await editText(...edit);
  } catch (error) {
    if (!refusedWith(error, /message is not modified|message to edit not found/i)) throw error;
  }
}

/** The same. @returns whether the message is there and says so; @throws where Telegram is out of reach. */
export function isReplaced(...edit: Parameters<typeof editText>): Promise<boolean> {
  return isEdited(editText(...edit));
}

function editText(
  api: Api,
  { chatId, messageId }: MessagePlace,
  text: string,
  keyboard?: Keyboard,
): Promise<unknown> {
  return api.editMessageText(chatId, messageId, shortened(text), {
    link_preview_options: { is_disabled: true },
    ...(keyboard && { reply_markup: keyboard }),
  });
}

/** Whether an edit of a message has gone through: it may be gone, or too old. @throws where Telegram is out of reach. */
export async function isEdited(edit: Promise<unknown>): Promise<boolean> {
  try {
    await edit;
    return true;
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    return /message is not modified/i.test(error.description);
  }
}

/** Buttons under an acknowledgement; `more` stand below them. */
export function draftButtons(draft: Draft, ...more: readonly Button[]): Keyboard {
  const values = { draft: draft.id, page: undefined };
  const own = [
    button(talk('publishButton'), 'publish', values),
    button(talk('showButton'), 'show', values),
    button(talk('discardButton'), 'discard', values),
  ];
  return keyboardOf(own, more);
}

/** The same where the entry may be for readers by now, as its file says: then it is neither published nor discarded. */
export async function entryButtons(
  draft: Draft,
  { drafts }: { readonly drafts: Pick<Drafts, 'text'> },
  ...more: readonly Button[]
): Promise<Keyboard> {
  return isForReaders(await drafts.text(draft.file), draft.file)
    ? keyboardOf([button(talk('showButton'), 'show', { draft: draft.id })], more)
    : draftButtons(draft, ...more);
}

/** A text that Telegram takes: it fits into a message, and no half of a character is in it, whoever cut that. */
function shortened(text: string): string {
  const limit = 4000;
  const cut =
    text.length <= limit ? text : `${text.slice(0, limit).replace(/[\ud800-\udbff]$/, '')}…`;
  return cut.toWellFormed();
}
