import type { Position } from 'satteri';

/** Where in the body a text stands: offsets, and the 1-based line on which it begins. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

declare module 'mdast' {
  interface TextData {
    /** Of a text that was cut out of a longer one: a node of our own making has no position. */
    place?: Place;
  }
}

interface Placed {
  readonly position?: Position | undefined;
  readonly data?: object | undefined;
}

/** The place of a node; undefined where another plugin has put it in. */
export function placeOf({ position, data }: Placed): Place | undefined {
  const place = data && 'place' in data ? (data.place as Place | undefined) : undefined;
  if (place || !position) return place;
  const { start, end } = position;
  return { start: start.offset ?? 0, end: end.offset ?? 0, line: start.line };
}

/** Where the lines of a text begin. */
export function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

/** The line and the column, both 1-based, of a place in a text whose lines begin at `lines`. */
export function pointAt(offset: number, { lines }: { readonly lines: readonly number[] }) {
  let line = 0;
  let behind = lines.length;
  while (behind - line > 1) {
    const middle = Math.floor((line + behind) / 2);
    if ((lines[middle] ?? 0) <= offset) line = middle;
    else behind = middle;
  }
  return { line: line + 1, column: offset - (lines[line] ?? 0) + 1, offset };
}
