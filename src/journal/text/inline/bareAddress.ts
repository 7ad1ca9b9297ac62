import type { Nodes } from 'mdast';

/** What the parser is shown where an address ends; to emphasis one is a letter, the other a space that no line's end loses. */
export const addressEndSigns = { letter: '\u001C', space: '\u1680' } as const;

/** Marks that are no part of an address in any script: all but those of ASCII, where the parser knows them. */
const mark =
  /(?![\0-\u007F])[\p{P}\uFF04\uFF0B\uFF1C-\uFF1E\uFF3E\uFF40\uFF5C\uFF5E\uFFE0-\uFFE6]/u;

/** Marks that join the words of a title, and so stand within paths. */
const joining = /[·‧・‐‑–’]/;

const address = /(?:https?:\/\/|www\.)[^\s<]*/gi;

/** Signs of emphasis in front of what is not ASCII: an address has none there. */
const sign = /(?:\*+|(?<!~)~~)(?=[^\0-\u007F*~])/g;

/** A title in its brackets, which is a part of a path where others stand before it. */
const title = /(?<=[^/:]\/[^/]+\/)(?:《[^《》]+》|〈[^〈〉]+〉|「[^「」]+」|『[^『』]+』)/gu;

/** Where a bare address ends: the character behind it, and what that has to be to the signs of emphasis in front of it. */
export interface AddressEnd {
  readonly at: number;
  readonly as: keyof typeof addressEndSigns;
}

/**
 * Where the bare addresses of a text end before a mark that the parser takes for a part of them, or with signs of
 * emphasis. `parse` gives the tree of the text, if it is needed.
 */
export function addressEnds(markdown: string, parse: () => Nodes): AddressEnd[] {
  return mayHaveAddressEnds(markdown) ? endsIn(parse(), markdown) : [];
}

/** Whether a text may have such an address. */
export function mayHaveAddressEnds(markdown: string): boolean {
  return [...markdown.matchAll(address)].some(
    ([word]) => mark.test(word) || /[*~][^\0-\u007F]/.test(word),
  );
}

function endsIn(node: Readonly<Nodes>, markdown: string): AddressEnd[] {
  if (!('children' in node)) return [];
  if (node.type !== 'link') return node.children.flatMap((child) => endsIn(child, markdown));
  const start = node.position?.start.offset ?? 0;
  const written = markdown.slice(start, node.position?.end.offset ?? start);
  if (!/^(?:https?:\/\/|www\.)/i.test(written)) return [];
  const length = lengthOf(written);
  const emphasis = emphasisEnd(written, start, markdown);
  if (emphasis && emphasis.at <= start + (length ?? written.length)) return [emphasis];
  return length === undefined ? [] : [{ at: start + length, as: 'letter' }];
}

/** Signs that end what began in front of the address, or begin what ends behind it. */
function emphasisEnd(written: string, start: number, markdown: string): AddressEnd | undefined {
  for (const { 0: found, index } of written.matchAll(sign)) {
    const at = start + index + found.length;
    const before = markdown.slice(markdown.lastIndexOf('\n\n', start) + 1, start);
    if (runsOf(found, before) % 2 === 1) return { at, as: 'space' };
    if (runsOf(found, markdown.slice(at).split('\n\n', 1)[0] ?? '') % 2 === 1)
      return { at, as: 'letter' };
  }
  return undefined;
}

function runsOf(wanted: string, text: string): number {
  return text.match(/\\.|\*+|~+/gs)?.filter((found) => found === wanted).length ?? 0;
}

/** How much of what was taken for an address is one; undefined where all of it is. */
function lengthOf(written: string): number | undefined {
  const path = written.indexOf('/', written.indexOf('//') + 2);
  const text = written.replace(title, (found) => 'a'.repeat(found.length));
  for (let at = text.search(mark); at !== -1 && at < text.length; at++) {
    const character = text[at] ?? '';
    if (!mark.test(character)) continue;
    const joins = joining.test(character) && path !== -1 && path < at && isBetweenWords(text, at);
    if (!joins) return at;
  }
  return undefined;
}

function isBetweenWords(written: string, at: number): boolean {
  return (
    /[\p{L}\p{M}\p{N}]$/u.test(written.slice(0, at)) && /^[\p{L}\p{N}]/u.test(written.slice(at + 1))
  );
}
