import { type Document, isNode, isScalar, visit } from 'yaml';

/** What is wrong in a YAML text, and at which offset. */
export interface YamlMistake {
  readonly pos: readonly [offset: number, end: number];
  readonly message: string;
}

/** Keys that a map has already. */
export function doubledKeys(document: Document): YamlMistake[] {
  const found: YamlMistake[] = [];
  visit(document, {
    Map(_, { items }) {
      const keys = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const [start = 0, end = 0] = key.range ?? [];
        if (keys.has(key.value))
          found.push({ pos: [start, end], message: 'Map keys must be unique' });
        keys.add(key.value);
      }
    },
  });
  return found;
}

/** Aliases within what they stand for: they have no end. */
export function anchorMistakes(document: Document): YamlMistake[] {
  const found: YamlMistake[] = [];
  visit(document, {
    Alias(_, { source, range }, path) {
      const isWithin = path.some(
        (node) => isNode(node) && 'anchor' in node && node.anchor === source,
      );
      const [start = 0, end = 0] = range ?? [];
      if (isWithin) found.push({ pos: [start, end], message: `*${source} within &${source}` });
    },
  });
  return found;
}
