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
