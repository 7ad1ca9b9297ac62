import type { ImageReference, LinkReference, Nodes } from 'mdast';
import { parseMarkdown } from '#journal/text/markdown.ts';
import type { Notes } from '../item/notes.ts';

/** An address in a Markdown text, and where it stands. */
export interface Destination {
  /** `autolink`: the whole of it is the address. */
  readonly is: 'link' | 'image' | 'autolink' | 'definition' | 'html link' | 'html image';
  /** As it is meant, without escapes. */
  readonly address: string;
  /** Of the address as it is written, with `<>` around it where it has them. */
  readonly start: number;
  readonly end: number;
  /** Of all that it belongs to, such as `![alt](address)`. */
  readonly whole: { readonly start: number; readonly end: number };
  /** What a picture shows. */
  readonly alt?: string;
  /** Whether it stands within a link, where no other link can. */
  readonly isInLink: boolean;
  /** Of a definition: what stands in the text by its label. */
  readonly references?: readonly Reference[];
}

/** `![alt][label]` or `[words][label]`: a place of the text whose address stands in a definition. */
export interface Reference {
  readonly is: 'link' | 'image';
  readonly whole: Destination['whole'];
  readonly alt: string;
  readonly isInLink: boolean;
}

/** By the label of a definition, as CommonMark compares them. */
type References = Map<string, Reference[]>;

/** All addresses of a Markdown text that a reader can see or follow, in their order; code has none. */
export function destinationsIn(body: string): Destination[] {
  const references: References = new Map();
  const found = walk(parseMarkdown(body), body, false, references);
  return found
    .map((one) =>
      one.references?.some(({ is }) => is === 'image') ? { ...one, is: 'image' as const } : one,
    )
    .sort((a, b) => a.start - b.start);
}

function walk(node: Nodes, body: string, isInLink: boolean, references: References): Destination[] {
  if (node.type === 'imageReference' || node.type === 'linkReference')
    refer(node, isInLink, references);
  const own = destinationOf(node, body, isInLink);
  if (node.type === 'definition')
    return own.map((one) => ({ ...one, references: referencesBy(node.identifier, references) }));
  if (!('children' in node)) return own;
  const inner = isInLink || node.type === 'link' || node.type === 'linkReference';
  return [...own, ...node.children.flatMap((child) => walk(child, body, inner, references))];
}

function refer(node: ImageReference | LinkReference, isInLink: boolean, references: References) {
  const whole = placeOf(node);
  if (!whole) return;
  const [is, alt] =
    node.type === 'imageReference' ? ['image' as const, node.alt] : ['link' as const];
  referencesBy(node.identifier, references).push({ is, whole, alt: alt ?? '', isInLink });
}

/** One list for each label, which goes on growing while the text is read. */
function referencesBy(identifier: string, references: References): Reference[] {
  const label = identifier.toLowerCase();
  const found = references.get(label) ?? [];
  references.set(label, found);
  return found;
}

/** Where a node stands in its text; undefined for one that was made. */
export function placeOf({ position }: Nodes): Destination['whole'] | undefined {
  const start = position?.start.offset;
  const end = position?.end.offset;
  return start === undefined || end === undefined ? undefined : { start, end };
}

function destinationOf(node: Nodes, body: string, isInLink: boolean): Destination[] {
  const whole = placeOf(node);
  if (!whole) return [];
  const { start, end } = whole;
  const source = body.slice(start, end);
  if (node.type === 'html') return htmlAddresses(source, whole, isInLink);
  if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return [];
  const { type: is, url: address } = node;
  if (is === 'link' && !source.startsWith('['))
    return [{ is: 'autolink', address, start, end, whole, isInLink }];
  const place = placeIn(source, is === 'image' ? 1 : 0);
  if (!place) return [];
  const alt = node.type === 'image' ? { alt: node.alt ?? '' } : {};
  return [
    { is, address, start: start + place.start, end: start + place.end, whole, isInLink, ...alt },
  ];
}

