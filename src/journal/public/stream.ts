import type { Entry } from '#journal/content/entry.ts';

/** A page of the stream. Pages are numbered from the oldest, so that a new entry changes the newest ones alone. */
export interface StreamPage {
  readonly number: number;
  readonly path: string;
  /** Newest first. */
  readonly entries: readonly Entry[];
  readonly newer: string | undefined;
  readonly older: string | undefined;
}

/**
 * Cuts the entries (newest first) into pages of `size`. Page 1 holds the oldest ones and never changes again; the newest
 * page, whose path is `home`, holds up to almost twice as many.
 */
export function streamPages(entries: readonly Entry[], size: number, home: string): StreamPage[] {
  const count = Math.max(1, Math.floor(entries.length / size));
  const pathOf = (number: number) => (number === count ? home : `/page/${number}/`);
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    const oldest = entries.length - index * size;
    const newest = number === count ? 0 : oldest - size;
    return {
      number,
      path: pathOf(number),
      entries: entries.slice(newest, oldest),
      newer: number === count ? undefined : pathOf(number + 1),
      older: number === 1 ? undefined : pathOf(number - 1),
    };
  });
}
