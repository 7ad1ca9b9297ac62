import type { Element, ElementContent, Root } from 'hast';
import type { Notes } from '../item/notes.ts';
import {
  attributeOf,
  classesOf,
  element,
  elementsIn,
  isElement,
  isGap,
  rewriteElements,
  text,
  textOf,
  withBreaks,
  withoutGaps,
} from './tree/tree.ts';

/**
 * Verse and other texts whose lines were kept by `<pre>`, or by a style, as paragraphs whose lines end where theirs did.
 * Code stays code.
 */
export function versed(root: Root, notes: Notes): void {
  const inVerse = new Set(
    elementsIn(root)
      .filter((one) => named.test(classesOf(one)))
      .flatMap((one) => elementsIn(one)),
  );
  withIndents(root.children as ElementContent[]);
  rewriteElements(root, (node) => {
    if (
      isElement(node, 'pre') &&
      (isVerse(node) || (inVerse.has(node) && elementsIn(node, 'code').length === 0))
    ) {
      notes.changed('verse', 'a paragraph with its lines');
      return [element('div', {}, trimmed(inLines(node.children, true)))];
    }
    withIndents(node.children);
    const keepsLines =
      isElement(node, 'p', 'div', 'span', 'blockquote', 'li') &&
      /white-space:\s*(?:pre|break-spaces)/i.test(attributeOf(node, 'style'));
    return [keepsLines ? { ...node, children: inLines(node.children, false) } : node];
  });
}

/** Behind a single break, spaces that do not break indent a line of verse. */
function withIndents(children: readonly ElementContent[]): void {
  for (const [index, child] of children.entries()) {
    const [before, last] = [children[index - 1], children[index - 2]];
    if (child.type !== 'text' || !isElement(before, 'br') || !last || isElement(last, 'br'))
      continue;
    const isText = last.type !== 'text' || last.value.trim() !== '';
    if (isText && /^\s*\u00A0[ \u00A0]*\u00A0[ \u00A0]*\S/.test(child.value))
      child.value = withGaps(child.value.replace(/^[\n\r\t]+/, ''));
  }
}

const named = /(?:^|[\s_-])(?:verse|poem|poetry|lyrics|stanza|preformatted-block)(?:$|[\s_-])/i;

function isVerse(pre: Element): boolean {
  if (elementsIn(pre, 'code', 'span', 'table').length > 0) return false;
  if (named.test(classesOf(pre))) return true;
  const [, font = ''] = /font-family:\s*([^;]*)/i.exec(attributeOf(pre, 'style')) ?? [];
  if (font !== '' && !/mono|courier|consol|menlo|code|typewriter|lucida/i.test(font)) return true;
  const { className, id, style, ...more } = pre.properties;
  const isBare =
    /^(?:wp-block-preformatted)?$/.test(classesOf(pre)) &&
    Object.keys(more).length === 0 &&
    font === '';
  return isBare && readsAsVerse(textOf(withLines(pre)));
}

function withLines(pre: Element): Element {
  const copy = structuredClone(pre);
  rewriteElements(copy, (node) => (isElement(node, 'br') ? [text('\n')] : [node]));
  return copy;
}

/** What stands in programs, in what they write, and in tables. */
const ofPrograms =
  /[{}<>|\\$_#@=*+~^`[\]/%&]|^\s*[\w-]+:(?:\s|$)|^\s*\p{Lu}{3,}\b|\S[ \t]{3,}\S|\d{3}/mu;

/** Lines of words, most of which begin or end as lines of a poem do. Anything else may be code. */
function readsAsVerse(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 3 || ofPrograms.test(text)) return false;
  const share = (is: RegExp) => lines.filter((line) => is.test(line)).length / lines.length;
  const isOfWords = share(/^\s*["'“‘«„(–—-]?\s*\p{L}/u) === 1 && share(/\p{L}\s+\p{L}/u) > 0.7;
  const isShort = lines.every((line) => line.length < 90);
  return (
    isOfWords && isShort && share(/^\s*["'“‘«„(–—-]?\s*\p{Lu}|[,.;:!?…—–]["'”’»)]*\s*$/u) > 0.6
  );
}

/** The line of a text that is indented, or parted within, is so in a text that flows, too: by signs that stay. */
function withGaps(line: string): string {
  return line
    .replaceAll('\t', '    ')
    .replace(/^[ \u00A0]+|[ \u00A0]{2,}/g, (gap) => '\u2003'.repeat(Math.ceil(gap.length / 2)));
}

function inLines(children: readonly ElementContent[], hasGaps: boolean): ElementContent[] {
  return children.flatMap((child, index): ElementContent[] => {
    if (child.type === 'element') return [{ ...child, children: inLines(child.children, hasGaps) }];
    if (child.type !== 'text') return [child];
    const isBehindBreak = isElement(children[index - 1], 'br');
    const said = isBehindBreak ? child.value.replace(/^[ \t]*\n/, '') : child.value;
    const isFirst = index === 0 || isBehindBreak;
    const lines = said.split('\n');
    return withBreaks(
      lines.map((line, at) => [text(hasGaps && (at > 0 || isFirst) ? withGaps(line) : line)]),
    );
  });
}

function trimmed(children: readonly ElementContent[]): ElementContent[] {
  // The first line may be indented.
  const first = children[children.findIndex((one) => !isGap(one)) - 1];
  const indent = first?.type === 'text' && first.value !== '' ? [first] : [];
  return [...indent, ...withoutGaps(children)];
}
