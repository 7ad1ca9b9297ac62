import type { Element } from 'hast';

/**
 * Makes an element of ours what a feed reader can show: what serves only our own pages goes. A reader has no margin to
 * set a pull quote in, so it goes too: its words stand in the text, and would be read twice.
 */
export function plainForFeed(element: Element): 'remove' | 'unwrap' | undefined {
  const { properties } = element;
  if (hasClass(element, 'pull-quote') && element.tagName === 'aside') return pullQuote(element);
  if (hasClass(element, 'table') && element.tagName === 'div') return 'unwrap';
  if (properties['role'] === 'note') delete properties['role'];
  if (element.tagName === 'pre') {
    delete properties['tabIndex'];
    delete properties['dataLanguage'];
  }
  const side = ['right', 'center'].find((one) => hasClass(element, `align-${one}`));
  if (side !== undefined && /^t[dh]$/.test(element.tagName)) {
    delete properties['className'];
    // Readers bring no style of ours, and take most others away.
    properties['align'] = side;
  }
  return undefined;
}

/** One that has the only mark of a footnote stays: the note would lead back to nothing. */
function pullQuote(element: Element): 'remove' | undefined {
  if (!hasMark(element)) return 'remove';
  element.tagName = 'blockquote';
  element.properties = {};
  return undefined;
}

function hasMark(element: Element): boolean {
  return element.children.some(
    (child) =>
      child.type === 'element' &&
      (child.properties['dataFootnoteRef'] !== undefined || hasMark(child)),
  );
}

function hasClass({ properties }: Element, name: string): boolean {
  const classes = properties['className'];
  return Array.isArray(classes) && classes.includes(name);
}
