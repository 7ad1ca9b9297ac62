import type { Element, Root } from 'hast';
import { defaultHandlers, type Handle } from 'hast-util-to-mdast';
import { plainSlug } from '#journal/address/slug.ts';
import { elementsIn, headingNames, idsOf, isElement, textOf } from './tree/tree.ts';

/** Gives headings that have no id that of an anchor in them, as hands wrote it: `<h2><a name="x"></a>Words</h2>`. */
export function anchored(root: Root): void {
  for (const heading of elementsIn(root, ...headingNames)) {
    const [anchor] = elementsIn(heading).flatMap((one) =>
      isElement(one, 'a') ? (idOf(one) ?? []) : [],
    );
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
