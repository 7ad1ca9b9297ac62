import type { Element, ElementContent, Root } from 'hast';
import {
  attributeOf,
  element,
  elementsIn,
  type Holder,
  isBlank,
  isElement,
  isGap,
  rewriteElements,
  withoutGaps,
} from './tree/tree.ts';

const inline = new Set(
  `a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp small span
   strike strong sub sup time tt u var wbr footnote-mark inline-footnote`.split(/\s+/),
);

/** Makes paragraphs of what two breaks in a row part, as editors wrote it that knew no paragraphs. */
export function withParagraphs(root: Root): void {
  for (const holder of [root, ...elementsIn(root)]) {
    if (
      holder.type === 'element' &&
      !isElement(holder, 'p', 'div', 'li', 'blockquote', 'td', 'section', 'article', 'dd')
    )
      continue;
    if (hasDoubleBreak(holder)) split(holder);
    if (holder.children.some((child) => isElement(child, 'br')))
      holder.children = withoutGaps(holder.children as ElementContent[]);
  }
  // A paragraph that was parted holds paragraphs now.
  rewriteElements(root, (node) =>
    isElement(node, 'p') && node.children.some((one) => isElement(one, 'p'))
      ? node.children
      : [node],
  );
}

function hasDoubleBreak({ children }: Holder): boolean {
  const shown = (children as ElementContent[]).filter(
    (child) => !isBlank(child) || isElement(child, 'br'),
  );
  return shown.some((child, index) => isElement(child, 'br') && isElement(shown[index + 1], 'br'));
}

function split(holder: Holder): void {
  const result: ElementContent[] = [];
  let run: ElementContent[] = [];
  const end = () => {
    const paragraph = element('p', {}, run);
    // Links may lead to a place that shows nothing.
    const isPlace = elementsIn(paragraph, 'a').some((one) => attributeOf(one, 'href') === '');
    if (!isBlank(paragraph) || isPlace) result.push(paragraph);
    run = [];
  };
  const all = holder.children as ElementContent[];
  const children = all.filter(
    (child, index) => child.type === 'element' || !isGap(child) || !isBesideBreak(all, index),
  );
  for (const [index, child] of children.entries()) {
    if (isElement(child, 'br') && isBesideBreak(children, index)) end();
    else if (child.type === 'text' || (child.type === 'element' && isInline(child)))
      run.push(child);
    else {
      end();
      result.push(child);
    }
  }
  end();
  holder.children = result;
}

function isBesideBreak(all: readonly ElementContent[], index: number): boolean {
  return isElement(all[index - 1], 'br') || isElement(all[index + 1], 'br');
}

function isInline(node: Element): boolean {
  return inline.has(node.tagName) && elementsIn(node).every((one) => inline.has(one.tagName));
}
