import type { Element, ElementContent, Root } from 'hast';
import type { Notes } from '../../item/notes.ts';
import { classesOf, elementsIn, type Holder, isBlank, isElement, textOf } from '../tree/tree.ts';
import { inlineFootnotes } from './inline.ts';
import { linkedFootnotes } from './linked.ts';
import { type Footnote, type NextLabel, notesHeading } from './marks.ts';
import { typedFootnotes } from './typed.ts';

/**
 * Takes the footnotes out of a tree, and leaves a `footnote-mark` element where each is referred to: those that are links
 * to their notes and back, those that stand in the text itself, and those that somebody typed by hand.
 */
export function withFootnotes(root: Root, notes: Notes): readonly Footnote[] {
  let count = 0;
  const next: NextLabel = () => String(++count);
  const found = [
    ...linkedFootnotes(root, next),
    ...inlineFootnotes(root, next),
    ...typedFootnotes(root, next),
  ];
  if (found.length > 0) {
    // The lists, rules and headings from which all notes were taken go with them.
    dropEmpty(root);
    dropLeftOvers(root);
    for (const part of [root, ...found.map(({ content }) => content)]) withMarksAtWords(part);
  }
  notes.changed('footnote', '[^1]', found.length);
  return found;
}

/** What stood above notes at the end of a text, or of the box that holds it. */
function dropLeftOvers({ children }: Holder): void {
  while (isLeftOver(children.at(-1) as ElementContent | undefined)) children.pop();
  const last = children.at(-1);
  if (isElement(last, 'div', 'section', 'article')) dropLeftOvers(last);
}

/** Marks stand at their words: a space before one would be all that is left of those around it. */
function withMarksAtWords(holder: Holder): void {
  for (const [index, child] of holder.children.entries()) {
    if (child.type === 'element') withMarksAtWords(child);
    const next = holder.children[index + 1];
    if (child.type === 'text' && isElement(next, 'footnote-mark'))
      child.value = child.value.trimEnd();
  }
}

function dropEmpty(holder: Holder): void {
  for (const child of holder.children)
    if (child.type === 'element' && !isElement(child, 'pre')) dropEmpty(child);
  const children = holder.children as ElementContent[];
  holder.children = children
    .filter((child) => !isEmptyBox(child))
    .filter((child, index, all) => !isBareHeading(child, all, index));
}

/** A box in which nothing is left but rules and a heading above notes. */
function isEmptyBox(node: ElementContent): boolean {
  if (!isElement(node, 'ol', 'ul', 'li', 'p', 'div', 'section', 'aside', 'footer', 'dl'))
    return false;
  const inside = node.children.filter((child) => !isLeftOver(child));
  return inside.length === 0 && elementsIn(node, 'footnote-mark').length === 0;
}

function isLeftOver(node: ElementContent | undefined): boolean {
  if (!node) return false;
  return isElement(node, 'hr', 'br') || isNotesHeading(node) || isBlank(node);
}

/** Notes have their own heading, in all languages that people write it in. */
function isNotesHeading(node: ElementContent): node is Element {
  if (node.type !== 'element') return false;
  const mayBe =
    /^h[1-6]$/.test(node.tagName) ||
    (isElement(node, 'p') &&
      (/\bnotes\b/.test(classesOf(node)) ||
        node.children.every((child) => isElement(child, 'strong', 'b', 'em', 'u'))));
  return mayBe && notesHeading.test(textOf(node));
}

/** A heading above notes below which nothing stands any more before the next heading. */
function isBareHeading(node: ElementContent, all: readonly ElementContent[], index: number) {
  if (!isNotesHeading(node) || isElement(node, 'p')) return false;
  return all.slice(index + 1).every((child) => isBlank(child) || isElement(child, 'hr'));
}
