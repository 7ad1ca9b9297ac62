import type { Message, MessageOrigin } from 'grammy/types';
import type { BlockContent, PhrasingContent } from 'mdast';
import { type Attachment, attachmentOf } from './attachment.ts';
import { blocksOf, type ChatText } from './chatText.ts';
import { blocksToMarkdown } from './markdownText.ts';

/**
 * The Markdown of a message. `address` is where its file lies, seen from the draft; undefined where it could not be
 * kept, which is said in `missing`.
 */
export function contentOf(message: Message, address?: string, missing?: string): string {
  const attachment = attachmentOf(message);
  const own: BlockContent[] = attachment ? [attached(attachment, address, missing)] : [];
  const words = blocksOf(chatTextOf(message));
  const blocks = [...own, ...words, ...locationOf(message)];
  if (blocks.length === 0) return '';
  return blocksToMarkdown(
    message.forward_origin ? [quoted(blocks, message.forward_origin)] : blocks,
  );
}

/** Text or caption of a message, with its entities. */
export function chatTextOf(message: Message): ChatText {
  if (message.text !== undefined) return { text: message.text, entities: message.entities ?? [] };
  if (message.caption !== undefined)
    return { text: message.caption, entities: message.caption_entities ?? [] };
  return { text: message.sticker?.emoji ?? message.dice?.emoji ?? '', entities: [] };
}

function attached(
  attachment: Attachment,
  address: string | undefined,
  missing: string | undefined,
): BlockContent {
  const words: PhrasingContent[] = [
    { type: 'text', value: attachment.words === '' ? 'A picture' : attachment.words },
  ];
  if (address === undefined) {
    const reason: PhrasingContent = { type: 'text', value: ` (${missing ?? 'not kept'})` };
    return { type: 'paragraph', children: [...words, reason] };
  }
  // A space for alt text says in Markdown that the picture has none on purpose; nobody has described it yet.
  if (attachment.kind === 'picture')
    return { type: 'paragraph', children: [{ type: 'image', url: address, alt: ' ' }] };
  return { type: 'paragraph', children: [{ type: 'link', url: address, children: words }] };
}

function locationOf(message: Message): BlockContent[] {
  const place = message.venue?.location ?? message.location;
  if (!place) return [];
  const url = `https://www.openstreetmap.org/?mlat=${place.latitude}&mlon=${place.longitude}`;
  const words = message.venue?.title ?? `${place.latitude}, ${place.longitude}`;
  return [
    {
      type: 'paragraph',
      children: [{ type: 'link', url, children: [{ type: 'text', value: words }] }],
    },
  ];
}

/** A forwarded message is somebody's words: a quotation with its source as the last line. */
function quoted(blocks: BlockContent[], origin: MessageOrigin): BlockContent {
  const { name, url } = sourceOf(origin);
  const words: PhrasingContent = { type: 'text', value: name };
  const source: PhrasingContent =
    url === undefined ? words : { type: 'link', url, children: [words] };
  return {
    type: 'blockquote',
    children: [...blocks, { type: 'paragraph', children: [{ type: 'text', value: '— ' }, source] }],
  };
}

function sourceOf(origin: MessageOrigin): { name: string; url: string | undefined } {
  switch (origin.type) {
    case 'user':
      return {
        name: [origin.sender_user.first_name, origin.sender_user.last_name]
          .filter(Boolean)
          .join(' '),
        url: undefined,
      };
    case 'hidden_user':
      return { name: origin.sender_user_name, url: undefined };
    case 'chat':
      return {
        name: 'title' in origin.sender_chat ? (origin.sender_chat.title ?? 'a chat') : 'a chat',
        url: undefined,
      };
    case 'channel': {
      const { title, username } = origin.chat;
      return {
        name: title,
        url: username === undefined ? undefined : `https://t.me/${username}/${origin.message_id}`,
      };
    }
    default: {
      const never: never = origin;
      return never;
    }
  }
}
