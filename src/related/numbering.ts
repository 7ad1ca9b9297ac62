/**
 * Numbers 32-bit digests from 0, in the order in which they come. A map would do, but not for millions of them: this is
 * a hash table with open addressing, in which a digest's place is that digest's own last bits.
 */
export class Numbering {
  #digests: Uint32Array;
  /** The number of the digest at a place, and one more; 0 where there is none. */
  #numbers: Uint32Array;
  #size = 0;

  /** `places` are those to begin with, a power of two: more come as they are needed. */
  constructor(places: number) {
    this.#digests = new Uint32Array(places);
    this.#numbers = new Uint32Array(places);
  }

  get size(): number {
    return this.#size;
  }

  numberOf(digest: number): number {
    const place = this.#placeOf(digest);
    const known = this.#numbers[place] ?? 0;
    if (known > 0) return known - 1;
    this.#digests[place] = digest;
    this.#numbers[place] = ++this.#size;
    if (this.#size * 2 > this.#numbers.length) this.#grow();
    return this.#size - 1;
  }

  #placeOf(digest: number): number {
    const last = this.#numbers.length - 1;
    let place = digest & last;
    while (this.#numbers[place] !== 0 && this.#digests[place] !== digest)
      place = (place + 1) & last;
    return place;
  }

  #grow(): void {
    const [digests, numbers] = [this.#digests, this.#numbers];
    this.#digests = new Uint32Array(digests.length * 2);
    this.#numbers = new Uint32Array(numbers.length * 2);
    for (const [at, number] of numbers.entries()) {
      if (number === 0) continue;
      const place = this.#placeOf(digests[at] ?? 0);
      this.#digests[place] = digests[at] ?? 0;
      this.#numbers[place] = number;
    }
  }
}
