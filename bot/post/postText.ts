import type { MessageEntity } from 'grammy/types';
import { type ChatText, partOf } from '../message/chatText.ts';

/** Telegram's limits, in UTF-16 units, from https://core.telegram.org/bots/api. */
export const textLimit = 4096;
/** That of the words below a picture. */
export const captionLimit = 1024;
/** Entities past about this many are dropped in silence. */
export const entityLimit = 100;
/** What the entities of a message may take together, in bytes as Telegram counts them. */
const entityBytesLimit = 9_500;

/** A text for Telegram, as it will give it back. */
export type PostText = ChatText;

/** A style that says nothing beside its kind. */
type PlainStyle = 'bold' | 'italic' | 'underline' | 'strikethrough' | 'spoiler' | 'code';

/** A style that a run of text has. Two runs share an entity only if they share this very object. */
export type Style =
  | { readonly type: PlainStyle | 'blockquote' | 'expandable_blockquote' }
  | { readonly type: 'pre'; readonly language: string | undefined }
  | { readonly type: 'text_link'; readonly url: string };

/** The styles of a run of text, outermost first. */
export type Styles = readonly Style[];

/** Adds a style, once: Telegram has no bold within bold. */
export function withStyle(styles: Styles, type: PlainStyle): Styles {
  return styles.some((style) => style.type === type) ? styles : [...styles, { type }];
}

/** Two texts with an empty line between them. */
export function join(a: PostText, b: PostText): PostText {
  if (a.text === '') return b;
  if (b.text === '') return a;
  const shift = a.text.length + 2;
  return {
    text: `${a.text}\n\n${b.text}`,
    entities: [
      ...a.entities,
      ...b.entities.map((entity) => ({ ...entity, offset: entity.offset + shift })),
    ],
  };
}

const tailLength = 8;

/** Builds a text run by run. Styles come in the order of nesting, outermost first. */
export class PostTextBuilder {
  #text = '';
  /** The end of the text: to look at that of a long text that grows would copy it each time. */
  #tail = '';
  readonly #open = new Map<Style, { offset: number; length: number }[]>();

  get length(): number {
    return this.#text.length;
  }

  /** The last character; empty where nothing is written yet. */
  get end(): string {
    return this.#tail.slice(-1);
  }

