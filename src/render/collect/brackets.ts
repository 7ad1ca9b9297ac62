import type { FootnoteReference, Html, Nodes } from 'mdast';
import { markdownToMdast, mdxToMdast } from 'satteri';
import { replaced } from '#journal/text/inline/disguise.ts';
import { placesOf } from '#journal/text/inline/nodesIn.ts';
import { placeOf } from '#journal/text/inline/place.ts';
import { markdownFeatures } from '#journal/text/markdown.ts';
import type { Collector } from './collector.ts';

/** A mark of a footnote, or a bracket. */
const bracket = /\\.|\[\^[^[\]\s]+\]|[[\]]|\n[ \t]*\n/g;

/** Whether a footnote's mark stands within brackets with an address behind them, or behind the beginning of an `a`. */
function mayHaveMarkWithin(body: string): boolean {
  if (!body.includes('[^')) return false;
  if (body.includes('<') && /<a\s/i.test(body)) return true;
  if (!/\][([\]]/.test(body)) return false;
  const open: number[] = [];
  let marks = 0;
  for (const { 0: found, index } of body.matchAll(bracket)) {
    if (found === '[') open.push(marks);
    else if (found === ']') {
      const before = open.pop() ?? 0;
      if (before < marks && /[([\]]/.test(body[index + 1] ?? '')) return true;
    } else if (found.startsWith('[')) marks++;
    else if (found.startsWith('\n')) open.length = 0;
  }
  return false;
}

/** A name in double brackets with something in it that is, or may be, no plain word. */
function mayHaveMarkedName(body: string): boolean {
  const names = body.matchAll(/\[\[((?:[^[\]]|\[\^[^[\]\s]*\]){0,600})\]\]/g);
  return [...names].some(([, name = '']) => /[*_`~\\<]| {2}\n|\[\^/.test(name));
}

/** Whether {@link bracketFaults} may find any: a look before a parse. */
export function mayHaveBracketFaults(body: string): boolean {
  return mayHaveMarkWithin(body) || mayHaveMarkedName(body);
}

/** Stands for a mark, while its text is looked at without it: no letter of any text, and no address goes on behind it. */
const gap = '\u001F';

/**
 * Tells of brackets that would stay in the text as they were typed: a link or a picture with a footnote's mark in its
 * words, where HTML has no room for a second link, and a name in double brackets that is not plain words.
 */
export function bracketFaults(body: string, collector: Collector): void {
  if (!mayHaveBracketFaults(body)) return;
  const hasMarks = mayHaveMarkWithin(body);
  const parse = (markdown: string) =>
    (collector.document.format === 'mdx' ? mdxToMdast : markdownToMdast)(markdown, {
      features: markdownFeatures,
    });
  const root = parse(body);
  tellNames(root, body, collector);
  if (!hasMarks) return;
  const marks = marksIn(root);
  const masked = maskedText(body, marks);
  const links = placesOf(parse(masked), 'link', 'linkReference', 'image', 'imageReference');
  const isInLink = withinAny(links);
  for (const mark of marks) {
    const isWithin = mark.isInElement || isInLink(mark) || isInCollapsedLink(masked, mark);
    if (isWithin) tellMark(mark, collector);
  }
}

interface Mark {
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** Whether it stands in a link that is written as HTML. */
  readonly isInElement: boolean;
}

/** The text with something else in place of its marks. */
function maskedText(body: string, marks: readonly Mark[]): string {
  return replaced(
    body,
    marks.map(({ start, end }) => ({ start, length: end - start, by: gap })),
  );
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Whether stretches, asked for in the order of the text, lie within one of some others. */
function withinAny(others: readonly Stretch[]): (one: Stretch) => boolean {
  const sorted = others.toSorted((a, b) => a.start - b.start);
  let passed = 0;
  let reached = -1;
  return ({ start, end }) => {
    for (let next = sorted[passed]; next && next.start < start; next = sorted[++passed])
      reached = Math.max(reached, next.end);
    return end < reached;
  };
}

function marksIn(node: Readonly<Nodes>, isInLink = false): Mark[] {
  if (node.type === 'footnoteReference') return markOf(node, isInLink);
  if (!('children' in node)) return [];
  let isInElement = isInLink || isJsxLink(node);
  return node.children.flatMap((child) => {
    if (child.type === 'html') isInElement = isInLink || inLinkAfter(child, isInElement);
    return marksIn(child, isInElement);
  });
}

function markOf(node: Readonly<FootnoteReference>, isInElement: boolean): Mark[] {
  const place = placeOf(node);
  return place ? [{ label: node.label ?? node.identifier, ...place, isInElement }] : [];
}

/** A node may be a single tag, or a block with many. */
function inLinkAfter({ value }: Html, isInLink: boolean): boolean {
  const tags = value.replace(/<!--[\s\S]*?-->/g, '').matchAll(/<a(?=\s)|<\/a\s*>/gi);
  const last = [...tags].at(-1)?.[0];
  return last === undefined ? isInLink : !last.startsWith('</');
}

/** Whether a node is a link that is written as a component. */
export function isJsxLink(node: Readonly<Nodes>): boolean {
  return /^mdxJsx/.test(node.type) && 'name' in node && node.name === 'a';
}

/** `[words][]` names itself, and no name has brackets in it. */
function isInCollapsedLink(masked: string, { start, end }: Mark): boolean {
  return (
    /(?<!\\)\[[^[\]]*$/.test(masked.slice(Math.max(0, start - 500), start)) &&
    /^[^[\]]*\]\[\]/.test(masked.slice(end, end + 500))
  );
}

function tellMark({ label, line }: Mark, collector: Collector): void {
  collector.fault(
    'mark-in-link',
    line,
    `the footnote's mark [^${label}] in the words of a link or a picture`,
    'the mark behind it: a link leads to one place',
    `write [words](…)[^${label}], or \\[ if it is none`,
  );
}

/** Looks for names among the texts of a block and what stands between them. */
function tellNames(node: Readonly<Nodes>, body: string, collector: Collector): void {
  if (!('children' in node)) return;
  const sources = node.children.map((child) => sourceOf(child, body));
  const flat = sources.join('');
  const childOf = childFinder(node.children, sources);
  for (const { 0: name, index } of flat.matchAll(/(?<![\\!])\[\[[^[\]]*\]\]/g)) {
    const child = name.includes(gap) ? childOf(index) : undefined;
    const place = child && placeOf({ position: child.node.position });
    if (!place) continue;
    const before = body.slice(place.start, place.start + child.offset);
    collector.fault(
      'marked-name',
      place.line + before.split('\n').length - 1,
      `${name.replaceAll(gap, '…')}, which has more than words in it`,
      'a name in plain words',
      'write [[name|words]] and what belongs to them behind it, or \\[[ if it is none',
    );
  }
  for (const child of node.children) tellNames(child, body, collector);
}

function sourceOf(node: Readonly<Nodes>, body: string): string {
  if (node.type !== 'text') return gap;
  const place = placeOf(node);
  return place ? body.slice(place.start, place.end) : node.value;
}

/** The child in which an offset of the joined sources lies; offsets come in rising order. */
function childFinder(children: readonly Readonly<Nodes>[], sources: readonly string[]) {
  let at = 0;
  let start = 0;
  return (offset: number): { node: Readonly<Nodes>; offset: number } | undefined => {
    for (let source = sources[at]; source !== undefined; source = sources[at]) {
      if (offset - start < source.length) break;
      start += source.length;
      at++;
    }
    const node = children[at];
    return node && { node, offset: offset - start };
  };
}
