import type { Element, Root } from 'hast';

/** Whether an element has a class. */
export function hasClass({ properties }: Element, name: string): boolean {
  const classes = properties['className'];
  return Array.isArray(classes) && classes.includes(name);
}

/** The elements of a kind in a tree, but those in another of that kind. */
export function outermost(
  parent: Root | Element,
  isOfKind: (element: Element) => boolean,
): Element[] {
  return parent.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return isOfKind(child) ? [child] : outermost(child, isOfKind);
  });
}

/** The marks of footnotes in an element, raised as they are. */
export function marksIn(element: Element): Element[] {
  return outermost(
    element,
    ({ tagName, children: [link] }) =>
      tagName === 'sup' &&
      link?.type === 'element' &&
      link.properties['dataFootnoteRef'] !== undefined,
  );
}
