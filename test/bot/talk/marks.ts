import { type Message, piecesOf } from '#journal/words/message.ts';
import { talkDictionary } from '#journal/words/talk/talk.ts';

/** A text with `⟦key⟧` for its words, and with its places. */
function disguised(key: string, text: string): string {
  const places = piecesOf(text).flatMap((piece) => (piece.is === 'place' ? `{${piece.name}}` : []));
  return [`⟦${key}⟧`, ...new Set(places)].join(' ');
}

function disguisedMessage(key: string, message: Message): string {
  const text = typeof message === 'string' ? message : message.other;
  return JSON.stringify(disguised(key, text));
}

/** A words.yaml in which every word of the bot is the mark of its key. */
export const disguisedTalk = [
  'bot:',
  ...Object.entries(talkDictionary.english).map(
    ([key, message]) => `  ${key}: ${disguisedMessage(key, message)}`,
  ),
  '',
].join('\n');

/** The keys whose marks are in a text. */
export function marksIn(text: string): string[] {
  return [...text.matchAll(/⟦(\w+)⟧/g)].map(([, key = '']) => key);
}

const asTheyAre = [
  /⟦\w+⟧/g,
  /https?:\/\/\S+|@\w+/g,
  /(?<![\w/])\/[a-z]+/g,
  /[\p{L}\p{N}_/.-]+\.(?:mdx?|yaml|jpg)(?::\d+)?/gu,
  // What is typed as it is, and what Telegram says.
  /tomorrow 9:00.*/g,
  /\ba, b, -c\b|Europe\/Lisbon|The channel|\bTalk (?=\(-\d+\))|\b(?:en|bg)\b|Call to .*/g,
];

/** What is left of a text without marks, commands, addresses, names of files and what is typed or quoted as it is. */
export function leftOf(text: string): string {
  return asTheyAre.reduce((left, one) => left.replace(one, ''), text);
}
