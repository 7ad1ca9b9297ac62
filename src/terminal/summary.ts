import { relative } from 'node:path';
import type { Entry } from '#journal/content/entry.ts';
import { counted } from '#journal/fault/counted.ts';
import { visibility } from '#journal/public/gate.ts';
import { nextScheduledWords } from './nextScheduled.ts';

/** What a build has come to. */
export interface BuildOutcome {
  readonly entries: number;
  /** Entries that nobody sees yet. */
  readonly hidden: readonly Entry[];
  readonly pages: number;
  readonly seconds: number;
  /** Absolute path of the output folder. */
  readonly folder: string;
  readonly warnings: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly timeZone: string;
}

/** The last words of a build, for the person who started it in `workingFolder`. */
export function buildSummary(outcome: BuildOutcome, workingFolder: string): string {
  const { entries, hidden, pages, seconds, folder, warnings, now, timeZone } = outcome;
  const drafts = hidden.filter((entry) => visibility(entry, now) === 'draft').length;
  const scheduled = hidden.length - drafts;
  const next = nextScheduledWords(hidden, now, timeZone);
  return [
    `Built ${counted(pages, 'page')} of ${counted(entries, 'entry', 'entries')} in ${seconds.toFixed(1)} s: ${shown(folder, workingFolder)}`,
    `held back: ${counted(drafts, 'draft')}, ${counted(scheduled, 'scheduled entry', 'scheduled entries')}`,
    ...(next === undefined ? [] : [`next scheduled entry: ${next}`]),
    warnings === 0 ? 'no warnings' : `${counted(warnings, 'warning')}, above`,
  ].join('\n');
}

function shown(folder: string, workingFolder: string): string {
  const short = relative(workingFolder, folder);
  return short === '' || short.startsWith('..') ? folder : `${short}/`;
}
