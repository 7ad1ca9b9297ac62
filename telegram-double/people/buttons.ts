import type { InlineKeyboardButton, Message } from '@grammyjs/types';

/** The data behind an inline button, found by its words or by the data itself. */
export function dataOf(message: Message, button: string): string {
  const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
  const found = buttons.find(
    (candidate) => candidate.text === button || callbackData(candidate) === button,
  );
  const data = found === undefined ? undefined : callbackData(found);
  if (data !== undefined) return data;
  const words = buttons.map(({ text }) => `"${text}"`).join(', ') || 'no buttons';
  throw new Error(`no button "${button}" under message ${message.message_id}, which has ${words}`);
}

function callbackData(button: InlineKeyboardButton): string | undefined {
  return 'callback_data' in button ? button.callback_data : undefined;
}
