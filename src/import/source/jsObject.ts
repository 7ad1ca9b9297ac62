/**
 * Reads what a file of JavaScript exports, as far as that is written out: strings, numbers, lists and objects of such. No
 * line of it is run; what a program would have to work out is left away. Undefined where it exports no object.
 */
export function exportedObject(text: string): Readonly<Record<string, unknown>> | undefined {
  const tokens = tokensOf(text);
  const start = exportAt(tokens);
  const at = start === undefined ? undefined : objectFrom(tokens, start);
  if (at === undefined) return undefined;
  const { value } = new Reader(tokens).object(at);
  return value;
}

/** The values that a program gives to names at its top, as far as they are written out. */
export function namedValues(text: string): Readonly<Record<string, unknown>> {
  const tokens = tokensOf(text);
  const reader = new Reader(tokens);
  const found: [string, unknown][] = [];
  for (let at = 1; at < tokens.length; at++) {
    if (!isNameGiven(tokens, at)) continue;
    const { value, end } = reader.valueAt(at + (tokens[at + 1]?.value === ':' ? 4 : 2));
    if (value !== undefined) found.push([tokens[at]?.value ?? '', value]);
    // What stands within a value is none of the top.
    at = end - 1;
  }
  return Object.fromEntries(found);
}

interface Token {
  readonly is: 'text' | 'word' | 'sign';
  readonly value: string;
}

