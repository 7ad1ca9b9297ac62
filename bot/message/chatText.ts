import type { MessageEntity } from 'grammy/types';
import type { BlockContent, Blockquote, Code, Paragraph } from 'mdast';
import { conflictFaults } from '#journal/file/conflictMarkers.ts';
import { blocksToMarkdown } from '#journal/text/markdownText.ts';
import { phrasing } from './chatPhrasing.ts';
import { endOf } from './chatSpans.ts';

/** A text as Telegram gives it: offsets and lengths of the entities count UTF-16 units. */
export interface ChatText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

/** A part of a text without white space at its ends, with the entities that lie in it. */
export function partOf({ text, entities }: ChatText, start: number, end: number): ChatText {
  const [from, to] = trimmed(text, start, end);
  return {
    text: text.slice(from, to),
    entities: entities.flatMap((entity) => {
      const offset = Math.max(entity.offset, from);
      const length = Math.min(endOf(entity), to) - offset;
      return length > 0 ? [{ ...entity, offset: offset - from, length }] : [];
    }),
  };
}

/**
 * Turns a chat text into Markdown. Entities become formatting; every other character is escaped, so that the site shows
 * what was typed: chat makes no heading, list, HTML, footnote or front matter.
 *
 * Markdown has no underline, which becomes emphasis. Of what Markdown has no word for the words stay: hashtags,
 * cashtags, commands, telephone numbers, people without a username, times and drawn emoji. A bare address that Telegram
 * did not mark is a link all the same: GFM lets nobody escape one.
 */
export function chatTextToMarkdown(chat: ChatText): string {
  return blocksToMarkdown(blocksOf(chat));
}

/**
 * The blocks of a chat text: paragraphs, code blocks and quotations. Control characters become spaces, half a surrogate
 * pair U+FFFD.
 */
export function blocksOf(chat: ChatText): BlockContent[] {
  const text = chat.text.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, ' ');
  const entities = [...chat.entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return blocksBetween({ text, entities }, 0, text.length, [
    'pre',
    'blockquote',
    'expandable_blockquote',
  ]);
}

function blocksBetween(
  chat: ChatText,
  start: number,
  end: number,
  types: readonly MessageEntity['type'][],
): BlockContent[] {
  const { text, entities } = chat;
  const blocks = entities.filter(
    (entity) =>
      types.includes(entity.type) &&
      entity.offset >= start &&
      endOf(entity) <= end &&
      !(entity.type === 'pre' && isHidden(entity, entities)),
  );
  const result: BlockContent[] = [];
  let at = start;
  for (const entity of blocks) {
    if (entity.offset < at) continue;
    result.push(...paragraphs(chat, at, entity.offset));
    const block = entity.type === 'pre' ? codeBlock(text, entity) : quotation(chat, entity);
    if (block.type === 'code' || block.children.length > 0) result.push(block);
    at = endOf(entity);
  }
  return [...result, ...paragraphs(chat, at, end)];
}

/** Nothing hides a block of code: under a spoiler its lines are words. */
function isHidden(code: MessageEntity, entities: readonly MessageEntity[]): boolean {
  return entities.some(
    (one) => one.type === 'spoiler' && one.offset < endOf(code) && code.offset < endOf(one),
  );
}

function codeBlock(text: string, entity: MessageEntity.PreMessageEntity | MessageEntity): Code {
  const language =
    entity.type === 'pre' && 'language' in entity
      ? entity.language?.replace(/[^\w#+-]/g, '')
      : undefined;
  const value = text.slice(entity.offset, endOf(entity)).replace(/^\n|\n$/g, '');
  // In a block with a language they would be taken for what git leaves in a file.
  const isAboutConflicts = conflictFaults(value, '').length > 0;
  return {
    type: 'code',
    lang: language && !isAboutConflicts ? language : null,
    value,
    // A part of it may be taken for one with a part in another block.
    data: { isIndented: !isAboutConflicts && conflictMark.test(value) },
  };
}

const conflictMark = /^(?:<{7}|={7}|>{7})/m;

/** Telegram's quotations hold code, and no other quotation. */
function quotation(chat: ChatText, entity: MessageEntity): Blockquote {
  const { offset } = entity;
  return { type: 'blockquote', children: blocksBetween(chat, offset, endOf(entity), ['pre']) };
}

/** An empty line parts paragraphs; a single line break stays a line break. */
function paragraphs({ text, entities }: ChatText, start: number, end: number): Paragraph[] {
  const result: Paragraph[] = [];
  let at = start;
  for (const gap of [...text.slice(start, end).matchAll(/\n[ \t]*(?:\n[ \t]*)+/g), undefined]) {
    const stop = gap === undefined ? end : start + gap.index;
    const children = phrasing(text, entities, ...trimmed(text, at, stop));
    if (children.length > 0) result.push({ type: 'paragraph', children });
    if (gap !== undefined) at = stop + gap[0].length;
  }
  return result;
}

function trimmed(text: string, start: number, end: number): [number, number] {
  const slice = text.slice(start, end);
  const lead = slice.length - slice.trimStart().length;
  const stop = start + slice.trimEnd().length;
  return [Math.min(start + lead, Math.max(stop, start)), Math.max(stop, start)];
}
