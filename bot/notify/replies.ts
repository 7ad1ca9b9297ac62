import { type Api, GrammyError, InlineKeyboard } from 'grammy';
import type { CallbackQuery, Message } from 'grammy/types';
import type { Draft, MessagePlace } from '../drafts/draftStore.ts';

/** Where a message is. */
export function placeOf(message: Message): MessagePlace {
  return { chatId: message.chat.id, messageId: message.message_id };
}

/** Answers a message; a draft's buttons, or others, stand below. Returns the id of the answer. */
export async function reply(
  api: Api,
  to: MessagePlace,
  text: string,
  draft?: Draft,
  keyboard: InlineKeyboard | undefined = draft && draftButtons(draft),
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
export async function answerButton(query: CallbackQuery, text: string, api: Api): Promise<boolean> {
  try {
    return await api.answerCallbackQuery(query.id, { text: text.slice(0, 190).toWellFormed() });
  } catch (error) {
    if (!refusedWith(error, /query is too old/i)) throw error;
    return false;
  }
}

/** Answers a pressed button where the news stands nowhere else: too late for the button, it is a message. */
export async function tellPresser(query: CallbackQuery, text: string, api: Api): Promise<void> {
  if ((await answerButton(query, text, api)) || text === '') return;
  const { message, from } = query;
  if (!message) return void (await api.sendMessage(from.id, shortened(text)));
  await reply(api, { chatId: message.chat.id, messageId: message.message_id }, text);
}

/** Answers a pressed button and puts the news in place of the message that it stands under. */
export async function settleButton(query: CallbackQuery, text: string, api: Api): Promise<void> {
  const shown = query.message;
  if (!shown || !('text' in shown)) return tellPresser(query, text, api);
  await answerButton(query, text, api);
  await replaceText(api, placeOf(shown), text);
}

/** Puts news in place of a message of the bot's own, whose buttons go unless others are given. */
export async function replaceText(
  api: Api,
  { chatId, messageId }: MessagePlace,
  text: string,
  keyboard?: InlineKeyboard,
  passedOver: RegExp = /message is not modified|message to edit not found/i,
): Promise<void> {
  try {
    await api.editMessageText(chatId, messageId, shortened(text), {
      link_preview_options: { is_disabled: true },
      ...(keyboard && { reply_markup: keyboard }),
    });
  } catch (error) {
    if (!refusedWith(error, passedOver)) throw error;
  }
}

/** Buttons under an acknowledgement. */
export function draftButtons(draft: Draft): InlineKeyboard {
  return new InlineKeyboard()
    .text('Publish', `publish:${draft.id}`)
    .text('Show', `show:${draft.id}`)
    .text('Discard', `discard:${draft.id}`);
}

/** A text that Telegram takes: it fits into a message, and no half of a character is in it, whoever cut that. */
function shortened(text: string): string {
  const limit = 4000;
  const cut =
    text.length <= limit ? text : `${text.slice(0, limit).replace(/[\ud800-\udbff]$/, '')}…`;
  return cut.toWellFormed();
}

function refusedWith(error: unknown, reason: RegExp): boolean {
  return error instanceof GrammyError && reason.test(error.description);
}
