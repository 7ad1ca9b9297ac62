import type { Pagefind } from './pagefind.ts';
import { PieceNumbers } from './pieceNumbers.ts';
import { CborReader, decodeCbor } from './shards/cbor.ts';
import { type SearchFile, unpacked } from './shards/shard.ts';

/** What a reader may type to find a piece of text. A character is a byte: such strings have the order of the bytes. */
export interface Term {
  /** Without accents, and its ending taken off. */
  readonly word: string;
  /** With its accents, where it has any. */
  readonly form: string;
}

/** The terms that pieces are found by, in columns: those of a piece stand from its start to that of the next one. */
export interface FoundBy {
  readonly starts: Uint32Array;
  /** Numbers of {@link Lexicon.terms}. */
  readonly terms: Uint32Array;
  /** What stands, in the index, before places where terms weigh as much; 0 for nothing. */
  readonly marks: Int32Array;
}

/** What is no text to Pagefind, but tells it something. */
const command = /^___(?:END_)?PAGEFIND_/;

/** Without a word, Pagefind leaves a record out. */
const anyWord = 'a';

/** Pieces that Pagefind is asked about, in one text, and what it answers: a row for each term of a piece. */
class Asked {
  /** How many pieces are known then. */
  readonly size: number;
  readonly #words = [anyWord];
  /** The piece at each place of the text. */
  readonly #pieces = [-1];
  readonly pieces: number[] = [];
  readonly terms: number[] = [];
  readonly marks: number[] = [];

  /** Asks about the pieces from `first` on. */
  constructor(numbers: PieceNumbers, first: number) {
    this.size = numbers.size;
    for (let number = first; number < this.size; number++) {
      const piece = numbers.piece(number);
      if (command.test(piece)) continue;
      this.#words.push(piece);
      this.#pieces.push(number);
    }
  }

  get isEmpty(): boolean {
    return this.#words.length === 1;
  }

  get text(): string {
    return this.#words.join(' ');
  }

  /** Takes the places of a term: each as its distance from the one before, behind the mark of all that follow. */
  read(reader: CborReader, term: number): void {
    let mark = 0;
    let place = 0;
    for (let left = reader.array(); left > 0; left--) {
      const value = reader.integer();
      if (value < 0) mark = value;
      place = value < 0 ? 0 : place + value;
      if (value >= 0) this.#add(this.#pieces[place] ?? -1, term, mark);
    }
  }

  #add(piece: number, term: number, mark: number): void {
    if (piece === -1) return;
    this.pieces.push(piece);
    this.terms.push(term);
    this.marks.push(mark);
  }
}

/** Pieces of text, and the terms by which each is found. */
class Vocabulary {
  /** {@link Lexicon.learn} makes known what is numbered. */
  readonly pieces = new PieceNumbers();
  #foundBy: FoundBy = {
    starts: new Uint32Array(1),
    terms: new Uint32Array(),
    marks: new Int32Array(),
  };

  /** What is known: no terms of a piece that is no word. */
  get foundBy(): FoundBy {
    return this.#foundBy;
  }

  get #known(): number {
    return this.#foundBy.starts.length - 1;
  }

  /** What is not known yet. */
  unknown(): Asked {
    return new Asked(this.pieces, this.#known);
  }

  learn(answer: Asked): void {
    const before = this.#foundBy;
    const starts = new Uint32Array(answer.size + 1);
    starts.set(before.starts);
    for (const piece of answer.pieces) starts[piece + 1] = (starts[piece + 1] ?? 0) + 1;
    for (let piece = this.#known; piece < answer.size; piece++)
      starts[piece + 1] = (starts[piece + 1] ?? 0) + (starts[piece] ?? 0);
    const terms = new Uint32Array(starts[answer.size] ?? 0);
    const marks = new Int32Array(terms.length);
    terms.set(before.terms);
    marks.set(before.marks);
    const next = starts.slice();
    for (const [row, piece] of answer.pieces.entries()) {
      const at = next[piece] ?? 0;
      next[piece] = at + 1;
      terms[at] = answer.terms[row] ?? 0;
      marks[at] = answer.marks[row] ?? 0;
    }
    this.#foundBy = { starts, terms, marks };
  }
}

/**
 * By which terms pieces of text are found: what stands between two spaces is one. Pagefind, whose code takes a query
 * apart in the reader's browser, is asked once about each piece; it looks at nothing beyond it.
 */
export class Lexicon {
  readonly content = new Vocabulary();
  /** Of what is told of a record beside its content, where Pagefind cuts some pieces another way. */
  readonly fields = new Vocabulary();
  readonly #numbers = new Map<string, number>();
  readonly #terms: Term[] = [];
  #order: readonly number[] = [];
  #version = '';

  /** Pagefind's, once it was asked. */
  get version(): string {
    return this.#version;
  }

  /** In the order in which they became known. */
  get terms(): readonly Term[] {
    return this.#terms;
  }

  /** Their numbers, in the order of the bytes of their words. */
  get order(): readonly number[] {
    return this.#order;
  }

  /** Asks about all pieces that are not known yet. */
  async learn(pagefind: Pagefind): Promise<void> {
    const content = this.content.unknown();
    const fields = this.fields.unknown();
    if (!content.isEmpty || !fields.isEmpty) {
      const meta = { field: fields.text };
      const record = { url: '/', content: content.text, meta, filters: {}, sort: {} };
      for (const file of await pagefind.index([record])) this.#read(file, content, fields);
    }
    this.content.learn(content);
    this.fields.learn(fields);
    const word = (term: number) => this.#terms[term]?.word ?? '';
    this.#order = [...this.#terms.keys()].sort((a, b) =>
      word(a) < word(b) ? -1 : Number(word(a) > word(b)),
    );
  }

  #read({ path, content: bytes }: SearchFile, content: Asked, fields: Asked): void {
    if (path.endsWith('.pf_meta')) this.#version = versionIn(bytes);
    if (path.endsWith('.pf_index'))
      this.#readWords(new CborReader(unpacked(bytes)), content, fields);
  }

  #readWords(reader: CborReader, content: Asked, fields: Asked): void {
    reader.array();
    for (let words = reader.array(); words > 0; words--) {
      reader.array();
      const word = reader.text().toString('latin1');
      readPages(reader, this.#number(word, ''), content, fields);
      for (let forms = reader.array(); forms > 0; forms--) {
        reader.array();
        const form = reader.text().toString('latin1');
        readPages(reader, this.#number(word, form), content, fields);
      }
    }
  }

  #number(word: string, form: string): number {
    const key = `${word} ${form}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#terms.length);
    return this.#terms.push({ word, form }) - 1;
  }
}

/** The version that stands at the beginning of what Pagefind tells of an index. */
function versionIn(meta: Uint8Array): string {
  const all = decodeCbor(unpacked(meta));
  const version = typeof all === 'object' ? all[0] : undefined;
  if (typeof version !== 'string') throw new Error("Expected Pagefind's version, found none");
  return version;
}

function readPages(reader: CborReader, term: number, content: Asked, fields: Asked): void {
  for (let pages = reader.array(); pages > 0; pages--) {
    reader.array();
    reader.integer();
    content.read(reader, term);
    fields.read(reader, term);
  }
}
