import type { Nodes } from 'mdast';

/** Marks that are no part of an address in any script: all but those of ASCII, where the parser knows them. */
const mark =
  /(?![\0-\u007F])[\p{P}\uFF04\uFF0B\uFF1C-\uFF1E\uFF3E\uFF40\uFF5C\uFF5E\uFFE0-\uFFE6]/u;

/** Marks that join the words of a title, and so stand within paths. */
const joining = /[·‧・‐‑–’]/;

const address = /(?:https?:\/\/|www\.)[^\s<]*/gi;

/**
 * Where the bare addresses of a text end before a mark that the parser takes for a part of them. Offsets of those marks;
 * `parse` gives the tree of the text, if it is needed.
 */
export function addressEnds(markdown: string, parse: () => Nodes): number[] {
  return mayHaveAddressEnds(markdown) ? endsIn(parse(), markdown) : [];
}

/** Whether a text may have such an address. */
export function mayHaveAddressEnds(markdown: string): boolean {
  return [...markdown.matchAll(address)].some(([word]) => mark.test(word));
}

function endsIn(node: Readonly<Nodes>, markdown: string): number[] {
  if (!('children' in node)) return [];
  if (node.type !== 'link') return node.children.flatMap((child) => endsIn(child, markdown));
  const start = node.position?.start.offset ?? 0;
  const written = markdown.slice(start, node.position?.end.offset ?? start);
  if (!/^(?:https?:\/\/|www\.)/i.test(written)) return [];
  const length = lengthOf(written);
  return length === undefined ? [] : [start + length];
}

/** Those places in a text, given in their order, that are within a link. */
export function placesInLinks(node: Readonly<Nodes>, places: readonly number[]): number[] {
  const links = linksIn(node);
  let next = 0;
  return places.filter((place) => {
    while (next < links.length && (links[next]?.[1] ?? 0) <= place) next++;
    return (links[next]?.[0] ?? Number.POSITIVE_INFINITY) <= place;
  });
}

/** Where links begin and end, in the order of the text: none is within another. */
function linksIn(node: Readonly<Nodes>): (readonly [start: number, end: number])[] {
  if (node.type === 'link')
    return [[node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]];
  return 'children' in node ? node.children.flatMap(linksIn) : [];
}

/** How much of what was taken for an address is one; undefined where all of it is. */
function lengthOf(written: string): number | undefined {
  const path = written.indexOf('/', written.indexOf('//') + 2);
  for (let at = written.search(mark); at !== -1 && at < written.length; at++) {
    const character = written[at] ?? '';
    if (!mark.test(character)) continue;
    const joins =
      joining.test(character) && path !== -1 && path < at && isBetweenWords(written, at);
    if (!joins) return at;
  }
  return undefined;
}

function isBetweenWords(written: string, at: number): boolean {
  return (
    /[\p{L}\p{M}\p{N}]$/u.test(written.slice(0, at)) && /^[\p{L}\p{N}]/u.test(written.slice(at + 1))
  );
}
