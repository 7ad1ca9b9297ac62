/** A row as the database hands it out. */
export type Row = Record<string, unknown>;

/** Thrown where a row does not hold what the code expects: the table or the query has another form than it should. */
export class RowError extends Error {
  constructor(column: string, found: string, expected: string) {
    super(`The bot's database holds ${found} in ${column}; expected ${expected}`);
    this.name = 'RowError';
  }
}

const unfit = Symbol('unfit');

/** How the value of a column is read. */
export interface Kind<T> {
  /** What is expected, in words. */
  readonly expected: string;
  readonly read: (value: unknown) => T | typeof unfit;
}

const number: Kind<number> = {
  expected: 'a number',
  read: (value) => (typeof value === 'number' ? value : unfit),
};

const text: Kind<string> = {
  expected: 'a text',
  read: (value) => (typeof value === 'string' ? value : unfit),
};

const flag: Kind<boolean> = {
  expected: '0 or 1',
  read: (value) => (value === 0 || value === 1 ? value === 1 : unfit),
};

const kinds = {
  number,
  text,
  flag,
  'number?': orNull(number),
  'text?': orNull(text),
};

type KindName = keyof typeof kinds;
type AnyKind = KindName | Kind<unknown>;
type Value<K extends AnyKind> =
  (K extends KindName ? (typeof kinds)[K] : K) extends Kind<infer T> ? T : never;

/** What the bot itself has written as JSON. */
export function json<T>(): Kind<T> {
  return { expected: 'JSON', read: (value) => (typeof value === 'string' ? parsed(value) : unfit) };
}

/** One of these values. */
export function oneOf<const V extends string | number>(values: readonly V[]): Kind<V> {
  return {
    expected: values.join(' or '),
    read: (value) => values.find((one) => one === value) ?? unfit,
  };
}

/** Nothing in the database is undefined here. */
export function orNull<T>(kind: Kind<T>): Kind<T | undefined> {
  return {
    expected: `${kind.expected} or null`,
    read: (value) => (value === null ? undefined : kind.read(value)),
  };
}

/**
 * Reads one value.
 *
 * @param column In full: `drafts.file`.
 * @throws {RowError} where the row holds something else.
 */
export function cell<K extends AnyKind>(
  row: Row | undefined,
  column: `${string}.${string}`,
  kind: K,
): Value<K> {
  return valueIn(row, column.slice(column.indexOf('.') + 1), column, kind) as Value<K>;
}

/**
 * What reads the rows of a table. A column has the name of its key, in the database's spelling: `draftId` is `draft_id`.
 * The reader throws {@link RowError} where a row holds something else.
 */
export function rowReader<const C extends Readonly<Record<string, AnyKind>>>(
  table: string,
  columns: C,
): (row: Row) => { readonly [Key in keyof C]: Value<C[Key]> } {
  const known = Object.entries(columns).map(([key, kind]) => {
    const name = spelled(key);
    return { key, kind, name, column: `${table}.${name}` };
  });
  return (row) => {
    const read: Record<string, unknown> = {};
    for (const { key, kind, name, column } of known) read[key] = valueIn(row, name, column, kind);
    return read as { readonly [Key in keyof C]: Value<C[Key]> };
  };
}

function valueIn(row: Row | undefined, name: string, column: string, kind: AnyKind): unknown {
  const { expected, read } = typeof kind === 'string' ? kinds[kind] : kind;
  const value = read(row?.[name]);
  if (value === unfit) throw new RowError(column, described(row?.[name]), expected);
  return value;
}

/** A key as the database spells it. */
export function spelled(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function parsed<T>(value: string): T | typeof unfit {
  try {
    return JSON.parse(value) as T;
  } catch {
    return unfit;
  }
}

/** Without the words of a text: they may be somebody's, and errors are logged. */
function described(value: unknown): string {
  if (value === undefined) return 'nothing';
  return typeof value === 'string' ? `a text of ${value.length} characters` : String(value);
}
