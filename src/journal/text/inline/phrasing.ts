import type { Nodes, PhrasingContent } from 'mdast';

const inline = new Set<string>([
  'break',
  'delete',
  'emphasis',
  'footnoteReference',
  'html',
  'image',
  'imageReference',
  'inlineCode',
  'inlineMath',
  'link',
  'linkReference',
  'spoiler',
  'strong',
  'text',
]);

/** Whether a node may stand within a line. */
export function isInline(node: Nodes): node is PhrasingContent {
  return inline.has(node.type);
}
