import type { ImportNote } from '../item/item.ts';

/**
 * What became of one document or file of an export:
 *
 * - `written`: it was not there, and is.
 * - `there`: an earlier import wrote it, or the same bytes are there; nothing was touched.
 * - `kept`: an earlier import wrote it, and the export says something else by now; the owner's file stands.
 * - `left`: it does not belong into a journal.
 * - `failed`: it should have come, and could not be read or written.
 */
export type Outcome = 'written' | 'there' | 'kept' | 'left' | 'failed';

/** One line of a report. */
export interface ReportLine {
  readonly outcome: Outcome;
  /** Where it stands in the export. */
  readonly where: string;
  /** What it is: `article`, `note`, `page`, `site file`, or what was left. */
  readonly what: string;
  /** Path from the content folder. */
  readonly file?: string;
  /** Why it was left, or failed. */
  readonly why?: string;
  /** How many comments came with it. */
  readonly comments?: number;
  readonly notes: readonly (ImportNote & { readonly count: number })[];
}

/** The line of something that did not come, and why. */
export function missedLine(
  outcome: 'left' | 'failed',
  { where, what, why }: Required<Pick<ReportLine, 'where' | 'what' | 'why'>>,
): ReportLine {
  return { outcome, where, what, why, notes: [] };
}

/** All that an import did, or with `--dry-run` would do. */
export interface ImportReport {
  /** What the source was taken for, such as `a Jekyll folder`. */
  readonly label: string;
  readonly source: string;
  /** The content folder as the person named it. */
  readonly folder: string;
  readonly dryRun: boolean;
  readonly lines: readonly ReportLine[];
}

/** Adds a report up. Things of one kind are counted together, whatever their own names are, those of which most is first. */
export function totalsOf({ lines }: ImportReport) {
  const outcomes = { written: 0, there: 0, kept: 0, left: 0, failed: 0 };
  for (const { outcome } of lines) outcomes[outcome] += 1;
  const told = lines.flatMap((line) =>
    line.notes.map((note) => ({ ...note, how: note.how.replace(/^\S*[/:.]\S*: /, ''), line })),
  );
  const alike = Map.groupBy(told, ({ became, what, how }) => JSON.stringify([became, what, how]));
  const notes = [...alike.values()].flatMap((some) => {
    const documents = new Set(some.map(({ line }) => line)).size;
    const total = some.reduce((sum, { count }) => sum + count, 0);
    return some.slice(0, 1).map(({ line, ...note }) => ({ ...note, count: total, documents }));
  });
  return {
    outcomes,
    comments: lines.reduce((sum, { comments = 0 }) => sum + comments, 0),
    notes: notes.sort((a, b) => b.count - a.count),
  };
}
