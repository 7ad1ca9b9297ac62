import type { Nodes, Parents } from 'mdast';
import { parseMarkdown } from '#journal/text/markdown.ts';
import type { Notes } from '../item/notes.ts';
import { placeOf, type Replacement, withReplacements } from '../markdown/destinations.ts';
import { cleanText } from './clean.ts';
import { htmlToMarkdown } from './convert.ts';
import { isWhole, Tags } from './tags.ts';

/**
 * Markdown without the debris of HTML that stands in it: what decorates goes, blocks of it become Markdown, spaces that do
 * not break are plain ones where nothing is meant by them. HTML that a page of Scrollback has stays as it is.
 */
export function cleanMarkdown(given: string, notes: Notes): string {
  if (!/<|&(?:nbsp|#160|#x0*a0);|[\u00A0\u200B\u2060\uFEFF]/i.test(given)) return given;
  const body = withoutEmptied(given, notes);
  const replacements = [...changesIn(parseMarkdown(body), body, notes)];
  return withReplacements(body, replacements);
}

/**
 * Without `<script src="x"/>` at the beginning of a line. Many programs see its slash; others, and browsers, take all that
 * follows for the script.
 */
function withoutEmptied(body: string, notes: Notes): string {
  const text = withoutTypedCode(body);
  const found = [...text.matchAll(/^ {0,3}<(script|style|noscript)\b[^<>]*\/>/gim)].filter(
    ({ 0: tag, 1: name = '', index }) =>
      new RegExp(`<(/?)${name}\\b`, 'i').exec(text.slice(index + tag.length))?.[1] !== '/',
  );
  for (const { 1: name = '' } of found)
    notes.left(
      /^style$/i.test(name) ? 'style sheet' : 'script',
      'an entry holds what is to be read',
    );
  return withReplacements(
    body,
    found.map(({ 0: tag, index }) => ({ start: index, end: index + tag.length, text: '' })),
  );
}

/** A text in which what stands between backticks is spaces. A parser would see none behind a script that is not closed. */
function withoutTypedCode(body: string): string {
  const blank = (text: string) => text.replace(/[^\n]/g, ' ');
  return body
    .replace(/^[ \t]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\1[ \t]*$|(?![\s\S]))/gm, blank)
    .replace(/(?<!`)(`+)(?!`)[^\n]*?(?:\n(?!\s*\n)[^\n]*?){0,3}(?<!`)\1(?!`)/g, blank);
}

function* changesIn(parent: Parents, body: string, notes: Notes): Iterable<Replacement> {
  const tags = new Tags(notes);
  let until = 0;
  for (const [index, child] of (parent.children as readonly Nodes[]).entries()) {
    if (index < until) continue;
    until = endOfUnseen(parent, index);
    const [from, to] = [placeOf(child), placeOf(parent.children[until - 1] ?? child)];
    if (until > 0 && from && to) {
      yield { start: from.start, end: to.end, text: tags.cleaned(body.slice(from.start, to.end)) };
      continue;
    }
    if ('children' in child) yield* changesIn(child, body, notes);
    const place = placeOf(child);
    if (!place || (child.type !== 'text' && child.type !== 'html')) continue;
    const source = body.slice(place.start, place.end);
    const isBlock = child.type === 'html' && parent.type === 'root';
    const block = isBlock ? blockText(source, body, notes) : undefined;
    const isText = child.type === 'text';
    const text = isText ? plainSpaces(source, notes) : (block ?? tags.cleaned(source));
    if (text !== source) yield { ...place, text };
  }
}

/** Behind which child a script within a line ends that begins at this one; 0 where none does. */
function endOfUnseen({ children }: Parents, index: number): number {
  const first = children[index];
  const name = first?.type === 'html' && /^<(script|noscript|style)\b/i.exec(first.value)?.[1];
  if (!name || first.value.includes('</')) return 0;
  const end = children.findIndex(
    (one, at) =>
      at > index &&
      one.type === 'html' &&
      one.value.toLowerCase().startsWith(`</${name.toLowerCase()}`),
  );
  return end + 1;
}

const debris =
  /\s(?:style|on[a-z]+)\s*=|<\/?(?:font|center|big|script|style|noscript|link|meta|basefont|tt|strike|nobr|blink|marquee|o:p)\b|&nbsp;|\u00A0/i;

/** Drawings, places that links lead to, comments, and Markdown that somebody meant as such. */
const kept =
  /<svg\b|<!--(?!\[if\b)|\s(?:id|name|markdown)\s*=|\]\([^()\s]+\)|\*\*\S|^[ \t]*(?:`{3}|~{3})/im;

/** A block of HTML with debris in it, as Markdown; undefined where it holds parts of what stands in other blocks. */
function blockText(source: string, body: string, notes: Notes): string | undefined {
  const shown = source.replace(/<!--[\s\S]*?-->/g, '');
  if (!debris.test(shown) || kept.test(source) || !isWhole(source)) return undefined;
  const found = htmlToMarkdown(source, notes);
  // Its notes would have the numbers of others.
  if (/\[\^/.test(found) && /\[\^/.test(body)) return undefined;
  notes.changed('block of HTML', 'it is Markdown');
  return found;
}

/** What begins a list, a heading, a quotation or a rule where nothing but spaces stands before it. */
const beginsBlock =
  /^[ \t]*(?:[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|#{1,6}(?:[ \t]|$)|>|[-=*_]{2,}\s*$|`{3}|~{3})/;

/** A line stays as it is where it would begin another block without its signs. */
function plainLine(line: string): string {
  const plain = cleanText(line);
  return beginsBlock.test(plain) && !beginsBlock.test(line) ? line : plain;
}

/** A text in which spaces do not break where that is meant alone. */
function plainSpaces(source: string, notes: Notes): string {
  const signs = source.replace(/(?<!\\)&(?:nbsp|#160|#x0*a0);/gi, '\u00A0');
  const text = signs.split('\n').map(plainLine).join('\n');
  if (text === signs) return source;
  notes.changed(
    'space that does not break, or has no width',
    'a plain one, or none',
    (signs.match(/[\u00A0\u200B\u2060\uFEFF]/g)?.length ?? 0) -
      (text.match(/[\u00A0\u200B\u2060\uFEFF]/g)?.length ?? 0),
  );
  return text;
}
