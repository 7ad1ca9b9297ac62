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

/**
 * What a text says as JSON; undefined where it is none, and does not begin as an export does either.
 *
 * @throws where it does, and is none: with the place, and with what to do where the file was cut off.
 */
export function exportedJson(
  text: string,
  name: string,
  beginsAsExport: (text: string) => boolean,
): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (!beginsAsExport(text)) return undefined;
    const at = brokenAt(text);
    const lines = text.slice(0, at).split('\n');
    const place = `${name}:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
    const isCut = at >= text.trimEnd().length;
    const what = isCut
      ? `the file ends in the middle, after ${Buffer.byteLength(text)} bytes: it was cut off`
      : `no JSON goes on so, behind ${Buffer.byteLength(text.slice(0, at))} bytes: ${JSON.stringify(text.slice(at, at + 20))}`;
    throw new Error(
      `${place}: ${what}. Expected one whole JSON file. Export it or download it anew, and import that; nothing was imported.`,
      { cause },
    );
  }
}

/** Where a text stops to be the beginning of JSON: not all errors of the engine say so. */
function brokenAt(text: string): number {
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBeginning(text.slice(0, middle + 1))) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether nothing is wrong with a text but that it ends. */
function isBeginning(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const at = /at position (\d+)/.exec(message)?.[1];
    return /end of JSON|Unterminated/.test(message) || Number(at) >= text.length;
  }
}
