import type { MessageEntity } from 'grammy/types';
import type { ChatText } from '../../../bot/message/chatText.ts';

/**
 * A text as its readers see it: lines of characters, each character with the styles that it has, such as `b` or
 * `b + link https://example.org/`. Paragraphs are parted by {@link paragraphBreak}.
 */
export type SeenCharacter = readonly [character: string, styles: string];

const paragraphBreak: SeenCharacter = ['¶', ''];

/** What a reader of the chat sees, in the terms of a Markdown page: no white space at the ends, one gap between paragraphs. */
export function seenInChat({ text: raw, entities }: ChatText): SeenCharacter[] {
  const text = raw.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, ' ');
  const blocks = entities
    .filter((entity) => entity.type === 'pre' || /blockquote$/.test(entity.type))
    .sort((a, b) => a.offset - b.offset || b.length - a.length);
  return joined(blocksBetween(text, entities, blocks, 0, text.length));
}

/** Paragraphs and code blocks with one break between each two. */
export function joined(blocks: readonly SeenCharacter[][]): SeenCharacter[] {
  return blocks
    .filter((block) => block.length > 0)
    .flatMap((block, index) => (index === 0 ? block : [paragraphBreak, ...block]));
}

function blocksBetween(
  text: string,
  entities: readonly MessageEntity[],
  blocks: readonly MessageEntity[],
  start: number,
  end: number,
): SeenCharacter[][] {
  const result: SeenCharacter[][] = [];
  let at = start;
  for (const block of blocks) {
    const to = block.offset + block.length;
    if (block.offset < at) continue;
    result.push(...paragraphsBetween(text, entities, at, block.offset));
    if (block.type === 'pre') result.push(codeOf(text, block));
    else {
      const inner = blocks.filter(
        (one) => one.type === 'pre' && one.offset >= block.offset && one.offset < to,
      );
      const quoted = blocksBetween(text, entities, inner, block.offset, to);
      result.push(
        ...quoted.map((one) =>
          one.map(([character, styles]): SeenCharacter => [character, `>${styles}`]),
        ),
      );
    }
    at = to;
  }
  return [...result, ...paragraphsBetween(text, entities, at, end)];
}

function codeOf(text: string, block: MessageEntity): SeenCharacter[] {
  const language = block.type === 'pre' ? (block.language ?? '').replace(/[^\w#+-]/g, '') : '';
  const value = text.slice(block.offset, block.offset + block.length).replace(/^\n|\n$/g, '');
  return value.split('').map((character): SeenCharacter => [character, `pre ${language}`]);
}

function paragraphsBetween(
  text: string,
  entities: readonly MessageEntity[],
  start: number,
  end: number,
): SeenCharacter[][] {
  const seen = text
    .slice(start, end)
    .split('')
    .map((character, index): SeenCharacter => [character, stylesAt(text, entities, start + index)]);
  const paragraphs: SeenCharacter[][] = [];
  let from = 0;
  for (const gap of text.slice(start, end).matchAll(/\n[ \t]*(?:\n[ \t]*)+/g)) {
    paragraphs.push(trimmed(seen.slice(from, gap.index)));
    from = gap.index + gap[0].length;
  }
  return [...paragraphs, trimmed(seen.slice(from))];
}

function trimmed(seen: readonly SeenCharacter[]): SeenCharacter[] {
  const isWord = ([character]: SeenCharacter) => character.trim() !== '';
  const last = seen.findLastIndex(isWord);
  return seen
    .slice(Math.max(0, seen.findIndex(isWord)), last + 1)
    .map(([character, styles]) => (character === '\n' ? ['\n', ''] : [character, styles]));
}

function stylesAt(text: string, entities: readonly MessageEntity[], at: number): string {
  const styles = entities
    .filter((entity) => entity.offset <= at && at < entity.offset + entity.length)
    .map((entity) => styleOf(entity, text.slice(entity.offset, entity.offset + entity.length)));
  return styleList(styles);
}

/** Styles in one order, each once. */
export function styleList(styles: readonly string[]): string {
  return [...new Set(styles)]
    .filter((style) => style !== '')
    .sort()
    .join(' + ');
}

function styleOf(entity: MessageEntity, words: string): string {
  switch (entity.type) {
    case 'bold':
      return 'b';
    case 'italic':
    case 'underline':
      return 'i';
    case 'strikethrough':
      return 's';
    case 'spoiler':
      return 'hidden';
    case 'code':
      return 'c';
    case 'text_link':
      return /^(https?|mailto|tel|tg):/.test(entity.url) && URL.canParse(entity.url)
        ? `link ${entity.url}`
        : '';
    case 'url':
      return `link ${/^[a-z]+:/i.test(words) ? words : `https://${words}`}`;
    case 'email':
      return `link mailto:${words}`;
    case 'mention':
      return `link https://t.me/${words.slice(1)}`;
    default:
      return '';
  }
}
