/**
 * The same value, of strings that were never a part of longer ones: a piece that was cut out of a text keeps all of that
 * in memory for as long as the piece is kept itself.
 */
export function copied<T extends object>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
