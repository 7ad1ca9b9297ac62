import type { MessageEntity } from '@grammyjs/types';
import { fieldsOf } from '../world/parameters.ts';
import { badRequest } from '../world/refusal.ts';
import { checkedUrl } from './links.ts';

const STYLES: ReadonlySet<string> = new Set([
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
]);
const QUOTES: ReadonlySet<string> = new Set(['blockquote', 'expandable_blockquote']);
const CODE: ReadonlySet<string> = new Set(['code', 'pre']);

/** Found by the server itself; what a client says of them is ignored. */
const AUTOMATIC: ReadonlySet<string> = new Set([
  'mention',
  'hashtag',
  'cashtag',
  'bot_command',
  'url',
  'email',
  'phone_number',
]);

/** Beyond this many, entities are dropped without a word. */
const MAX_ENTITIES = 100;

/** What the entities of a text may take together. */
const MAX_ENTITY_BYTES = 9_500;

/** Reads and checks the entities that a client gives for a text. */
export function readEntities(text: string, given: readonly unknown[]): MessageEntity[] {
  const entities = given.flatMap((value) => readEntity(value) ?? []);
  for (const entity of entities) checkRange(text, entity);
  if (entities.reduce((sum, entity) => sum + bytesOf(entity), 0) > MAX_ENTITY_BYTES)
    throw badRequest('ENTITIES_TOO_LONG');
  const sorted = sortEntities(entities);
  sorted.forEach((outer, index) => {
    for (const inner of sorted.slice(index + 1)) checkPair(outer, inner);
  });
  return sorted;
}

/** By start, the longer first. */
function sortEntities(entities: readonly MessageEntity[]): MessageEntity[] {
  return entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length);
}

/** Drops what Telegram drops: the entities after the first hundred. */
export function capEntities(entities: readonly MessageEntity[]): MessageEntity[] {
  return sortEntities(entities).slice(0, MAX_ENTITIES);
}

/** Whether an entity keeps the server from finding links and names inside it. */
export function isOpaque(entity: MessageEntity): boolean {
  return !STYLES.has(entity.type) && !QUOTES.has(entity.type);
}

/** Where an entity ends. */
export function endOf(entity: MessageEntity): number {
  return entity.offset + entity.length;
}

function readEntity(value: unknown): MessageEntity | undefined {
  const fields = fieldsOf(value);
  if (!fields) throw badRequest("can't parse MessageEntity: an Object expected");
  const { type, offset, length } = fields;
  if (typeof type !== 'string')
    throw badRequest("can't parse MessageEntity: type must be a String");
  if (!isWhole(offset)) throw badRequest("can't parse MessageEntity: offset must be an Integer");
  if (!isWhole(length)) throw badRequest("can't parse MessageEntity: length must be an Integer");
  if (AUTOMATIC.has(type) || type === 'custom_emoji') return undefined;
  return withDetails({ type, offset, length }, fields);
}

function withDetails(
  base: { type: string; offset: number; length: number },
  fields: Readonly<Record<string, unknown>>,
): MessageEntity {
  const { offset, length } = base;
  switch (base.type) {
    case 'bold':
    case 'italic':
    case 'underline':
    case 'strikethrough':
    case 'spoiler':
    case 'blockquote':
    case 'expandable_blockquote':
    case 'code':
      return { type: base.type, offset, length };
    case 'pre':
      return typeof fields['language'] === 'string' && fields['language'] !== ''
        ? { type: 'pre', offset, length, language: fields['language'] }
        : { type: 'pre', offset, length };
    case 'text_link':
      return { type: 'text_link', offset, length, url: readUrl(fields['url'], offset) };
    case 'text_mention':
      return { type: 'text_mention', offset, length, user: readUser(fields['user']) };
    case 'date_time':
      return {
        type: 'date_time',
        offset,
        length,
        unix_time: Number(fields['unix_time']),
        date_time_format: 'r',
      };
    default:
      throw badRequest("can't parse MessageEntity: unsupported type specified");
  }
}

function readUrl(url: unknown, offset: number): string {
  const checked = typeof url === 'string' ? checkedUrl(url) : undefined;
  if (checked !== undefined) return checked;
  throw badRequest(
    `entity beginning at UTF-16 offset ${offset} has the URL '${String(url)}', which is invalid: Wrong HTTP URL`,
  );
}

function readUser(user: unknown): { id: number; is_bot: boolean; first_name: string } {
  const id = typeof user === 'object' && user !== null && 'id' in user ? user.id : undefined;
  if (!isWhole(id)) throw badRequest("can't parse MessageEntity: user must be a User");
  return { id, is_bot: false, first_name: '' };
}

function bytesOf(entity: MessageEntity): number {
  const more = 'url' in entity ? entity.url : 'language' in entity ? (entity.language ?? '') : '';
  return 3 * Int32Array.BYTES_PER_ELEMENT + Buffer.byteLength(more);
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}

function checkRange(text: string, entity: MessageEntity): void {
  const { offset, length } = entity;
  const end = endOf(entity);
  const start = `entity beginning at UTF-16 offset ${offset}`;
  if (offset < 0) throw badRequest(`entity begins at the invalid UTF-16 offset ${offset}`);
  if (length <= 0) throw badRequest(`${start} has the length ${length}`);
  if (offset >= text.length) {
    throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`);
  }
  if (end > text.length) {
    throw badRequest(`${start} ends after the end of the text at UTF-16 offset ${end}`);
  }
  const middle = (at: number) =>
    `a middle of a UTF-16 symbol at byte offset ${Buffer.byteLength(text.slice(0, at + 1))}`;
  if (splitsSymbol(text, offset)) throw badRequest(`entity begins in ${middle(offset)}`);
  if (splitsSymbol(text, end)) throw badRequest(`${start} ends in ${middle(end)}`);
}

function splitsSymbol(text: string, offset: number): boolean {
  return (
    /[\uD800-\uDBFF]/.test(text.charAt(offset - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(offset))
  );
}

/** `first` begins no later than `second` and, beginning together, is at least as long. */
function checkPair(first: MessageEntity, second: MessageEntity): void {
  if (second.offset >= endOf(first)) return;
  const both = `entity "${second.type}" beginning at UTF-16 offset ${second.offset}`;
  const other = `entity "${first.type}" beginning at UTF-16 offset ${first.offset}`;
  if (endOf(second) > endOf(first)) throw badRequest(`${both} partly overlaps the ${other}`);
  const equal = first.offset === second.offset && first.length === second.length;
  if (mayContain(first.type, second.type)) return;
  if (equal && mayContain(second.type, first.type)) return;
  throw badRequest(`${both} can't be nested in the ${other}`);
}

function mayContain(outer: string, inner: string): boolean {
  if (CODE.has(outer)) return false;
  if (STYLES.has(outer)) return !CODE.has(inner);
  if (QUOTES.has(outer)) return !QUOTES.has(inner);
  return STYLES.has(inner);
}
