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
  let end = from + 1;
  while (end < lines.length && !lines[end]?.trim().startsWith(fence)) end++;
  return Math.min(end + 1, lines.length);
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
