import type { FoundBy, Lexicon } from './lexicon.ts';
import { CborWriter } from './shards/cbor.ts';
import { giveUp } from './shards/shard.ts';
import { WordRows } from './shards/wordRows.ts';

/** The pieces of a page. */
export interface PagePieces {
  readonly content: Uint32Array;
  /** What is told of the page beside its content, in the order of the names. */
  readonly fields: readonly (readonly [name: string, pieces: Uint32Array])[];
}

/** CBOR of words, one after the other, and where the lists of pages lie in them; see `wordRows.ts`. */
export interface WrittenWords {
  readonly words: Buffer;
  readonly rows: Uint32Array;
}

/** The words of pages, and where each stands: a row for each place, those of a term one behind the other. */
export class Postings {
  readonly #lexicon: Lexicon;
  /** Where the rows of each term begin, and those of the last one end. */
  readonly #starts: Uint32Array;
  /** Twice the number of the page, and one more for its fields. */
  readonly #parts: Uint32Array;
  /** That of the weight, or -1 for the first field, -2 for the next one. */
  readonly #marks: Int32Array;
  readonly #places: Uint32Array;
  readonly #writer = new CborWriter();
  readonly #rows = new WordRows();
  /** How many pages and numbers there are in the list that is written. */
  #size = 0;

  constructor(pages: readonly PagePieces[], fields: readonly string[], lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.#starts = startsOf(pages, lexicon);
    const count = this.#starts.at(-1) ?? 0;
    this.#parts = new Uint32Array(count);
    this.#marks = new Int32Array(count);
    this.#places = new Uint32Array(count);
    this.#fill(pages, fields);
  }

  /** All words in the order of their bytes. */
  words(): WrittenWords {
    const { order } = this.#lexicon;
    for (let at = 0; at < order.length; ) {
      const word = this.#wordOf(order[at]);
      const forms: number[] = [];
      for (; at < order.length && this.#wordOf(order[at]) === word; at++) {
        const term = order[at] ?? 0;
        if (this.#starts[term] !== this.#starts[term + 1]) forms.push(term);
      }
      if (forms.length > 0) this.#writeWord(word, forms);
    }
    return { words: this.#writer.take(), rows: this.#rows.all() };
  }

  /** Gives up its memory. */
  end(): void {
    giveUp(this.#starts, this.#parts, this.#marks, this.#places);
  }

  /** Page by page, its content before its fields. */
  #fill(pages: readonly PagePieces[], names: readonly string[]): void {
    const { content: inContent, fields: inFields } = this.#lexicon;
    const next = this.#starts.slice();
    for (const [page, { content, fields }] of pages.entries()) {
      this.#add(content, inContent.foundBy, next, 2 * page);
      for (const [name, pieces] of fields)
        this.#add(pieces, inFields.foundBy, next, 2 * page + 1, -1 - names.indexOf(name));
    }
  }

  /** Adds what stands in a part of a page, place by place. Each place of a field has the same mark. */
  #add(
    pieces: Uint32Array,
    foundBy: FoundBy,
    next: Uint32Array,
    part: number,
    mark?: number,
  ): void {
    const { starts, terms, marks } = foundBy;
    for (let place = 0; place < pieces.length; place++) {
      const piece = pieces[place] ?? 0;
      const end = starts[piece + 1] ?? 0;
      for (let at = starts[piece] ?? 0; at < end; at++) {
        const term = terms[at] ?? 0;
        const row = next[term] ?? 0;
        next[term] = row + 1;
        this.#parts[row] = part;
        this.#marks[row] = mark ?? marks[at] ?? 0;
        this.#places[row] = place;
      }
    }
  }

  /** Forms of a word come as pages bring them in, and those of one in the order of their bytes. */
  #writeWord(word: string, terms: readonly number[]): void {
    const plain = terms.find((term) => this.#formOf(term) === '');
    const others = terms.filter((term) => term !== plain);
    if (others.length > 1)
      others.sort(
        (a, b) =>
          this.#firstPart(a) - this.#firstPart(b) || (this.#formOf(a) < this.#formOf(b) ? -1 : 1),
      );
    this.#writer.array(3);
    this.#writeList(word, others.length, plain);
    this.#writer.array(others.length);
    for (const term of others) {
      this.#writer.array(2);
      this.#writeList(this.#formOf(term), 0, term);
    }
  }

  #wordOf(term = 0): string {
    return this.#lexicon.terms[term]?.word ?? '';
  }

