import type { Comment, Element, ElementContent, Nodes, Root, RootContent } from 'hast';

/** What can hold elements. */
export type Holder = Root | Element;

/** Whether a node is an element, of one of the names where names are given. */
export function isElement(node: Nodes | undefined, ...names: readonly string[]): node is Element {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName));
}

/** Whether an element has one of the names. */
export function hasName({ tagName }: Element, ...names: readonly string[]): boolean {
  return names.includes(tagName);
}

/** All elements below, in the order of the text. */
export function elementsIn(holder: Holder): Element[] {
  return holder.children.flatMap((child: RootContent) =>
    child.type === 'element' ? [child, ...elementsIn(child)] : [],
  );
}

/** An element's classes, as one text with spaces. */
export function classesOf({ properties }: Element): string {
  const names = properties['className'];
  return Array.isArray(names) ? names.join(' ') : String(names ?? '');
}

/** An attribute as text; empty where there is none. */
export function attributeOf({ properties }: Element, name: string): string {
  const value = properties[name];
  if (value === undefined || value === null || value === false) return '';
  return Array.isArray(value) ? value.join(' ') : String(value);
}

/** The words below a node. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : '';
}

/** A tag of Liquid or Hugo that could not be said in Markdown: the report says that it stands in a comment of the text. */
export function isLeftTag({ value }: Comment): boolean {
  return /^\s*\{[{%]/.test(value);
}

/** Whether nothing below a node would be seen. */
export function isBlank(node: Nodes): boolean {
  if (node.type === 'comment') return !isLeftTag(node);
  if (node.type === 'text') return node.value.trim() === '';
  if (isElement(node, ...shownAlone)) return false;
  return !('children' in node) || node.children.every((child) => isBlank(child));
}

const shownAlone =
  'img hr iframe video audio embed object input picture svg math table footnote-mark'.split(' ');

/** An element of our own making. */
export function element(
  tagName: string,
  properties: Element['properties'],
  children: readonly ElementContent[],
): Element {
  return { type: 'element', tagName, properties, children: [...children] };
}

/** Changes children one by one, from the leaves up: `change` gives what stands in a node's place. */
export function rewriteTree(
  holder: Holder,
  change: (node: ElementContent, parent: Holder) => readonly ElementContent[],
): void {
  const children: ElementContent[] = [];
  for (const child of holder.children as ElementContent[]) {
    if (child.type === 'element') rewriteTree(child, change);
    children.push(...change(child, holder));
  }
  holder.children = children;
}
