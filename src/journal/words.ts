import type { Image, ImageReference, Nodes } from 'mdast';
import { standsInLine } from './inlineElements.ts';

/** What holds blocks, items or cells, each of which stands apart from the next. */
const containers: ReadonlySet<string> = new Set([
  'root',
  'blockquote',
  'list',
  'listItem',
  'table',
  'tableRow',
  'footnoteDefinition',
  'mdxJsxFlowElement',
]);

/**
 * The words of a part of a text, without marks and HTML. What parts words for a reader parts them here: a break, a
 * picture between them, the end of a block, of an item or of a cell. `pictureWords` gives what a picture says; nothing,
 * where it is left out. See {@link onOneLine}.
 */
export function wordsOf(
  node: Readonly<Nodes>,
  pictureWords: (picture: Readonly<Image | ImageReference>) => string = () => ' ',
): string {
  switch (node.type) {
    case 'break':
      return ' ';
    case 'image':
    case 'imageReference':
      return pictureWords(node);
    case 'html':
      return tagWords(node.value);
    case 'text':
    case 'inlineCode':
    case 'code':
    case 'inlineMath':
    case 'math':
      return node.value;
    default:
      if (!('children' in node)) return '';
      return node.children
        .map((child) => wordsOf(child, pictureWords))
        .join(containers.has(node.type) ? ' ' : '');
  }
}

/** Most tags say nothing; a break and what begins a block part words. */
function tagWords(html: string): string {
  const names = html.matchAll(/<\/?([a-z][a-z\d-]*)/gi);
  return [...names].some(([, name = '']) => name === 'img' || !standsInLine(name.toLowerCase()))
    ? ' '
    : '';
}

/** Words in one line: line breaks become spaces, except between characters of scripts that write none. */
export function onOneLine(words: string): string {
  return withoutBreaks(words).replace(/\s+/g, ' ').trim();
}

/** Words without the line breaks between characters of scripts that write no spaces. */
export function withoutBreaks(words: string): string {
  return words.replace(betweenIdeographs, '');
}

const betweenIdeographs =
  /(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303F\uFF00-\uFFEF])[ \t]*\n[ \t]*(?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303F\uFF00-\uFFEF])/gu;
