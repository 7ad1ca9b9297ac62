/** Pages that have a word or a form of it, as they lie in CBOR; each but the first has its distance from the one before. */
export interface PageList {
  /** Its characters are the bytes of what it is a list of: such strings have the order of the bytes. */
  readonly name: string;
  /** How many forms of the word have a list of their own, which follow this one. */
  readonly forms: number;
  readonly count: number;
  readonly first: number;
  readonly last: number;
  /** Where the places in the first page begin, and where the last page ends. */
  readonly from: number;
  readonly to: number;
  /** How many pages and places in them there are. */
  readonly size: number;
}

/** How many numbers a row has. */
const columns = 9;

/**
 * Where the lists of pages lie in the words of a shard, a row for each: whoever puts shards together copies them, and need
 * not read what is in them. Words are CBOR as `Shard` has it.
 */
export class WordRows {
  readonly #rows: number[] = [];

  /** The name of a list lies from one byte to another. */
  add(list: Omit<PageList, 'name'> & { readonly nameFrom: number; readonly nameTo: number }): void {
    const { nameFrom, nameTo, forms, count, first, last, from, to, size } = list;
    this.#rows.push(nameFrom, nameTo, forms, count, first, last, from, to, size);
  }

  all(): Uint32Array {
    return Uint32Array.from(this.#rows);
  }
}

/** How many lists there are. */
export function listCount(rows: Uint32Array): number {
  return rows.length / columns;
}

/** One of the lists, by its number. */
export function listAt(words: Buffer, rows: Uint32Array, number: number): PageList {
  const at = number * columns;
  return {
    name: words.toString('latin1', rows[at], rows[at + 1]),
    forms: rows[at + 2] ?? 0,
    count: rows[at + 3] ?? 0,
    first: rows[at + 4] ?? 0,
    last: rows[at + 5] ?? 0,
    from: rows[at + 6] ?? 0,
    to: rows[at + 7] ?? 0,
    size: rows[at + 8] ?? 0,
  };
}
