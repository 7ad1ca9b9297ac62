import type { PhrasingContent } from 'mdast';
import { placeOf } from './place.ts';

/** Two bars in the text of a node that may begin or end a spoiler. */
export interface Run {
  /** The child in whose text it stands, and its place in that. */
  readonly child: number;
  readonly at: number;
  /** Where it stands in the body. */
  readonly start: number;
  readonly end: number;
  readonly opens: boolean;
  readonly closes: boolean;
  /** Whether letters or digits are on both sides of it. */
  readonly isWithinWord: boolean;
}

/**
 * The spoilers in inline content, each as the marks at its ends. A mark begins one where no white space follows it, and
 * ends one where none stands before: `a || b` has none. Nor has `(a||b) && (c||d)`, whose marks both stand within words.
 */
export function spoilerPairs(
  children: readonly PhrasingContent[],
  body: string,
  isCell: boolean,
): [Run, Run][] {
  const pairs: [Run, Run][] = [];
  let open: Run | undefined;
  for (const run of children.flatMap((child, index) => runsIn(child, index, body, isCell))) {
    if (open && run.closes && !(open.isWithinWord && run.isWithinWord)) {
      pairs.push([open, run]);
      open = undefined;
    } else if (run.opens && (!open || open.isWithinWord)) open = run;
  }
  return pairs;
}

const bar = /\\.|&(?:#0*124|#x0*7c|vert|verbar|VerticalLine);|\|/gis;

function runsIn(node: PhrasingContent, child: number, body: string, isCell: boolean): Run[] {
  const place = node.type === 'text' && node.value.includes('||') ? placeOf(node) : undefined;
  if (node.type !== 'text' || !place) return [];
  const shown = [...node.value.matchAll(/\|/g)].map(({ index }) => index);
  const written = [...body.slice(place.start, place.end).matchAll(bar)].filter(isBar);
  if (shown.length !== written.length) return [];
  const bars = written.map(([text], index) => ({
    at: shown[index] ?? 0,
    start: place.start + (written[index]?.index ?? 0),
    length: text.length,
    // In a table an escape is the only way to write one.
    isBare: text === '|' || (isCell && text === '\\|'),
  }));
  return inTwos(bars).map(([first, second]) => {
    const start = first.start;
    const end = second.start + second.length;
    return { child, at: first.at, start, end, ...besides(body, start, end) };
  });
}

/** An escape takes the character behind it along, be that another one. */
function isBar([text]: RegExpExecArray): boolean {
  return text === '|' || text === '\\|' || text.startsWith('&');
}

interface Bar {
  readonly at: number;
  readonly start: number;
  readonly length: number;
  readonly isBare: boolean;
}

/** Bars of which just two stand side by side. */
function inTwos(bars: readonly Bar[]): [Bar, Bar][] {
  const groups: Bar[][] = [];
  for (const one of bars.filter(({ isBare }) => isBare)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && last.start + last.length === one.start) group.push(one);
    else groups.push([one]);
  }
  return groups.flatMap(([first, second, ...more]): [Bar, Bar][] =>
    first && second && more.length === 0 ? [[first, second]] : [],
  );
}

function besides(
  body: string,
  start: number,
  end: number,
): Omit<Run, 'child' | 'at' | 'start' | 'end'> {
  const before = /.?$/su.exec(body.slice(Math.max(0, start - 2), start))?.[0] ?? '';
  const after = /^.?/su.exec(body.slice(end, end + 2))?.[0] ?? '';
  return {
    opens: after.trim() !== '',
    closes: before.trim() !== '',
    isWithinWord: isOfWord(before) && isOfWord(after),
  };
}

/** A letter or a digit of a script that parts its words. */
export function isOfWord(character: string): boolean {
  return /^[\p{L}\p{M}\p{N}_]$/u.test(character) && !unparted.test(character);
}

const unparted =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Mymr}\p{sc=Tibt}]/u;
