import type { Root } from 'hast';
import { lazyPackage } from './lazyPackage.ts';

const satteri = lazyPackage<typeof import('satteri')>('satteri');

/** Escapes text for an element's content or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A whole `img` tag; quoted attributes may hold `>`. */
export const imageTag = /<img\b(?:"[^"]*"|'[^']*'|[^'">])*>/gi;

/** Attributes of a tag by lower-case name, with character references undone. */
export function attributesOf(tag: string): Map<string, string> {
  const pairs = tag.matchAll(/\s([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g);
  return new Map(
    [...pairs].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      unescapeHtml(double ?? single ?? bare ?? ''),
    ]),
  );
}

/** Undoes {@link escapeHtml}, and every other character reference that ends in a semicolon. */
export function unescapeHtml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/gi, characters);
}

const known = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
]);

/** What a reference stands for; HTML has two thousand names, all of which the parser knows. */
function characters(reference: string): string {
  const before = known.get(reference);
  if (before !== undefined) return before;
  const root = satteri().htmlToHast(reference, { fragment: true }) as Root;
  const [text] = root.children;
  const found = text?.type === 'text' ? text.value : reference;
  known.set(reference, found);
  return found;
}

/** JSON for the inside of a script element: whatever is in it cannot end that element or begin another. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
