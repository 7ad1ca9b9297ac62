import type { Element, ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import type { Notes } from '../../item/notes.ts';
import { hidingNames, htmlNames, rawNames, showingNames } from './htmlNames.ts';
import { matchAt, startTagAt } from './startTag.ts';
import { rewriteElements } from './tree.ts';

/** What stands in the place of a piece of a text, and where that piece ends. */
interface Piece {
  readonly text: string;
  readonly end: number;
}

/**
 * HTML as whoever wrote it saw it: what is never closed takes nothing with it. Browsers, and all who read as they do,
 * lose the rest of a text behind `<!--` or `<script>` without an end, and the words between `<a href="x>` and the next
 * quotation mark; here they are a part of the text, and `notes` tell.
 */
export function mended(html: string, notes: Notes): string {
  if (!html.includes('<')) return html;
  const ends = lastEnds(html);
  const parts: string[] = [];
  let from = 0;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', from)) {
    const { text, end } = pieceAt(html, at, ends, notes);
    parts.push(html.slice(from, at), text);
    from = end;
  }
  parts.push(html.slice(from));
  return parts.join('');
}

const signs = ['-->', '?>', ']]>', '>'];

/** Where each element, and each of these signs, is closed for the last time. */
function lastEnds(html: string): ReadonlyMap<string, number> {
  const ends = new Map(signs.map((sign) => [sign, html.lastIndexOf(sign)]));
  for (const { 1: name = '', index } of html.matchAll(/<\/([a-z][^\s/<>]*)/gi))
    ends.set(name.toLowerCase(), index);
  return ends;
}

type Ends = ReadonlyMap<string, number>;

/** The place of a sign from there on, or -1; without a look at all that follows each time where there is none. */
function signAt(html: string, sign: string, from: number, ends: Ends): number {
  return (ends.get(sign) ?? -1) < from ? -1 : html.indexOf(sign, from);
}

function pieceAt(html: string, at: number, ends: Ends, notes: Notes): Piece {
  const next = html[at + 1] ?? '';
  if (html.startsWith('<!--', at)) return comment(html, at, ends, notes);
  if (next === '!') return declaration(html, at, ends, notes);
  if (next === '?') return program(html, at, ends, notes);
  if (next === '/') return endTag(html, at, notes);
  return /[a-z]/i.test(next) ? startTag(html, at, ends, notes) : { text: '&lt;', end: at + 1 };
}

/** A comment within which another begins was never closed, either; `<!--[if !mso]><!-->` is whole. */
function comment(html: string, at: number, ends: Ends, notes: Notes): Piece {
  const inner = html.indexOf('<!--', at + 4);
  const end = signAt(html, '-->', at + 2, ends);
  const isWhole = inner === -1 || inner > end || html.startsWith('<!--[if', at);
  if (end !== -1 && isWhole) return { text: html.slice(at, end + 3), end: end + 3 };
  notes.changed('comment of HTML that is never closed', 'its words are a part of the text');
  return { text: '', end: at + 4 };
}

