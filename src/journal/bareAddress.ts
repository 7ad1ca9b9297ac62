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

/** Whether a place in a text is within a link. */
export function isInLink(node: Readonly<Nodes>, place: number): boolean {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? Number.POSITIVE_INFINITY;
  if (place < start || place >= end || !('children' in node)) return false;
  return node.type === 'link' || node.children.some((child) => isInLink(child, place));
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
