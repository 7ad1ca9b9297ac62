import type { Delete, Nodes, Parent, PhrasingContent } from 'mdast';

/** The parts of a text between single tildes, which strike nothing through: `5~10`. Undefined for `~~words~~`. */
export function singleTildes(
  node: Readonly<Delete>,
  source: string,
): PhrasingContent[] | undefined {
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return undefined;
  if (source.slice(start.offset, start.offset + 2) === '~~') return undefined;
  const tilde = { type: 'text', value: '~' } as const;
  return [tilde, ...node.children, { ...tilde }];
}

/** Takes what a single tilde has struck through in a tree for the text that it is. */
export function keepSingleTildes(node: Nodes, source: string): void {
  if (!('children' in node)) return;
  for (const child of node.children) keepSingleTildes(child, source);
  const { children } = node as Parent;
  (node as Parent).children = children.flatMap((child) => {
    const parts = child.type === 'delete' ? singleTildes(child, source) : undefined;
    return parts ?? [child];
  });
}
