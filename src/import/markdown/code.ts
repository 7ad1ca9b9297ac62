import type { Nodes } from 'mdast';
import { parseMarkdown } from '#journal/text/markdown.ts';
import { KeptPieces } from '../item/keptPieces.ts';
import { destinationsIn, withReplacements } from './destinations.ts';

/** A text in which all code is spaces: what looks like a sign in it is none. Places stay what they are. */
export function withoutCode(body: string): string {
  return body
    .replace(/^[ \t]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\1[ \t]*$|(?![\s\S]))/gm, blank)
    .replace(/(?<!`)(`+)(?!`)[^\n]*?(?:\n(?!\s*\n)[^\n]*?){0,3}(?<!`)\1(?!`)/g, blank);
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
  const end = lines.findIndex((line, at) => at > from && line.trim().startsWith(fence));
  return end === -1 ? lines.length : end + 1;
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

type Place = { readonly start: number; readonly end: number };

function keeping(places: readonly Place[], body: string, change: (text: string) => string): string {
  const kept = new KeptPieces();
  const text = withReplacements(
    body,
    places.map((place) => ({ ...place, text: kept.keep(body.slice(place.start, place.end)) })),
  );
  return kept.restored(change(text));
}

function codeIn(node: Nodes): Place[] {
  if ('children' in node) return node.children.flatMap(codeIn);
  const isCode = /^(?:code|inlineCode|math|inlineMath)$/.test(node.type);
  const isKept =
    isCode || (node.type === 'html' && /^<pre\b|^<!--[\s\S]*-->\s*$/i.test(node.value));
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return isKept && start !== undefined && end !== undefined ? [{ start, end }] : [];
}

/** Code as a block, between fences that are longer than all in it. */
export function fencedCode(code: string, language: string): string {
  const runs = [...code.matchAll(/`+/g)].map(([run]) => run.length + 1);
  const fence = '`'.repeat(Math.max(3, ...runs));
  return `${fence}${language}\n${code}\n${fence}`;
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
