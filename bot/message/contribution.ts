import type { Message } from 'grammy/types';
import type { BlockContent, PhrasingContent } from 'mdast';
import { blocksToMarkdown } from '#journal/text/markdownText.ts';
import { talk } from '../talk/talk.ts';
import { altText } from './altText.ts';
import { type Attachment, attachmentOf } from './attachment.ts';
import { linkTo } from './chatPhrasing.ts';
import { blocksOf, type ChatText } from './chatText.ts';
import { partsOf } from './parts.ts';
import { quoted } from './source.ts';

/** Why a file of a message is not beside the draft, in words. */
type Missing = 'notFetched' | 'notKeptFile';

/**
 * The Markdown of a message; empty where it holds nothing that can be kept. `address` is where its file lies, seen from
 * the draft; undefined where it could not be kept, for the reason that `missing` has. `alt` describes its picture. Contacts are
 * not among it: they are asked about first.
 */
export function contentOf(
  message: Message,
  address?: string,
  missing: Missing = 'notKeptFile',
  alt?: string,
): string {
  const attachment = attachmentOf(message);
  const file = attachment
    ? [attached(attachment, address, missing, alt, message.has_media_spoiler ?? false)]
    : [];
  const words = blocksOf(chatTextOf(message));
  const own = message.show_caption_above_media ? [...words, ...file] : [...file, ...words];
  const blocks = [...own, ...partsOf(message), ...previewOf(message)];
  if (blocks.length === 0) return '';
  const said = message.forward_origin ? [quoted(blocks, message.forward_origin)] : blocks;
  return blocksToMarkdown([...quotationAbove(message), ...said]);
}

/** Text or caption of a message, with its entities. A sticker and a die say their emoji. */
export function chatTextOf(message: Message): ChatText {
  if (message.text !== undefined) return { text: message.text, entities: message.entities ?? [] };
  if (message.caption !== undefined)
    return { text: message.caption, entities: message.caption_entities ?? [] };
  const { sticker, dice } = message;
  // Of the other dice only Telegram knows what a value means.
  const thrown = dice && (dice.emoji === '🎲' ? `${dice.emoji} ${dice.value}` : dice.emoji);
  return { text: sticker?.emoji ?? thrown ?? '', entities: [] };
}

/**
 * What the owner marked in the message that is answered stands above the answer; of one elsewhere that has no words, such as a
 * picture, whose it was.
 */
function quotationAbove({ quote, external_reply }: Message): BlockContent[] {
  if (external_reply && !quote) return [quoted([], external_reply.origin)];
  if (!quote || (quote.is_manual !== true && !external_reply)) return [];
  const blocks = blocksOf({ text: quote.text, entities: quote.entities ?? [] });
  return blocks.length === 0 ? [] : [quoted(blocks, external_reply?.origin)];
}

/** The link that a preview belongs to, where the words do not name it or another. */
function previewOf(message: Message): BlockContent[] {
  const { url, is_disabled } = message.link_preview_options ?? {};
  if (url === undefined || is_disabled || !/^https?:/i.test(url)) return [];
  const { entities } = chatTextOf(message);
  if (entities.some(({ type }) => type === 'url' || type === 'text_link')) return [];
  const link = linkTo(url, [{ type: 'text', value: url }]);
  return [{ type: 'paragraph', children: link }];
}

function attached(
  attachment: Attachment,
  address: string | undefined,
  missing: Missing,
  alt: string | undefined,
  isSpoiler: boolean,
): BlockContent {
  const name = attachment.words === '' ? talk('picture') : attachment.words;
  if (address === undefined) {
    // Marks that keep a name's direction in chat are no words of an entry.
    const value = talk(missing, { file: name }).replace(/[\u2066-\u2069]/g, '');
    return { type: 'paragraph', children: [{ type: 'text', value }] };
  }
  const words: PhrasingContent[] = [{ type: 'text', value: name }];
  const shown: PhrasingContent =
    attachment.kind === 'picture'
      ? { type: 'image', url: address, alt: altText(alt ?? '') }
      : { type: 'link', url: address, children: words };
  const children: PhrasingContent[] = isSpoiler
    ? [{ type: 'spoiler', children: [shown] }]
    : [shown];
  return { type: 'paragraph', children };
}
