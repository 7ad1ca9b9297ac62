import { counted } from './counted.ts';
import type { FaultKind } from './kinds.ts';

export { suggest } from './suggestion.ts';

/** One thing that is wrong in the content folder. Faults are collected, so that all show at once. */
export interface Fault {
  /** Path from the content folder, with `/`. */
  readonly file: string;
  /** 1-based line in that file. */
  readonly line: number;
  /** Which kind of fault it is, by its name in the table of kinds. */
  readonly kind: FaultKind;
  /** What is there. */
  readonly what: string;
  /** What was expected in its place. */
  readonly expected: string;
  /** The next step. */
  readonly cure: string;
  /** Faults in the text of a draft are told and stop nothing: a draft may be half done. */
  readonly draft?: boolean;
  /** Told, and stops nothing: it may well be meant. */
  readonly warning?: boolean;
  /** On the list of old faults that a build may bear: told, and stops nothing. */
  readonly known?: boolean;
}

/** Whether nothing may be built or posted before it is mended. */
export function isStopping({ draft, warning, known }: Fault): boolean {
  return !draft && !warning && !known;
}

/** `folder/file:line: what; expected …; what to do`, on one line. */
export function formatFault(fault: Fault, folder = ''): string {
  const place = `${folder === '' ? '' : `${folder.replace(/\/+$/, '')}/`}${fault.file}:${fault.line}`;
  return visible(`${place}: ${fault.what}; expected ${fault.expected}; ${fault.cure}`);
}

/** Adds faults to others. A call takes no more arguments than its stack has room for, and there may be more of them. */
export function addFaults(faults: Fault[], more: readonly Fault[]): void {
  for (const fault of more) faults.push(fault);
}

/**
 * A text on one line in which nothing gives orders to a terminal or turns the words behind it: such signs show by their
 * numbers.
 */
function visible(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .join(' ')
    .replace(
      /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}

/** As {@link formatFault} has it, with what kind of fault it is where that does not stop the build. */
export function describeFault(fault: Fault, folder = ''): string {
  const kind = fault.draft
    ? 'in a draft: '
    : fault.known
      ? 'known: '
      : fault.warning
        ? 'warning: '
        : '';
  return `${kind}${formatFault(fault, folder)}`;
}

/** Faults in the order in which a person walks through the files. */
export function sortFaults(faults: readonly Fault[]): Fault[] {
  return [...faults].sort(
    (a, b) => compareText(a.file, b.file) || a.line - b.line || compareText(a.what, b.what),
  );
}

/** Thrown where wrong content stops the work; the message lists every fault. */
export class ContentError extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[], folder = '') {
    const sorted = sortFaults(faults);
    const count = counted(sorted.length, 'fault');
    const lines = sorted.map((fault) => formatFault(fault, folder));
    super(`${count} in the content:\n${lines.join('\n')}`);
    this.name = 'ContentError';
    this.faults = sorted;
    // Where in this program it was noticed helps nobody who mends a text.
    this.stack = this.message;
  }
}

/** Orders by code unit: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
