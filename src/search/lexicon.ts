import { z } from 'zod';
import type { Pagefind } from './pagefind.ts';
import { CborReader, decodeCbor } from './shards/cbor.ts';
import { type SearchFile, unpacked } from './shards/shard.ts';

/** What a reader may type to find a piece of text. A character is a byte: such strings have the order of the bytes. */
export interface Term {
  /** Without accents, and its ending taken off. */
  readonly word: string;
  /** With its accents, where it has any. */
  readonly form: string;
}

/** A term that a piece is found by. */
export interface WeighedTerm {
  readonly term: Term;
  /** What stands, in the index, before places where terms weigh as much; 0 for nothing. */
  readonly mark: number;
}

/** What is no text to Pagefind, but tells it something. */
const command = /^___(?:END_)?PAGEFIND_/;

/** Without a word, Pagefind leaves a record out. */
const anyWord = 'a';

const metaSchema = z.tuple([z.string()]).rest(z.unknown());

/** Pieces of text, and the terms by which each is found. */
class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #found: WeighedTerm[][] = [];
  #unknown: string[] = [];

  /** The number of a piece; {@link Lexicon.learn} makes it known. */
  numberOf(piece: string): number {
    const known = this.#numbers.get(piece);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(piece, number);
    this.#found.push([]);
    if (!command.test(piece)) this.#unknown.push(piece);
    return number;
  }

  /** The terms of the piece with this number: none, where it is no word. */
  termsOf(number: number): readonly WeighedTerm[] {
    return this.#found[number] ?? [];
  }

  /** The pieces that are not known yet, and where the terms of each go. */
  takeUnknown(): { text: string; found: WeighedTerm[][] } {
    const pieces = this.#unknown;
    this.#unknown = [];
    const found = pieces.map((piece) => this.#found[this.numberOf(piece)] ?? []);
    return { text: [anyWord, ...pieces].join(' '), found: [[], ...found] };
  }
}

/** Where the terms go of each piece of two texts: the place of a piece in its text says which one it is. */
interface Asked {
  readonly content: readonly WeighedTerm[][];
  readonly fields: readonly WeighedTerm[][];
}

/**
 * By which terms pieces of text are found: what stands between two spaces is one. Pagefind, whose code takes a query
 * apart in the reader's browser, is asked once about each piece; it looks at nothing beyond it.
 */
export class Lexicon {
  readonly content = new Vocabulary();
  /** Of what is told of a record beside its content, where Pagefind cuts some pieces another way. */
  readonly fields = new Vocabulary();
  readonly #terms = new Map<string, Term>();
  #version = '';

  /** Pagefind's, once it was asked. */
  get version(): string {
    return this.#version;
  }

  /** Asks about all pieces that are not known yet. */
  async learn(pagefind: Pagefind): Promise<void> {
    const content = this.content.takeUnknown();
    const fields = this.fields.takeUnknown();
    const asked = { content: content.found, fields: fields.found };
    if (asked.content.length + asked.fields.length === 2) return;
    const meta = { field: fields.text };
    const record = { url: '/', content: content.text, meta, filters: {}, sort: {} };
    for (const file of await pagefind.index([record])) this.#read(file, asked);
  }

  #read({ path, content }: SearchFile, asked: Asked): void {
    if (path.endsWith('.pf_meta'))
      [this.#version] = metaSchema.parse(decodeCbor(unpacked(content)));
    if (path.endsWith('.pf_index')) this.#readWords(new CborReader(unpacked(content)), asked);
  }

  #readWords(reader: CborReader, asked: Asked): void {
    reader.array();
    for (let words = reader.array(); words > 0; words--) {
      reader.array();
      const word = reader.text().toString('latin1');
      this.#readPages(reader, this.#term(word, ''), asked);
      for (let forms = reader.array(); forms > 0; forms--) {
        reader.array();
        const form = reader.text().toString('latin1');
        this.#readPages(reader, this.#term(word, form), asked);
      }
    }
  }

  #readPages(reader: CborReader, term: Term, { content, fields }: Asked): void {
    for (let pages = reader.array(); pages > 0; pages--) {
      reader.array();
      reader.integer();
      readPlaces(reader, term, content);
      readPlaces(reader, term, fields);
    }
  }

  #term(word: string, form: string): Term {
    const key = `${word} ${form}`;
    const term = this.#terms.get(key) ?? { word, form };
    this.#terms.set(key, term);
    return term;
  }
}

/** Each place as its distance from the one before, behind the mark of all that follow. */
function readPlaces(reader: CborReader, term: Term, found: readonly WeighedTerm[][]): void {
  let mark = 0;
  let place = 0;
  for (let left = reader.array(); left > 0; left--) {
    const value = reader.integer();
    if (value < 0) mark = value;
    place = value < 0 ? 0 : place + value;
    if (value >= 0) found[place]?.push({ term, mark });
  }
}
