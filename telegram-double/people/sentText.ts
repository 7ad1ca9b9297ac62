import type { Message, MessageEntity } from '@grammyjs/types';
import { mediaKind } from '../methods/media.ts';
import type { Content } from '../methods/posting.ts';
import { formatText } from '../text/formattedText.ts';
import { MAX_TEXT_UNITS, personsCaption, textFields } from '../text/formatting.ts';

/** A text that a person sends. */
export type SentText = { readonly text: string; readonly entities?: readonly MessageEntity[] };

/** The content of a text message of a person. */
export function textContent(text: string | SentText): Content {
  const { text: words, entities } = typeof text === 'string' ? { text } : text;
  const formatted = formatText(words, entities ?? []);
  if (formatted.text === '' || formatted.text.length > MAX_TEXT_UNITS) {
    throw new Error(`people send texts of 1 to ${MAX_TEXT_UNITS} UTF-16 units`);
  }
  return textFields(formatted);
}

/** The content of a message whose text or caption a person changes. */
export function contentWithText(message: Message, text: string | SentText): Content {
  const markup = message.reply_markup === undefined ? {} : { reply_markup: message.reply_markup };
  if (mediaKind(message) === undefined) return { ...textContent(text), ...markup };
  const { text: caption, entities } = typeof text === 'string' ? { text } : text;
  const { photo, video, audio, document, animation, voice } = message;
  const { has_media_spoiler, show_caption_above_media } = message;
  const files = { photo, video, audio, document, animation, voice };
  const media = Object.entries({ ...files, has_media_spoiler, show_caption_above_media });
  return {
    ...Object.fromEntries(media.filter(([, value]) => value !== undefined)),
    ...personsCaption(caption, entities),
    ...markup,
  };
}
