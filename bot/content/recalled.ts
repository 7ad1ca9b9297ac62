/**
 * Whether what is to be kept of files is what was recalled, the same objects and no others. `keptOf` says what of a file is,
 * and undefined for one of which nothing is.
 */
export function isAsRecalled<Known, Kept>(
  known: ReadonlyMap<string, Known>,
  keptOf: (one: Known) => Kept | undefined,
  recalled: ReadonlyMap<string, Kept>,
): boolean {
  let same = 0;
  for (const [file, one] of known) {
    const kept = keptOf(one);
    if (kept === undefined) continue;
    if (recalled.get(file) !== kept) return false;
    same++;
  }
  return same === recalled.size;
}
