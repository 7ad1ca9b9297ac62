import type { Nodes } from 'mdast';
import { parseMarkdown } from '#journal/text/markdown.ts';
import { KeptPieces, pieceMark } from '../item/keptPieces.ts';
import { type Destination, destinationsIn, placeOf, withReplacements } from './destinations.ts';

/**
 * A text in which blocks of code are spaces, and code within lines is a sign that no text has: what looks like a sign in it is
 * none, and what stands beside it does not stand beside a space. Places stay what they are.
 */
export function withoutCode(body: string): string {
  const replacements = codeIn(parseMarkdown(body)).map((place) => ({
    ...place,
    text: body.slice(place.start, place.end).replace(/[^\n]/g, place.isBlock ? ' ' : pieceMark),
  }));
  return withReplacements(body, replacements);
}

/** Changes a text but for its blocks of code between fences, which stay as they are. */
export function outsideFences(body: string, change: (text: string) => string): string {
  return body
    .split(/(^[ \t]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?^[ \t]*\2[ \t]*$)/m)
    .map((part, index) => (index % 3 === 1 ? part : index % 3 === 2 ? '' : change(part)))
    .join('');
}

/** Behind which line a block of code between fences ends that begins at a line; undefined where none does. */
export function fenceAt(lines: readonly string[], from: number): number | undefined {
  const [, fence] = /^ {0,3}(`{3,}|~{3,})/.exec(lines[from] ?? '') ?? [];
  if (fence === undefined) return undefined;
  return Math.min(closingFence(lines, from, fence) + 1, lines.length);
}

/** The line that closes a block of code between fences, or the place behind the last where none does. */
function closingFence(lines: readonly string[], from: number, sign: string): number {
  let end = from + 1;
  while (end < lines.length && !lines[end]?.trim().startsWith(sign)) end++;
  return end;
}

/** Changes a text in which all code, in lines and in blocks of every form, is a piece that stays what it is. */
export function keepingCode(body: string, change: (text: string) => string): string {
  return keeping(codeIn(parseMarkdown(body)), body, change);
}

/** The same of a text whose addresses stay what they are, too. */
export function keepingAddresses(body: string, change: (text: string) => string): string {
  const addresses = destinationsIn(body).map(({ is, start, end, whole }) =>
    is === 'html link' || is === 'html image' ? whole : { start, end },
  );
  return keeping([...codeIn(parseMarkdown(body)), ...addresses], body, change);
}

function keeping(
  places: readonly Destination['whole'][],
  body: string,
  change: (text: string) => string,
): string {
  const kept = new KeptPieces();
  const text = withReplacements(
    body,
    places.map((place) => ({ ...place, text: kept.keep(body.slice(place.start, place.end)) })),
  );
  return kept.restored(change(text));
}

type Code = Destination['whole'] & { readonly isBlock: boolean };

const comment = /^<!--[\s\S]*-->\s*$/;

function codeIn(node: Nodes): Code[] {
  if ('children' in node) return node.children.flatMap(codeIn);
  const isHtml = node.type === 'html';
  const isBlock =
    node.type === 'code' || node.type === 'math' || (isHtml && /^<pre\b/i.test(node.value));
  const isSpan = node.type === 'inlineCode' || node.type === 'inlineMath';
  const isKept = isBlock || isSpan || (isHtml && comment.test(node.value));
  const place = placeOf(node);
  return isKept && place ? [{ ...place, isBlock }] : [];
}

/** Code as a block, between fences that are longer than all in it. */
export function fencedCode(code: string, language: string): string {
  const runs = [...code.matchAll(/`+/g)].map(([run]) => run.length + 1);
  const fence = '`'.repeat(Math.max(3, ...runs));
  return `${fence}${language}\n${code}\n${fence}`;
}

