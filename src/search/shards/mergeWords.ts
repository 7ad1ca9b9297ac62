import { CborReader, CborWriter } from './cbor.ts';

/** The words of a shard within those of all shards. */
export interface ShardWords {
  readonly words: Uint8Array;
  /** The number of the shard's first page among all pages. */
  readonly firstPage: number;
  /** The number, among the fields of all shards, of each of the shard's. */
  readonly fields: readonly number[];
}

/** Words that follow each other, as a reader's browser loads them. */
export interface WordChunk {
  readonly from: string;
  readonly to: string;
  readonly bytes: Buffer;
}

/** How many places in texts are in a chunk of Pagefind's. */
const chunkSize = 20_000;

/** The pages of a word, as they lie in CBOR; each but the first has its distance from the one before. */
interface Postings {
  readonly of: ShardCursor;
  readonly count: number;
  readonly first: number;
  /** Where the places in the first page begin, and where the last page ends. */
  readonly from: number;
  readonly to: number;
  readonly last: number;
  /** How many pages and places in them there are. */
  readonly size: number;
}

/** Goes through the words of one shard. */
class ShardCursor {
  readonly reader: CborReader;
  /** Whether places name fields by the same numbers in all shards. */
  readonly isPlain: boolean;
  readonly #shard: ShardWords;
  /** The word that it is at, a character a byte: such strings have the order of the bytes. */
  word: string | undefined;

  constructor(shard: ShardWords) {
    const { buffer, byteOffset, byteLength } = shard.words;
    this.reader = new CborReader(Buffer.from(buffer, byteOffset, byteLength));
    this.isPlain = shard.fields.every((field, at) => field === at);
    this.#shard = shard;
    this.#toWord();
  }

  /** Reads the pages of the word, and goes on to the next one. */
  read(): WordPart {
    const pages = this.#postings();
    const variants: [string, Postings][] = [];
    for (let left = this.reader.array(); left > 0; left--) {
      this.reader.array();
      variants.push([this.reader.text().toString('latin1'), this.#postings()]);
    }
    this.#toWord();
    return { pages, variants };
  }

  /** Number of a field among those of all shards, from that of this one. */
  field(number: number): number {
    return this.#shard.fields[number] ?? number;
  }

  #toWord(): void {
    const isAtEnd = this.reader.at === this.reader.bytes.length;
    if (!isAtEnd) this.reader.array();
    this.word = isAtEnd ? undefined : this.reader.text().toString('latin1');
  }

  #postings(): Postings {
    const { reader } = this;
    const count = reader.array();
    let first = 0;
    let from = reader.at;
    let last = this.#shard.firstPage;
    let size = 0;
    for (let at = 0; at < count; at++) {
      reader.array();
      last += reader.integer();
      if (at === 0) {
        first = last;
        from = reader.at;
      }
      size += 1 + reader.skipIntegers() + reader.skipIntegers();
    }
    return { of: this, count, first, from, to: reader.at, last, size };
  }
}

interface WordPart {
  readonly pages: Postings;
  /** The same word with its accents. */
  readonly variants: readonly (readonly [form: string, postings: Postings])[];
}

/** Puts the words of shards together, as if Pagefind had indexed all their pages at once. */
export function* mergeWords(shards: readonly ShardWords[]): Generator<WordChunk> {
  const cursors = shards.map((shard) => new ShardCursor(shard));
  const writer = new CborWriter();
  let words: string[] = [];
  let size = 0;
  for (let word = leastWord(cursors); word !== undefined; word = leastWord(cursors)) {
    const parts = cursors.filter((cursor) => cursor.word === word).map((cursor) => cursor.read());
    size += writeWord(writer, word, parts);
    words.push(word);
    if (size < chunkSize) continue;
    yield chunkOf(words, writer);
    words = [];
    size = 0;
  }
  if (words.length > 0) yield chunkOf(words, writer);
}

function leastWord(cursors: readonly ShardCursor[]): string | undefined {
  let least: string | undefined;
  for (const { word } of cursors)
    if (word !== undefined && (least === undefined || word < least)) least = word;
  return least;
}

/** Returns by how much the chunk has grown, as Pagefind counts it. */
function writeWord(writer: CborWriter, word: string, parts: readonly WordPart[]): number {
  const pages = parts.map((part) => part.pages);
  const variants = variantsOf(parts);
  writer.array(3);
  writer.latin1(word);
  writePostings(writer, pages);
  writer.array(variants.size);
  for (const [form, postings] of variants) {
    writer.array(2);
    writer.latin1(form);
    writePostings(writer, postings);
  }
  const all = [...pages, ...[...variants.values()].flat()];
  return all.reduce((sum, { size }) => sum + size, variants.size);
}

function variantsOf(parts: readonly WordPart[]): Map<string, Postings[]> {
  const variants = new Map<string, Postings[]>();
  for (const [form, postings] of parts.flatMap((part) => part.variants)) {
    const known = variants.get(form);
    if (known) known.push(postings);
    else variants.set(form, [postings]);
  }
  return variants;
}

function writePostings(writer: CborWriter, all: readonly Postings[]): void {
  writer.array(all.reduce((sum, { count }) => sum + count, 0));
  let last = 0;
  for (const postings of all) {
    if (postings.count === 0) continue;
    writer.array(3);
    writer.integer(postings.first - last);
    if (postings.of.isPlain) writer.copy(postings.of.reader.bytes, postings.from, postings.to);
    else writeRenumbered(writer, postings);
    last = postings.last;
  }
}

/** Writes the places of pages in whose shard fields have other numbers: -1 is the first field, -2 the next one. */
function writeRenumbered(writer: CborWriter, { of, count, from }: Postings): void {
  const reader = new CborReader(of.reader.bytes);
  reader.at = from;
  for (let at = 0; at < count; at++) {
    if (at > 0) {
      writer.array(reader.array());
      writer.integer(reader.integer());
    }
    const begin = reader.at;
    reader.skipIntegers();
    writer.copy(reader.bytes, begin, reader.at);
    const places = reader.array();
    writer.array(places);
    for (let place = 0; place < places; place++) {
      const number = reader.integer();
      writer.integer(number < 0 ? -1 - of.field(-1 - number) : number);
    }
  }
}

function chunkOf(words: readonly string[], writer: CborWriter): WordChunk {
  return {
    from: textOf(words[0]),
    to: textOf(words.at(-1)),
    bytes: writer.takeIn([1, words.length]),
  };
}

function textOf(word = ''): string {
  return Buffer.from(word, 'latin1').toString();
}
