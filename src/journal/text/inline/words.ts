import type { Image, ImageReference, Nodes } from 'mdast';
import { hidesItself, withoutHidden } from '../html/hiddenWords.ts';
import { standsInLine } from '../html/inlineElements.ts';
import { isSpoiler, paragraphMark, spoilerMask, withTagsFolded } from './spoiler.ts';

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
 * The words of a part of a text, without marks and HTML, and without what a page hides. What parts words for a reader parts them here: a break, a
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
      return node.value.replaceAll(paragraphMark, '');
    case 'inlineCode':
    case 'code':
    case 'inlineMath':
    case 'math':
      return node.value;
    default:
      if (isSpoiler(node)) return spoilerMask;
      if (!('children' in node) || hidesItself(node)) return '';
      return withTagsFolded(withoutHidden(node.children))
        .map((child) => wordsOf(child, pictureWords))
        .join(containers.has(node.type) || isBlock(node) ? ' ' : '');
  }
}

/** Whether an element of MDX holds what stands apart: `<tr>` its cells. */
function isBlock(node: Readonly<Nodes>): boolean {
  return 'name' in node && typeof node.name === 'string' && !standsInLine(node.name.toLowerCase());
}

/** White space that stays, also beside a line break between characters of scripts that write no spaces. */
const gap = '\u2028';

/** Most tags say nothing; a break and what begins a block part words. */
function tagWords(html: string): string {
  const names = html.matchAll(/<\/?([a-z][a-z\d-]*)/gi);
  return [...names].some(([, name = '']) => name === 'img' || !standsInLine(name.toLowerCase()))
    ? gap
    : '';
}

/** Words in one line: line breaks become spaces, except between characters of scripts that write none. */
export function onOneLine(words: string): string {
  return withoutBreaks(words).replace(/\s+/g, ' ').trim();
}

/** Words without the line breaks between characters of scripts that write no spaces. */
export function withoutBreaks(words: string): string {
  return words.includes('\n') ? words.replace(unspacedBreak, '') : words;
}

/** A part of a line: what it counts as, and how it is written, which is as long. */
export interface LinePart {
  readonly text: string;
  readonly written: string;
}

/** The parts of a line as they are written, without the line breaks that {@link withoutBreaks} takes out of the whole. */
export function partsWithoutBreaks(parts: readonly LinePart[]): string[] {
  const whole = parts.map(({ text }) => text).join('');
  const breaks = [...whole.matchAll(unspacedBreak)];
  let from = 0;
  let next = 0;
  return parts.map(({ written }) => {
    const to = from + written.length;
    let kept = '';
    let at = from;
    for (let found = breaks[next]; found && found.index < to; found = breaks[next]) {
      kept += written.slice(at - from, Math.max(at, found.index) - from);
      at = Math.min(to, found.index + found[0].length);
      // It may go on in the next part.
      if (found.index + found[0].length > to) break;
      next++;
    }
    kept += written.slice(at - from);
    from = to;
    return kept;
  });
}

/** Characters of Chinese and Japanese, and marks that stand among them and in other texts too. */
const ideographic =
  '\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Bopo}\\u3000-\\u303F\\uFF01-\\uFF9F\\uFFE0-\\uFFE6';
const shared = '“”‘’…—·';

const unspacedBreak = new RegExp(
  `(?<=[${ideographic}])[ \\t]*\\n[ \\t]*(?=[${ideographic}${shared}])|(?<=[${shared}])[ \\t]*\\n[ \\t]*(?=[${ideographic}])`,
  'gu',
);