/** A block of code with its language, and the lines that Hugo's options mark, as `{2,4-5}`. */
export function hugoCode(code: string, language: string, options: string): string {
  const plain = code.replace(/^\n|\s+$/g, '');
  const info = language.replace(/[^\w#+-]/g, '') + infoOf(options, plain.split('\n').length);
  return fencedCode(plain, info);
}

const fence = /^([ \t]*)(`{3,}|~{3,})[ \t]*(\S[^\n]*)$/;

/** Code behind an indent whose first line names its language, as Python-Markdown has it; what closes again is a container. */
const named =
  /((?:^|\n)[ \t]*\n|^)(?: {4}|\t):::([\w#+-]+)[ \t]*\n(?!(?:(?:(?: {4}|\t)[^\n]*| {0,3})\n)*?(?: {4}|\t)[ \t]*:::[ \t]*(?:\n|$))((?:(?:(?: {4}|\t)[^\n]*| {0,3})(?:\n|$))+)/g;

function withNamedCode(text: string): string {
  return text.replace(named, (_, before: string, language: string, code: string) => {
    const plain = code.replace(/^(?: {4}|\t)/gm, '').replace(/^\n+|\s+$/g, '');
    return `${before}${fencedCode(plain, language)}\n\n`;
  });
}

/**
 * A text whose fences have the language, the title and the marked lines as others read them: `{…=…}` of Hugo, `js:title=a.js`
 * and `js:a.js` of Gatsby and Zenn, `{.python}` of Pandoc, `{r}` of R Markdown, `rust,ignore` of Rust and Zola.
 */
export function withPlainFences(text: string): string {
  const body = text.includes(':::') ? withNamedCode(text) : text;
  if (!/^[ \t]*(?:`{3}|~{3})[ \t]*(?:[^\n]*[{:]|\S+[ ,])/m.test(body)) return body;
  const lines = body.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const [, indent = '', sign, info = ''] = fence.exec(lines[at] ?? '') ?? [];
    if (sign === undefined) continue;
    const end = closingFence(lines, at, sign);
    lines[at] = indent + sign + plainInfo(info.trim(), end - at - 1);
    at = end;
  }
  return lines.join('\n');
}

/** What stands behind the signs of a fence; as it is where it says nothing that others write in another way. */
function plainInfo(info: string, lines: number): string {
  const [, language = '', options] = /^([\w#+.-]*)[ \t]*\{([^{}]*=[^{}]*)\}$/.exec(info) ?? [];
  const [, named, rest = ''] = /^\{[ \t]*\.?([\w#+-]+)\b([^{}]*)\}$/.exec(info) ?? [];
  if (named !== undefined && !/^[\d,-]+$/.test(named)) return named + infoOf(rest, lines);
  if (options !== undefined) return language + infoOf(options, lines);
  const [, first, more] = /^([\w#+-]+),[ \t]*(\S[^{}]*)$/.exec(info) ?? [];
  if (first !== undefined) return first + infoOf(more ?? '', lines);
  const [, before = '', saysTitle, title = '', marks = ''] =
    /^([\w#+-]+):(title=)?([^\s{}]+)[ \t]*(\{[\d,-]+\})?$/.exec(info) ?? [];
  if (before === '') return info;
  // What is neither called a title nor has a sign of a file's name, such as `Makefile`, says how the block looks.
  const isTitle = saysTitle !== undefined || /[./A-Z]/.test(title);
  return before + (isTitle ? ` title="${title}"` : '') + (marks === '' ? '' : ` ${marks}`);
}

/** What stands behind the language: a title, and the marked lines as far as the block has them. */
function infoOf(options: string, lines: number): string {
  const [, title = ''] = /\btitle\s*=\s*"([^"\n]*)"/.exec(options) ?? [];
  const [, list = '', plain = ''] =
    /\bhl_lines\s*=\s*(?:\[([^\]]*)\]|"?([\d\s-]+)"?)/.exec(options) ?? [];
  const ranges = [...(list || plain).matchAll(/(\d+)(?:\s*-\s*(\d+))?/g)]
    .filter(([, from, to = from]) => Number(from) >= 1 && Number(to) <= lines)
    .map(([, from = '', to]) => (to === undefined ? from : `${from}-${to}`));
  const marked = ranges.length === 0 ? '' : ` {${ranges.join(',')}}`;
  return (title === '' ? '' : ` title="${title}"`) + marked;
}
