/** How a value is written between colons, and read back. */
export interface Field<T> {
  /** @returns undefined where it is left out, as the last ones of a row may be. */
  write(value: T): string | undefined;
  /** @returns undefined where `part` is nothing that {@link write} writes. */
  read(part: string | undefined): { readonly value: T } | undefined;
}

/** A row of fields, in the order in which they are written. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

/** The values that a row of fields takes. */
export type ValuesOf<Row extends Fields> = {
  readonly [Name in keyof Row]: Row[Name] extends Field<infer T> ? T : never;
};

/** A whole number, an id for one. */
export const whole: Field<number> = {
  write: String,
  read(part) {
    const value = Number(part);
    return part && Number.isInteger(value) ? { value } : undefined;
  },
};

/** A word or none, without a colon. */
export const word: Field<string> = {
  write(value) {
    if (value.includes(':'))
      throw new RangeError(`a word between colons has none itself, got "${value}"`);
    return value;
  },
  read: (part) => (part === undefined ? undefined : { value: part }),
};

/** One of a few words. */
export function oneOf<const Words extends readonly string[]>(
  ...words: Words
): Field<Words[number]> {
  return {
    write: (value) => value,
    read(part) {
      const value = words.find((one) => one === part);
      return value === undefined ? undefined : { value };
    },
  };
}

/** A value that may be absent. Only such fields follow it. */
export function optional<T>(field: Field<T>): Field<T | undefined> {
  return {
    write: (value) => (value === undefined ? undefined : field.write(value)),
    read: (part) => (part === undefined ? { value: undefined } : field.read(part)),
  };
}

/** Writes the values of a row. */
export function writeRow<Row extends Fields>(fields: Row, values: ValuesOf<Row>): string {
  return Object.entries(fields)
    .flatMap(([name, field]) => field.write(values[name]) ?? [])
    .join(':');
}

/** Reads the values of a row; undefined where the text is none. */
export function readRow<Row extends Fields>(fields: Row, text: string): ValuesOf<Row> | undefined {
  const parts = text.split(':');
  const entries = Object.entries(fields);
  if (parts.length > entries.length) return undefined;
  const values: Record<string, unknown> = {};
  for (const [index, [name, field]] of entries.entries()) {
    const found = field.read(parts[index]);
    if (!found) return undefined;
    values[name] = found.value;
  }
  return values as ValuesOf<Row>;
}