  endsWith(text: string): boolean {
    return (text.length > tailLength ? this.#text : this.#tail).endsWith(text);
  }

  append(given: string, styles: Styles = []): void {
    // Telegram drops it, as the other half of a line's end in files from Windows.
    const text = given.replaceAll('\r', '');
    if (text === '') return;
    const offset = this.#text.length;
    this.#text += text;
    this.#tail = (this.#tail + text).slice(-tailLength);
    for (const style of compatible(styles)) {
      const ranges = this.#open.get(style) ?? [];
      const last = ranges.at(-1);
      if (last && last.offset + last.length === offset) last.length += text.length;
      else ranges.push({ offset, length: text.length });
      this.#open.set(style, ranges);
    }
  }

  build(): PostText {
    const entities = [...this.#open]
      .flatMap(([style, ranges]) => ranges.map((range) => toEntity(style, range, this.#text)))
      .filter((entity) => entity.length > 0);
    return { text: this.#text, entities: nested(entities) };
  }
}

/** Entities in their order, each parted where a quotation begins or ends within it: none may overlap another in part. */
function nested(entities: readonly MessageEntity[]): MessageEntity[] {
  const quotations = entities.filter(isQuotation);
  return entities
    .flatMap((entity) => (isQuotation(entity) ? [entity] : partedBy(quotations, entity)))
    .sort((a, b) => a.offset - b.offset || b.length - a.length);
}

function isQuotation({ type }: { readonly type: string }): boolean {
  return type === 'blockquote' || type === 'expandable_blockquote';
}

function partedBy(quotations: readonly MessageEntity[], entity: MessageEntity): MessageEntity[] {
  const end = entity.offset + entity.length;
  // Code and links hold no quotation, other styles one that is all within them.
  const isHeld = ({ offset, length }: MessageEntity) =>
    isNoCode(entity) &&
    entity.type !== 'text_link' &&
    entity.offset <= offset &&
    offset + length <= end;
  const cuts = quotations
    .filter((quotation) => !isHeld(quotation))
    .flatMap(({ offset, length }) => [offset, offset + length])
    .filter((place) => entity.offset < place && place < end)
    .sort((a, b) => a - b);
  return [...cuts, end].flatMap((cut, index) => {
    const offset = cuts[index - 1] ?? entity.offset;
    return cut > offset ? [{ ...entity, offset, length: cut - offset }] : [];
  });
}

/** The quotation among styles. Telegram's quotations do not nest. */
export function quotationAmong(styles: Styles): Styles {
  return styles.filter(isQuotation);
}

// Code stands alone: no other style may hold it or sit in it, save a quotation around it. Nor do links nest, and code
// that leads somewhere is a link rather than code. What is hidden stays hidden, and is no code.
function compatible(given: Styles): Styles {
  const styles = given.some(({ type }) => type === 'spoiler') ? given.filter(isNoCode) : given;
  const link = styles.find((style) => style.type === 'text_link');
  const code = styles.find(
    (style) => style.type === 'pre' || (style.type === 'code' && link === undefined),
  );
  if (code) return [...quotationAmong(styles), code];
  return styles.filter(
    (style) => style === link || (style.type !== 'text_link' && style.type !== 'code'),
  );
}

function isNoCode({ type }: { readonly type: string }): boolean {
  return type !== 'code' && type !== 'pre';
}

function toEntity(
  style: Style,
  range: { offset: number; length: number },
  text: string,
): MessageEntity {
  const trimmedLength = text.slice(range.offset, range.offset + range.length).trimEnd().length;
  const place = { offset: range.offset, length: trimmedLength };
  switch (style.type) {
    case 'text_link':
      return { ...place, type: 'text_link', url: style.url };
    case 'pre':
      return style.language === undefined
        ? { ...place, type: 'pre' }
        : { ...place, type: 'pre', language: style.language };
    default:
      return { ...place, type: style.type };
  }
}

/**
 * Cuts a text so that each piece keeps `limit`, {@link entityLimit} and {@link entityBytesLimit}: between paragraphs, else lines, sentences,
 * words, and only at last within a word, never within a character.
 */
export function splitPostText(whole: PostText, limit = textLimit): PostText[] {
  return [...piecesOf(whole, limit)];
}

/** The first piece of a text that {@link splitPostText} would cut. */
export function firstPiece(whole: PostText, limit = textLimit): PostText {
  for (const piece of piecesOf(whole, limit)) return piece;
  return whole;
}

/** Whether {@link splitPostText} would cut a text into at most so many pieces. The rest is not looked at. */
export function hasAtMost(pieces: number, whole: PostText, limit = textLimit): boolean {
  let count = 0;
  for (const _ of piecesOf(whole, limit)) if (++count > pieces) return false;
  return true;
}

/** A text in two: its last paragraph or, where that is most of it, line, sentence or word, and all that comes before. */
export function lastWords(text: PostText): readonly [before: PostText, last: PostText] {
  const { length } = text.text;
  const cut = cutBefore(text.text, Math.max(1, length - 1));
  return [partOf(text, 0, cut), partOf(text, cut, length)];
}

function* piecesOf(whole: PostText, limit: number): Generator<PostText, undefined> {
  let rest = whole;
  for (let first = true; ; first = false) {
    const room = roomFor(rest, limit);
    if (room >= rest.text.length) {
      if (rest.text !== '' || first) yield rest;
      return;
    }
    const cut = cutBefore(rest.text, room);
    yield partOf(rest, 0, cut);
    rest = partOf(rest, cut, rest.text.length);
  }
}

/** How much of a text may stand in one message: all of it, or up to where a limit is passed. */
function roomFor(rest: PostText, limit: number): number {
  const { length } = rest.text;
  const beyond = entityOffsets(rest, limit)[entityLimit] ?? length;
  const room = Math.min(limit, beyond, offsetBeyondBytes(rest.entities) ?? length);
  return room >= length ? length : Math.max(1, Math.min(room, length - 1));
}

function offsetBeyondBytes(entities: readonly MessageEntity[]): number | undefined {
  let bytes = 0;
  return entities.find((entity) => {
    bytes += entityBytes(entity);
    return bytes > entityBytesLimit;
  })?.offset;
}

/** Three numbers of four bytes, and a text of four bytes more than it has, as https://core.telegram.org/mtproto/TL has it. */
function entityBytes(entity: MessageEntity): number {
  const more =
    entity.type === 'text_link' ? entity.url : entity.type === 'pre' ? entity.language : undefined;
  return 12 + (more === undefined ? 0 : Buffer.byteLength(more) + 4);
}

/** Where entities begin, at least up to a limit: our own, and those that Telegram will find in a word such as an address, a name or a tag. */
function entityOffsets({ text, entities }: PostText, limit: number): number[] {
  // A word may go on beyond the limit.
  const found = text.slice(0, 2 * limit).matchAll(/(?<!\S)\S*(?:[@#$/]\w|\.\p{L}{2})\S*/gu);
  const own = entities.slice(0, entityLimit + 1).map(({ offset }) => offset);
  return [...own, ...[...found].map(({ index }) => index)].sort((a, b) => a - b);
}

function cutBefore(text: string, room: number): number {
  const window = text.slice(0, room + 1);
  for (const separator of ['\n\n', '\n']) {
    const at = window.lastIndexOf(separator);
    if (at > room / 3) return at;
  }
  return (
    lastBoundary(text, room, 'sentence') ??
    lastBoundary(text, room, 'word') ??
    lastBoundary(text, room, 'grapheme') ??
    wholeCharacters(text, room)
  );
}

/** A pile of marks longer than a message is cut, but no surrogate pair is. */
function wholeCharacters(text: string, room: number): number {
  return room > 1 && /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(room - 1, room + 1))
    ? room - 1
    : room;
}

/**
 * Where neither an address nor a word with signs in it is parted, nor a word from its full stop: at a space, or before a
 * letter, or the bracket before it, of those scripts that have none.
 */
const betweenWords =
  /\s|^[^\p{Ps}\p{Pi}][\p{Ideographic}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}「『《〈【（]/su;

/** The two characters between which a text would be cut. */
function around(text: string, index: number): string {
  return (
    text.slice(Math.max(0, index - 1), index) + String.fromCodePoint(text.codePointAt(index) ?? 32)
  );
}

function lastBoundary(
  text: string,
  room: number,
  granularity: 'sentence' | 'word' | 'grapheme',
): number | undefined {
  let last: number | undefined;
  for (const { index } of new Intl.Segmenter(undefined, { granularity }).segment(
    text.slice(0, room + 100),
  )) {
    if (index > room) break;
    const isBetween = granularity === 'grapheme' || betweenWords.test(around(text, index));
    if (index > 0 && isBetween) last = index;
  }
  return last !== undefined && (granularity === 'grapheme' || last > room / 3) ? last : undefined;
}
