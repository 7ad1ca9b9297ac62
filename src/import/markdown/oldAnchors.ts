import type { Nodes } from 'mdast';
import { decoded } from '#journal/address/contentPath.ts';
import { HeadingIds, type HeadingRule } from '#journal/address/headingRules.ts';
import { oncePer } from '#journal/once/once.ts';
import { headingText } from '#journal/text/headingText.ts';
import { nodesIn } from '#journal/text/inline/nodesIn.ts';
import { wordsOf } from '#journal/text/inline/words.ts';
import { parseMarkdown } from '#journal/text/markdown.ts';
import type { Notes } from '../item/notes.ts';
import { type Replacement, withReplacements } from './destinations.ts';

/** Ids of headings that a journal had, and those that it gets. */
export interface OldAnchors {
  /** What links among its texts have behind their `#`; see {@link placesIn}. */
  readonly wanted: ReadonlySet<string>;
  /** Whose rule made them; undefined where nobody knows. */
  readonly was: HeadingRule | undefined;
  readonly is: HeadingRule;
}

const place =
  /(?:\bhref\s*=\s*["']?|\]\(\s*<?|^ {0,3}\[[^\]\n]+\]:\s*<?)([^\s"'<>()#]*#[^\s"'<>()]+)/gim;

/** Addresses in a text, of Markdown or HTML, that have something behind a `#`, each with that. */
export function placesIn(text: string): string[] {
  if (!text.includes('#')) return [];
  return [...text.matchAll(place)].map(([, address = '']) => address);
}

/** What an address of {@link placesIn} has behind its `#`. */
export function fragmentOf(address: string): string {
  return decoded(address.slice(address.indexOf('#') + 1));
}

/**
 * A body in which the headings that links lead to by an id of the old journal have that id, where they would get another one:
 * `## What’s new {#what-s-new}`. Such a heading is known by its words, of which the rules of all makers leave the letters;
 * the number behind the id of a second one counts as it did there.
 */
export function withOldAnchors(body: string, anchors: OldAnchors, notes: Notes): string {
  if (anchors.wanted.size === 0 || !/#[ \t]|[=-][ \t]*$/m.test(body)) return body;
  const tree = parseMarkdown(body);
  const headings = headingsIn(tree, body, anchors.is);
  const there = new Set([...headings.map(({ id }) => id), ...rawIds(tree)]);
  const byWords = wantedByWords(anchors.wanted);
  const seen = new Map<string, number>();
  const replacements: Replacement[] = [];
  for (const heading of headings) {
    const ids = keysOf(heading.words).flatMap((key) => {
      const before = seen.get(key) ?? 0;
      seen.set(key, before + 1);
      const wanted = byWords.get(key) ?? [];
      return wanted.filter((one) => before === placeOf(one.number, anchors)).map(({ id }) => id);
    });
    const missing = ids.filter((id) => !there.has(id));
    for (const id of missing) there.add(id);
    replacements.push(...marked(heading, missing, anchors));
  }
  notes.changed('id of a heading', '{#id}, by which links lead to it', replacements.length);
  return withReplacements(body, replacements);
}

type FoundHeading = ReturnType<typeof headingsIn>[number];

const written = /(?<!\\)\{#([^\s{}]+)(?:\s[^{}]*)?\}[ \t]*#*[ \t]*$/;

function headingsIn(tree: Nodes, body: string, rule: HeadingRule) {
  const ids = new HeadingIds(rule);
  const taken = new Set<string>();
  return nodesIn(tree, 'heading').flatMap((heading) => {
    const [start, end] = [
      heading.children[0]?.position?.start.offset,
      heading.children.at(-1)?.position?.end.offset,
    ];
    if (start === undefined || end === undefined) return [];
    const words = wordsOf(heading);
    const typed = rule === 'scrollback' ? { words, source: words } : headingText(heading, body);
    const own = written.exec(body.slice(start, heading.position?.end.offset).split('\n')[0] ?? '');
    const id = own?.[1] ?? ids.next(typed, (one) => taken.has(one));
    taken.add(id);
    // Whether the text itself says its id, and where its words stand.
    return [{ id, saysId: own !== null, words, start, end }];
  });
}

function rawIds(tree: Nodes): string[] {
  return nodesIn(tree, 'html').flatMap(({ value }) =>
    [...value.matchAll(/\s(?:id|name)\s*=\s*["']?([^\s"'>]+)/gi)].map(([, id = '']) => id),
  );
}

/** Ids that links lead to, by the words that they may be of: as many as a journal has, for each of its texts. */
const wantedByWords = oncePer((wanted: ReadonlySet<string>) =>
  Map.groupBy([...wanted].flatMap(wordsBehind), ({ words }) => words),
);

/**
 * The words that an id may be of, as {@link keysOf} has them, and which of several headings with these words it is of: the
 * number at its end may be a word.
 */
function wordsBehind(id: string) {
  const [, name, number] = /^(.+?)[-_](\d{1,3})$/.exec(id) ?? [];
  const whole = { id, words: lettersOf(id), number: undefined };
  if (name === undefined) return [whole];
  return [whole, { id, words: lettersOf(name), number: Number(number) }];
}

/** How many headings of the same words stand before the one of a number. */
function placeOf(number: number | undefined, { was }: OldAnchors): number {
  return number === undefined ? 0 : number - (was === 'scrollback' ? 1 : 0);
}

/** Kramdown drops the number at the head of a heading. */
function keysOf(words: string): string[] {
  const letters = lettersOf(words);
  return [...new Set([letters, letters.replace(/^\d+/, '')])].filter((key) => key !== '');
}

/** What every rule leaves of words. */
function lettersOf(words: string): string {
  return words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** An id of its own where nothing leads to the one that it has; else a place beside that. */
function marked(
  { id, saysId, start, end }: FoundHeading,
  missing: readonly string[],
  { wanted }: OldAnchors,
): Replacement[] {
  const isFree = !saysId && !wanted.has(id);
  return missing.map((one, index) =>
    isFree && index === 0 && /^[^\s{}<>"&]+$/.test(one)
      ? { start: end, end, text: ` {#${one}}` }
      : { start, end: start, text: `<a id="${one.replace(/["&<>]/g, encodeURIComponent)}"></a>` },
  );
}
