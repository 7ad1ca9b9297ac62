import type { Entry } from '#journal/content/entry.ts';
import { compareText } from '#journal/fault/fault.ts';
import { oncePer } from '#journal/once/once.ts';

/** A month that has entries. */
export interface ArchiveMonth {
  /** `2026-05`. */
  readonly month: string;
  /** Of its page. */
  readonly path: string;
  /** Newest first. */
  readonly entries: readonly Entry[];
}

/** A year that has entries. */
export interface ArchiveYear {
  /** `2026`. */
  readonly year: string;
  /** Of its page. */
  readonly path: string;
  /** Newest first. */
  readonly entries: readonly Entry[];
  /** Newest first; months without entries are not among them. */
  readonly months: readonly ArchiveMonth[];
}

/** The years and months of entries (newest first), in the journal's time zone. Newest first. */
export const archiveOf = oncePer((entries: readonly Entry[]): readonly ArchiveYear[] =>
  groups(entries, '2026'.length).map(([year, members]) => ({
    year,
    path: `/archive/${year}/`,
    entries: members,
    // Most lists have years alone.
    get months() {
      return monthsOf(members);
    },
  })),
);

function monthsOf(entries: readonly Entry[]): ArchiveMonth[] {
  return groups(entries, '2026-05'.length).map(([month, members]) => ({
    month,
    path: `/archive/${month.replace('-', '/')}/`,
    entries: members,
  }));
}

function groups(entries: readonly Entry[], length: number): [string, Entry[]][] {
  const found = Map.groupBy(entries, (entry) => entry.date.day.slice(0, length));
  // A zone that was moved across the date line may have had its days out of order.
  return [...found].sort(([a], [b]) => compareText(b, a));
}
