import type { Element, ElementContent, Root } from 'hast';
import { element, elementsIn, isElement, isGap, rewriteElements } from './tree/tree.ts';

const blocks =
  'p div ul ol li dl dt dd blockquote table thead tbody tfoot tr td th pre h1 h2 h3 h4 h5 h6 hr figure figcaption'.split(
    ' ',
  );

/** Whether something within an element stands on lines of its own. */
export function hasBlocks(node: Element): boolean {
  return elementsIn(node, ...blocks).length > 0;
}

/** Moves emphasis that stands around blocks into them, where Markdown can say it: `<b><p>a</p></b>` is `<p><b>a</b></p>`. */
export function marksInBlocks(root: Root): void {
  rewriteElements(root, (node) =>
    isElement(node, 'b', 'strong', 'i', 'em', 'del', 's', 'strike') && hasBlocks(node)
      ? marked(node.tagName, node.children)
      : [node],
  );
}

function marked(tagName: string, nodes: readonly ElementContent[]): ElementContent[] {
  const all: ElementContent[] = [];
  let line: ElementContent[] = [];
  const endLine = () => {
    const isSaid = line.some((one) => one.type === 'element' || !isGap(one));
    all.push(...(isSaid ? [element(tagName, {}, line)] : line));
    line = [];
  };
  for (const node of nodes) {
    if (node.type !== 'element' || !(isElement(node, ...blocks) || hasBlocks(node)))
      line.push(node);
    else {
      endLine();
      const isWhole = isElement(node, 'pre', 'hr', 'figure');
      all.push(isWhole ? node : { ...node, children: marked(tagName, node.children) });
    }
  }
  endLine();
  return all;
}
