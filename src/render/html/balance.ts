import type { DefaultTreeAdapterTypes } from 'parse5';
import { fragmentOf } from './fragment.ts';
import { parse5 } from './parse5.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** Where HTML is shown: among blocks, or within a line. */
export type Surroundings = 'blocks' | 'line';

/** The elements around a text on a page, from the outside. */
const around: Readonly<Record<Surroundings, readonly string[]>> = {
  blocks: ['main', 'section', 'article', 'div'],
  line: ['main', 'section', 'article', 'figure', 'figcaption', 'p', 'small'],
};

/** What stands behind, which anything left open would show in. */
const behind = '<p>x<a href="x">x</a></p><form></form><ul><li>x</li></ul><table></table><hr>';

// How HTML is read once more may change it: formulas within tables, forms within forms.
const mostRounds = 5;

/**
 * HTML as a browser would understand it alone, so that it ends where it ends, whatever it leaves open, closes too much or
 * swallows. Undefined where even that does not hold.
 */
export function balanced(html: string, surroundings: Surroundings = 'blocks'): string | undefined {
  let found = html;
  for (let round = 0; round < mostRounds; round++) {
    found = tidied(found, surroundings);
    if (isContained(found, surroundings)) return found;
  }
  return undefined;
}

/** The same, with each byte of HTML that ends where it ends by itself. */
export function closed(html: string, surroundings: Surroundings): string | undefined {
  return isContained(html, surroundings) ? html : balanced(html, surroundings);
}

/** Whether all around some HTML is what it would be around any other, for browsers with scripts and those without. */
export function isContained(html: string, surroundings: Surroundings = 'blocks'): boolean {
  return readings(html).every((scriptingEnabled) =>
    isContainedFor(html, around[surroundings], scriptingEnabled),
  );
}

/** With scripts or without: browsers read HTML in two ways only where it says what is there without them. */
export function readings(html: string): readonly boolean[] {
  return /<noscript/i.test(html) ? [false, true] : [true];
}

function isContainedFor(
  html: string,
  names: readonly string[],
  scriptingEnabled: boolean,
): boolean {
  const start = `<!DOCTYPE html><html><head></head><body>x${names.map((name) => `<${name}>`).join('')}`;
  const ends = names.toReversed().map((name) => `</${name}>`);
  const page = start + html + ends.join('') + behind;
  const root = parse5().parse(page, { scriptingEnabled, sourceCodeLocationInfo: true });
  const body = bodyOf(root);
  if (!body || body.attrs.length > 0) return false;
  if (root.childNodes.some((node) => 'attrs' in node && node.attrs.length > 0)) return false;
  const [, outer, ...rest] = body.childNodes;
  if (rest.map((node) => serializeNode(node)).join('') !== behindRead()) return false;
  let at = page.length - behind.length;
  let parent: Parent = body;
  let element: Node | undefined = outer;
  for (const [index, name] of names.entries()) {
    if (!element || !isElement(element) || element.nodeName !== name) return false;
    const end = element.sourceCodeLocation?.endTag?.endOffset;
    if (end !== at || (index > 0 && parent.childNodes.length !== 1)) return false;
    at -= (ends.at(names.length - 1 - index) ?? '').length;
    parent = element;
    [element] = element.childNodes;
  }
  return true;
}

function behindRead(): string {
  const { parseFragment, serialize } = parse5();
  return serialize(parseFragment(behind));
}

function serializeNode(node: Node): string {
  const { parseFragment, serialize } = parse5();
  const root = parseFragment('');
  root.childNodes = [node];
  return serialize(root);
}

function bodyOf(root: DefaultTreeAdapterTypes.Document): Element | undefined {
  const html = root.childNodes.find((node) => node.nodeName === 'html');
  return html && isElement(html)
    ? html.childNodes.filter(isElement).find(({ nodeName }) => nodeName === 'body')
    : undefined;
}

function tidied(html: string, surroundings: Surroundings): string {
  const root = fragmentOf(html, { scriptingEnabled: false });
  tidy(root, surroundings);
  return parse5().serialize(root, { scriptingEnabled: false });
}

/** Shown by nobody, or by some only, and read by others in another way. */
const dropped = new Set(['noscript', 'template', 'noembed', 'noframes', 'script']);

function tidy(parent: Parent, surroundings: Surroundings): void {
  parent.childNodes = parent.childNodes.filter(
    (node) => !dropped.has(node.nodeName) && node.nodeName !== '#comment' && !isEmptyLink(node),
  );
  for (const child of parent.childNodes) {
    if (!isElement(child)) continue;
    if (child.nodeName === 'plaintext') rename(child, 'pre');
    if (surroundings === 'line' && blocks.has(child.nodeName)) rename(child, 'span');
    tidy(child, surroundings);
  }
}

/** What is left of a link in which another one began: it leads somewhere, and there is nothing to press. */
function isEmptyLink(node: Node): boolean {
  return (
    isElement(node) &&
    node.nodeName === 'a' &&
    node.childNodes.length === 0 &&
    node.attrs.every(({ name }) => name !== 'id' && name !== 'name')
  );
}

/** What ends a paragraph, or stands nowhere but in a block. */
const blocks = new Set(
  'address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext pre search section summary table ul xmp'.split(
    ' ',
  ),
);

function rename(element: Element, name: string): void {
  element.tagName = name;
  element.nodeName = name;
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}
