import type { Element } from 'hast';
import { hasClass } from './hasClass.ts';

/** A callout: the role serves only our own pages. */
export function calloutForFeed({ properties }: Element): undefined {
  if (properties['role'] === 'note') delete properties['role'];
}

/**
 * A reader has no margin to set a pull quote in, so it goes: its words stand in the text, and would be read twice. One
 * that has the only mark of a footnote stays: the note would lead back to nothing.
 */
export function pullQuoteForFeed(element: Element): 'remove' | undefined {
  if (element.tagName !== 'aside' || !hasClass(element, 'pull-quote')) return undefined;
  if (!hasMark(element)) return 'remove';
  element.tagName = 'blockquote';
  element.properties = {};
  return undefined;
}

/** A table without its box, and with its alignment in words that readers know. */
export function tableForFeed(element: Element): 'unwrap' | undefined {
  const { properties, tagName } = element;
  if (tagName === 'div' && hasClass(element, 'table')) return 'unwrap';
  const side = ['right', 'center'].find((one) => hasClass(element, `align-${one}`));
  if (side !== undefined && /^t[dh]$/.test(tagName)) {
    delete properties['className'];
    // Readers bring no style of ours, and take most others away.
    properties['align'] = side;
  }
  return undefined;
}

/** Code without what serves only our own pages. */
export function codeForFeed({ properties, tagName }: Element): undefined {
  if (tagName !== 'pre') return;
  delete properties['tabIndex'];
  delete properties['dataLanguage'];
}

/** The box of a task list is a form control that no feed reader shows. */
export function taskForFeed(element: Element): 'ready' | undefined {
  const { properties, tagName } = element;
  if (tagName !== 'input' || properties['type'] !== 'checkbox') return undefined;
  const isDone = properties['checked'] !== undefined && properties['checked'] !== false;
  element.tagName = 'span';
  element.properties = {};
  element.children = [{ type: 'text', value: isDone ? '☑' : '☐' }];
  return 'ready';
}

function hasMark(element: Element): boolean {
  return element.children.some(
    (child) =>
      child.type === 'element' &&
      (child.properties['dataFootnoteRef'] !== undefined || hasMark(child)),
  );
}
