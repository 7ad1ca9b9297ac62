import { standsInLine } from '#journal/text/html/inlineElements.ts';
import { spoilerMask } from '#journal/text/inline/spoiler.ts';
import { attributesOf, unescapeHtml } from '../render/html/html.ts';

/** Elements without an end tag. */
const empty = new Set('area br col embed hr img input link meta source track wbr'.split(' '));

/** Elements whose text is not the reader's. */
const unread = new Set(['script', 'style', 'template', 'annotation', 'annotation-xml']);

const none: ReadonlyMap<string, string> = new Map();

/** What has no end goes on to the end of the text. */
const markup =
  /<!--[\s\S]*?(?:-->|$)|<![^>]*(?:>|$)|<(\/?)([a-z][a-z0-9-]*)((?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^'">])*)(?:>|$)|</gi;

/** Attributes without any of this say nothing of the words. */
const telling = /\balt\b|hidden|footnote|sr-only|spoiler|&/i;

/** An element that is left out, and how many of its name are open. */
interface Left {
  readonly name: string;
  depth: number;
}

/**
 * The words of rendered HTML, each block on a line of its own: alt texts are in it, and notes; the marks of notes and
 * what only a screen reader says are not.
 */
export function plainText(html: string): string {
  return wordsOf(html)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

/** The same words, with white space as it comes. */
export function wordsOf(html: string): string {
  let text = '';
  let from = 0;
  let left: Left | undefined;
  for (const { 0: found, 1: close, 2: tag = '', 3: rest = '', index } of html.matchAll(markup)) {
    const name = tag.toLowerCase();
    const isOpen = name !== '' && close === '' && !rest.endsWith('/');
    if (left) {
      if (name === left.name && !empty.has(name)) left.depth += close === '/' ? -1 : 1;
      if (left.depth === 0) left = undefined;
    } else {
      text += unescapeHtml(html.slice(from, index));
      if (found === '<') text += found;
      else if (name !== '' && !standsInLine(name)) text += '\n';
      if (isOpen) {
        const attributes = telling.test(rest) ? attributesOf(found) : none;
        text += wordsAt(name, attributes);
        if (isLeftOut(name, attributes)) left = { name, depth: 1 };
      }
    }
    from = index + found.length;
  }
  return left ? text : text + unescapeHtml(html.slice(from));
}

/** What the beginning of an element says, beside what is in it. */
function wordsAt(name: string, attributes: ReadonlyMap<string, string>): string {
  if (isSpoiler(name, attributes)) return spoilerMask;
  return name === 'img' ? ` ${attributes.get('alt') ?? ''} ` : '';
}

function isSpoiler(name: string, attributes: ReadonlyMap<string, string>): boolean {
  return name === 'label' && attributes.get('class') === 'spoiler';
}

function isLeftOut(name: string, attributes: ReadonlyMap<string, string>): boolean {
  return isSpoiler(name, attributes) || (!empty.has(name) && isUnread(name, attributes));
}

function isUnread(name: string, attributes: ReadonlyMap<string, string>): boolean {
  return (
    unread.has(name) ||
    attributes.has('hidden') ||
    attributes.has('data-footnote-ref') ||
    attributes.has('data-footnote-backref') ||
    /(^|\s)sr-only(\s|$)/.test(attributes.get('class') ?? '')
  );
}

/** The inside of the first element with this class, for HTML in which every element of its kind is closed. */
export function insideOf(html: string, className: string): string {
  let open: { name: string; from: number; depth: number } | undefined;
  for (const { 0: found, 1: close, 2: tag = '', index } of html.matchAll(markup)) {
    const name = tag.toLowerCase();
    if (!open) {
      const classes = close === '' ? (attributesOf(found).get('class') ?? '').split(/\s+/) : [];
      if (classes.includes(className)) open = { name, from: index + found.length, depth: 1 };
    } else if (name === open.name) {
      open.depth += close === '/' ? -1 : 1;
      if (open.depth === 0) return html.slice(open.from, index);
    }
  }
  return '';
}
