import { counted } from '#journal/fault/counted.ts';
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

/** A report for people: a line for each document of which something changed or stayed behind, then the sums. */
export function reportWords(report: ImportReport): string {
  const told = report.lines.filter(
    ({ outcome, notes }) => outcome !== 'there' && (notes.length > 0 || !/written/.test(outcome)),
  );
  const grouped = leftTogether(told);
  return [...grouped, ...(grouped.length > 0 ? [''] : []), ...sums(report)].join('\n');
}

/**
 * What to type once something came. `content` is the folder that it came into, as `JOURNAL_CONTENT` has to name it;
 * undefined where commands look there anyway.
 */
export function nextWords(report: ImportReport, content: string | undefined): string {
  if (report.dryRun || !report.lines.some(({ outcome }) => outcome === 'written')) return '';
  const plain = content === undefined || /^[\w./~-]+$/.test(content);
  const named = plain ? content : `'${content.replaceAll("'", "'\\''")}'`;
  const before = named === undefined ? '' : `JOURNAL_CONTENT=${named} `;
  return `
What to do next:
  ${before}npm run check                what is wrong in it, with file and line
  ${before}npm run check -- --accept    bears what is old, so that it can be built
  ${before}npm run dev                  how it looks`;
}

const mostAlike = 3;

/** Of things that were left for one reason, the first few by name. */
function leftTogether(lines: readonly ReportLine[]): string[] {
  const counts = new Map<string, number>();
  const words = lines.flatMap((line) => {
    if (line.outcome !== 'left') return [lineWords(line)];
    const kind = `${line.what}: ${line.why}`;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= mostAlike ? [lineWords(line)] : [];
  });
  const more = [...counts]
    .filter(([, count]) => count > mostAlike)
    .map(([kind, count]) => `left: ${count - mostAlike} more: ${kind}`);
  return [...words, ...more];
}

function lineWords({ outcome, where, what, file, why, notes }: ReportLine): string {
  const head = file === undefined ? `${where}: ${what}` : file;
  const reason = why === undefined ? '' : `: ${why}`;
  const behind = notes.map((note) => `\n    ${noteWords(note)}`).join('');
  return outcome === 'written' ? `${head}${behind}` : `${outcome}: ${head}${reason}${behind}`;
}

function noteWords({ became, what, how, count }: ImportNote): string {
  return `${became}: ${count !== undefined && count > 1 ? `${count} × ` : ''}${what}: ${how}`;
}

function sums(report: ImportReport): string[] {
  const { outcomes, comments, notes } = totalsOf(report);
  const kinds = ['article', 'note', 'page'].map((kind) =>
    counted(
      report.lines.filter(({ what, outcome }) => what === kind && outcome === 'written').length,
      kind,
    ),
  );
  const told = (count: number, words: string) => (count > 0 ? [`${count} ${words}`] : []);
  return [
    `${report.source}: ${report.label}.`,
    `${report.dryRun ? 'Would write' : 'Wrote'} ${kinds.join(', ')} and ${counted(comments, 'comment')} into ${report.folder}.`,
    ...told(outcomes.there, `${were(outcomes.there)} there already, untouched.`),
    ...told(outcomes.kept, 'differ in the export by now; yours were kept.'),
    ...told(outcomes.left, `${were(outcomes.left)} left behind, for the reasons above.`),
    ...told(outcomes.failed, 'could not be imported, above.'),
    ...notes.map((note) => `  ${noteWords(note)} (${counted(note.documents, 'document')})`),
  ];
}

function were(count: number): string {
  return count === 1 ? 'was' : 'were';
}