function declaration(html: string, at: number, ends: Ends, notes: Notes): Piece {
  if (html.startsWith('<![CDATA[', at)) {
    const end = signAt(html, ']]>', at, ends);
    notes.changed('CDATA section', 'its words are a part of the text');
    return end === -1 ? { text: '', end: at + 9 } : { text: html.slice(at + 9, end), end: end + 3 };
  }
  const [whole] = matchAt(/<!(?:doctype|\[)[^<>]*>/iy, html, at) ?? [];
  return whole === undefined ? { text: '&lt;', end: at + 1 } : { text: '', end: at + whole.length };
}

/** What a server was to run, and what Word says of itself. */
function program(html: string, at: number, ends: Ends, notes: Notes): Piece {
  const isRun = /^<\?(?:php|=)/i.test(html.slice(at, at + 5));
  const mark = isRun ? '?>' : '>';
  const end = signAt(html, mark, at, ends);
  if (end === -1) return { text: '&lt;', end: at + 1 };
  if (isRun) notes.left('program (PHP)', 'a static site runs none');
  return { text: '', end: end + mark.length };
}

function endTag(html: string, at: number, notes: Notes): Piece {
  const pattern = /<\/([a-z][^\s/<>]*)([^<>]*)(>?)/iy;
  const [whole, name = '', rest = '', sign] = matchAt(pattern, html, at) ?? [];
  if (whole === undefined) return { text: '&lt;', end: at + 1 };
  // A <template> is shown by scripts alone.
  if (/^template$/i.test(name) && sign === '>') return { text: '', end: at + whole.length };
  if (sign === '>') return { text: whole, end: at + whole.length };
  notes.changed('tag that is never closed', 'it ends where its words begin');
  return { text: `</${name}>`, end: at + whole.length - rest.length };
}

function startTag(html: string, at: number, ends: Ends, notes: Notes): Piece {
  const tag = startTagAt(html, at);
  const name = tag.name.toLowerCase();
  const isClosed = (ends.get(name) ?? -1) >= tag.end;
  const isOfWord = /^\w+:\w+$/.test(name) && tag.text.endsWith('/>');
  const isKnown = htmlNames.has(name) || isOfWord;
  const isTag = isKnown || (isClosed && tag.trouble !== 'open') || tag.hasValues;
  const words = html.slice(tag.end, html.indexOf('<', tag.end) >>> 0);
  // A name with words behind it, and no `>` before the next tag: `a <b and c`.
  const isSign = tag.trouble === 'open' && !tag.hasValues && words.trim() !== '';
  if (!isTag || name.endsWith(':') || name.includes('@') || isSign) {
    notes.changed('sign <', 'it began no tag: it is a part of the text');
    return { text: '&lt;', end: at + 1 };
  }
  if (tag.trouble === 'quotes')
    notes.changed('attribute that is never closed', 'it ends where words or tags begin');
  if (tag.trouble === 'open')
    notes.changed('tag that is never closed', 'it ends where its words begin');
  if (name === 'template') return { text: '', end: tag.end };
  if (!hidingNames.has(name)) return tag;
  if (tag.text.endsWith('/>') && !(isClosed && endsNext(html, name, tag)))
    return { text: `${tag.text}</${name}>`, end: tag.end };
  return hiding(html, name, tag, isClosed, notes);
}

/** Whether what comes next of a name is its end: browsers do not see the slash of `<script/>`. */
function endsNext(html: string, name: string, { end }: Piece): boolean {
  return matchAt(new RegExp(`<(/?)${name}\\b`, 'gi'), html, end)?.[1] === '/';
}

function hiding(html: string, name: string, tag: Piece, isClosed: boolean, notes: Notes): Piece {
  if (isClosed) return rawNames.has(name) ? raw(html, name, tag) : tag;
  notes.changed(`<${name}> that is never closed`, 'what follows it is a part of the text');
  return showingNames.has(name)
    ? { text: `${tag.text}</${name}>`, end: tag.end }
    : { text: '', end: tag.end };
}

/** Up to the end of an element in which nothing is a tag. */
function raw(html: string, name: string, { text, end }: Piece): Piece {
  const found = matchAt(new RegExp(`</${name}[^<>]*>?`, 'gi'), html, end);
  const stop = found ? found.index + found[0].length : html.length;
  return { text: text + html.slice(end, stop), end: stop };
}

/**
 * A piece of HTML in which `change` says what stands in each element's place, from the leaves up; `notes` tell what had to
 * be closed before.
 */
export function rewrittenHtml(
  html: string,
  notes: Notes,
  change: (element: Element) => readonly ElementContent[],
): string {
  const root = fromHtml(mended(html, notes), { fragment: true });
  rewriteElements(root, change);
  return toHtml(root);
}
