/** The kinds of CBOR (RFC 8949, 3.1) that Pagefind writes. */
const unsigned = 0;
const negative = 1;
const text = 3;
const array = 4;

/** What Pagefind's files are made of. */
export type CborValue = number | string | readonly CborValue[];

/** Reads CBOR from its beginning to its end. */
export class CborReader {
  readonly bytes: Buffer;
  /** Where the next item begins. */
  at = 0;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** The next item and all that is in it. @throws where it is of another kind than Pagefind writes. */
  value(): CborValue {
    const kind = this.#kind();
    if (kind === unsigned) return this.integer();
    if (kind === negative) return this.integer();
    if (kind === array) return Array.from({ length: this.array() }, () => this.value());
    const bytes = this.text();
    return bytes.toString();
  }

  /** How many items follow in the array that begins here. */
  array(): number {
    if (this.#kind() !== array) throw new Error(`Expected an array at byte ${this.at}`);
    return this.#argument();
  }

  /** The bytes of the text that begins here. */
  text(): Buffer {
    if (this.#kind() !== text) throw new Error(`Expected text at byte ${this.at}`);
    const length = this.#argument();
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  integer(): number {
    const kind = this.#kind();
    if (kind > negative) throw new Error(`Expected a whole number at byte ${this.at}`);
    const size = this.#argument();
    return kind === negative ? -1 - size : size;
  }

  /** Passes over an array of whole numbers. */
  skipIntegers(): void {
    for (let left = this.array(); left > 0; left--) {
      const short = (this.bytes[this.at] ?? 0) & 31;
      this.at += 1 + argumentBytes(short);
    }
  }

  #kind(): number {
    return (this.bytes[this.at] ?? 255) >> 5;
  }

  #argument(): number {
    const short = (this.bytes[this.at++] ?? 255) & 31;
    const length = argumentBytes(short);
    if (length === 0) return short;
    this.at += length;
    return this.bytes.readUIntBE(this.at - length, length);
  }
}

/** How many bytes follow the first one of an item, by the low bits of that one. */
function argumentBytes(short: number): number {
  if (short < 24) return 0;
  if (short > 26) throw new Error(`Expected an item of a known length, found ${short}`);
  return 1 << (short - 24);
}

/** Bytes that grow as CBOR is written. */
export class CborWriter {
  #bytes: Buffer;
  length = 0;

  /** `size` is how many bytes there is room for at first. */
  constructor(size = 1 << 16) {
    this.#bytes = Buffer.allocUnsafe(size);
  }

  value(value: CborValue): void {
    if (typeof value === 'number') this.integer(value);
    else if (typeof value === 'string') this.text(Buffer.from(value));
    else {
      this.array(value.length);
      for (const one of value) this.value(one);
    }
  }

  /** Begins an array: its items are to follow. */
  array(length: number): void {
    this.#head(array, length);
  }

  text(bytes: Buffer): void {
    this.#head(text, bytes.length);
    this.copy(bytes, 0, bytes.length);
  }

  /** Text whose characters are its bytes. */
  latin1(bytes: string): void {
    this.#head(text, bytes.length);
    this.#reserve(bytes.length);
    this.length += this.#bytes.write(bytes, this.length, 'latin1');
  }

  integer(value: number): void {
    if (value < 0) this.#head(negative, -1 - value);
    else this.#head(unsigned, value);
  }

  /** Takes over items as they stand in other CBOR. */
  copy(bytes: Buffer, from: number, to: number): void {
    this.#reserve(to - from);
    this.length += bytes.copy(this.#bytes, this.length, from, to);
  }

  /** What was written so far, in bytes of its own; the next begins anew. */
  take(): Buffer {
    const taken = Buffer.from(this.#bytes.subarray(0, this.length));
    this.length = 0;
    return taken;
  }

  /** The same behind some bytes, in arrays of these lengths, each of which begins the one before. */
  takeIn(lengths: readonly number[], before: Buffer): Buffer {
    const items = this.#bytes.subarray(0, this.length);
    const around = new CborWriter(16);
    for (const length of lengths) around.array(length);
    this.length = 0;
    return Buffer.concat([before, around.#bytes.subarray(0, around.length), items]);
  }

  /** Byte by byte: a buffer's own ways look at what they are given first, which takes longer than all else. */
  #head(kind: number, size: number): void {
    this.#reserve(5);
    const bytes = this.#bytes;
    const first = kind << 5;
    let at = this.length;
    if (size < 24) bytes[at++] = first | size;
    else if (size < 1 << 8) bytes[at++] = first | 24;
    else if (size < 1 << 16) bytes[at++] = first | 25;
    else {
      bytes[at++] = first | 26;
      bytes[at++] = size >>> 24;
      bytes[at++] = size >>> 16;
    }
    if (size >= 1 << 8) bytes[at++] = size >>> 8;
    if (size >= 24) bytes[at++] = size;
    this.length = at;
  }

  #reserve(length: number): void {
    if (this.length + length <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.length + length));
    this.#bytes.copy(larger, 0, 0, this.length);
    this.#bytes = larger;
  }
}

/** CBOR of one item. */
export function encodeCbor(value: CborValue): Buffer {
  const writer = new CborWriter();
  writer.value(value);
  return writer.take();
}

/** The one item that these bytes are. @throws where they are anything else. */
export function decodeCbor(bytes: Buffer): CborValue {
  const reader = new CborReader(bytes);
  const value = reader.value();
  if (reader.at !== bytes.length) throw new Error(`Expected nothing after byte ${reader.at}`);
  return value;
}
