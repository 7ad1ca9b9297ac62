import { standsInLine } from '#journal/text/html/inlineElements.ts';
import { spoilerMask } from '#journal/text/inline/spoiler.ts';
import { attributesOf, unescapeHtml } from '../render/html/html.ts';

/** Elements without an end tag. */
const empty = new Set('area br col embed hr img input link meta source track wbr'.split(' '));

/** Elements whose text is not the reader's. */
const unread = new Set(['script', 'style', 'template', 'annotation', 'annotation-xml']);

const none: ReadonlyMap<string, string> = new Map();

/** What has no end goes on to the end of the text. */
const token =
  /<!--[\s\S]*?(?:-->|$)|<![^>]*(?:>|$)|<(\/?)([a-z][a-z0-9-]*)((?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^'">])*)(?:>|$)|[^<]+|</gi;

/**
 * The words of rendered HTML, each block on a line of its own: alt texts are in it, and notes; the marks of notes and
 * what only a screen reader says are not.
 */
export function plainText(html: string): string {
  let text = '';
  let left: { name: string; depth: number } | undefined;
  for (const [found, close, tag = '', rest = ''] of html.matchAll(token)) {
    const name = tag.toLowerCase();
    if (left) {
      if (name === left.name && !empty.has(name)) left.depth += close === '/' ? -1 : 1;
      if (left.depth === 0) left = undefined;
      continue;
    }
    if (name === '') {
      if (!found.startsWith('<!')) text += unescapeHtml(found);
      continue;
    }
    if (!standsInLine(name)) text += '\n';
    if (close === '/' || rest.endsWith('/')) continue;
    const attributes = rest === '' ? none : attributesOf(found);
    const isSpoiler = name === 'label' && attributes.get('class') === 'spoiler';
    if (isSpoiler) text += spoilerMask;
    if (name === 'img') text += ` ${attributes.get('alt') ?? ''} `;
    if (isSpoiler || (!empty.has(name) && isUnread(name, attributes))) left = { name, depth: 1 };
  }
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
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
  for (const { 0: found, 1: close, 2: tag = '', index } of html.matchAll(token)) {
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
