import type { Element } from 'hast';
import type { Nodes } from 'mdast';
import { htmlToHast } from 'satteri';
import { isHidden, mayHide } from './hiddenHtml.ts';

/** Parts of a line without those that stand in an element which a page hides, such as `<span hidden>`. */
export function withoutHidden(nodes: readonly Nodes[]): readonly Nodes[] {
  if (!nodes.some((node) => node.type === 'html' || 'attributes' in node)) return nodes;
  const shown: Nodes[] = [];
  let hiding: string | undefined;
  let depth = 0;
  for (const node of nodes) {
    const tag = node.type === 'html' ? tagOf(node.value) : undefined;
    if (hiding === undefined && tag?.hides) {
      hiding = tag.name;
      depth = 1;
    } else if (hiding === undefined) {
      if (!hidesItself(node)) shown.push(node);
    } else if (tag?.name === hiding) {
      depth += tag.closes ? -1 : 1;
      if (depth === 0) hiding = undefined;
    }
  }
  return shown;
}

/** What a tag is; one `hides` where a page shows nothing up to the tag that closes its element. */
function tagOf(html: string) {
  const [, slash = '', written = ''] = /^<(\/?)([a-z][a-z\d-]*)/i.exec(html) ?? [];
  const name = written.toLowerCase();
  if (name === '') return undefined;
  const closes = slash !== '';
  return {
    name,
    closes,
    hides: !closes && !isVoid.test(name) && mayHide(html) && isHiddenTag(html),
  };
}

/** Elements that hold nothing (HTML, "Void elements"). */
const isVoid = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;

function isHiddenTag(html: string): boolean {
  const root = htmlToHast(html, { fragment: true });
  const [element] = 'children' in root ? root.children : [];
  return element?.type === 'element' && isHidden(element as Element);
}

/** Whether an element of MDX says that a page shows nothing of it. */
export function hidesItself(node: Readonly<Nodes>): boolean {
  if (node.type !== 'mdxJsxTextElement' && node.type !== 'mdxJsxFlowElement') return false;
  return node.attributes.some(
    (one) =>
      one.type === 'mdxJsxAttribute' &&
      one.name === 'hidden' &&
      (typeof one.value !== 'object' || one.value?.value.trim() !== 'false'),
  );
}
