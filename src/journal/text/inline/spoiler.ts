import type { Nodes, Parent, PhrasingContent, Root, Text } from 'mdast';
import { lineStarts, placeOf, pointAt } from './place.ts';
import { type Run, type SpoilerMarks, spoilerPairs } from './spoilerMarks.ts';

/** Words, or a picture, that are hidden until a reader asks: `||words||`. */
export interface Spoiler extends Parent {
  type: 'spoiler';
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    spoiler: Spoiler;
  }
  interface RootContentMap {
    spoiler: Spoiler;
  }
}

/** What stands for the words of a spoiler wherever they cannot be hidden: always as long, to tell nothing. */
export const spoilerMask = '▒▒▒';

/** The element that stands for a spoiler while a body is on its way to a page. */
export const spoilerTag = 'scrollback-spoiler';

/**
 * Stands in front of a spoiler that is alone in its paragraph in MDX, on its way to a page: a line that has nothing but
 * elements is no paragraph there.
 */
export const paragraphMark = '\uFDD1';

/** A spoiler of the core's, or one that is an element of MDX on its way to a page. */
export function isSpoiler(
  node: Readonly<Nodes>,
): node is Extract<Nodes, { type: 'spoiler' | 'mdxJsxTextElement' }> {
  return node.type === 'spoiler' || ('name' in node && node.name === spoilerTag);
}

/** Nodes with each pair of such tags, and what is between them, as a spoiler that holds them all. */
export function withTagsFolded(nodes: readonly Nodes[]): readonly Nodes[] {
  if (!nodes.some((node) => isTag(node, openingTag))) return nodes;
  const folded: Nodes[] = [];
  let inside: Nodes[] | undefined;
  for (const node of nodes) {
    if (!inside && isTag(node, openingTag)) inside = [node];
    else if (!inside) folded.push(node);
    else inside.push(node);
    if (!inside || !isTag(node, closingTag)) continue;
    folded.push(spoilerOf(inside));
    inside = undefined;
  }
  return [...folded, ...(inside ?? [])];
}

const openingTag = `<${spoilerTag}>`;
const closingTag = `</${spoilerTag}>`;

function isTag(node: Nodes | undefined, tag: string): boolean {
  return node?.type === 'html' && node.value === tag;
}

function spoilerOf(nodes: Nodes[]): Spoiler {
  const [first, last] = [nodes[0]?.position, nodes.at(-1)?.position];
  return {
    type: 'spoiler',
    children: nodes as PhrasingContent[],
    ...(first && last && { position: { start: first.start, end: last.end } }),
  };
}

/** Whether a text may have a spoiler: a look before a parse. */
export function mayHaveSpoiler(markdown: string): boolean {
  return markdown.includes('|') && /\|\\?\|/.test(markdown);
}

/**
 * Makes nodes of the spoilers in a parsed body. A spoiler does not nest, and one within a link holds the whole link: HTML
 * has nothing to press in what leads elsewhere.
 *
 * @returns offsets of the marks that were taken out of the text.
 */
export function foldSpoilers(root: Root, body: string): readonly Pick<Run, 'start' | 'end'>[] {
  const marks: Run[] = [];
  fold(root, { text: body, lines: lineStarts(body) }, marks);
  return marks;
}

/** A body, and where its lines begin. */
interface Body {
  readonly text: string;
  readonly lines: readonly number[];
}

function fold(node: Nodes, body: Body, marks: Run[]): void {
  if (!('children' in node)) return;
  const isCell = node.type === 'tableCell';
  const children = (node.children as PhrasingContent[]).flatMap((child) => apart(child, body));
  for (const child of children) fold(child, body, marks);
  const pairs = spoilerPairs(children, body.text, isCell);
  for (const { open, close, inner } of pairs) marks.push(open, ...inner, close);
  const folded = pairs.length === 0 ? children : between(children, pairs, body);
  (node as Parent).children = folded.map(outsideLink);
}

