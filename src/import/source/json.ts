/** What a text says as JSON; undefined where it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a value is an object with fields. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields that a text has as JSON; none where it is no object. */
export function fieldsIn(text: string): Readonly<Record<string, unknown>> {
  const read = jsonIn(text);
  return isRecord(read) ? read : {};
}
