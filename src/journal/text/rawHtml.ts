import type { Element, Nodes as HastNodes, Root as HastRoot } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import type { Nodes, Parent, PhrasingContent, RootContent } from 'mdast';
import { htmlToHast } from 'satteri';
import { isHidden } from './html/hiddenHtml.ts';
import { htmlHandlers } from './htmlHandlers.ts';
import { withoutBreaks } from './inline/words.ts';
import { standInHandlers, standInProperty, standInTag, writtenStandIn } from './standIns.ts';

/**
 * Blocks with the raw HTML among them understood as a browser would: Markdown in place of elements, what a page hides left
 * out, and what stands between two tags within their element. Where nothing is HTML they are what was given.
 */
export function understoodBlocks(nodes: readonly RootContent[]): readonly RootContent[] {
  if (!nodes.some(isHtml)) return nodes;
  // A definition shows nothing where it stands.
  const shown = nodes.filter(({ type }) => type !== 'definition' && type !== 'footnoteDefinition');
  return understood(shown, 'hr', '\n');
}

/** The same of inline content. A block that stands within a line is a block among the result. */
export function understoodPhrasing(nodes: readonly PhrasingContent[]): readonly RootContent[] {
  return nodes.some(isHtml) ? understood(nodes, 'img', '') : nodes;
}

function isHtml({ type }: Nodes): boolean {
  return type === 'html';
}

/** `standIn` is the element that stands in the HTML for a node that is none. */
function understood(
  nodes: readonly RootContent[],
  standIn: 'hr' | 'img',
  separator: string,
): RootContent[] {
  const html = nodes.map((node, at) =>
    node.type === 'html' ? node.value : standInTag(standIn, at),
  );
  const root = htmlToHast(html.join(separator), { fragment: true }) as HastRoot;
  const met = new Set(standInsIn(root).map((at) => nodes[at]));
  hide(root);
  joinLines(root);
  const standIns = standInHandlers(nodes);
  const mdast = toMdast(root, {
    handlers: { ...htmlHandlers, ...standIns.handlers },
    nodeHandlers: { comment: () => undefined, text: standIns.text },
    quotes: ['“”', '‘’'],
  });
  const found = 'children' in mdast ? mdast.children.flatMap((node) => replaced(node, nodes)) : [];
  // What an unfinished tag has swallowed stands behind all else.
  return [...found, ...nodes.filter((node) => !isHtml(node) && !met.has(node))];
}

/** The places of all nodes that something stands for, be it within a text. */
function standInsIn(parent: HastRoot | Element): number[] {
  return parent.children.flatMap((child) => {
    if (child.type === 'text')
      return [...child.value.matchAll(writtenStandIn)].map(([, at]) => Number(at));
    if (child.type !== 'element') return [];
    const at = child.properties[standInProperty];
    return [...(typeof at === 'string' ? [Number(at)] : []), ...standInsIn(child)];
  });
}

/** Takes out what a page does not show. Texts that stood around it become one: the library looks at all that follow each. */
function hide(parent: HastRoot | Element): void {
  const shown: HastNodes[] = [];
  for (const child of parent.children) {
    const last = shown.at(-1);
    if (child.type === 'comment' || (child.type === 'element' && isHidden(child))) continue;
    if (child.type === 'text' && last?.type === 'text') last.value += child.value;
    else shown.push(child);
    if (child.type === 'element') hide(child);
  }
  parent.children = shown as typeof parent.children;
}

/** Takes line breaks out of a text that has no spaces, as in Markdown. */
function joinLines(parent: HastRoot | Element): void {
  for (const child of parent.children) {
    if (child.type === 'text') child.value = withoutBreaks(child.value);
    if (child.type === 'element' && !/^(?:pre|textarea)$/.test(child.tagName)) joinLines(child);
  }
}

/** Puts the nodes themselves where others stand for them, and Markdown's own where there is one. */
function replaced(node: RootContent, nodes: readonly RootContent[]): RootContent[] {
  const at = (node.data as { standsFor?: number } | undefined)?.standsFor;
  if (at !== undefined) return nodes.slice(at, at + 1);
  if (!('children' in node)) return [node];
  const children = node.children.flatMap((child) => replaced(child, nodes)) as PhrasingContent[];
  if (node.type === 'emphasis' && node.data?.element === 'a')
    return [{ type: 'link', url: node.data.href ?? '', children }];
  if (node.type === 'emphasis' && node.data?.element === 'del')
    return [{ type: 'delete', children }];
  (node as Parent).children = node.type === 'paragraph' ? trimmed(children) : children;
  return [node];
}

/** Where a block parts a line of text, the space beside it is none of the line. */
function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node, index) => {
    if (node.type !== 'text') return node;
    const start = index === 0 ? node.value.trimStart() : node.value;
    const value = index === nodes.length - 1 ? start.trimEnd() : start;
    return value === node.value ? node : { ...node, value };
  });
}
