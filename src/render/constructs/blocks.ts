import type { Nodes, Root } from 'mdast';
import type { Block, Shaping } from '../collect/shaping.ts';
import { listForm, paragraphForm, quoteForm } from './pageForms.ts';

/** Makes of blocks of plain Markdown what they turn out to be. */
export function shapeBlocks(root: Readonly<Root>, shaping: Shaping): void {
  for (const node of root.children) shape(node, shaping);
}

function shape(node: Readonly<Nodes>, shaping: Shaping): void {
  const { context } = shaping;
  if (node.type === 'paragraph') {
    const form = paragraphForm(node.children, shaping);
    if (form) context.replaceNode(node, form);
    return;
  }
  const quote = node.type === 'blockquote' ? quoteForm(node, shaping) : undefined;
  if (quote && node.type === 'blockquote') {
    const kept = new Set<Block>(node.children);
    const blocks = quote.blocks.map((block) => {
      if (kept.has(block)) shape(block, shaping);
      return kept.has(block) || block.type !== 'paragraph'
        ? block
        : (paragraphForm(block.children, shaping) ?? block);
    });
    context.replaceNode(node, quote.around(blocks));
    return;
  }
  const hProperties = node.type === 'list' ? listForm(node) : undefined;
  if (hProperties) context.setProperty(node, 'data', { hProperties });
  if (isContainer(node)) for (const child of node.children) shape(child, shaping);
}

function isContainer(node: Readonly<Nodes>): node is Extract<Nodes, { children: unknown }> {
  return ['blockquote', 'list', 'listItem', 'footnoteDefinition', 'mdxJsxFlowElement'].includes(
    node.type,
  );
}
