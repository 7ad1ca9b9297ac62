import type { FootnoteReference, Html, Nodes } from 'mdast';
import { markdownToMdast, mdxToMdast } from 'satteri';
import { markdownFeatures } from '#journal/markdown.ts';
import { placeOf } from '#journal/place.ts';
import type { Collector } from './collector.ts';

/** A footnote's mark within brackets that are closed behind it. */
const markWithin =
  /\[\^[^\]\s]+\](?:[^[\]]|\[[^[\]]{0,200}\]){0,500}\][([\]]|<a\s(?:(?!<\/a)[\s\S]){0,500}?\[\^/i;

/** A name in double brackets with something in it that is, or may be, no plain word. */
const markedName =
  /\[\[(?:[^[\]]|\[\^[^\]\s]*\]){0,300}?(?:[*_`~\\<]| {2}\n|\[\^)(?:[^[\]]|\[\^[^\]\s]*\]){0,300}?\]\]/;

/** Stands for a mark, while its text is looked at without it: no letter of any text, and no address goes on behind it. */
const gap = '\u001F';

/**
 * Tells of brackets that would stay in the text as they were typed: a link or a picture with a footnote's mark in its
 * words, where HTML has no room for a second link, and a name in double brackets that is not plain words.
 */
export function bracketFaults(body: string, collector: Collector): void {
  const hasMarks = markWithin.test(body);
  if (!hasMarks && !markedName.test(body)) return;
  const parse = (markdown: string) =>
    (collector.document.format === 'mdx' ? mdxToMdast : markdownToMdast)(markdown, {
      features: markdownFeatures,
    });
  const root = parse(body);
  tellNames(root, body, collector);
  if (!hasMarks) return;
  const marks = marksIn(root);
  const masked = marks.reduce(
    (text, { start, end }) => text.slice(0, start) + gap.repeat(end - start) + text.slice(end),
    body,
  );
  const links = linksIn(parse(masked));
  for (const mark of marks) {
    const isWithin =
      mark.isInElement ||
      links.some(({ start, end }) => start < mark.start && mark.end < end) ||
      isInCollapsedLink(masked, mark);
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

function inLinkAfter({ value }: Html, isInLink: boolean): boolean {
  if (/^<a\s/i.test(value)) return true;
  return isInLink && !/^<\/a\s*>/i.test(value);
}

function isJsxLink(node: Readonly<Nodes>): boolean {
  return /^mdxJsx/.test(node.type) && 'name' in node && node.name === 'a';
}

function linksIn(node: Readonly<Nodes>): { start: number; end: number }[] {
  if (/^(?:link|image)(?:Reference)?$/.test(node.type)) {
    const place = placeOf({ position: node.position });
    return place ? [place] : [];
  }
  return 'children' in node ? node.children.flatMap(linksIn) : [];
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
    line,
    `the footnote's mark [^${label}] in the words of a link or a picture`,
    'the mark behind it: a link leads to one place',
    `write [words](…)[^${label}], or \\[ if it is none`,
  );
}

/** Looks for names among the texts of a block and what stands between them. */
function tellNames(node: Readonly<Nodes>, body: string, collector: Collector): void {
  if (!('children' in node)) return;
  const flat = node.children.map((child) => sourceOf(child, body)).join('');
  for (const [name] of flat.matchAll(/(?<![\\!])\[\[[^[\]]*\]\]/g)) {
    const child = name.includes(gap) ? childAt(node.children, flat.indexOf(name), body) : undefined;
    const place = child && placeOf({ position: child.node.position });
    if (!place) continue;
    const before = body.slice(place.start, place.start + child.offset);
    collector.fault(
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

function childAt(
  children: readonly Readonly<Nodes>[],
  offset: number,
  body: string,
): { node: Readonly<Nodes>; offset: number } | undefined {
  let rest = offset;
  for (const node of children) {
    const { length } = sourceOf(node, body);
    if (rest < length) return { node, offset: rest };
    rest -= length;
  }
  return undefined;
}
