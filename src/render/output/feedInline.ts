import type { Element, ElementContent } from 'hast';

/**
 * Makes what stands within the text, and footnotes, what feed readers know: classes by which some show a note beside its
 * mark, TeX in place of MathML, which they drop, and no heading that only a screen reader should hear.
 */
export function inlineForFeed(element: Element): 'unwrap' | undefined {
  const { properties, tagName } = element;
  if (hasClass(element, 'wanted')) return 'unwrap';
  if (tagName === 'h2' && hasClass(element, 'sr-only')) return become(element, 'hr', []);
  if (tagName === 'div' && hasClass(element, 'math'))
    return become(element, 'pre', [code(texIn(element) ?? '')]);
  if (tagName === 'math')
    return become(element, 'code', [text(texIn(element) ?? wordsIn(element))]);
  if (properties['dataFootnoteRef'] !== undefined) {
    properties['className'] = ['footnote'];
    // It names the heading, which is gone.
    delete properties['ariaDescribedBy'];
  }
  if (properties['dataFootnoteBackref'] !== undefined)
    properties['className'] = ['reversefootnote'];
  for (const name of Object.keys(properties)) if (/^data[^a-z]/.test(name)) delete properties[name];
  return undefined;
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
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    if (child.tagName !== 'annotation') {
      const found = texIn(child);
      if (found !== undefined) return found;
      continue;
    }
    return child.children.map((part) => (part.type === 'text' ? part.value : '')).join('');
  }
  return undefined;
}

/** What a formula that was written as MathML shows. */
function wordsIn({ children }: Element): string {
  return children
    .map((child) =>
      child.type === 'element' ? wordsIn(child) : child.type === 'text' ? child.value : '',
    )
    .join('');
}

function hasClass({ properties }: Element, name: string): boolean {
  const classes = properties['className'];
  return Array.isArray(classes) && classes.includes(name);
}
