import type { Nodes, RootContent } from 'mdast';

/**
 * The part of a body from which its excerpt comes: the first paragraph with words, else a quotation, a list or a table.
 * Headings, code, pictures and footnotes tell nothing of themselves. `textOf` gives the words of a node.
 */
export function excerptSource(
  nodes: readonly Readonly<RootContent>[],
  textOf: (node: Readonly<Nodes>) => string,
): string {
  for (const types of [['paragraph'], ['blockquote'], ['list', 'table', 'math'], ['figure']]) {
    for (const node of nodes) {
      if (!types.includes(isCaptioned(node) ? 'figure' : node.type)) continue;
      const text = wordsOf(node, textOf);
      if (text.trim() !== '') return text;
    }
  }
  return '';
}

/** Whether a paragraph is a picture with words below it. */
function isCaptioned(node: Readonly<RootContent>): boolean {
  if (node.type !== 'paragraph') return false;
  const [first, second] = node.children;
  if (first?.type !== 'image' && first?.type !== 'imageReference') return false;
  return second?.type === 'break' || (second?.type === 'text' && /^\s*\n/.test(second.value));
}

/** The words of the first block within a quotation or a list: two of them would run together. */
function wordsOf(node: Readonly<Nodes>, textOf: (node: Readonly<Nodes>) => string): string {
  if (!['blockquote', 'list', 'listItem', 'table', 'tableRow'].includes(node.type))
    return node.type === 'code' || node.type === 'heading' ? '' : textOf(node);
  for (const child of 'children' in node ? node.children : []) {
    const text = wordsOf(child, textOf);
    if (text.trim() !== '') return text;
  }
  return '';
}

/**
 * A text cut at the end of a sentence, so that it has at most `limit` characters. A first sentence that is longer stays
 * whole up to twice that; beyond, it is cut between words. `language` is a BCP 47 tag.
 */
export function excerptOf(text: string, language = 'en', limit = 200): string {
  const plain = onOneLine(text);
  if (plain.length <= limit) return plain;
  let end = 0;
  for (const next of sentenceEnds(plain, limit * 4, language)) {
    if (next > limit && (end > 0 || next > limit * 2)) break;
    end = next;
  }
  return end > 0 ? plain.slice(0, end) : firstWords(plain, language, limit);
}

/** The first words of a text, at most `limit` characters, with an ellipsis where something was left out. */
export function firstWords(text: string, language = 'en', limit = 60): string {
  const plain = onOneLine(text);
  if (plain.length <= limit) return plain;
  let end = 0;
  for (const { index, segment } of segmenter(language, 'word').segment(plain.slice(0, limit * 2))) {
    if (index + segment.length > limit - 1) break;
    end = index + segment.length;
  }
  return `${plain.slice(0, end).replace(/[\s\p{P}]+$/u, '')}…`;
}

/** Where the sentences among the first `length` characters of a text end. */
function sentenceEnds(text: string, length: number, language: string): number[] {
  const head = text.slice(0, length);
  const ends: number[] = [];
  for (const { index, segment } of segmenter(language, 'sentence').segment(head)) {
    const end = index + segment.trimEnd().length;
    const isCut = end === head.length && end < text.length;
    if (!isCut && !isAbbreviation(head.slice(0, end))) ends.push(end);
  }
  return ends;
}

/**
 * What ends in a point and no sentence. Unicode's rules know none of them; those of the CLDR, which would, are not in
 * Intl.Segmenter. A single capital is an initial, a single small letter part of "z. B.".
 */
const abbreviation =
  /(?<![\p{L}\p{M}\p{N}])(?:\p{L}|\p{L}\.\p{L}|[DM]rs?|Ms|Mme|Mlle|Sra?|Srta|Dra|Prof|Hr|Fr|St|Ste|Jr|vs|etc|cf|al|No|Nr|Nos|Fig|Abb|Vol|Bd|Hrsg|Ed|pp|approx|bzw|ca|vgl|usw|evtl|ggf|inkl|bl|t\.ex|т\.е|т\.д|ул|г|im|inż|np|tzw|pan|tj|např|apr?|Jan|Feb|Mar|Aug|Sept?|Oct|Nov|Dec)\.$/u;

function isAbbreviation(text: string): boolean {
  return abbreviation.test(text);
}

/** Line breaks become spaces, except between characters of scripts that write none. */
function onOneLine(text: string): string {
  return text.replace(betweenIdeographs, '').replace(/\s+/g, ' ').trim();
}

const betweenIdeographs =
  /(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303F\uFF00-\uFFEF])[ \t]*\n[ \t]*(?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303F\uFF00-\uFFEF])/gu;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string, granularity: 'sentence' | 'word'): Intl.Segmenter {
  const key = `${granularity} ${language}`;
  const known = segmenters.get(key) ?? new Intl.Segmenter(language, { granularity });
  segmenters.set(key, known);
  return known;
}
