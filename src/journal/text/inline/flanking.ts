import type { Nodes } from 'mdast';
import { addressEndSigns } from './bareAddress.ts';

/** Letters of scripts that write words without spaces, or particles together with the word before or behind them. */
const letters =
  '\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Bopo}\\p{scx=Hang}\\p{scx=Yiii}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmr}\\p{sc=Mymr}\\p{sc=Tibt}\\p{sc=Arab}\\p{sc=Hebr}\\p{sc=Deva}\\p{sc=Beng}\\p{sc=Guru}\\p{sc=Gujr}\\p{sc=Orya}\\p{sc=Taml}\\p{sc=Telu}\\p{sc=Knda}\\p{sc=Mlym}\\p{sc=Sinh}\\u{E0100}-\\u{E01EF}';
/** Marks of such scripts, as wide as a letter. */
const marks = '\\u3001-\\u303F\\u30FB\\uFE30-\\uFE4F\\uFF01-\\uFFEF';

const unspaced = new RegExp(`[${letters}${marks}]`, 'u');
const wideMark = new RegExp(`(?=[\\p{P}\\p{S}])[${marks}]`, 'u');
const anyMark = /[\p{P}\p{S}]/u;
/** Quotation marks that are not ASCII's: beside them a letter of any script begins or ends what is stressed. */
const quotes = '«»‹›“”„‟‘’‚‛';
const quote = new RegExp(`[${quotes}]`);
const anyLetter = /[\p{L}\p{M}\p{N}]/u;

/** Signs of emphasis, and of what is struck out. */
const run = /\*+|(?<!~)~~(?!~)/g;
const mayMatter = new RegExp(
  `[${letters}${marks}](?:\\*+|~~)[\\p{P}\\p{S}]|[\\p{P}\\p{S}](?:\\*+|~~)[${letters}${marks}]|[${quotes}](?:\\*+|~~)[\\p{L}\\p{N}]|[\\p{L}\\p{M}\\p{N}](?:\\*+|~~)[${quotes}]`,
  'u',
);

const addressAtEnd = new RegExp(`(?:https?://|www\\.)[^\\s<${addressEndSigns.letter}]*$`, 'i');
const longestAddress = 2_000;

/** A character beside a sign, and how long it is. */
export interface FlankingPlace {
  readonly start: number;
  readonly length: number;
}

/**
 * Which characters have to look like a letter, or like a mark, so that emphasis begins and ends beside them as it does
 * in Latin text: CommonMark amended so that a sign beside a character of such a script needs no space.
 * https://github.com/tats-u/markdown-cjk-friendly/blob/main/specification.md. `inlineText` gives the ranges in which signs
 * can be emphasis.
 */
export function flankingPlaces(
  markdown: string,
  inlineText: () => readonly InlineRange[],
): ReadonlyMap<FlankingPlace, 'letter' | 'mark'> {
  const places: Places = new Map();
  if (!mayNeedFlanking(markdown)) return new Map();
  const all = runsOf(markdown, inlineText());
  const unread = new Set(all.filter(({ isText }) => isText).map(({ paragraph }) => paragraph));
  const runs = all.filter(({ paragraph }) => unread.has(paragraph));
  for (const { start, end } of runs) {
    const found = flanked(markdown, start, end);
    if (!found) continue;
    const [place, as] = found;
    // What stands in an address is a part of it.
    if (endsInAddress(markdown.slice(Math.max(0, place.start - longestAddress), place.start)))
      continue;
    if (as === 'mark' || !places.has(place.start)) places.set(place.start, found);
  }
  for (const one of [...runs, ...runs.toReversed()]) withOtherMark(markdown, one, places);
  return new Map(places.values());
}

type Places = Map<number, [FlankingPlace, 'letter' | 'mark']>;

/** Between two marks a sign may begin and end emphasis: where one of them looks like a letter, so does the other. */
function withOtherMark(markdown: string, { start, end }: Signs, places: Places): void {
  const beside = besides(markdown, start, end);
  if (!beside.every(({ character }) => anyMark.test(character))) return;
  const looksLikeLetter = beside.map(({ place }) => places.get(place.start)?.[1] === 'letter');
  const other = beside[looksLikeLetter[0] ? 1 : 0];
  if (looksLikeLetter[0] !== looksLikeLetter[1] && other)
    places.set(other.place.start, [other.place, 'letter']);
}

/** Signs of emphasis, as they stand in a body. */
interface Signs {
  readonly start: number;
  readonly end: number;
  /** Whether the parser takes them for words, where they may have been meant as emphasis. */
  readonly isText: boolean;
  /** How many paragraphs, or so, are in front. */
  readonly paragraph: number;
}

