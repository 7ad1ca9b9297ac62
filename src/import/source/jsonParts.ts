import { jsonIn } from './json.ts';

/** What a reader of JSON is to do with the value at a path: go into it, give it, or pass it over. */
export type JsonWish = 'enter' | 'take' | 'pass';

/**
 * A part of a JSON text. Its path has the keys that lead to it with points between them; `*` is any element of a list.
 *
 * - `begins`, `ends`: a list or an object that was entered.
 * - `value`: a value that was to be given.
 * - `broken`: one that begins on that line and cannot be read, or, with `isCut`, goes on behind the end of the text.
 */
export type JsonPart =
  | { readonly is: 'begins' | 'ends'; readonly path: string }
  | { readonly is: 'value'; readonly path: string; readonly value: unknown }
  | BrokenPart;

/** A value that is not whole. */
export interface BrokenPart {
  readonly is: 'broken';
  readonly path: string;
  /** What there is of it. */
  readonly text: string;
  readonly line: number;
  readonly isCut: boolean;
}

/**
 * Reads JSON piece by piece: a file may be larger than the memory. A value that cannot be read costs no other; of a text
 * that was cut off, all that is whole comes.
 */
export async function* jsonParts(
  pieces: AsyncIterable<string>,
  wishFor: (path: string) => JsonWish,
): AsyncIterable<JsonPart> {
  const reader = new Reader(wishFor);
  for await (const piece of pieces) yield* reader.read(piece);
  yield* reader.end();
}

interface Frame {
  readonly path: string;
  readonly isList: boolean;
  /** Of the value that comes next, in an object. */
  key: string | undefined;
}

/** A value, or a key, that is being read. */
interface Open {
  readonly path: string;
  readonly is: 'key' | JsonWish;
  readonly isScalar: boolean;
  readonly line: number;
  readonly text: string[];
  depth: number;
  isInString: boolean;
  isEscaped: boolean;
}

class Reader {
  readonly #wishFor: (path: string) => JsonWish;
  readonly #stack: Frame[] = [];
  #open: Open | undefined;
  #hasBegun = false;
  #line = 1;
  /** As far as lines of the piece are counted. */
  #counted = 0;
  #parts: JsonPart[] = [];

  constructor(wishFor: (path: string) => JsonWish) {
    this.#wishFor = wishFor;
  }

  read(piece: string): JsonPart[] {
    let at = 0;
    this.#counted = 0;
    while (at < piece.length)
      at = this.#open ? this.#goOn(this.#open, piece, at) : this.#next(piece, at);
    this.#lineAt(piece, piece.length);
    return this.#taken();
  }

  end(): JsonPart[] {
    const path = this.#open?.path ?? this.#stack.at(-1)?.path;
    if (path !== undefined) {
      const { text = [], line = this.#line } = this.#open ?? {};
      this.#parts.push({ is: 'broken', path, text: text.join(''), line, isCut: true });
    }
    return this.#taken();
  }

  #lineAt(piece: string, at: number): number {
    for (let next = piece.indexOf('\n', this.#counted); next !== -1 && next < at; ) {
      this.#line += 1;
      this.#counted = next + 1;
      next = piece.indexOf('\n', this.#counted);
    }
    return this.#line;
  }

  #taken(): JsonPart[] {
    const parts = this.#parts;
    this.#parts = [];
    return parts;
  }

  /** Looks at the sign between two values, and answers where the next one stands. */
  #next(piece: string, at: number): number {
    const sign = piece[at] ?? '';
    const frame = this.#stack.at(-1);
    if (!frame && (this.#hasBegun || !/[{[]/.test(sign))) return at + 1;
    if (/[\s,:]/.test(sign)) return at + 1;
    if (/[}\]]/.test(sign)) {
      this.#stack.pop();
      if (frame) this.#parts.push({ is: 'ends', path: frame.path });
      return at + 1;
    }
    if (frame && !frame.isList && frame.key === undefined) {
      // What is no key cannot be told from what is missing: the next key is looked for.
      if (sign === '"') this.#open = opened(frame.path, 'key', sign, this.#lineAt(piece, at));
      return sign === '"' ? at : at + 1;
    }
    return this.#begin(sign, piece, at);
  }

