import type { Element, ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import type { Notes } from '../../item/notes.ts';
import { mended } from './mended.ts';
import { rewriteTree } from './tree.ts';

/**
 * A piece of HTML in which `change` says what stands in each element's place, from the leaves up; `notes` tell what had to
 * be closed before.
 */
export function rewrittenHtml(
  html: string,
  notes: Notes,
  change: (element: Element) => readonly ElementContent[],
): string {
  const root = fromHtml(mended(html, notes), { fragment: true });
  rewriteTree(root, (node) => (node.type === 'element' ? change(node) : [node]));
  return toHtml(root);
}
