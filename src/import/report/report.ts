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

/** Numbers over a whole report. */
export interface ReportTotals {
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly comments: number;
  /** What was changed and left, most of it first. */
  readonly notes: readonly (ImportNote & { readonly count: number; readonly documents: number })[];
}

/** Adds a report up. Things of one kind are counted together, whatever their own names are. */
export function totalsOf({ lines }: ImportReport): ReportTotals {
  const outcomes = { written: 0, there: 0, kept: 0, left: 0, failed: 0 };
  const notes = new Map<string, { note: ImportNote; count: number; documents: Set<ReportLine> }>();
  let comments = 0;
  for (const line of lines) {
    outcomes[line.outcome] += 1;
    comments += line.comments ?? 0;
    for (const note of line.notes) {
      const key = JSON.stringify([note.became, note.what, note.how.replace(/^\S*[/:.]\S*: /, '')]);
      const known = notes.get(key) ?? {
        note: { ...note, how: note.how.replace(/^\S*[/:.]\S*: /, '') },
        count: 0,
        documents: new Set(),
      };
      known.count += note.count;
      known.documents.add(line);
      notes.set(key, known);
    }
  }
  const summed = [...notes.values()]
    .map(({ note, count, documents }) => ({ ...note, count, documents: documents.size }))
    .sort((a, b) => b.count - a.count);
  return { outcomes, comments, notes: summed };
}
