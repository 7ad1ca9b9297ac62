import type { PhrasingContent, Text } from 'mdast';
import { partsWithoutBreaks } from './words.ts';

/** Stands for what is no text and yet no space, such as a picture. */
const other = '\uFFFC';

/** What a text within a line counts as, and the text, where line breaks in it may go. */
interface Leaf {
  readonly text: string;
  readonly node?: Text;
}

/**
 * Inline content whose soft line breaks are spaces, or nothing between two characters of Chinese or Japanese. Emphasis
 * and the marks of notes between the two do not count.
 */
export function withoutSoftBreaks(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const leaves = nodes.flatMap(leavesOf);
  if (!leaves.some(({ node }) => node?.value.includes('\n'))) return [...nodes];
  const joined = partsWithoutBreaks(leaves.map(({ text }) => ({ text, written: text })));
  const values = new Map<Text, string>();
  for (const [index, { node }] of leaves.entries())
    if (node) values.set(node, joined[index]?.replaceAll('\n', ' ') ?? node.value);
  return nodes.map((node) => withValues(node, values));
}

function leavesOf(node: PhrasingContent): Leaf[] {
  switch (node.type) {
    case 'text':
      return [{ text: node.value, node }];
    case 'inlineCode':
    case 'inlineMath':
      return [{ text: node.value.replaceAll('\n', ' ') }];
    case 'footnoteReference':
    case 'html':
      return [];
    default:
      return 'children' in node ? node.children.flatMap(leavesOf) : [{ text: other }];
  }
}

function withValues<Node extends PhrasingContent>(
  node: Node,
  values: ReadonlyMap<Text, string>,
): Node {
  if (node.type === 'text') return { ...node, value: values.get(node) ?? node.value };
  if (!('children' in node)) return node;
  return { ...node, children: node.children.map((child) => withValues(child, values)) };
}
