/** Work that may be done at the same time as other work of its kind, but for some that wants to be alone. */
export class Turns {
  readonly #beside = new Set<Promise<unknown>>();
  #alone: Promise<unknown> = Promise.resolve();

  /** Does work, when none is at work that is alone. */
  beside<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.#alone.then(work);
    this.#beside.add(done);
    const forget = () => this.#beside.delete(done);
    done.then(forget, forget);
    return done;
  }

  /** Does work while no other is done, when all that was begun before has ended. */
  alone<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = Promise.allSettled([this.#alone, ...this.#beside]).then(work);
    this.#alone = done.catch(() => undefined);
    return done;
  }
}
