import type { InlineKeyboardButton, InlineKeyboardMarkup } from '@grammyjs/types';
import { fieldsOf } from '../world/parameters.ts';
import { badRequest } from '../world/refusal.ts';
import { checkedUrl } from './links.ts';

const MAX_BUTTONS = 100;
const MAX_CALLBACK_DATA_BYTES = 64;

/** The fields of which a button has exactly one. */
const ACTIONS = [
  'url',
  'callback_data',
  'web_app',
  'login_url',
  'disabled',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
] as const;

const OTHER_MARKUP = ['keyboard', 'remove_keyboard', 'force_reply'] as const;

/** Reads an inline keyboard; undefined for none, for an empty one and for other reply markup. */
export function readInlineKeyboard(value: unknown): InlineKeyboardMarkup | undefined {
  if (value === undefined) return undefined;
  const fields = fieldsOf(value);
  if (!fields) throw badRequest('object expected as reply markup');
  const rows = fields['inline_keyboard'];
  if (rows === undefined) {
    if (isOtherMarkup(fields) || Object.keys(fields).length === 0) return undefined;
    throw badRequest("can't parse reply markup: unsupported type specified");
  }
  if (!Array.isArray(rows)) throw badRequest('field "inline_keyboard" must be of type Array');
  const keyboard = rows.map(readRow).filter((row) => row.length > 0);
  if (keyboard.flat().length > MAX_BUTTONS) throw badRequest('reply markup is too long');
  return keyboard.length === 0 ? undefined : { inline_keyboard: keyboard };
}

/** Whether reply markup is a reply keyboard, its removal or a forced reply. */
export function isOtherMarkup(value: unknown): boolean {
  const fields = fieldsOf(value);
  return fields !== undefined && OTHER_MARKUP.some((field) => field in fields);
}

/** The keyboard that a forward keeps: only one whose buttons work away from the message. */
export function forwardedKeyboard(
  markup: InlineKeyboardMarkup | undefined,
): InlineKeyboardMarkup | undefined {
  const works = markup?.inline_keyboard
    .flat()
    .every((button) => 'url' in button || 'copy_text' in button);
  return works ? markup : undefined;
}

function readRow(row: unknown): InlineKeyboardButton[] {
  if (!Array.isArray(row)) {
    throw badRequest(
      "can't parse inline keyboard button: inline keyboard button row must be of type Array",
    );
  }
  return row.map(readButton);
}

function readButton(given: unknown): InlineKeyboardButton {
  const value = fieldsOf(given);
  if (!value) throw badRequest('expected an Object as inline keyboard button');
  const { text } = value;
  if (typeof text !== 'string' || text.trim() === '') {
    throw badRequest("can't parse inline keyboard button: text must be non-empty");
  }
  const actions = ACTIONS.filter((action) => value[action] !== undefined);
  if (actions.length !== 1) throw badRequest('text buttons are unallowed in the inline keyboard');
  if (actions[0] === 'callback_data')
    return { text, callback_data: readData(value['callback_data']) };
  if (actions[0] === 'url') return { text, url: readUrl(value['url']) };
  return { ...value, text } as InlineKeyboardButton;
}

function readData(data: unknown): string {
  const bytes = typeof data === 'string' ? Buffer.byteLength(data) : 0;
  if (typeof data !== 'string' || bytes === 0 || bytes > MAX_CALLBACK_DATA_BYTES) {
    throw badRequest('BUTTON_DATA_INVALID');
  }
  return data;
}

function readUrl(url: unknown): string {
  const checked = typeof url === 'string' ? checkedUrl(url) : undefined;
  if (checked !== undefined) return checked;
  throw badRequest(`inline keyboard button URL '${String(url)}' is invalid: Wrong HTTP URL`);
}
