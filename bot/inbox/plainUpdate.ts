import type { Update } from 'grammy/types';
import { plainName, withoutForbiddenCharacters } from '#journal/fault/characters.ts';

/** Fields in which people, chats, places and files say how they are called. */
const names = new Set([
  'first_name',
  'last_name',
  'sender_user_name',
  'author_signature',
  'title',
  'address',
  'performer',
  'file_name',
  'custom_title',
]);

/**
 * An update as JSON, as it enters: without characters that no text may have. Names are one line each, and turn no text
 * behind them. What entities are counted in keeps its length.
 */
export function plainUpdate(update: Update): string {
  return JSON.stringify(update, function (this: object, key, value: unknown) {
    if (typeof value !== 'string') return value;
    const isCounted = Object.hasOwn(this, `${key}_entities`);
    return names.has(key) && !isCounted
      ? plainName(value).trim()
      : withoutForbiddenCharacters(value);
  });
}
