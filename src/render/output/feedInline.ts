import type { Element, ElementContent } from 'hast';
import { spoilerMask } from '#journal/text/inline/spoiler.ts';
import { hasClass, marksIn, outermost } from './elements.ts';

/** A link to what is not written yet: its words. */
export function wikiLinkForFeed(element: Element): 'unwrap' | undefined {
  return hasClass(element, 'wanted') ? 'unwrap' : undefined;
}

/** TeX in place of MathML, which readers drop. */
export function mathForFeed(element: Element): undefined {
  if (element.tagName === 'div' && hasClass(element, 'math'))
    return become(element, 'pre', [code(texIn(element) ?? '')]);
  if (element.tagName === 'math')
    return become(element, 'code', [text(texIn(element) ?? wordsIn(element))]);
}

/** Classes by which some readers show a note beside its mark, and no heading that only a screen reader should hear. */
export function footnoteForFeed(element: Element): undefined {
  const { properties, tagName } = element;
  if (tagName === 'h2' && hasClass(element, 'sr-only')) return become(element, 'hr', []);
  if (properties['dataFootnoteRef'] !== undefined) {
    properties['className'] = ['footnote'];
    // It names the heading, which is gone.
    delete properties['ariaDescribedBy'];
  }
  if (properties['dataFootnoteBackref'] !== undefined)
    properties['className'] = ['reversefootnote'];
}

function become(element: Element, tagName: string, children: ElementContent[]): undefined {
  element.tagName = tagName;
  element.properties = {};
  element.children = children;
}

function code(value: string): Element {
  return { type: 'element', tagName: 'code', properties: {}, children: [text(value)] };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}

/** The source that `mathematics` leaves in an annotation. */
function texIn(element: Element): string | undefined {
  const [source] = outermost(element, ({ tagName }) => tagName === 'annotation');
  return source?.children.map((part) => (part.type === 'text' ? part.value : '')).join('');
}

/** What a formula that was written as MathML shows. */
function wordsIn({ children }: Element): string {
  return children
    .map((child) =>
      child.type === 'element' ? wordsIn(child) : child.type === 'text' ? child.value : '',
    )
    .join('');
}

/** Makes of a spoiler what stands for it in a feed, where everything is shown. Marks of notes stay: notes lead to them. */
export function spoilerForFeed(element: Element): undefined {
  if (element.tagName !== 'label' || !hasClass(element, 'spoiler')) return;
  element.tagName = 'span';
  element.properties = {};
  element.children = [{ type: 'text', value: spoilerMask }, ...marksIn(element)];
}
