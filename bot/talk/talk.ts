import { AsyncLocalStorage } from 'node:async_hooks';
import type { ValuesOf } from '#journal/words/message.ts';
import type { Said } from '#journal/words/speaker.ts';
import type { TalkTable } from '#journal/words/talk/english.ts';
import { type Talk, talkOf } from '#journal/words/talk/talk.ts';

/** The key of something that the bot says. */
export type TalkKey = keyof TalkTable & string;

/** The key of something that tells values of these names, of all of them and no others. */
export type KeyTelling<Names extends string> = {
  [Key in TalkKey]: [Names, keyof ValuesOf<TalkTable[Key]>] extends [
    keyof ValuesOf<TalkTable[Key]>,
    Names,
  ]
    ? Key
    : never;
}[TalkKey];

/** The key of something that stands by itself: it tells no value, and counts nothing. */
export type PlainKey = KeyTelling<never>;

/** The bot's words in English: for terminals and commits, and for chats where nobody has said otherwise. */
export const english = talkOf({ language: 'en' });

// One piece of work, such as an update that is handled, speaks one language from its beginning to its end.
const spoken = new AsyncLocalStorage<Talk>();

/** The language in which the work that is under way speaks. */
export function spokenHere(): Talk {
  return spoken.getStore() ?? english;
}

/** Does work that speaks a language. */
export function speaking<T>(language: Talk, work: () => T): T {
  return spoken.run(language, work);
}

/** What is said under a key, in the language of the work that is under way. */
export function talk<Key extends TalkKey>(key: Key, ...values: Said<TalkTable, Key>): string {
  return spokenHere().text(key, ...values);
}

/** The first of many lines, and one that says how many more there are. */
export function firstLines(
  lines: readonly string[],
  most: number,
  more: (count: number) => string,
): string[] {
  const left = lines.length - most;
  return left > 0 ? [...lines.slice(0, most), more(left)] : [...lines];
}

/** Words that Telegram takes no more of than so many characters. */
export function cutTo(most: number, words: string): string {
  return words.slice(0, most).toWellFormed();
}

/** Words in at most so many characters; `…` stands for what is left out. */
export function cutShort(most: number, words: string): string {
  const characters = [...words];
  if (characters.length <= most) return words;
  return `${characters
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`;
}
