/** What `find` gives of the first of some things of which it gives anything; it is asked of none behind that. */
export function firstFound<One, Found>(
  all: Iterable<One>,
  find: (one: One) => Found | undefined,
): Found | undefined {
  for (const one of all) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
