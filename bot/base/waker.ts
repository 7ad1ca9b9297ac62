import type { Clock } from './clock.ts';

/** Wakes a loop that has nothing to do. */
export class Waker {
  readonly #clock: Clock;
  #rung = new AbortController();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  wake(): void {
    this.#rung.abort();
  }

  async wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    await this.#clock.sleep(milliseconds, AbortSignal.any([signal, this.#rung.signal]));
    this.#rung = new AbortController();
  }
}
