import { spoilerMask } from '#journal/text/inline/spoiler.ts';
import type { ChatText } from './chatText.ts';

/** The words of a chat text for where nothing can be hidden, such as a title: a mask stands for each spoiler in it. */
export function openText({ text, entities }: ChatText): string {
  let open = '';
  let at = 0;
  const spoilers = entities
    .filter(({ type, length }) => type === 'spoiler' && length > 0)
    .sort((a, b) => a.offset - b.offset);
  for (const { offset, length } of spoilers) {
    // What touches the one before it, or reaches into it, is one with it.
    if (offset > at || open === '') open += text.slice(at, offset) + spoilerMask;
    at = Math.max(at, offset + length);
  }
  return open + text.slice(at);
}

/** One line of those words: no control characters, no white space at its ends. */
export function openLine(chat: ChatText): string {
  return openText(chat)
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
