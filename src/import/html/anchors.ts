import type { Element, Root } from 'hast';
import { defaultHandlers, type Handle } from 'hast-util-to-mdast';
import { decoded } from '#journal/address/contentPath.ts';
import { plainSlug } from '#journal/address/slug.ts';
import {
  attributeOf,
  element,
  elementsIn,
  type Holder,
  headingNames,
  idsOf,
  isElement,
  isGap,
  paragraph,
  rewriteElements,
  textOf,
} from './tree/tree.ts';

/**
 * Marks the places to which links of the text lead, and which Markdown has no name for: those that are no headings, such as
 * `<a name="x"></a>`, or a paragraph with an id. Places that nothing in the text leads to have no mark; links of footnotes
 * lead back.
 */
export function withLinkTargets(root: Holder): void {
  const all = elementsIn(root);
  const wanted = new Set(
    all.flatMap((one) => /^#([^\s"'<>&`]+)$/.exec(decoded(attributeOf(one, 'href')))?.[1] ?? []),
  );
  for (const heading of all.filter((one) => isElement(one, ...headingNames)))
    for (const id of [attributeOf(heading, 'id'), plainSlug(textOf(heading), '')])
      wanted.delete(id);
  if (wanted.size === 0) return;
  rewriteElements(root, (node) => {
    const id = idsOf(node).find((one) => wanted.has(one));
    if (id === undefined || isElement(node, ...headingNames)) return [node];
    wanted.delete(id);
    return withTarget(node, id);
  });
}

function withTarget(node: Element, id: string): Element[] {
  const target = element('link-target', { dataId: id });
  if (isElement(node, 'a', 'img')) return [target, node];
  if (isElement(node, 'pre', 'figure', 'hr')) return [paragraph(target), node];
  if (!isElement(node, 'iframe')) mark(node, target, id);
  return [node];
}

/** A box begins where the first thing in it does, which may be a heading. */
function mark(box: Element, target: Element, id: string): void {
  const first = box.children.find(
    (child) => isElement(child) || (child.type === 'text' && !isGap(child)),
  );
  if (isElement(first, ...headingNames)) first.properties['id'] ??= id;
  else if (isElement(first, ...boxes)) mark(first, target, id);
  else box.children.unshift(target);
}

const boxes = 'p div section article blockquote ul ol dl li dt dd table thead tbody tr td th'.split(
  ' ',
);

/** Gives headings that have no id that of an anchor in them, as hands wrote it: `<h2><a name="x"></a>Words</h2>`. */
export function anchored(root: Root): void {
  for (const heading of elementsIn(root, ...headingNames)) {
    const [anchor] = elementsIn(heading, 'a').flatMap((one) => idOf(one) ?? []);
    if (anchor !== undefined && idOf(heading) === undefined) heading.properties['id'] = anchor;
  }
}

/** Headings with the ids that they had, `## Words {#id}`, where ours would be others: links from elsewhere lead to them. */
export function headings(): Record<string, Handle> {
  const taken = new Set<string>();
  const handle: Handle = (state, node) => {
    const made = defaultHandlers.h2(state, node);
    const id = idOf(node);
    if (made.children.length === 0) return undefined;
    if (id === undefined || id === plainSlug(textOf(node), '') || taken.has(id)) return made;
    taken.add(id);
    return { ...made, children: [...made.children, { type: 'html', value: ` {#${id}}` }] };
  };
  return Object.fromEntries(headingNames.map((name) => [name, handle]));
}

function idOf(node: Element): string | undefined {
  return idsOf(node).find((one) => writable.test(one) && !ofMedium.test(one));
}

/** What Markdown takes for nothing else. */
const writable = /^[\p{L}\p{N}](?:[\p{L}\p{N}.:-]|_(?=[\p{L}\p{N}]))*$/u;

/** Medium gives every paragraph one: nobody ever typed them. */
const ofMedium = /^[\da-f]{4}$/;
