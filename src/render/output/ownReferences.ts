import type { Element, Properties, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Attributes that name ids of the same page, one or several. */
const naming = [
  'ariaLabelledBy',
  'ariaDescribedBy',
  'ariaControls',
  'ariaDetails',
  'ariaOwns',
  'ariaFlowTo',
  'ariaActiveDescendant',
  'ariaErrorMessage',
  'htmlFor',
  'headers',
  'list',
];

/**
 * The ids that elements of a body need for themselves, such as the gradient of a drawing or the title of a section, as
 * against those to which only links lead.
 */
export function neededIds(root: Root): Set<string> {
  const needed = new Set<string>();
  visit(root, 'element', (element) => {
    renameReferences(element, (id) => {
      needed.add(id);
      return id;
    });
  });
  return needed;
}

/** Puts other ids into whatever an element refers to for itself. */
export function renameReferences(element: Element, rename: (id: string) => string): void {
  const { properties, tagName } = element;
  for (const name of naming) {
    const value = properties[name];
    if (value === undefined || value === null || value === '') continue;
    const ids = Array.isArray(value) ? value.map(String) : String(value).split(/\s+/);
    properties[name] = ids.map(rename).join(' ');
  }
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value !== 'string') continue;
    if (value.includes('url('))
      properties[name] = value.replace(
        /url\((['"]?)#((?:(?!url\()[^'")])+)\1\)/g,
        (_, quote: string, id: string) => `url(${quote}#${rename(id)}${quote})`,
      );
    else if (isLocalReference(name, value, tagName))
      properties[name] = `#${rename(value.slice(1))}`;
  }
}

// `<use href="#x">` and its kin in a drawing; a link leads somewhere, which is another matter.
function isLocalReference(name: keyof Properties, value: string, tagName: string): boolean {
  return /^(xlink)?href$/i.test(String(name)) && tagName !== 'a' && value.startsWith('#');
}
