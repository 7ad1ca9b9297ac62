import type { Nodes, Root } from 'mdast';
import { markdownToMdast, mdxToMdast } from 'satteri';
import { placesOf } from '#journal/text/inline/nodesIn.ts';
import {
  foldSpoilers,
  isSpoiler,
  mayHaveSpoiler,
  paragraphMark,
  spoilerTag,
} from '#journal/text/inline/spoiler.ts';
import { markdownFeatures, treeOf } from '#journal/text/markdown.ts';
import type { SiteWords } from '#journal/words/languages/siteWords.ts';
import { labelHtml } from '../collect/bodyWords.ts';

/**
 * A body with a pair of tags for each of its spoilers, and with all its lines: the parser takes them for raw HTML, and
 * what stands between them for the Markdown that it is. {@link spoilersShown} makes of them what a page has.
 */
export function spoilersTagged(body: string, format: 'md' | 'mdx'): string {
  if (!mayHaveSpoiler(body)) return body;
  const root = parsed(body, format);
  if (!root) return body;
  const edits = foldSpoilers(root, body).map(({ start, end }) => ({ start, end, tag: '' }));
  const alone = format === 'mdx' ? startsOfAlone(root) : new Set<number>();
  for (const { start, end } of placesOf(root, 'spoiler')) {
    const mark = alone.has(start) ? paragraphMark : '';
    edits.push({ start, end: start, tag: `${mark}<${spoilerTag}>` });
    edits.push({ start: end, end, tag: `</${spoilerTag}>` });
  }
  // A mark is taken out behind the tag that stands in its place, or in front of the one that ends there.
  edits.sort((a, b) => b.start - a.start || b.end - a.end || (a.tag < b.tag ? 1 : -1));
  const pieces: string[] = [];
  let next = body.length;
  for (const { start, end, tag } of edits) {
    pieces.push(body.slice(end, next), tag);
    next = start;
  }
  return body.slice(0, next) + pieces.reverse().join('');
}

function parsed(body: string, format: 'md' | 'mdx'): Root | undefined {
  try {
    const parse = format === 'mdx' ? mdxToMdast : markdownToMdast;
    return treeOf(body, (text) => parse(text, { features: markdownFeatures })) as Root;
  } catch {
    // What is wrong with MDX is told where it is rendered.
    return undefined;
  }
}

/** Where the first of the spoilers begins in paragraphs that have nothing else. */
function startsOfAlone(node: Nodes): Set<number> {
  if (!('children' in node)) return new Set();
  const [first] = node.children;
  const start = first?.position?.start.offset;
  const isAlone =
    node.type === 'paragraph' &&
    start !== undefined &&
    node.children.every((one) => isSpoiler(one) || (one.type === 'text' && !one.value.trim()));
  return isAlone
    ? new Set([start])
    : new Set(node.children.flatMap((child) => [...startsOfAlone(child)]));
}

/** Tells of a place in such a body, by its offset, whether a spoiler hides what is there. */
export function hiddenPlaces(body: string): (offset: number) => boolean {
  if (!body.includes(`<${spoilerTag}>`)) return () => false;
  const spoiler = new RegExp(`<${spoilerTag}>.*?</${spoilerTag}>`, 'gs');
  const ends = [...body.matchAll(spoiler)].flatMap(({ index, 0: { length } }) => [
    index,
    index + length,
  ]);
  return (offset) => {
    let passed = 0;
    for (let open = ends.length; passed < open; ) {
      const middle = (passed + open) >>> 1;
      if ((ends[middle] ?? 0) <= offset) passed = middle + 1;
      else open = middle;
    }
    // Of one that hides it, only the beginning is passed.
    return passed % 2 === 1;
  };
}

const opening = (words: SiteWords) =>
  `<label class="spoiler"><input type="checkbox" ${labelHtml(words, 'spoiler')} /><span hidden>`;
const closing = '</span></label>';

/**
 * What a page has of a spoiler. It opens without a script, by a checkbox that its style makes of use; without that style,
 * `hidden` still hides the words.
 */
export function spoilerHtml(html: string, words: SiteWords): string {
  return opening(words) + html + closing;
}

/** HTML with what {@link spoilerHtml} makes of spoilers in place of the tags. */
export function spoilersShown(html: string, words: SiteWords): string {
  if (!html.includes(`<${spoilerTag}>`)) return html;
  return html
    .replaceAll(paragraphMark, '')
    .replaceAll(`<${spoilerTag}>`, opening(words))
    .replaceAll(`</${spoilerTag}>`, closing);
}
