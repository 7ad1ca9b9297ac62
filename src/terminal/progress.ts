/** Where progress is shown. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const redrawMilliseconds = 100;
const plainMilliseconds = 10_000;

/**
 * Tells how far long work has come: on a terminal in one line that is written over, elsewhere as a line every ten
 * seconds, so that short work says nothing.
 */
export class Progress {
  readonly #output: ProgressOutput;
  readonly #now: () => number;
  #last: number;
  #isShown = false;

  /** `now` is in milliseconds. */
  constructor(output: ProgressOutput, now: () => number) {
    this.#output = output;
    this.#now = now;
    this.#last = now();
  }

  /** Takes note of what is being done, such as `cards: 500 of 5000`. */
  tell(words: string): void {
    const passed = this.#now() - this.#last;
    if (passed < (this.#output.isTTY ? redrawMilliseconds : plainMilliseconds)) return;
    this.#last = this.#now();
    this.#output.write(this.#output.isTTY ? `\r\x1b[K${words}` : `${words}\n`);
    this.#isShown = this.#output.isTTY === true;
  }

  /** Makes room for a line that stays. */
  clear(): void {
    if (this.#isShown) this.#output.write('\r\x1b[K');
    this.#isShown = false;
  }
}
