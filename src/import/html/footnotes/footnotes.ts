import type { ElementContent, Root } from 'hast';
import type { Notes } from '../../item/notes.ts';
import { attributeOf, classesOf, isElement, rewriteTree, textOf } from '../tree/tree.ts';
import { linkedFootnotes } from './linked.ts';
import { type Footnote, markElement, type NextLabel } from './marks.ts';
import { withMarksAtWords, withoutEmptyPlaces } from './places.ts';
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
    withoutEmptyPlaces(root);
    for (const part of [root, ...found.map(({ content }) => content)]) withMarksAtWords(part);
  }
  notes.changed('footnote', '[^1]', found.length);
  return found;
}

/**
 * Footnotes that stand in the text itself: the `inline-footnote` elements that a format makes of shortcodes such as
 * `[efn_note]…[/efn_note]`, and the sidenotes of Tufte's style sheets.
 */
function inlineFootnotes(root: Root, next: NextLabel): Footnote[] {
  const found: Footnote[] = [];
  rewriteTree(root, (node) => {
    if (node.type !== 'element') return [node];
    if (isSidenoteMachinery(node)) return [];
    const isNote =
      isElement(node, 'inline-footnote') ||
      (isElement(node, 'span', 'small', 'aside') &&
        /\b(?:sidenote|marginnote|modern-footnotes-footnote__note|footnote_tooltip)\b/.test(
          classesOf(node),
        ) &&
        textOf(node).trim() !== '');
    if (!isNote) return [node];
    const label = next();
    found.push({ label, content: { type: 'root', children: [...node.children] } });
    return [markElement(label)];
  });
  return found;
}

/** The label and the box with which a narrow window opens a sidenote. */
function isSidenoteMachinery(node: ElementContent): boolean {
  if (!isElement(node, 'label', 'input', 'sup')) return false;
  return (
    /\b(?:margin-toggle|sidenote-number|sidenote-toggle|modern-footnotes-footnote|footnote_plugin_tooltip_text)\b/.test(
      classesOf(node),
    ) || /^(?:sn|mn)-/.test(attributeOf(node, 'htmlFor'))
  );
}
