/** Anything that links and can be linked to. */
interface Linked {
  /** Its path, in the form of `normalizePath`. */
  readonly path: string;
}

/**
 * By path, the documents that link there, in the order in which they were given, each once and none to itself. A link
 * to an old path (`redirects`: old to present) counts for what is there now.
 */
export function backlinks<D extends Linked>(
  documents: readonly D[],
  linksOf: (document: D) => readonly string[],
  redirects: ReadonlyMap<string, string>,
): Map<string, D[]> {
  const found = new Map<string, D[]>();
  for (const document of documents) {
    const targets = new Set(linksOf(document).map((path) => redirects.get(path) ?? path));
    targets.delete(document.path);
    for (const path of targets) {
      const others = found.get(path);
      if (others) others.push(document);
      else found.set(path, [document]);
    }
  }
  return found;
}
