import type { MessageEntity } from '@grammyjs/types';
import { badRequest } from '../world/refusal.ts';
import { detectEntities } from './detection.ts';
import { capEntities, endOf, readEntities } from './entities.ts';

/** A text as it stands in a message. */
export type FormattedText = { readonly text: string; readonly entities: MessageEntity[] };

const MAX_RAW_BYTES = 1 << 15;
const INVISIBLE = /[\s\u200B-\u200F\u2060\uFEFF]/gu;

/**
 * Makes of a text and its entities what Telegram makes of them: control characters go, the ends
 * are trimmed and the entities moved along, links and names are found.
 */
export function formatText(raw: string, given: readonly unknown[] = []): FormattedText {
  if (!raw.isWellFormed()) throw badRequest('strings must be encoded in UTF-8');
  if (Buffer.byteLength(raw) > MAX_RAW_BYTES) throw badRequest('text is too long');
  const clean = cleaned(raw, readEntities(raw, given));
  const { text, entities } = trimmed(clean);
  if (text.replace(INVISIBLE, '') === '') return { text: '', entities: [] };
  return { text, entities: capEntities(detectEntities(text, entities)) };
}

function cleaned(raw: string, entities: MessageEntity[]): FormattedText {
  const offsets: number[] = [];
  let text = '';
  for (const unit of raw.split('')) {
    offsets.push(text.length);
    if (unit !== '\r') text += unit < ' ' && unit !== '\n' ? ' ' : unit;
  }
  offsets.push(text.length);
  const at = (offset: number) => offsets[offset] ?? text.length;
  return { text, entities: moved(entities, at) };
}

function trimmed({ text, entities }: FormattedText): FormattedText {
  const start = text.length - text.trimStart().length;
  const kept = text.trim();
  const at = (offset: number) => Math.min(Math.max(offset - start, 0), kept.length);
  return { text: kept, entities: moved(entities, at).filter((entity) => isVisible(kept, entity)) };
}

function moved(entities: MessageEntity[], at: (offset: number) => number): MessageEntity[] {
  return entities
    .map((entity) => {
      const offset = at(entity.offset);
      return { ...entity, offset, length: at(endOf(entity)) - offset };
    })
    .filter(({ length }) => length > 0);
}

function isVisible(text: string, entity: MessageEntity): boolean {
  return text.slice(entity.offset, endOf(entity)).trim() !== '';
}