const token =
  /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|("(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|`(?:[^`\\]|\\[\s\S])*`)|([\p{L}\p{N}_$.]+)|=>|\?\?|\|\||[\s\S]/gu;

function tokensOf(text: string): Token[] {
  return [...text.matchAll(token)].flatMap(([whole, quoted, word]): Token[] => {
    if (quoted !== undefined) return [{ is: 'text', value: quoted }];
    if (word !== undefined) return [{ is: 'word', value: word }];
    const isNothing = /^\s|^\/[/*]/.test(whole);
    return isNothing ? [] : [{ is: 'sign', value: whole }];
  });
}

/** Behind `export default` or `module.exports =`; of a name there, behind the `=` of that. */
function exportAt(tokens: readonly Token[]): number | undefined {
  const at = tokens.findIndex(
    ({ value }, index) =>
      (value === 'export' && tokens[index + 1]?.value === 'default') ||
      (value === 'module.exports' && tokens[index + 1]?.value === '='),
  );
  if (at === -1) return undefined;
  const name = tokens[at + 2];
  const isAlone = name?.is === 'word' && /^(?:;|)$/.test(tokens[at + 3]?.value ?? '');
  if (!isAlone) return at + 2;
  const named = tokens.findIndex(
    ({ value }, index) => value === name.value && isNameGiven(tokens, index),
  );
  // In TypeScript its type may stand between.
  return named === -1 ? undefined : named + (tokens[named + 1]?.value === ':' ? 4 : 2);
}

/** Whether a token is a name to which a program gives a value. */
function isNameGiven(tokens: readonly Token[], at: number): boolean {
  const [next, , later] = tokens.slice(at + 1, at + 4).map(({ value }) => value);
  const isGiven = next === '=' || (next === ':' && later === '=');
  return isGiven && /^(?:const|let|var)$/.test(tokens[at - 1]?.value ?? '');
}

/** The brace of the first object that is given, and not the body of a function. */
function objectFrom(tokens: readonly Token[], start: number): number | undefined {
  const at = tokens.findIndex(
    ({ is, value }, index) =>
      is === 'sign' &&
      value === '{' &&
      index >= start &&
      (index === start || /^(?:\(|=|return)$/.test(tokens[index - 1]?.value ?? '')),
  );
  return at === -1 ? undefined : at;
}

interface Read<T> {
  readonly value: T;
  /** The token behind it. */
  readonly end: number;
}

/** Objects within each other that are read; no settings are that deep. */
const deepest = 20;

class Reader {
  readonly #tokens: readonly Token[];
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  object(start: number): Read<Record<string, unknown>> {
    const entries: [string, unknown][] = [];
    let at = start + 1;
    while (at < this.#tokens.length && this.#sign(at) !== '}') {
      const key = this.#tokens[at];
      const isPair = key !== undefined && key.is !== 'sign' && this.#sign(at + 1) === ':';
      const { value, end } = isPair
        ? this.#value(at + 2)
        : { value: undefined, end: this.#past(at) };
      if (isPair && value !== undefined) entries.push([textOf(key) ?? key.value, value]);
      at = this.#sign(end) === ',' ? end + 1 : end;
    }
    return { value: Object.fromEntries(entries), end: at + 1 };
  }

  /** A value that is written out behind a name, up to the end of its line or its statement. */
  valueAt(start: number): Read<unknown> {
    const first = this.#sign(start);
    if (first === '{') return this.object(start);
    if (first === '[') return this.#list(start);
    const only = this.#tokens[start];
    const next = this.#tokens[start + 1];
    const isAlone = next === undefined || next.is === 'word' || next.value === ';';
    return { value: only && isAlone ? literalOf(only) : undefined, end: start + 1 };
  }

  #list(start: number): Read<unknown[]> {
    const values: unknown[] = [];
    let at = start + 1;
    while (at < this.#tokens.length && this.#sign(at) !== ']') {
      const { value, end } = this.#value(at);
      if (value !== undefined) values.push(value);
      at = this.#sign(end) === ',' ? end + 1 : end;
    }
    return { value: values, end: at + 1 };
  }

  /** A value that is written out; undefined for all others, such as calls. */
  #value(at: number): Read<unknown> {
    const end = this.#past(at);
    const first = this.#sign(at);
    if ((first === '{' || first === '[') && this.#depth < deepest) {
      this.#depth += 1;
      const read = first === '{' ? this.object(at) : this.#list(at);
      this.#depth -= 1;
      return { value: read.end === end ? read.value : undefined, end };
    }
    const [before, last] = [this.#sign(end - 2), this.#tokens[end - 1]];
    const isOr = before === '||' || before === '??';
    return { value: last && (end === at + 1 || isOr) ? literalOf(last) : undefined, end };
  }

  /** The token behind an expression: its comma, or the end of what it stands in. */
  #past(start: number): number {
    let depth = 0;
    let at = start;
    for (; at < this.#tokens.length; at++) {
      const sign = this.#sign(at);
      if (depth === 0 && (sign === ',' || /^[}\])]$/.test(sign))) break;
      if (/^[{[(]$/.test(sign)) depth += 1;
      if (/^[}\])]$/.test(sign)) depth -= 1;
    }
    // A bracket that closes nothing would never be passed.
    return at === start && this.#sign(at) !== ',' ? Math.min(at + 1, this.#tokens.length) : at;
  }

  #sign(at: number): string {
    const found = this.#tokens[at];
    return found?.is === 'sign' ? found.value : '';
  }
}

function literalOf(one: Token): unknown {
  if (one.is === 'text') return textOf(one);
  if (one.value === 'true' || one.value === 'false') return one.value === 'true';
  return /^\d+(?:\.\d+)?$/.test(one.value) ? Number(one.value) : undefined;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', '\n': '' };

/** What a quoted text says; undefined for one with something in it that has to be worked out. */
function textOf({ is, value }: Token): string | undefined {
  if (is !== 'text' || (value.startsWith('`') && /(?<!\\)\$\{/.test(value))) return undefined;
  return value
    .slice(1, -1)
    .replace(
      /\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2})|([\s\S]))/gi,
      (_, braced?: string, four?: string, two?: string, sign = '') => {
        const code = braced ?? four ?? two;
        if (code === undefined) return escapes[sign] ?? sign;
        const point = Number.parseInt(code, 16);
        return point > 0x10ffff ? '' : String.fromCodePoint(point);
      },
    );
}