  #begin(sign: string, piece: string, at: number): number {
    const frame = this.#stack.at(-1);
    const key = frame?.isList ? '*' : (frame?.key ?? '');
    const path = frame?.path ? `${frame.path}.${key}` : key;
    if (frame) frame.key = undefined;
    this.#hasBegun = true;
    const wish = this.#wishFor(path);
    if (wish !== 'enter' || !/[{[]/.test(sign)) {
      const is = wish === 'enter' ? 'pass' : wish;
      this.#open = opened(path, is, sign, this.#lineAt(piece, at));
      return at;
    }
    this.#stack.push({ path, isList: sign === '[', key: undefined });
    this.#parts.push({ is: 'begins', path });
    return at + 1;
  }

  /** Reads on in an open value, and answers where it, or the piece, ends. */
  #goOn(open: Open, piece: string, from: number): number {
    const end = open.isScalar ? scalarEnd(piece, from) : valueEnd(open, piece, from);
    if (open.is !== 'pass') open.text.push(piece.slice(from, end ?? piece.length));
    if (end === undefined) return piece.length;
    this.#open = undefined;
    this.#close(open);
    return end;
  }

  #close({ is, path, text, line }: Open): void {
    if (is === 'pass') return;
    const source = text.join('');
    const value = jsonValue(source);
    const frame = this.#stack.at(-1);
    if (is === 'key' && frame) frame.key = typeof value === 'string' ? value : source;
    else if (value === undefined)
      this.#parts.push({ is: 'broken', path, text: source, line, isCut: false });
    else this.#parts.push({ is: 'value', path, value });
  }
}

function opened(path: string, is: Open['is'], sign: string, line: number): Open {
  const isScalar = !/["{[]/.test(sign);
  return { path, is, isScalar, line, text: [], depth: 0, isInString: false, isEscaped: false };
}

/** Undefined for what is no JSON. */
function jsonValue(source: string): unknown {
  const value = jsonIn(source);
  if (value !== undefined || !source.includes('\\x')) return value;
  // So Telegram Desktop writes control characters, for which JSON has another escape.
  return jsonIn(
    source.replace(/\\(?:x([\da-f]{2})|[\s\S])/gi, (whole, digits?: string) =>
      digits === undefined ? whole : `\\u00${digits}`,
    ),
  );
}

/** Where a number or a word ends. */
function scalarEnd(piece: string, from: number): number | undefined {
  const length = piece.slice(from).search(/[\s,\]}]/);
  return length === -1 ? undefined : from + length;
}

/** Behind the last sign of a text, a list or an object; undefined where that is not in the piece. */
function valueEnd(open: Open, piece: string, from: number): number | undefined {
  let at = from;
  if (open.isEscaped) at += 1;
  open.isEscaped = false;
  const sign = /["\\\n{}[\]]/g;
  sign.lastIndex = at;
  for (let match = sign.exec(piece); match; match = sign.exec(piece)) {
    if (match[0] === '\\' && open.isInString) {
      open.isEscaped = sign.lastIndex === piece.length;
      sign.lastIndex += 1;
    } else step(open, match[0]);
    if (open.depth === 0 && !open.isInString) return match.index + 1;
  }
  return undefined;
}

function step(open: Open, sign: string): void {
  // No text of JSON goes over the end of a line: its last quotation mark is missing.
  if (sign === '"') open.isInString = !open.isInString;
  else if (sign === '\n') open.isInString = false;
  else if (open.isInString) return;
  else if (/[{[]/.test(sign)) open.depth += 1;
  else if (/[}\]]/.test(sign)) open.depth -= 1;
}
