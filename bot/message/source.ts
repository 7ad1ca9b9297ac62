import type { Chat, MessageOrigin, User } from 'grammy/types';
import type { BlockContent, Paragraph, PhrasingContent } from 'mdast';
import { talk } from '../talk/talk.ts';

/** Words that somebody else wrote: a quotation, with its source as the last line. */
export function quoted(blocks: readonly BlockContent[], origin?: MessageOrigin): BlockContent {
  return {
    type: 'blockquote',
    children: [...blocks, ...(origin === undefined ? [] : [sourceLine(origin)])],
  };
}

interface Source {
  readonly name: string;
  readonly url: string | undefined;
  /** Who signed it, where the name is a chat's. */
  readonly signature: string | undefined;
}

function sourceLine(origin: MessageOrigin): Paragraph {
  const { name, url, signature } = sourceOf(origin);
  const words: PhrasingContent = { type: 'text', value: oneLine(name) || talk('somebody') };
  const source: PhrasingContent =
    url === undefined ? words : { type: 'link', url, children: [words] };
  const signed: PhrasingContent[] =
    signature === undefined || oneLine(signature) === ''
      ? []
      : [{ type: 'text', value: `, ${oneLine(signature)}` }];
  // As it is: a dash that a person typed is escaped, and stays text.
  const dash: PhrasingContent = { type: 'text', value: '— ', data: { asIs: true } };
  return { type: 'paragraph', children: [dash, source, ...signed] };
}

function sourceOf(origin: MessageOrigin): Source {
  switch (origin.type) {
    case 'user':
      return {
        name: fullName(origin.sender_user),
        url: publicAddress(origin.sender_user.username),
        signature: undefined,
      };
    case 'hidden_user':
      return { name: origin.sender_user_name, url: undefined, signature: undefined };
    case 'chat':
      return {
        name: titleOf(origin.sender_chat),
        url: publicAddress(origin.sender_chat.username),
        signature: origin.author_signature,
      };
    case 'channel': {
      const address = publicAddress(origin.chat.username);
      return {
        name: titleOf(origin.chat),
        url: address && `${address}/${origin.message_id}`,
        signature: origin.author_signature,
      };
    }
    default:
      origin satisfies never;
      // A kind that Telegram has learned since: whose words they are is not known here.
      return { name: '', url: undefined, signature: undefined };
  }
}

/** The name that a person goes by. */
export function fullName({
  first_name,
  last_name,
}: Pick<User, 'first_name' | 'last_name'>): string {
  return [first_name, last_name].filter(Boolean).join(' ');
}

function titleOf(chat: Chat): string {
  return chat.title ?? talk('aChat');
}

function publicAddress(username: string | undefined): string | undefined {
  return username !== undefined && /^\w+$/.test(username) ? `https://t.me/${username}` : undefined;
}

function oneLine(words: string): string {
  return words.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
