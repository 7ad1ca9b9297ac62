import { CborReader, CborWriter } from './cbor.ts';
import { mark, type Shard } from './shard.ts';
import { listAt, listCount, type PageList } from './wordRows.ts';

/** The words of a shard within those of all shards. */
export interface ShardWords extends Pick<Shard, 'words' | 'rows'> {
  /** The number of the shard's first page among all pages. */
  readonly firstPage: number;
  /** The number, among the fields of all shards, of each of the shard's. */
  readonly fields: readonly number[];
}

/** Words that follow each other, as a reader's browser loads them. */
export interface WordChunk {
  readonly from: string;
  readonly to: string;
  /** With the mark before. */
  readonly bytes: Buffer;
}

/** How many places in texts are in a chunk of Pagefind's. */
const chunkSize = 20_000;

/** The pages that one shard has of a word, or of a form of it. */
interface Postings {
  readonly of: ShardCursor;
  readonly list: PageList;
}

/** Goes through the words of one shard. */
class ShardCursor {
  readonly words: Buffer;
  /** The number of the shard's first page among all pages. */
  readonly firstPage: number;
  /** Whether places name fields by the same numbers in all shards. */
  readonly isPlain: boolean;
  readonly #shard: ShardWords;
  readonly #count: number;
  #at = 0;
  /** What it is at. */
  list: PageList | undefined;

  constructor(shard: ShardWords) {
    const { buffer, byteOffset, byteLength } = shard.words;
    this.words = Buffer.from(buffer, byteOffset, byteLength);
    this.firstPage = shard.firstPage;
    this.isPlain = shard.fields.every((field, at) => field === at);
    this.#shard = shard;
    this.#count = listCount(shard.rows);
    this.next();
  }

  next(): void {
    const isAtEnd = this.#at === this.#count;
    this.list = isAtEnd ? undefined : listAt(this.words, this.#shard.rows, this.#at++);
  }

  /** Number of a field among those of all shards, from that of this one. */
  field(number: number): number {
    return this.#shard.fields[number] ?? number;
  }
}

/** Puts the words of shards together, as if Pagefind had indexed all their pages at once. */
export function* mergeWords(shards: readonly ShardWords[]): Generator<WordChunk> {
  const cursors = shards.map((shard) => new ShardCursor(shard));
  const writer = new CborWriter();
  let words: string[] = [];
  let size = 0;
  for (let next = atLeastWord(cursors); next.length > 0; next = atLeastWord(cursors)) {
    const word = next[0]?.list?.name ?? '';
    size += writeWord(writer, word, next);
    words.push(word);
    if (size < chunkSize) continue;
    yield chunkOf(words, writer);
    words = [];
    size = 0;
  }
  if (words.length > 0) yield chunkOf(words, writer);
}

/** Those that are at the word that comes first. */
function atLeastWord(cursors: readonly ShardCursor[]): ShardCursor[] {
  let least: string | undefined;
  let found: ShardCursor[] = [];
  for (const cursor of cursors) {
    if (!cursor.list) continue;
    const { name } = cursor.list;
    if (name === least) found.push(cursor);
    else if (least === undefined || name < least) {
      least = name;
      found = [cursor];
    }
  }
  return found;
}

/** Writes the word that cursors are at, and has them go on. Returns by how much the chunk has grown, as Pagefind counts it. */
function writeWord(writer: CborWriter, word: string, cursors: readonly ShardCursor[]): number {
  const pages: Postings[] = [];
  const variants = new Map<string, Postings[]>();
  for (const of of cursors) {
    const { list } = of;
    if (!list) continue;
    pages.push({ of, list });
    of.next();
    for (let left = list.forms; left > 0; left--) {
      if (of.list) addTo(variants, { of, list: of.list });
      of.next();
    }
  }
  writer.array(3);
  writer.latin1(word);
  let size = variants.size + writePostings(writer, pages);
  writer.array(variants.size);
  for (const [form, postings] of variants) {
    writer.array(2);
    writer.latin1(form);
    size += writePostings(writer, postings);
  }
  return size;
}

/** The same word with its accents. */
function addTo(variants: Map<string, Postings[]>, postings: Postings): void {
  const known = variants.get(postings.list.name);
  if (known) known.push(postings);
  else variants.set(postings.list.name, [postings]);
}

/** Returns how many pages and places in them there are. */
function writePostings(writer: CborWriter, all: readonly Postings[]): number {
  writer.array(all.reduce((sum, { list }) => sum + list.count, 0));
  let last = 0;
  let size = 0;
  for (const { of, list } of all) {
    if (list.count === 0) continue;
    writer.array(3);
    writer.integer(of.firstPage + list.first - last);
    if (of.isPlain) writer.copy(of.words, list.from, list.to);
    else writeRenumbered(writer, of, list);
    last = of.firstPage + list.last;
    size += list.size;
  }
  return size;
}

/** Writes the places of pages in whose shard fields have other numbers: -1 is the first field, -2 the next one. */
function writeRenumbered(writer: CborWriter, of: ShardCursor, { count, from }: PageList): void {
  const reader = new CborReader(of.words);
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
    bytes: writer.takeIn([1, words.length], mark),
  };
}

function textOf(word = ''): string {
  return Buffer.from(word, 'latin1').toString();
}
