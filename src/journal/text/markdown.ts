import type { Nodes, PhrasingContent, Root, Text } from 'mdast';
import { type Features, markdownToMdast } from 'satteri';
import { constructs } from './constructs.ts';
import { withoutAbbreviations } from './inline/abbreviations.ts';
import { disguiseFor, restoreTree } from './inline/disguise.ts';
import { dropHeadingIds } from './inline/headingId.ts';
import { placesOf } from './inline/nodesIn.ts';
import { foldSpoilers } from './inline/spoiler.ts';
import { partsAt, wikiLinks, withoutLinks } from './inline/wikiLink.ts';
import { onOneLine, wordsOf } from './inline/words.ts';

/** The Markdown that Scrollback reads, for the site, the check and the channel alike. */
export const markdownFeatures = {
  gfm: true,
  frontmatter: false,
  // `$5 and $10` is money: mathematics stands between `$$`.
  math: { singleDollarTextMath: false },
} as const satisfies Features;

/**
 * Parses the body of an entry (no front matter) into mdast, as the site's pages are rendered from. A link by name becomes
 * a link to the address that `addressOf` gives for the name; its words alone where there is none.
 */
export function parseMarkdown(
  body: string,
  addressOf: (name: string) => string | undefined = () => undefined,
): Root {
  const parse = (text: string) => markdownToMdast(text, { features: markdownFeatures });
  const { markdown } = withoutAbbreviations(body, parse);
  const root = asRoot(treeOf(markdown, parse));
  if (body.includes('{#')) dropHeadingIds(root, body);
  if (constructs.spoiler.mayBeIn(body)) foldSpoilers(root, body);
  if (constructs.wikiLink.mayBeIn(body)) withLinks(root, body, addressOf);
  return root;
}

/** The tree that `parse` gives of a text, read as people of all scripts mean it. */
export function treeOf(markdown: string, parse: (markdown: string) => Nodes): Nodes {
  const disguise = disguiseFor(markdown, parse);
  const root = parse(disguise?.markdown ?? markdown);
  if (disguise) restoreTree(root, disguise);
  return root;
}

/** The words of a line of inline Markdown, without marks and HTML. Of a picture, what it shows is said. */
export function plainWords(markdown: string): string {
  const words = wordsOf(
    parseMarkdown(withoutMarks(markdown)),
    ({ alt }) => `${edge}${alt ?? ''}${edge}`,
  );
  return onOneLine(words.replace(gluedEdge, ' ').replaceAll(edge, ''));
}

/** Markdown without its footnote marks, for where no note can stand: in a line that is cut off from its text. */
export function withoutMarks(markdown: string): string {
  const labels = new Set([...markdown.matchAll(/\[\^([^\]\s]+)\]/g)].map(([, label]) => label));
  if (labels.size === 0) return markdown;
  // A mark is one only where its note is.
  const notes = [...labels].map((label) => `\n\n[^${label}]: .`).join('');
  let rest = markdown;
  for (const { start, end } of placesOf(
    parseMarkdown(markdown + notes),
    'footnoteReference',
  ).toReversed())
    if (end <= markdown.length) rest = rest.slice(0, start) + rest.slice(end);
  return rest;
}

/** Where the words of a picture begin and end: a space is needed only where they would run into others. */
const edge = '\uFFFC';
const gluedEdge = /(?<=[\p{L}\p{M}\p{N}])\uFFFC(?=[\p{L}\p{N}])/gu;

type AddressOf = (name: string) => string | undefined;

function withLinks(node: Nodes, body: string, addressOf: AddressOf): void {
  if (!('children' in node)) return;
  // A link holds no link.
  const isLink = node.type === 'link' || node.type === 'linkReference';
  const find: AddressOf = isLink ? () => undefined : addressOf;
  node.children = (node.children as Nodes[]).flatMap((child) => {
    if (child.type === 'text' && child.value.includes('[[')) return nodesOf(child, body, find);
    withLinks(child, body, find);
    return [child];
  }) as typeof node.children;
}

function nodesOf(node: Text, body: string, addressOf: AddressOf): PhrasingContent[] {
  const source = body.slice(node.position?.start.offset, node.position?.end.offset);
  const links = wikiLinks(node.value, source).map((link) => ({
    ...link,
    url: addressOf(link.name),
  }));
  // The text keeps its place in the file, by which its lines are known.
  if (links.every(({ url }) => url === undefined))
    return [{ ...node, value: withoutLinks(node.value, links) }];
  return partsAt(node.value, links).map((part) => {
    if (typeof part === 'string') return { type: 'text', value: part };
    const words: Text = { type: 'text', value: part.words };
    return part.url === undefined ? words : { type: 'link', url: part.url, children: [words] };
  });
}

function asRoot(node: Nodes): Root {
  if (node.type !== 'root')
    throw new Error(`Expected a document from the Markdown parser, got ${node.type}`);
  return node;
}