/** A bare address takes the mark behind it, which no address has, for a part of itself. */
function apart(node: PhrasingContent, body: Body): PhrasingContent[] {
  const place = placeOf(node);
  const [words] = node.type === 'link' ? node.children : [];
  if (node.type !== 'link' || words?.type !== 'text' || !place) return [node];
  const written = body.text.slice(place.start, place.end);
  const inBody = [...written.matchAll(/\\.|\|\|/gs)].find(([text]) => text === '||')?.index;
  if (inBody === undefined || /^[<[]/.test(written)) return [node];
  const tail = asShown(written.slice(inBody));
  if (!words.value.endsWith(tail) || !node.url.endsWith(tail)) return [node];
  const at = words.value.length - tail.length;
  const url = node.url.slice(0, -tail.length);
  const end = place.start + inBody;
  const before = cut(words, 0, at, place.start, end, body);
  const link = { ...node, url, children: [before] };
  const rest = cut(words, at, words.value.length, end, place.end, body);
  return [{ ...link, ...(before.position && { position: before.position }) }, rest];
}

/** What is written as an escape, or by its number, takes more room in the body than among the words. */
function asShown(written: string): string {
  return written.replace(
    /\\([!-/:-@[-`{-~])|&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi,
    (text, escaped?: string, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return escaped ?? (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : text);
    },
  );
}

/** A part of a text with its place: `from` and `to` count its characters, `start` and `end` those of the body. */
function cut(node: Text, from: number, to: number, start: number, end: number, body: Body): Text {
  const position = { start: pointAt(start, body), end: pointAt(end, body) };
  return { type: 'text', value: node.value.slice(from, to), position };
}

function between(
  children: readonly PhrasingContent[],
  pairs: readonly SpoilerMarks[],
  body: Body,
): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  let inside: PhrasingContent[] | undefined;
  let opener: Run | undefined;
  const inner = new Set(pairs.flatMap((pair) => pair.inner));
  const marks = Map.groupBy(
    pairs.flatMap((pair) => [pair.open, ...pair.inner, pair.close]),
    ({ child }) => child,
  );
  for (const [index, child] of children.entries()) {
    const place = placeOf(child);
    let at = 0;
    let from = place?.start ?? 0;
    for (const mark of marks.get(index) ?? []) {
      if (child.type !== 'text') continue;
      if (mark.at > at) (inside ?? result).push(cut(child, at, mark.at, from, mark.start, body));
      if (inner.has(mark)) {
        // Within one already.
      } else if (inside && opener) {
        const position = { start: pointAt(opener.start, body), end: pointAt(mark.end, body) };
        result.push({ type: 'spoiler', children: inside, position });
        inside = undefined;
      } else {
        inside = [];
        opener = mark;
      }
      at = mark.at + 2;
      from = mark.end;
    }
    if (at === 0) (inside ?? result).push(child);
    else if (child.type === 'text' && at < child.value.length)
      (inside ?? result).push(cut(child, at, child.value.length, from, place?.end ?? 0, body));
  }
  return result;
}

function outsideLink(node: PhrasingContent): PhrasingContent {
  if (node.type === 'spoiler') return { ...node, children: node.children.flatMap(withoutSpoilers) };
  if ((node.type !== 'link' && node.type !== 'linkReference') || !hasSpoiler(node)) return node;
  const link = { ...node, children: node.children.flatMap(withoutSpoilers) } as PhrasingContent;
  return { type: 'spoiler', children: [link], ...(node.position && { position: node.position }) };
}

function hasSpoiler(node: Nodes): boolean {
  return node.type === 'spoiler' || ('children' in node && node.children.some(hasSpoiler));
}

function withoutSpoilers(node: PhrasingContent): PhrasingContent[] {
  if (!('children' in node)) return [node];
  const children = (node.children as PhrasingContent[]).flatMap(withoutSpoilers);
  return node.type === 'spoiler' ? children : [{ ...node, children } as PhrasingContent];
}
