import { isRecord } from '#journal/file/record.ts';

export { isRecord };

/** What a text says as JSON; undefined where it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A text, or a number, of an object, without the blanks around it; undefined where there is none, or only blanks. */
export function textIn(
  fields: Readonly<Record<string, unknown>> | undefined,
  name: string,
): string | undefined {
  const value = fields?.[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The fields that a text has as JSON; none where it is no object. */
export function fieldsIn(text: string): Readonly<Record<string, unknown>> {
  const read = jsonIn(text);
  return isRecord(read) ? read : {};
}
