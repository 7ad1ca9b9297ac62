import type { Nodes } from 'mdast';

/** How often what a tilde was paired with leaves another to be paired. */
const mostPairings = 20;

/** Whether a text has a single tilde: a look before a parse. */
export function maySpareTilde(markdown: string): boolean {
  return markdown.includes('~') && /(?<!~)~(?!~)/.test(markdown);
}

/**
 * Where single tildes stand that the parser would strike words through with, as in `5~10 or 20~30`. `read` gives the tree
 * of the text with a stand-in at some places.
 */
export function singleTildes(
  markdown: string,
  read: (places: readonly number[]) => Nodes,
): readonly number[] {
  const places: number[] = [];
  if (!maySpareTilde(markdown)) return places;
  for (let pass = 0; pass < mostPairings; pass++) {
    const found = tildesIn(read(places), markdown);
    if (found.length === 0) break;
    places.push(...found);
  }
  return places;
}

function tildesIn(node: Readonly<Nodes>, markdown: string): number[] {
  if (!('children' in node)) return [];
  const inner = node.children.flatMap((child) => tildesIn(child, markdown));
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (node.type !== 'delete' || start === undefined || end === undefined) return inner;
  return markdown.startsWith('~~', start) ? inner : [start, ...inner, end - 1];
}
