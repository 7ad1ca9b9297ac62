import { gzipSync } from 'node:zlib';
import type { Lexicon, Term } from './lexicon.ts';
import type { SearchRecord } from './recordSource.ts';
import { CborWriter } from './shards/cbor.ts';
import {
  byBytes,
  type Filter,
  marked,
  pagefindHash,
  type Shard,
  type ShardPage,
} from './shards/shard.ts';

/** A record that is read: its words are numbers of pieces in a lexicon. */
export interface ReadRecord {
  readonly page: ShardPage;
  readonly filters: SearchRecord['filters'];
  readonly content: Uint32Array;
  /** What is told of the record beside its content, in the order of the names. */
  readonly fields: readonly (readonly [name: string, pieces: readonly number[]])[];
}

/** Cuts a record into pieces, and packs what a reader's browser loads for a result. */
export function readRecord(record: SearchRecord, lexicon: Lexicon): ReadRecord {
  const { url, filters, sort } = record;
  const content = piecesIn(record.content);
  const meta = byNames(record.meta);
  const fragment = Buffer.from(
    JSON.stringify({
      url,
      content: content.join(' '),
      word_count: content.length,
      filters: Object.fromEntries(byNames(filters)),
      meta: Object.fromEntries(meta),
      anchors: [],
    }),
  );
  return {
    page: {
      hash: pagefindHash(fragment),
      wordCount: content.length,
      // What zlib gives is the beginning of 16 KB.
      fragment: new Uint8Array(gzipSync(marked(fragment))),
      sort,
    },
    filters,
    content: Uint32Array.from(content, (piece) => lexicon.content.numberOf(piece)),
    fields: meta.map(([name, text]) => [
      name,
      piecesIn(text).map((piece) => lexicon.fields.numberOf(piece)),
    ]),
  };
}

/** Pagefind cuts at all spaces of Unicode, of which JavaScript knows all but this one. */
function piecesIn(text: string): string[] {
  return text.split(/[\s\u0085]+/).filter(Boolean);
}

function byNames<Value>(named: Readonly<Record<string, Value>>): [string, Value][] {
  return Object.entries(named).sort(([a], [b]) => byBytes(a, b));
}

/** What Pagefind makes of these records, whose pieces the lexicon knows. Those without a word are left out. */
export function indexShard(records: readonly ReadRecord[], lexicon: Lexicon): Shard {
  const hasWord = ({ content }: ReadRecord) =>
    content.some((piece) => lexicon.content.termsOf(piece).length > 0);
  const found = records.filter(hasWord);
  const fields = new Set(found.flatMap((record) => record.fields.map(([name]) => name)));
  const names = [...fields].sort(byBytes);
  const postings = new Postings(lexicon, names);
  for (const record of found) postings.add(record);
  return {
    version: found.length === 0 ? '' : lexicon.version,
    pages: found.map(({ page }) => page),
    words: postings.words(),
    filters: filtersOf(found),
    fields: names,
  };
}

function filtersOf(records: readonly ReadRecord[]): Filter[] {
  const filters = new Map<string, Map<string, number[]>>();
  for (const [page, record] of records.entries())
    for (const [name, values] of Object.entries(record.filters)) {
      const pages = filters.get(name) ?? new Map<string, number[]>();
      filters.set(name, pages);
      for (const value of values) pages.set(value, [...(pages.get(value) ?? []), page]);
    }
  return [...filters].map(([name, values]) => [name, [...values]]);
}

/** The words of pages, and where each stands: a row for each place, in several columns. */
class Postings {
  readonly #lexicon: Lexicon;
  readonly #fields: readonly string[];
  readonly #numbers = new Map<Term, number>();
  readonly #terms: number[] = [];
  /** Twice the number of the page, and one more for its fields. */
  readonly #parts: number[] = [];
  /** That of the weight, or -1 for the first field, -2 for the next one. */
  readonly #marks: number[] = [];
  readonly #places: number[] = [];
  #pages = 0;

  constructor(lexicon: Lexicon, fields: readonly string[]) {
    this.#lexicon = lexicon;
    this.#fields = fields;
  }

