/** A table in which each of these names, with a space between them, has the same value. */
export function sameFor<const Value>(names: string, value: Value): Record<string, Value> {
  return Object.fromEntries(names.split(' ').map((name) => [name, value]));
}
