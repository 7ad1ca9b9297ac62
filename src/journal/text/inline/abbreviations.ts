import type { Nodes } from 'mdast';
import { oncePer } from '../../once/once.ts';
import { placesOf } from './nodesIn.ts';

/** What short words of a text stand for, as `*[API]: application programming interface` says, by the word. */
export type Abbreviations = ReadonlyMap<string, string>;

/** Whether a text may say what a short word stands for: a look before a parse. */
function mayAbbreviate(markdown: string): boolean {
  return markdown.includes('*[') && definition().test(markdown);
}

/**
 * A text with spaces where it says what short words stand for, so that every place in it stays, and what it says.
 * `parse` reads Markdown into a tree: in code, all is as it is typed.
 */
export function withoutAbbreviations(
  markdown: string,
  parse: (markdown: string) => Nodes,
): { readonly markdown: string; readonly abbreviations: Abbreviations } {
  const abbreviations = new Map<string, string>();
  if (!mayAbbreviate(markdown)) return { markdown, abbreviations };
  const code = placesOf(parse(markdown), 'code', 'html');
  const rest = markdown.replace(definition(), (line, word: string, words: string, at: number) => {
    if (code.some(({ start, end }) => start <= at && at < end)) return line;
    abbreviations.set(word.trim(), words.trim());
    return ' '.repeat(line.length);
  });
  return { markdown: rest, abbreviations };
}

/** A line of Markdown, which the separators of Unicode do not end, as they do for `^` and `$`. */
function definition(): RegExp {
  return /(?<![^\n\r]) {0,3}\*\[([^\][\\\n]+)\]:[ \t]+(\S[^\n]*)/g;
}

/** A part of a text, and what it stands for if it is a short word. */
export interface AbbreviatedPart {
  readonly text: string;
  readonly meaning?: string | undefined;
}

/** A text taken apart at its short words; undefined where it has none. */
export function abbreviatedParts(
  text: string,
  abbreviations: Abbreviations,
): AbbreviatedPart[] | undefined {
  if (abbreviations.size === 0) return undefined;
  const parts: AbbreviatedPart[] = [];
  let at = 0;
  for (const { 0: word, index } of text.matchAll(patternOf(abbreviations))) {
    if (index > at) parts.push({ text: text.slice(at, index) });
    parts.push({ text: word, meaning: abbreviations.get(word) });
    at = index + word.length;
  }
  if (parts.length === 0) return undefined;
  return at < text.length ? [...parts, { text: text.slice(at) }] : parts;
}

/** Where one of the words stands alone; of two that begin alike, the longer one. A text has many nodes. */
const patternOf = oncePer((abbreviations: Abbreviations) => {
  const words = [...abbreviations.keys()].sort((a, b) => b.length - a.length).map(escaped);
  return new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}_])(?:${words.join('|')})(?![\\p{L}\\p{M}\\p{N}_])`,
    'gu',
  );
});

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
