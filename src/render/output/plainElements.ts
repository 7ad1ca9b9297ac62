import type { Parents } from 'hast';

const voids = setOf('br hr img input source track wbr');

/** What stands in a line, or wherever else it likes. */
const phrases = setOf(
  'a abbr audio b bdi bdo br cite code del dfn em i img input ins kbd label mark picture q s samp small source span strong sub sup time track u var video wbr',
);

/** What ends a paragraph in which it begins. */
const blocks = setOf(
  'article aside blockquote details div dl figcaption figure footer h1 h2 h3 h4 h5 h6 header hr ol p pre section summary table ul',
);

/** What stands nowhere but in these. */
const places = new Map([
  ['li', setOf('ol ul')],
  ['dt', setOf('dl')],
  ['dd', setOf('dl')],
  ['caption', setOf('table')],
  ['thead', setOf('table')],
  ['tbody', setOf('table')],
  ['tfoot', setOf('table')],
  ['tr', setOf('thead tbody tfoot')],
  ['th', setOf('tr')],
  ['td', setOf('tr')],
]);

/** What holds nothing but its own parts and white space. */
const frames = setOf('table thead tbody tfoot tr');

function setOf(names: string): ReadonlySet<string> {
  return new Set(names.split(' '));
}

/** Whether an element is one that bodies are made of: HTML in which browsers find no surprises. */
export function isPlainElement(name: string): boolean {
  return phrases.has(name) || blocks.has(name) || places.has(name);
}

/** Whether it has neither content nor an end. */
export function isVoid(name: string): boolean {
  return voids.has(name);
}

/** Whether such an element stays where it begins, within those that are open, from the outside. */
export function mayStandIn(open: readonly Parents[], name: string): boolean {
  const parent = nameOf(open.at(-1));
  const own = places.get(name);
  if (own) return own.has(parent);
  if (frames.has(parent)) return false;
  if (phrases.has(name)) return name !== 'a' || !isIn('a', open);
  return blocks.has(name) && !isIn('p', open) && !(isHeading(name) && isHeading(parent));
}

/** Whether text stays where it stands. */
export function mayText(text: string, parent: Parents): boolean {
  return !frames.has(nameOf(parent)) || !/[^ \t\n\f]/.test(text);
}

function isIn(name: string, open: readonly Parents[]): boolean {
  return open.some((one) => nameOf(one) === name);
}

function nameOf(node: Parents | undefined): string {
  return node?.type === 'element' ? node.tagName : '';
}

function isHeading(name: string): boolean {
  return /^h[1-6]$/.test(name);
}
