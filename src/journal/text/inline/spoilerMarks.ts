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

/** The marks at the ends of a spoiler, and those of spoilers within it, which hide nothing more. */
export interface SpoilerMarks {
  readonly open: Run;
  readonly close: Run;
  readonly inner: readonly Run[];
}

/**
 * The spoilers in inline content, each with its marks. A mark begins one where no white space follows it, and
 * ends one where none stands before: `a || b` has none. Nor has `(a||b) && (c||d)`, whose marks both stand within words.
 */
export function spoilerPairs(
  children: readonly PhrasingContent[],
  body: string,
  isCell: boolean,
): SpoilerMarks[] {
  const runs = children.flatMap((child, index) => runsIn(child, index, body, isCell));
  return nested(runs) ?? flat(runs);
}

function flat(runs: readonly Run[]): SpoilerMarks[] {
  const pairs: SpoilerMarks[] = [];
  let open: Run | undefined;
  for (const run of runs) {
    if (open && run.closes && !(open.isWithinWord && run.isWithinWord)) {
      pairs.push({ open, close: run, inner: [] });
      open = undefined;
    } else if (run.opens && (!open || open.isWithinWord)) open = run;
  }
  return pairs;
}

/** The same where each mark ends what is open if it can; undefined where that does not come out even. */
function nested(runs: readonly Run[]): SpoilerMarks[] | undefined {
  const pairs: SpoilerMarks[] = [];
  let within: Run[] = [];
  let depth = 0;
  for (const run of runs) {
    if (run.isWithinWord || (depth === 0 && !run.opens)) return undefined;
    within.push(run);
    depth += depth > 0 && run.closes ? -1 : 1;
    const [open] = within;
    if (depth > 0 || !open) continue;
    pairs.push({ open, close: run, inner: within.slice(1, -1) });
    within = [];
  }
  return depth === 0 ? pairs : undefined;
}

const bar = /\\.|&(?:#0*124|#x0*7c|vert|verbar|VerticalLine);|\|/gis;

function runsIn(node: PhrasingContent, child: number, body: string, isCell: boolean): Run[] {
  const place = node.type === 'text' && node.value.includes('||') ? placeOf(node) : undefined;
  if (node.type !== 'text' || !place) return [];
  const shown = [...node.value.matchAll(/\|/g)].map(({ index }) => index);
  // An escape takes the character behind it along, be that another one.
  const written = [...body.slice(place.start, place.end).matchAll(bar)].filter(
    ([text]) => text === '|' || text === '\\|' || text.startsWith('&'),
  );
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
  return /^[\p{L}\p{M}\p{N}]$/u.test(character) && !unparted.test(character);
}

const unparted =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Mymr}\p{sc=Tibt}]/u;
