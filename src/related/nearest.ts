import type { Entry } from '#journal/content/entry.ts';
import { compareEntries } from '#journal/content/journal.ts';

/**
 * The entries of a list (newest first) that are nearest in time to one of them, newest first. Of two that are equally
 * far the older goes first; `skip` are left out.
 */
export function nearestInTime(
  entries: readonly Entry[],
  entry: Entry,
  skip: ReadonlySet<unknown>,
  most: number,
): Entry[] {
  const found: Entry[] = [];
  let newer = placeOf(entries, entry) - 1;
  let older = newer + 1;
  while (found.length < most) {
    const [after, before] = [entries[newer], entries[older]];
    if (!after && !before) break;
    const next = !after || (before && isNearer(before, after, entry)) ? before : after;
    if (next === after) newer--;
    else older++;
    if (next && next !== entry && !skip.has(next)) found.push(next);
  }
  return found.sort(compareEntries);
}

function isNearer(older: Entry, newer: Entry, entry: Entry): boolean {
  return entry.date.at - older.date.at <= newer.date.at - entry.date.at;
}

/** Where the entry stands in a sorted list, or would. */
function placeOf(entries: readonly Entry[], entry: Entry): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = entries[middle];
    if (other && compareEntries(other, entry) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
