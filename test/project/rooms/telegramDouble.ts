import type { Rooms } from './table.ts';

/** The stand-in for Telegram's Bot API, for the tests and the demo. */
export const telegramDouble: Rooms = {
  'telegram-double/world': [],
  'telegram-double/text': ['telegram-double/world'],
  'telegram-double/methods': ['telegram-double/world', 'telegram-double/text'],
  'telegram-double/people': [
    'telegram-double/world',
    'telegram-double/text',
    'telegram-double/methods',
  ],
  'telegram-double/http': ['telegram-double/world', 'telegram-double/methods'],
  'telegram-double': [
    'telegram-double/world',
    'telegram-double/methods',
    'telegram-double/people',
    'telegram-double/http',
  ],
};
