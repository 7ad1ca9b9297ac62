import type { MessageEntity } from 'grammy/types';

/** Where an entity ends. */
export function endOf({ offset, length }: MessageEntity): number {
  return offset + length;
}

/** An entity, cut to the text that is looked at. Offsets count UTF-16 units. */
export interface Span {
  readonly entity: MessageEntity;
  readonly from: number;
  readonly to: number;
}

const nodes = {
  bold: 'strong',
  italic: 'emphasis',
  // Markdown has none.
  underline: 'emphasis',
  strikethrough: 'delete',
  spoiler: 'spoiler',
  code: 'inlineCode',
} as const satisfies Partial<Record<MessageEntity['type'], string>>;

/** What an entity becomes; within a node of its own kind it adds nothing. */
export function nodeOf({ type }: MessageEntity) {
  return Object.hasOwn(nodes, type) ? nodes[type as keyof typeof nodes] : 'link';
}

/** A text, and the offsets of the characters in it that have to be escaped. */
export interface Source {
  readonly text: string;
  readonly escaped: ReadonlySet<number>;
}

/**
 * Characters that would keep the marks of an entity from working. `mdast-util-to-markdown` sees to most of them, but takes
 * emoji for letters and {@link doubtful} characters for spaces, and leaves a `_` as it is beside a letter that it writes as
 * a reference afterwards.
 */
export function escapedIn(text: string, inside: readonly Span[]): Set<number> {
  const escaped = new Set<number>();
  const add = (from: number, to: number) => {
    for (let at = from; at < to; at++) escaped.add(at);
  };
  const look = (at: number, outer: 'before' | 'after') => {
    const before = characterBefore(text, at);
    const after = characterAt(text, at);
    const [letter, sign] = outer === 'before' ? [before, after] : [after, before];
    const isStuck = isLetter(letter) && isAstralSign(sign);
    if (doubtful.test(before) || (outer === 'before' && isStuck)) escaped.add(at - before.length);
    if (doubtful.test(after) || (outer === 'after' && isStuck)) escaped.add(at);
    const lines = /_*$/.exec(text.slice(0, at - before.length));
    if (lines) add(lines.index, lines.index + lines[0].length);
    const behind = at + after.length;
    add(behind, behind + (/^_*/.exec(text.slice(behind))?.[0].length ?? 0));
  };
  for (const { index, 0: lines } of text.matchAll(lineBesideAstral))
    add(index, index + lines.length);
  for (const { entity, from, to } of inside) {
    // Only these have marks that depend on what is beside them.
    if (!['strong', 'emphasis', 'delete'].includes(nodeOf(entity))) continue;
    look(from, 'before');
    look(to, 'after');
  }
  return escaped;
}

const lineBesideAstral = /_+(?=[\u{10000}-\u{10FFFF}])|(?<=[\u{10000}-\u{10FFFF}])_+/gu;

/** White space to JavaScript, and not to CommonMark. */
const doubtful = /^[\uFEFF\u2028\u2029]$/;

function characterBefore(text: string, offset: number): string {
  return /.$/su.exec(text.slice(Math.max(0, offset - 2), offset))?.[0] ?? '';
}

/** The whole character that begins at an offset of UTF-16 units. */
export function characterAt(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function isAstralSign(character: string): boolean {
  return character.length > 1 && /[\p{P}\p{S}]/u.test(character);
}

function isLetter(character: string): boolean {
  return character !== '' && !/[\s\p{P}\p{S}]/u.test(character);
}
