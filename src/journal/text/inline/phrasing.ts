import type { Nodes, PhrasingContent } from 'mdast';

/**
 * Whether each type of node stands within a line for us: a new one does not compile until it is here. What the parser is
 * not asked for, and elements of MDX, which may hold blocks, do not.
 */
const inline: Readonly<Record<PhrasingContent['type'], boolean>> = {
  break: true,
  delete: true,
  emphasis: true,
  footnoteReference: true,
  html: true,
  image: true,
  imageReference: true,
  inlineCode: true,
  inlineMath: true,
  link: true,
  linkReference: true,
  spoiler: true,
  strong: true,
  text: true,
  mdxJsxTextElement: false,
  mdxTextExpression: false,
  subscript: false,
  superscript: false,
  textDirective: false,
};

const inlineTypes: ReadonlySet<string> = new Set(
  Object.entries(inline).flatMap(([type, isInLine]) => (isInLine ? [type] : [])),
);

/** Whether a node may stand within a line. */
export function isInline(node: Nodes): node is PhrasingContent {
  return inlineTypes.has(node.type);
}
