import { compareText, type Fault } from '../fault/fault.ts';
import type { Entry } from './entry.ts';

/** An entry in its place in a series. */
export interface SeriesPart {
  readonly part: number;
  readonly entry: Entry;
}

/**
 * Numbers the entries of one series, oldest first. A part that front matter gives stands; the entries without one take
 * the free numbers in order of their dates.
 */
export function seriesParts(entries: readonly Entry[]): SeriesPart[] {
  const taken = new Set(entries.map((entry) => entry.series?.part));
  let next = 0;
  const free = () => {
    do next++;
    while (taken.has(next));
    return next;
  };
  return (
    [...entries]
      .sort((a, b) => a.date.at - b.date.at || compareText(a.file, b.file))
      .map((entry) => ({ entry, part: entry.series?.part ?? free() }))
      // Where two claim a part, the draft is the one that is too many.
      .sort((a, b) => a.part - b.part || Number(a.entry.draft) - Number(b.entry.draft))
  );
}

/** Faults where parts are given twice or leave a gap. Drafts and scheduled entries hold their place. */
export function partFaults(entries: readonly Entry[]): Fault[] {
  const groups = Map.groupBy(entries, ({ series }) => series?.id);
  return [...groups].flatMap(([id, members]) =>
    id === undefined ? [] : faultsOfOne(id, seriesParts(members)),
  );
}

function faultsOfOne(id: string, parts: readonly SeriesPart[]): Fault[] {
  return parts.flatMap(({ entry, part }, index) => {
    const before = parts[index - 1];
    const expected = (before?.part ?? 0) + 1;
    if (part === expected) return [];
    const twice = before?.part === part;
    return {
      file: entry.file,
      line: entry.lineOf(['series', 'part']),
      kind: twice ? 'double-part' : 'series-gap',
      what: twice
        ? `part ${part} of the series "${id}" for the second time; ${before.entry.file} is part ${part} too`
        : `part ${part} of the series "${id}", but there is no part ${expected}`,
      expected: twice ? `another number` : `part ${expected}`,
      cure: 'correct "part", or leave it out: the dates then give the order',
    };
  });
}
