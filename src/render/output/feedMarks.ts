import type { Element, Nodes, Parents, Root, RootContent } from 'hast';
import { standsInLine } from '#journal/text/html/inlineElements.ts';
import { hasClass } from './elements.ts';

/**
 * Keeps the marks of footnotes from being read as one number with what stands beside them, where no style of ours sets
 * them apart: between two marks stands a comma, and beside a digit a mark has brackets.
 */
export function partMarks(root: Root): void {
  partIn(root, { after: 'words' });
}

/** What stands before, in the same block. */
interface Before {
  after: 'words' | 'digit' | 'mark' | 'bracketed';
  /** The last mark. */
  mark?: Element;
}

function partIn(parent: Parents, before: Before): void {
  const parted: RootContent[] = [];
  for (const child of parent.children) {
    if (child.type === 'element' && isMark(child)) parted.push(...partMark(child, before));
    else {
      pass(child, before);
      parted.push(child);
    }
  }
  parent.children = parted as typeof parent.children;
}

function pass(node: Nodes, before: Before): void {
  if (node.type === 'text' && node.value !== '') {
    if (before.after === 'mark' && before.mark && /^\p{N}/u.test(node.value)) bracket(before.mark);
    before.after = /\p{N}$/u.test(node.value.slice(-2)) ? 'digit' : 'words';
  }
  if (node.type !== 'element') return;
  const isBlock = !standsInLine(node.tagName) || node.tagName === 'img';
  if (isBlock) before.after = 'words';
  partIn(node, before);
  if (isBlock) before.after = 'words';
}

function partMark(mark: Element, before: Before): Element[] {
  switch (before.after) {
    case 'mark':
      before.mark = mark;
      return [comma(), mark];
    case 'digit':
    case 'bracketed':
      bracket(mark);
      before.after = 'bracketed';
      return [mark];
    case 'words':
      before.after = 'mark';
      before.mark = mark;
      return [mark];
    default:
      return before.after satisfies never;
  }
}

function bracket(mark: Element): void {
  mark.children = [{ type: 'text', value: '[' }, ...mark.children, { type: 'text', value: ']' }];
}

/** The raised number that leads to a note; its link was made a reader's own. */
function isMark({ tagName, children: [link, ...others] }: Element): boolean {
  return (
    tagName === 'sup' &&
    others.length === 0 &&
    link?.type === 'element' &&
    hasClass(link, 'footnote')
  );
}

function comma(): Element {
  const text = { type: 'text', value: ',' } as const;
  return { type: 'element', tagName: 'sup', properties: {}, children: [text] };
}
