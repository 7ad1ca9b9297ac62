import type { Fault } from '#journal/fault.ts';

/** Faults of a text that begins somewhere in a file. */
export class TextFaults {
  readonly #file: string;
  readonly #firstLine: number;
  readonly #faults: Fault[] = [];

  /** `firstLine` is the line of the file on which the text begins. */
  constructor(file: string, firstLine: number) {
    this.#file = file;
    this.#firstLine = firstLine;
  }

  get all(): readonly Fault[] {
    return this.#faults;
  }

  /** The line of the file that a line of the text is. */
  line(textLine: number): number {
    return textLine + this.#firstLine - 1;
  }

  /** Takes a fault; `line` is the file's. */
  add(line: number, what: string, expected: string, cure: string): void {
    this.#faults.push({ file: this.#file, line, what, expected, cure });
  }
}
