/** Chance that can be repeated. */
export class Random {
  #state: number;

  /** The same seed gives the same numbers on every machine. */
  constructor(seed: number) {
    this.#state = Math.imul(seed, 0x9e3779b9) >>> 0;
  }

  /** From 0, below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    const state = this.#state;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0, below `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  /** Whether what happens this often, from 0 to 1, happens. */
  happens(share: number): boolean {
    return this.next() < share;
  }

  /** One of several. @throws where there are none. */
  pick<T>(all: Iterable<T>): T {
    const list = [...all];
    const index = this.below(list.length);
    if (index >= list.length) throw new Error('There is nothing to pick from');
    return list[index] as T;
  }
}