/** Finds the address behind the label, which ends at the bracket that belongs to the first. */
function placeIn(source: string, from: number) {
  const label = labelEnd(source, from);
  const [opened = ''] = /^\](?::|\()\s*/.exec(source.slice(label)) ?? [];
  const start = label + opened.length;
  if (opened === '') return undefined;
  return { start, end: start + destinationAt(source.slice(start)).length };
}

function labelEnd(source: string, from: number): number {
  let depth = 0;
  for (const { 0: sign, index } of source.matchAll(/\\.|(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)|[[\]]/g)) {
    if (index < from) continue;
    if (sign === '[') depth += 1;
    if (sign === ']') depth -= 1;
    if (sign === ']' && depth === 0) return index;
  }
  return source.length;
}

/** An address at the head of a text, as CommonMark delimits it. */
function destinationAt(text: string): string {
  const angled = /^<(?:\\.|[^\\<>\n])*>/.exec(text)?.[0];
  if (angled !== undefined) return angled;
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/\\.|[()\s]/gs)) {
    if (/^\s/.test(sign)) return text.slice(0, index);
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (depth < 0) return text.slice(0, index);
  }
  return text;
}

const attribute =
  /<(a|area|img|source|video|audio|embed|iframe)\b[^>]*?\s(href|src|poster)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)/gi;

function htmlAddresses(
  source: string,
  whole: Destination['whole'],
  isInLink: boolean,
): Destination[] {
  // A tag goes on behind a `>` that stands in a value.
  const tags = source
    .replace(/<!--[\s\S]*?-->/g, (text) => ' '.repeat(text.length))
    .replace(/=\s*(?:"[^"]*"|'[^']*')/g, (value) => value.replaceAll('>', ' '));
  return [...tags.matchAll(attribute)].map(
    ({ 0: text, 1: tag = '', 3: { length } = '', index }) => {
      const end = whole.start + index + text.length;
      const value = source.slice(index + text.length - length, index + text.length);
      const isImage = /^(?:img|source|video|audio|embed)$/i.test(tag);
      return {
        is: isImage ? 'html image' : 'html link',
        address: unquoted(value),
        start: end - value.length,
        end,
        whole,
        isInLink,
      };
    },
  );
}

function unquoted(value: string): string {
  return value
    .replace(/^(["'])([\s\S]*)\1$/, '$2')
    .replaceAll('&amp;', '&')
    .trim();
}

/** The words of a link, or of a picture, as they are written. */
export function linkWords({ is, whole, start }: Destination, body: string): string {
  return body.slice(whole.start + (is === 'image' ? 2 : 1), start).replace(/\]\(\s*<?$/, '');
}

/** A place of a text, and what is to stand there. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text with some of its places written anew. Of places that overlap, the first has it. */
export function withReplacements(text: string, replacements: readonly Replacement[]): string {
  let result = '';
  let at = 0;
  for (const one of [...replacements].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (one.start < at) continue;
    result += text.slice(at, one.start) + one.text;
    at = one.end;
  }
  return result + text.slice(at);
}

/** An address as it stands in Markdown between parentheses. */
export function writtenDestination(address: string): string {
  const plain = /^[^\s()<>\\]+$/.test(address);
  return plain ? address : `<${address.replace(/[<>\\]/g, '\\$&').replace(/\s+/g, '%20')}>`;
}

/** By what others show in a frame of its own: what stands before its id to make an address of it. */
const embeds: Readonly<Record<string, string>> = {
  youtube: 'https://www.youtube.com/watch?v=',
  vimeo: 'https://vimeo.com/',
  gist: 'https://gist.github.com/',
  twitter: 'https://twitter.com/i/status/',
  tweet: 'https://twitter.com/i/status/',
};

/** A link to what others show so: `kind` is one of {@link embeds}, or any other where `id` is an address. */
export function embed(kind: string, id: string, notes: Notes): string {
  notes.changed(`embedded ${kind}`, 'a link: pages load nothing from elsewhere');
  const address = /^https?:/.test(id) ? id : (embeds[kind] ?? '') + id;
  return `[${address}](${address})`;
}
