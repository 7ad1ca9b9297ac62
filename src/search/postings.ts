import type { FoundBy, Lexicon, Term } from './lexicon.ts';
import { CborWriter } from './shards/cbor.ts';
import { giveUp } from './shards/shard.ts';

/** The pieces of a page. */
export interface PagePieces {
  readonly content: Uint32Array;
  /** What is told of the page beside its content, in the order of the names. */
  readonly fields: readonly (readonly [name: string, pieces: Uint32Array])[];
}

type TakeRow = (term: number, part: number, mark: number, place: number) => void;

/** The words of pages, and where each stands: a row for each place, those of a term one behind the other. */
export class Postings {
  readonly #terms: readonly Term[];
  /** Where the rows of each term begin, and those of the last one end. */
  readonly #starts: Uint32Array;
  /** Twice the number of the page, and one more for its fields. */
  readonly #parts: Uint32Array;
  /** That of the weight, or -1 for the first field, -2 for the next one. */
  readonly #marks: Int32Array;
  readonly #places: Uint32Array;

  constructor(pages: readonly PagePieces[], fields: readonly string[], lexicon: Lexicon) {
    this.#terms = lexicon.terms;
    const starts = new Uint32Array(this.#terms.length + 1);
    eachRow(pages, fields, lexicon, (term) => {
      starts[term + 1] = (starts[term + 1] ?? 0) + 1;
    });
    for (let term = 0; term < this.#terms.length; term++)
      starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
    const count = starts[this.#terms.length] ?? 0;
    const parts = new Uint32Array(count);
    const marks = new Int32Array(count);
    const places = new Uint32Array(count);
    const next = starts.slice();
    eachRow(pages, fields, lexicon, (term, part, mark, place) => {
      const row = next[term] ?? 0;
      next[term] = row + 1;
      parts[row] = part;
      marks[row] = mark;
      places[row] = place;
    });
    this.#starts = starts;
    this.#parts = parts;
    this.#marks = marks;
    this.#places = places;
  }

  /** CBOR of all words, one after the other, in the order of their bytes. */
  words(): Buffer {
    const words = new Map<string, number[]>();
    for (const [term, { word }] of this.#terms.entries()) {
      if (this.#starts[term] === this.#starts[term + 1]) continue;
      const forms = words.get(word);
      if (forms) forms.push(term);
      else words.set(word, [term]);
    }
    const writer = new CborWriter();
    for (const [word, terms] of [...words].sort(([a], [b]) => (a < b ? -1 : 1)))
      this.#writeWord(writer, word, terms);
    return writer.take();
  }

  /** Gives up its memory. */
  end(): void {
    giveUp(this.#starts, this.#parts, this.#marks, this.#places);
  }

  /** Forms of a word come as pages bring them in, and those of one in the order of their bytes. */
  #writeWord(writer: CborWriter, word: string, terms: readonly number[]): void {
    const plain = terms.find((term) => this.#formOf(term) === '');
    const others = terms.filter((term) => term !== plain);
    others.sort(
      (a, b) =>
        this.#firstPart(a) - this.#firstPart(b) || (this.#formOf(a) < this.#formOf(b) ? -1 : 1),
    );
    writer.array(3);
    writer.latin1(word);
    if (plain === undefined) writer.array(0);
    else this.#writePages(writer, plain);
    writer.array(others.length);
    for (const term of others) {
      writer.array(2);
      writer.latin1(this.#formOf(term));
      this.#writePages(writer, term);
    }
  }

  #formOf(term: number): string {
    return this.#terms[term]?.form ?? '';
  }

  #firstPart(term: number): number {
    return this.#parts[this.#starts[term] ?? 0] ?? 0;
  }

  #writePages(writer: CborWriter, term: number): void {
    const end = this.#starts[term + 1] ?? 0;
    let row = this.#starts[term] ?? 0;
    writer.array(this.#pagesIn(row, end));
    let last = 0;
    while (row < end) {
      const page = (this.#parts[row] ?? 0) >> 1;
      writer.array(3);
      writer.integer(page - last);
      row = this.#writePart(writer, row, end, 2 * page);
      row = this.#writePart(writer, row, end, 2 * page + 1);
      last = page;
    }
  }

  #pagesIn(from: number, end: number): number {
    let count = 0;
    let last = -1;
    for (let row = from; row < end; row++) {
      const page = (this.#parts[row] ?? 0) >> 1;
      if (page !== last) count++;
      last = page;
    }
    return count;
  }

  /** Writes the places of a part of a page, whose rows begin at `from`. Returns where they end. */
  #writePart(writer: CborWriter, from: number, end: number, part: number): number {
    const mark = this.#marks[from] ?? 0;
    let to = from;
    let isMixed = false;
    for (; to < end && this.#parts[to] === part; to++) isMixed ||= this.#marks[to] !== mark;
    if (isMixed) this.#writeMixed(writer, from, to);
    else this.#writePlaces(writer, from, to);
    return to;
  }

  #writePlaces(writer: CborWriter, from: number, to: number): void {
    const mark = from < to ? (this.#marks[from] ?? 0) : 0;
    writer.array(to - from + (mark === 0 ? 0 : 1));
    if (mark !== 0) writer.integer(mark);
    let last = 0;
    for (let row = from; row < to; row++) {
      const place = this.#places[row] ?? 0;
      writer.integer(place - last);
      last = place;
    }
  }

  /** The lighter ones first, as they are marked. */
  #writeMixed(writer: CborWriter, from: number, to: number): void {
    const markOf = (row: number) => this.#marks[row] ?? 0;
    const rows = Array.from({ length: to - from }, (_, at) => from + at);
    rows.sort((a, b) => markOf(b) - markOf(a) || a - b);
    const numbers: number[] = [];
    let mark = 0;
    let last = 0;
    for (const row of rows) {
      const place = this.#places[row] ?? 0;
      const isMarked = markOf(row) !== mark;
      if (isMarked) numbers.push(markOf(row));
      numbers.push(isMarked ? place : place - last);
      mark = markOf(row);
      last = place;
    }
    writer.array(numbers.length);
    for (const number of numbers) writer.integer(number);
  }
}

/** Goes through all rows: page by page, its content before its fields, place by place. */
function eachRow(
  pages: readonly PagePieces[],
  names: readonly string[],
  { content: inContent, fields: inFields }: Lexicon,
  take: TakeRow,
): void {
  for (const [page, { content, fields }] of pages.entries()) {
    eachTerm(content, inContent.foundBy, (term, mark, place) => take(term, 2 * page, mark, place));
    for (const [name, pieces] of fields) {
      const field = -1 - names.indexOf(name);
      eachTerm(pieces, inFields.foundBy, (term, _, place) =>
        take(term, 2 * page + 1, field, place),
      );
    }
  }
}

function eachTerm(
  pieces: Uint32Array,
  { starts, terms, marks }: FoundBy,
  take: (term: number, mark: number, place: number) => void,
): void {
  for (let place = 0; place < pieces.length; place++) {
    const piece = pieces[place] ?? 0;
    const end = starts[piece + 1] ?? 0;
    for (let at = starts[piece] ?? 0; at < end; at++) take(terms[at] ?? 0, marks[at] ?? 0, place);
  }
}
