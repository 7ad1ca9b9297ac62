import type { Element, Root } from 'hast';
import { attributeOf, classesOf, isElement, rewriteElements, textOf } from '../tree/tree.ts';
import { type Footnote, markElement, type NextLabel } from './marks.ts';

/**
 * Footnotes that stand in the text itself: the `inline-footnote` elements that a format makes of shortcodes such as
 * `[efn_note]…[/efn_note]`, and the sidenotes of Tufte's style sheets.
 */
export function inlineFootnotes(root: Root, next: NextLabel): Footnote[] {
  const found: Footnote[] = [];
  rewriteElements(root, (node) => {
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
function isSidenoteMachinery(node: Element): boolean {
  if (!isElement(node, 'label', 'input', 'sup')) return false;
  return (
    /\b(?:margin-toggle|sidenote-number|sidenote-toggle|modern-footnotes-footnote|footnote_plugin_tooltip_text)\b/.test(
      classesOf(node),
    ) || /^(?:sn|mn)-/.test(attributeOf(node, 'htmlFor'))
  );
}
