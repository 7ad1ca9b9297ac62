import type { Fault } from '#journal/fault/fault.ts';
import type { FaultKind } from '#journal/fault/kinds.ts';

/** Faults of a text that begins somewhere in a file. */
export class TextFaults {
  readonly #file: string;
  readonly #lineOf: (textLine: number) => number;
  readonly #faults: Fault[] = [];

  /** `lineOf` gives the line of the file that a line of the text is. */
  constructor(file: string, lineOf: (textLine: number) => number) {
    this.#file = file;
    this.#lineOf = lineOf;
  }

  get all(): readonly Fault[] {
    return this.#faults;
  }

  /** The line of the file that a line of the text is. */
  line(textLine: number): number {
    return this.#lineOf(textLine);
  }

  /** Takes a fault; `line` is the file's. */
  add(kind: FaultKind, line: number, what: string, expected: string, cure: string): void {
    this.#faults.push({ kind, file: this.#file, line, what, expected, cure });
  }

  /** Takes what stops nothing; `line` is the file's. */
  warn(kind: FaultKind, line: number, what: string, expected: string, cure: string): void {
    this.#faults.push({ kind, file: this.#file, line, what, expected, cure, warning: true });
  }

  /** Takes what was found in another text of the same file. */
  include(faults: readonly Fault[]): void {
    this.#faults.push(...faults);
  }
}
