import type { Comment, Element, ElementContent, Nodes, Root, RootContent, Text } from 'hast';

/** What can hold elements. */
export type Holder = Root | Element;

/** Whether a node is an element, of one of the names where names are given. */
export function isElement(node: Element, ...names: readonly string[]): boolean;
export function isElement(node: Nodes | undefined, ...names: readonly string[]): node is Element;
export function isElement(node: Nodes | undefined, ...names: readonly string[]): boolean {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName));
}

/** The names of headings. */
export const headingNames = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

/** All elements below, of one of the names where names are given, in the order of the text. */
export function elementsIn(holder: Holder, ...names: readonly string[]): Element[] {
  return holder.children.flatMap((child: RootContent) => {
    if (child.type !== 'element') return [];
    const below = elementsIn(child, ...names);
    return isElement(child, ...names) ? [child, ...below] : below;
  });
}

/** An element's classes, as one text with spaces. */
export function classesOf({ properties }: Element): string {
  const names = properties['className'];
  return Array.isArray(names) ? names.join(' ') : String(names ?? '');
}

/** Whether an element has a class. */
export function hasClass(node: Element, name: string): boolean {
  return classesOf(node).split(/\s+/).includes(name);
}

/** An attribute as text, of several names the first that has any; empty where none has. */
export function attributeOf({ properties }: Element, ...names: readonly string[]): string {
  const values = names.map((name) => properties[name]).filter((value) => value !== false);
  const texts = values.map((value) => (Array.isArray(value) ? value.join(' ') : (value ?? '')));
  return String(texts.find((text) => text !== '') ?? '');
}

/** What links may call an element: its id, and its name as anchors of old have one. */
export function idsOf(node: Element): string[] {
  return ['id', 'name'].map((name) => attributeOf(node, name)).filter((one) => one !== '');
}

/** The words below a node. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : '';
}

/** The words below a node, in one line. */
export function lineOf(node: Nodes): string {
  return textOf(node).replace(/\s+/g, ' ').trim();
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

/** Whether a node is a break or nothing but spaces, which say nothing at the edges of a text. */
export function isGap(node: Nodes | undefined): boolean {
  return isElement(node, 'br') || (node?.type === 'text' && node.value.trim() === '');
}

/** Nodes without the breaks and spaces with which they begin and end. */
export function withoutGaps(nodes: readonly ElementContent[]): ElementContent[] {
  const from = nodes.findIndex((one) => !isGap(one));
  return from === -1 ? [] : nodes.slice(from, nodes.findLastIndex((one) => !isGap(one)) + 1);
}

/** An element of our own making. */
export function element(
  tagName: string,
  properties: Element['properties'] = {},
  children: readonly ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children: [...children] };
}

/** A text of our own making. */
export function text(value: string): Text {
  return { type: 'text', value };
}

/** A paragraph of our own making. */
export function paragraph(...children: readonly ElementContent[]): Element {
  return element('p', {}, children);
}

/** A link of our own making. */
export function linkTo(href: string, words: string): Element {
  return element('a', { href }, [text(words)]);
}

/** What stands for a piece of Markdown as it is. */
export function markdownText(value: string): Element {
  return element('markdown-text', {}, [text(value)]);
}

/** Lines with a break between each two. */
export function withBreaks(lines: readonly (readonly ElementContent[])[]): ElementContent[] {
  return lines.flatMap((line, index) => (index === 0 ? line : [element('br'), ...line]));
}

/** Changes children one by one, from the leaves up: `change` gives what stands in a node's place. */
export function rewriteTree(
  holder: Holder,
  change: (node: ElementContent) => readonly ElementContent[],
): void {
  const children: ElementContent[] = [];
  for (const child of holder.children as ElementContent[]) {
    if (child.type === 'element') rewriteTree(child, change);
    children.push(...change(child));
  }
  holder.children = children;
}

/** The same of elements alone: all else stays. */
export function rewriteElements(
  holder: Holder,
  change: (element: Element) => readonly ElementContent[],
): void {
  rewriteTree(holder, (node) => (node.type === 'element' ? change(node) : [node]));
}
