import type { Message } from 'grammy/types';
import { type ChatText, partOf } from './chatText.ts';
import { chatTextOf } from './contribution.ts';
import { openLine } from './openText.ts';

/** The command that a message is, without `/` and the bot's name; undefined for a message that is none. */
export function commandOf(message: Message): string | undefined {
  const { text, entities } = chatTextOf(message);
  const first = entities.find((entity) => entity.type === 'bot_command' && entity.offset === 0);
  // Words of somebody else command nothing: a forward's, or what another bot put into the owner's mouth.
  if (!first || message.forward_origin || message.via_bot) return undefined;
  return text.slice(1, first.length).split('@')[0]?.toLowerCase();
}

/** The words of a message behind its command, or all of them. */
export function wordsBehind(message: Message, isCommand: boolean): ChatText {
  const chat = chatTextOf(message);
  const first = isCommand ? (chat.entities.find(({ offset }) => offset === 0)?.length ?? 0) : 0;
  return partOf(chat, first, chat.text.length);
}

/** The first line behind the command of an article, and what follows it. */
export function titleAndRest(words: ChatText): { readonly title: string; readonly rest: ChatText } {
  const lineEnd = words.text.indexOf('\n');
  const end = lineEnd === -1 ? words.text.length : lineEnd;
  return {
    title: openLine(partOf(words, 0, end)),
    rest: partOf(words, end, words.text.length),
  };
}

/** The same message without the command before its words. */
export function withWords(message: Message, { text, entities }: ChatText): Message {
  return message.text === undefined
    ? ({ ...message, caption: text, caption_entities: [...entities] } as Message)
    : ({ ...message, text, entities: [...entities] } as Message);
}
