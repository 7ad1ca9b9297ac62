import type { Nodes, Root } from 'mdast';
import type { Block, Shaping } from '../collect/shaping.ts';
import { calloutOf } from './callout.ts';
import { figureOf } from './figure.ts';
import { quotationOf } from './quotation.ts';
import { isListOfTerms } from './terms.ts';

const quotation = /(?:^|\s)>/m;
const recording = /\.(?:mp4|webm|mov|m4v|ogv|mp3|m4a|ogg|oga|opus|wav)\b/i;
const term = /^[ \t>]*[-*+][ \t]+(?:\*\*|__)/m;

/** Whether a body can have a block that is more than Markdown says: to look into all of them takes time. */
export function mayShapeBlocks(body: string): boolean {
  return body.includes('![') || quotation.test(body) || recording.test(body) || term.test(body);
}

/** Makes quotations, callouts, conversations, figures and lists of terms out of plain Markdown. */
export function shapeBlocks(root: Readonly<Root>, shaping: Shaping): void {
  for (const node of root.children) shape(node, shaping);
}

function shape(node: Readonly<Nodes>, shaping: Shaping): void {
  const { context } = shaping;
  if (node.type === 'paragraph') {
    const figure = figureOf(node.children, shaping);
    if (figure) context.replaceNode(node, figure);
    return;
  }
  const quote =
    node.type === 'blockquote'
      ? (calloutOf(node, shaping) ?? quotationOf(node, shaping))
      : undefined;
  if (quote && node.type === 'blockquote') {
    const kept = new Set<Block>(node.children);
    const blocks = quote.blocks.map((block) => {
      if (kept.has(block)) shape(block, shaping);
      return kept.has(block) || block.type !== 'paragraph'
        ? block
        : (figureOf(block.children, shaping) ?? block);
    });
    context.replaceNode(node, quote.around(blocks));
    return;
  }
  if (node.type === 'list' && isListOfTerms(node)) {
    context.setProperty(node, 'data', { hProperties: { className: ['terms'] } });
  }
  if (isContainer(node)) for (const child of node.children) shape(child, shaping);
}

function isContainer(node: Readonly<Nodes>): node is Extract<Nodes, { children: unknown }> {
  return ['blockquote', 'list', 'listItem', 'footnoteDefinition', 'mdxJsxFlowElement'].includes(
    node.type,
  );
}
