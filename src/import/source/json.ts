import { isRecord } from '#journal/file/record.ts';

export { isRecord };

/** The fields of a JSON object. */
export type Fields = Readonly<Record<string, unknown>>;

/** What a text says as JSON; undefined where it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A text, or a number, of an object, without the blanks around it; undefined where there is none, or only blanks. */
export function textIn(fields: Fields | undefined, name: string): string | undefined {
  const value = fields?.[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The fields that a text has as JSON; none where it is no object. */
export function fieldsIn(text: string): Fields {
  const read = jsonIn(text);
  return isRecord(read) ? read : {};
}