  #formOf(term: number): string {
    return this.#lexicon.terms[term]?.form ?? '';
  }

  #firstPart(term: number): number {
    return this.#parts[this.#starts[term] ?? 0] ?? 0;
  }

  /** Writes a word or a form, and the pages that have it; a word may stand nowhere in its plain form. */
  #writeList(name: string, forms: number, term?: number): void {
    const writer = this.#writer;
    const begin = term === undefined ? 0 : (this.#starts[term] ?? 0);
    const end = term === undefined ? 0 : (this.#starts[term + 1] ?? 0);
    const count = this.#pagesIn(begin, end);
    writer.latin1(name);
    const nameTo = writer.length;
    writer.array(count);
    let from = writer.length;
    let last = 0;
    this.#size = count;
    for (let row = begin; row < end; ) {
      const page = (this.#parts[row] ?? 0) >> 1;
      writer.array(3);
      writer.integer(page - last);
      if (row === begin) from = writer.length;
      row = this.#writePart(row, end, 2 * page);
      row = this.#writePart(row, end, 2 * page + 1);
      last = page;
    }
    this.#rows.add({
      nameFrom: nameTo - name.length,
      nameTo,
      forms,
      count,
      first: count === 0 ? 0 : (this.#parts[begin] ?? 0) >> 1,
      last,
      from,
      to: writer.length,
      size: this.#size,
    });
  }

  #pagesIn(from: number, end: number): number {
    const parts = this.#parts;
    let count = 0;
    let last = -1;
    for (let row = from; row < end; row++) {
      const page = (parts[row] ?? 0) >> 1;
      if (page !== last) count++;
      last = page;
    }
    return count;
  }

  /** Writes the places of a part of a page, whose rows begin at `from`. Returns where they end. */
  #writePart(from: number, end: number, part: number): number {
    const parts = this.#parts;
    const marks = this.#marks;
    const mark = from < end ? (marks[from] ?? 0) : 0;
    let to = from;
    let isMixed = false;
    for (; to < end && parts[to] === part; to++) isMixed ||= marks[to] !== mark;
    if (isMixed) this.#writeMixed(from, to);
    else this.#writePlaces(from, to, from < to ? mark : 0);
    return to;
  }

  #writePlaces(from: number, to: number, mark: number): void {
    const places = this.#places;
    const count = to - from + (mark === 0 ? 0 : 1);
    this.#size += count;
    this.#writer.array(count);
    if (mark !== 0) this.#writer.integer(mark);
    let last = 0;
    for (let row = from; row < to; row++) {
      const place = places[row] ?? 0;
      this.#writer.integer(place - last);
      last = place;
    }
  }

  /** The lighter ones first, as they are marked. */
  #writeMixed(from: number, to: number): void {
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
    this.#size += numbers.length;
    this.#writer.array(numbers.length);
    for (const number of numbers) this.#writer.integer(number);
  }
}

function startsOf(pages: readonly PagePieces[], lexicon: Lexicon): Uint32Array {
  const starts = new Uint32Array(lexicon.terms.length + 1);
  for (const { content, fields } of pages) {
    countTerms(content, lexicon.content.foundBy, starts);
    for (const [, pieces] of fields) countTerms(pieces, lexicon.fields.foundBy, starts);
  }
  for (let term = 1; term < starts.length; term++)
    starts[term] = (starts[term] ?? 0) + (starts[term - 1] ?? 0);
  return starts;
}

/** Counts each term in the number behind its own. */
function countTerms(pieces: Uint32Array, { starts, terms }: FoundBy, counts: Uint32Array): void {
  for (let place = 0; place < pieces.length; place++) {
    const piece = pieces[place] ?? 0;
    const end = starts[piece + 1] ?? 0;
    for (let at = starts[piece] ?? 0; at < end; at++) {
      const behind = (terms[at] ?? 0) + 1;
      counts[behind] = (counts[behind] ?? 0) + 1;
    }
  }
}
