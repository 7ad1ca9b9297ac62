import type { MessageEntity } from '@grammyjs/types';
import type { Parameters } from '../world/parameters.ts';
import { badRequest } from '../world/refusal.ts';
import { type FormattedText, formatText } from './formattedText.ts';

/** A text in its raw form, as a request or one item of an album gives it. */
export type RawText = {
  readonly text: string;
  readonly parseMode: string | undefined;
  readonly entities: readonly unknown[];
};

export const MAX_TEXT_UNITS = 4096;
const MAX_CAPTION_UNITS = 1024;

/** What those who pay for it may write below a picture; of bots nobody does. */
const MAX_PREMIUM_CAPTION_UNITS = 4096;

/** Reads `text`, `parse_mode` and `entities`. */
export function readText(
  parameters: Parameters<'text' | 'parse_mode' | 'entities'>,
  tooLong: string,
): FormattedText {
  const formatted = format({
    text: parameters.text('text') ?? '',
    parseMode: parameters.text('parse_mode'),
    entities: parameters.list('entities') ?? [],
  });
  if (formatted.text === '') throw badRequest('message text is empty');
  if (formatted.text.length > MAX_TEXT_UNITS) throw badRequest(tooLong);
  return formatted;
}

/** Reads `caption`, `parse_mode` and `caption_entities` into the fields of a message. */
export function readCaption(
  parameters: Parameters<'caption' | 'parse_mode' | 'caption_entities'>,
  tooLong: string,
): CaptionFields {
  return captionFields(
    {
      text: parameters.text('caption') ?? '',
      parseMode: parameters.text('parse_mode'),
      entities: parameters.list('caption_entities') ?? [],
    },
    tooLong,
  );
}

export type CaptionFields = { caption?: string; caption_entities?: MessageEntity[] };

/** A person's caption as message fields. */
export function personsCaption(
  text: string | undefined,
  entities: readonly unknown[] | undefined,
): CaptionFields {
  const raw = { text: text ?? '', parseMode: undefined, entities: entities ?? [] };
  return captionFields(raw, 'message caption is too long', MAX_PREMIUM_CAPTION_UNITS);
}

/** A caption as message fields; no fields for an empty one. */
export function captionFields(
  raw: RawText,
  tooLong: string,
  mostUnits = MAX_CAPTION_UNITS,
): CaptionFields {
  const { text, entities } = format(raw);
  if (text.length > mostUnits) throw badRequest(tooLong);
  if (text === '') return {};
  return entities.length === 0 ? { caption: text } : { caption: text, caption_entities: entities };
}

/** A text as message fields. */
export function textFields({ text, entities }: FormattedText): {
  text: string;
  entities?: MessageEntity[];
} {
  return entities.length === 0 ? { text } : { text, entities };
}

function format({ text, parseMode, entities }: RawText): FormattedText {
  if (parseMode) throw badRequest('unsupported parse_mode');
  return formatText(text, entities);
}