  /** Adds the next page. */
  add({ content, fields }: ReadRecord): void {
    const part = 2 * this.#pages++;
    for (const [place, piece] of content.entries())
      for (const { term, mark } of this.#lexicon.content.termsOf(piece))
        this.#push(term, part, mark, place);
    for (const [name, pieces] of fields) {
      const field = -1 - this.#fields.indexOf(name);
      for (const [place, piece] of pieces.entries())
        for (const { term } of this.#lexicon.fields.termsOf(piece))
          this.#push(term, part + 1, field, place);
    }
  }

  #push(term: Term, part: number, mark: number, place: number): void {
    const number = this.#numbers.get(term) ?? this.#numbers.size;
    if (number === this.#numbers.size) this.#numbers.set(term, number);
    this.#terms.push(number);
    this.#parts.push(part);
    this.#marks.push(mark);
    this.#places.push(place);
  }

  /** CBOR of all words, one after the other, in the order of their bytes. */
  words(): Buffer {
    const rowsOf = rowsByTerm(this.#terms, this.#numbers.size);
    const words = new Map<string, [form: string, rows: Uint32Array][]>();
    for (const [{ word, form }, number] of this.#numbers) {
      const forms = words.get(word) ?? [];
      forms.push([form, rowsOf(number)]);
      words.set(word, forms);
    }
    const writer = new CborWriter();
    for (const [word, forms] of [...words].sort(([a], [b]) => (a < b ? -1 : 1)))
      this.#writeWord(writer, word, forms);
    return writer.take();
  }

  /** Forms of a word come as pages bring them in, and those of one in the order of their bytes. */
  #writeWord(writer: CborWriter, word: string, forms: [form: string, rows: Uint32Array][]): void {
    const plain = forms.find(([form]) => form === '');
    const others = forms.filter(([form]) => form !== '');
    const firstPart = (rows: Uint32Array) => this.#parts[rows[0] ?? 0] ?? 0;
    others.sort(
      ([a, rowsA], [b, rowsB]) => firstPart(rowsA) - firstPart(rowsB) || (a < b ? -1 : 1),
    );
    writer.array(3);
    writer.text(Buffer.from(word, 'latin1'));
    this.#writePages(writer, plain?.[1] ?? new Uint32Array());
    writer.array(others.length);
    for (const [form, rows] of others) {
      writer.array(2);
      writer.text(Buffer.from(form, 'latin1'));
      this.#writePages(writer, rows);
    }
  }

  #writePages(writer: CborWriter, rows: Uint32Array): void {
    const pages: number[] = [];
    for (const row of rows) {
      const page = (this.#parts[row] ?? 0) >> 1;
      if (page !== pages.at(-1)) pages.push(page);
    }
    writer.array(pages.length);
    let from = 0;
    for (const [at, page] of pages.entries()) {
      writer.array(3);
      writer.integer(page - (pages[at - 1] ?? 0));
      from = this.#writePart(writer, rows, from, 2 * page);
      from = this.#writePart(writer, rows, from, 2 * page + 1);
    }
  }

  /** Writes the places of a part of a page, whose rows begin at `from`. Returns where they end. */
  #writePart(writer: CborWriter, rows: Uint32Array, from: number, part: number): number {
    let to = from;
    while (to < rows.length && this.#parts[rows[to] ?? 0] === part) to++;
    const own = this.#byMark(rows.subarray(from, to));
    writer.array(own.length + this.#marksIn(own));
    let mark = 0;
    let last = 0;
    for (const row of own) {
      const place = this.#places[row] ?? 0;
      const rowMark = this.#marks[row] ?? 0;
      if (rowMark !== mark) writer.integer(rowMark);
      writer.integer(rowMark === mark ? place - last : place);
      mark = rowMark;
      last = place;
    }
    return to;
  }

  /** The lighter ones first, as they are marked. */
  #byMark(rows: Uint32Array): Uint32Array {
    const marks = this.#marks;
    const isMixed = rows.some((row) => marks[row] !== marks[rows[0] ?? 0]);
    return isMixed ? rows.sort((a, b) => (marks[b] ?? 0) - (marks[a] ?? 0) || a - b) : rows;
  }

  #marksIn(rows: Uint32Array): number {
    let count = 0;
    let mark = 0;
    for (const row of rows) {
      if (this.#marks[row] !== mark) count++;
      mark = this.#marks[row] ?? 0;
    }
    return count;
  }
}

/** The numbers of the rows of each term, in their order. */
function rowsByTerm(terms: readonly number[], count: number): (term: number) => Uint32Array {
  const starts = new Uint32Array(count + 1);
  for (const term of terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  for (let term = 0; term < count; term++)
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const next = starts.slice();
  const rows = new Uint32Array(terms.length);
  for (const [row, term] of terms.entries()) {
    const place = next[term] ?? 0;
    rows[place] = row;
    next[term] = place + 1;
  }
  return (term) => rows.subarray(starts[term], starts[term + 1]);
}
