import type { Html, Image, ImageReference, Nodes, Text } from 'mdast';
import {
  type AddressEnd,
  addressEnds,
  addressEndSigns as ends,
  mayHaveAddressEnds,
} from './bareAddress.ts';
import { boundaries, flankingPlaces, mayNeedFlanking } from './flanking.ts';
import { offsetsWithin } from './nodesIn.ts';
import { maySpareTilde, singleTildes } from './tilde.ts';
import { mayHaveUnquotedSlash, unquotedSlashes } from './unquotedValues.ts';

/**
 * Markdown's rules for emphasis and for bare addresses look at spaces and at ASCII, and fail where words stand without
 * spaces and marks are of another script; the parser's for raw HTML know no slash in a value without quotes,
 * and those for striking out take a single tilde. The parser has no other rules, but it can be shown other characters: while it
 * reads, stand-ins are in the place of some, each as long as what it stands for, so that every place in the text stays.
 */
export interface Disguise {
  /** What the parser is to read. */
  readonly markdown: string;
  /** A text of the parser, or the words of a picture, as they were typed. `start` and `end` are the node's. */
  restore(value: string, start: number, end: number): string;
}

/** A slash in a value of raw HTML. */
const slash = '\u001D';
/** A letter of no script: Unicode has no character here. */
const letter = '\uFDD0';
/** Marks that nobody types; the first that a text does not have is taken. */
const rareMarks = ['\u2E4D', '\u2E4E', '\u2E4F'];

/** An address may follow another without a space, as often as this. */
const longestChain = 8;

/** The parser finds a place in a line by walking to it: with more signs and longer lines than this it takes too long. */
const longestWalk = 50_000_000;

type Parse = (markdown: string) => Nodes;

/** The stand-ins that a text needs; undefined where it needs none. `parse` reads Markdown into a tree. */
export function disguiseFor(markdown: string, parse: Parse): Disguise | undefined {
  const looks = [mayHaveUnquotedSlash, maySpareTilde, mayNeedMarks];
  if (!looks.some((mayNeed) => mayNeed(markdown))) return undefined;
  return walkThrough(markdown) > longestWalk ? undefined : prepared(markdown, remembering(parse));
}

function mayNeedMarks(markdown: string): boolean {
  if (!/[^\0-\u007F]/.test(markdown)) return false;
  return mayHaveAddressEnds(markdown) || mayNeedFlanking(markdown);
}

function prepared(markdown: string, parse: Parse): Disguise | undefined {
  const mark = rareMarks.find((one) => !markdown.includes(one));
  if (
    mark === undefined ||
    [ends.letter, ends.space, slash, letter].some((one) => markdown.includes(one))
  )
    return undefined;
  const whole = withTildes(withSlashes(markdown, parse), parse, mark);
  const cut = withAddressEnds(whole, parse);
  const places = flankingPlaces(cut, () => boundaries(parse(cut), cut));
  const text = replaced(
    cut,
    [...places].map(([place, as]) => ({ ...place, by: as === 'letter' ? letter : mark })),
  );
  if (text === markdown) return undefined;
  const found = new RegExp(`[${ends.letter}${ends.space}${slash}${letter}${mark}]`, 'gu');
  const disguise: Disguise = {
    markdown: text,
    restore(value, start, stop) {
      const places = [...text.slice(start, stop).matchAll(found)];
      let next = 0;
      return value.replace(found, (one) => {
        const place = places[next++];
        return place ? (markdown[start + place.index] ?? one) : one;
      });
    },
  };
  return countIn(parse(text), found) === [...text.matchAll(found)].length ? disguise : undefined;
}

/** The tree of a text is looked at more than once. */
function remembering(parse: Parse): Parse {
  let last: { readonly markdown: string; readonly tree: Nodes } | undefined;
  return (markdown) => {
    if (last?.markdown !== markdown) last = { markdown, tree: parse(markdown) };
    return last.tree;
  };
}

function walkThrough(markdown: string): number {
  return markdown
    .split('\n')
    .reduce((sum, line) => sum + line.length * (line.match(/[*~_`[<!\\]|:\/\//g)?.length ?? 0), 0);
}

/** Puts back what was typed. */
export function restoreNode(
  node: Text | Html | Image | ImageReference,
  disguise: Disguise,
): string | undefined {
  const value = 'value' in node ? node.value : node.alt;
  const { start, end: stop } = node.position ?? {};
  if (!value || start?.offset === undefined || stop?.offset === undefined) return undefined;
  const restored = disguise.restore(value, start.offset, stop.offset);
  return restored === value ? undefined : restored;
}

/** Puts back what was typed in a whole tree. */
export function restoreTree(node: Nodes, disguise: Disguise): void {
  if (node.type === 'text' || node.type === 'html')
    node.value = restoreNode(node, disguise) ?? node.value;
  else if (node.type === 'image' || node.type === 'imageReference')
    node.alt = restoreNode(node, disguise) ?? node.alt ?? null;
  else if ('children' in node) for (const child of node.children) restoreTree(child, disguise);
}

function withAddressEnds(markdown: string, parse: Parse): string {
  const kept = new Set<number>();
  let cut = markdown;
  for (let pass = 0; pass < longestChain; pass++) {
    const found = addressEnds(cut, () => parse(cut)).filter(({ at }) => !kept.has(at));
    if (found.length === 0) break;
    const shorter = withEnds(cut, found);
    // Behind some marks the parser takes all up to the next space for an address, whatever it is.
    const places = found.map(({ at }) => at);
    for (const place of offsetsWithin('link', parse(shorter), places)) kept.add(place);
    cut = withEnds(
      cut,
      found.filter(({ at }) => !kept.has(at)),
    );
  }
  return cut;
}

function withSlashes(markdown: string, parse: Parse): string {
  const shown = (places: readonly number[]) => withSign(markdown, places, slash);
  return shown(unquotedSlashes(markdown, (places) => parse(shown(places))));
}

function withTildes(markdown: string, parse: Parse, mark: string): string {
  const shown = (places: readonly number[]) => withSign(markdown, places, mark);
  return shown(singleTildes(markdown, (places) => parse(shown(places))));
}

function withEnds(text: string, places: readonly AddressEnd[]): string {
  return replaced(
    text,
    places.map(({ at, as }) => {
      const length = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
      return { start: at, length, by: ends[as] };
    }),
  );
}

function withSign(text: string, places: readonly number[], by: string): string {
  return replaced(
    text,
    places.map((start) => ({ start, length: 1, by })),
  );
}

/** What stands in place of a stretch of a text: a sign, as often as the stretch is long. */
export interface Replacement {
  readonly start: number;
  readonly length: number;
  readonly by: string;
}

/** A text with signs in place of some of its stretches, as long as it was. */
export function replaced(text: string, replacements: readonly Replacement[]): string {
  let result = '';
  let at = 0;
  for (const { start, length, by } of [...replacements].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, start) + by.repeat(length);
    at = start + length;
  }
  return result + text.slice(at);
}

/** How many stand-ins are where {@link restoreTree} finds them. Code and addresses must have none, HTML but slashes. */
function countIn(node: Nodes, found: RegExp): number {
  if (node.type === 'html') return node.value.split(slash).length - 1;
  if (node.type === 'text') return [...node.value.matchAll(found)].length;
  if (node.type === 'image' || node.type === 'imageReference')
    return [...(node.alt ?? '').matchAll(found)].length;
  if (!('children' in node)) return 0;
  if (node.type === 'link' && node.url.search(found) !== -1) return Number.NaN;
  return node.children.reduce((sum, child) => sum + countIn(child, found), 0);
}