/** Where all signs of a paragraph are read as emphasis, all is as it was meant, and nothing has to look like anything. */
function runsOf(markdown: string, inlineText: readonly InlineRange[]): Signs[] {
  const ranges = [...inlineText].sort(([a], [b]) => a - b);
  const breaks = [...markdown.matchAll(/\n[ \t>]*(?=\n)/g)].map(({ index }) => index);
  const runs: Signs[] = [];
  let at = 0;
  let paragraph = 0;
  for (const { 0: sign, index: start } of markdown.matchAll(run)) {
    while (at < ranges.length && (ranges[at]?.[1] ?? 0) <= start) at++;
    while ((breaks[paragraph] ?? Number.POSITIVE_INFINITY) < start) paragraph++;
    const [from, , isWords] = ranges[at] ?? [Number.POSITIVE_INFINITY, 0, false];
    if (from > start) continue;
    const end = start + sign.length;
    const isText = isWords && !/^(?:\\|\s\S*\s$)/.test(markdown.slice(start - 1, end + 1));
    runs.push({ start, end, isText, paragraph });
  }
  return runs;
}

/** Whether a text ends within a bare address. That of a link ends where its bracket does. */
function endsInAddress(text: string): boolean {
  const found = addressAtEnd.exec(text);
  if (!found) return false;
  const before = text.slice(0, found.index);
  const ofLink = /(?:\]\(<?|<)$/.exec(before)?.[0];
  if (ofLink === undefined) return true;
  const length = ofLink.endsWith('<') ? found[0].indexOf('>') : lengthInBrackets(found[0]);
  return length === -1 || endsInAddress(found[0].slice(length + 1));
}

/** How long the address of a link is; -1 where its closing bracket is missing. */
function lengthInBrackets(text: string): number {
  let depth = 0;
  for (const { 0: bracket, index } of text.matchAll(/(?<!\\)[()]/g)) {
    depth += bracket === '(' ? 1 : -1;
    if (depth < 0) return index;
  }
  return -1;
}

/** Whether a text may have such a character. */
export function mayNeedFlanking(markdown: string): boolean {
  return mayMatter.test(markdown);
}

function flanked(
  text: string,
  start: number,
  end: number,
): [FlankingPlace, 'letter' | 'mark'] | undefined {
  const beside = besides(text, start, end);
  const [before, after] = beside.map(({ character }) => character);
  if (before === undefined || after === undefined) return undefined;
  if (before === '\\' || /^\s*$/.test(before) || /\s/.test(after)) return undefined;
  if (anyMark.test(before) === anyMark.test(after)) return undefined;
  const [marked, lettered] = anyMark.test(before) ? beside : beside.toReversed();
  if (!marked || !lettered) return undefined;
  if (wideMark.test(marked.character)) return [marked.place, 'letter'];
  const isStressed =
    unspaced.test(lettered.character) ||
    (quote.test(marked.character) && anyLetter.test(lettered.character));
  if (!isStressed) return undefined;
  // A letter between two signs is the word that the other one stresses.
  return isBetweenSigns(text, lettered.place) ? [marked.place, 'letter'] : [lettered.place, 'mark'];
}

/** The characters before and behind signs; empty, and a space, at the ends of the text. */
function besides(text: string, start: number, end: number) {
  const before =
    /(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[\s\S])$/.exec(
      text.slice(Math.max(0, start - 2), start),
    )?.[0] ?? '';
  const after = String.fromCodePoint(text.codePointAt(end) ?? 0x20);
  return [
    { character: before, place: { start: start - before.length, length: before.length } },
    { character: after, place: { start: end, length: after.length } },
  ];
}

function isBetweenSigns(text: string, { start, length }: FlankingPlace): boolean {
  return /[*~]/.test(text[start - 1] ?? '') && /[*~]/.test(text[start + length] ?? '');
}

/** A part of a body in which signs can be emphasis, and whether the parser took them for words, or for what nobody meant. */
export type InlineRange = readonly [start: number, end: number, isText: boolean];

/** The ranges of a tree in which signs can be emphasis: its texts, the words of pictures, and where emphasis is already. */
export function boundaries(
  node: Readonly<Nodes>,
  markdown: string,
  around: ReadonlySet<string> = new Set(),
): InlineRange[] {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  const known = start !== undefined && end !== undefined;
  switch (node.type) {
    case 'text':
      return known ? [[start, end, true]] : [];
    case 'image':
    case 'imageReference':
      return known ? [[start, start + altLength(markdown.slice(start, end)), true]] : [];
    case 'strong':
    case 'emphasis':
    case 'delete': {
      const within = new Set([...around, node.type]);
      const inner = node.children.flatMap((child) => boundaries(child, markdown, within));
      const first = node.children[0]?.position?.start.offset;
      const last = node.children.at(-1)?.position?.end.offset;
      if (!known || first === undefined || last === undefined) return inner;
      // Nobody stresses what is stressed already: the words between two stresses were taken for one.
      const isDoubtful = around.has(node.type);
      return [[start, first, isDoubtful], ...inner, [last, end, isDoubtful]];
    }
    default:
      return 'children' in node
        ? node.children.flatMap((child) => boundaries(child, markdown, around))
        : [];
  }
}

/** Up to the bracket that ends the words of a picture. */
function altLength(source: string): number {
  let depth = 0;
  for (let at = 1; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === '[') depth++;
    else if (source[at] === ']' && --depth === 0) return at;
  }
  return 0;
}
