const space = 0x20;

/** Of FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), which takes a byte after the other. */
const basis = 0x811c9dc5;
const prime = 0x01000193;

/**
 * Numbers the pieces of texts in the order in which they first come. They are kept as bytes: a map of strings takes
 * several times as long for millions of pieces, and strings that were cut out of a text hold the whole of it in memory.
 */
export class PieceNumbers {
  /** Of all pieces, one behind the other. */
  #bytes: Buffer = Buffer.alloc(1 << 16);
  /** Where each piece begins in them, and the last one ends. */
  #starts = new Uint32Array(1 << 12);
  #hashes = new Uint32Array(1 << 12);
  #size = 0;
  /** Numbers of pieces by their hashes, the next free slot where one is taken; one more, so that 0 is a free slot. */
  #slots = new Uint32Array(1 << 13);
  /** The text that is read, and the numbers that are found in it: new ones for each take as long as reading it. */
  #text = Buffer.alloc(0);
  #found = new Uint32Array();

  /** How many pieces there are. */
  get size(): number {
    return this.#size;
  }

  /** The piece with this number. */
  piece(number: number): string {
    return this.#bytes.toString('utf8', this.#starts[number], this.#starts[number + 1]);
  }

  /** The numbers of all pieces of a text that has no other white space than U+0020. */
  of(text: string): Uint32Array {
    this.#makeRoom(text.length);
    const bytes = this.#text;
    const length = bytes.write(text);
    let count = 0;
    for (let at = 0; at < length; at++) {
      const from = at;
      let hash = basis;
      for (; at < length; at++) {
        const byte = bytes[at] ?? space;
        if (byte === space) break;
        hash = Math.imul(hash ^ byte, prime);
      }
      if (at > from) this.#found[count++] = this.#numberOf(from, at, hash >>> 0);
    }
    return this.#found.slice(0, count);
  }

  /** For a text of so many UTF-16 units, each of which takes three bytes at most. */
  #makeRoom(length: number): void {
    if (3 * length <= this.#text.length) return;
    this.#text = Buffer.alloc(6 * length);
    this.#found = new Uint32Array(3 * length);
  }

  #numberOf(from: number, to: number, hash: number): number {
    const last = this.#slots.length - 1;
    let slot = slotOf(hash, last);
    for (;;) {
      const number = (this.#slots[slot] ?? 0) - 1;
      if (number === -1) return this.#add(slot, from, to, hash);
      if (this.#hashes[number] === hash && this.#is(number, from, to)) return number;
      slot = (slot + 1) & last;
    }
  }

  #is(number: number, from: number, to: number): boolean {
    const start = this.#starts[number] ?? 0;
    if ((this.#starts[number + 1] ?? 0) - start !== to - from) return false;
    for (let at = from; at < to; at++)
      if (this.#text[at] !== this.#bytes[start + at - from]) return false;
    return true;
  }

  #add(slot: number, from: number, to: number, hash: number): number {
    const number = this.#size++;
    const start = this.#starts[number] ?? 0;
    const end = start + to - from;
    if (end > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], 2 * end);
    if (number + 2 > this.#starts.length) this.#grow();
    this.#text.copy(this.#bytes, start, from, to);
    this.#starts[number + 1] = end;
    this.#hashes[number] = hash;
    this.#slots[slot] = number + 1;
    if (2 * this.#size > this.#slots.length) this.#spread();
    return number;
  }

  #grow(): void {
    this.#starts = twice(this.#starts);
    this.#hashes = twice(this.#hashes);
  }

  /** Leaves at least half of the slots free, so that few pieces are looked for in the slot of another one. */
  #spread(): void {
    const slots = new Uint32Array(2 * this.#slots.length);
    const last = slots.length - 1;
    for (let number = 0; number < this.#size; number++) {
      const hash = this.#hashes[number] ?? 0;
      let slot = slotOf(hash, last);
      while (slots[slot] !== 0) slot = (slot + 1) & last;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}

/** Where to look for a hash first, in slots of which `last` is a power of two less one. */
function slotOf(hash: number, last: number): number {
  return (hash ^ (hash >>> 15)) & last;
}

function twice(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}
