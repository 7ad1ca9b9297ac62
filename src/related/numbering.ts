/**
 * Numbers 32-bit digests from 0, in the order in which they come. A map would do, but not for millions of them: this is
 * a hash table with open addressing, in which a digest's place is that digest's own last bits.
 */
export class Numbering {
  /** By number; there is room for half as many as there are places. */
  #digests: Uint32Array;
  /** The number of the digest at a place, and one more; 0 where there is none. */
  #numbers: Uint32Array;
  #size = 0;

  /**
   * `places` are those to begin with, a power of two: more come as they are needed. `known` are digests that another
   * numbering has given by their numbers.
   */
  constructor(places: number, known: Iterable<number> = []) {
    this.#digests = new Uint32Array(places / 2);
    this.#numbers = new Uint32Array(places);
    for (const digest of known) this.numberOf(digest);
  }

  get size(): number {
    return this.#size;
  }

  /** All that are numbered, by their numbers. */
  get digests(): Uint32Array {
    return this.#digests.subarray(0, this.#size);
  }

  numberOf(digest: number): number {
    const place = this.#placeOf(digest);
    const known = this.#numbers[place] ?? 0;
    if (known > 0) return known - 1;
    if (this.#size === this.#digests.length) {
      this.#grow();
      return this.numberOf(digest);
    }
    this.#digests[this.#size] = digest;
    this.#numbers[place] = ++this.#size;
    return this.#size - 1;
  }

  #placeOf(digest: number): number {
    const last = this.#numbers.length - 1;
    let place = digest & last;
    for (;;) {
      const number = this.#numbers[place] ?? 0;
      if (number === 0 || this.#digests[number - 1] === digest) return place;
      place = (place + 1) & last;
    }
  }

  #grow(): void {
    const { digests } = this;
    this.#digests = new Uint32Array(this.#numbers.length);
    this.#digests.set(digests);
    this.#numbers = new Uint32Array(this.#numbers.length * 2);
    for (const [number, digest] of digests.entries())
      this.#numbers[this.#placeOf(digest)] = number + 1;
  }
}
