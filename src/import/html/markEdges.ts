import type { Delete, Emphasis, Link, Nodes, PhrasingContent, Strong } from 'mdast';

type Mark = Delete | Emphasis | Strong;

function isMark(node: Nodes): node is Mark {
  return node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete';
}

/**
 * Moves spaces and breaks at the edges of emphasis and links out of them, where Markdown can say them as they are: `<b>a </b>b`
 * is `**a** b`. Emphasis within one of its kind says nothing more and goes, as does one around nothing.
 */
export function withPlainEdges(node: Nodes, around: ReadonlySet<string> = new Set()): void {
  if (!('children' in node)) return;
  const kinds = isMark(node) ? new Set([...around, node.type]) : around;
  const children = (node.children as Nodes[]).flatMap((child): Nodes[] => {
    withPlainEdges(child, kinds);
    if (isMark(child) && kinds.has(child.type)) return child.children;
    return isMark(child) || child.type === 'link' ? besideEdges(child) : [child];
  });
  const all = joined(children);
  const isLine = node.type === 'paragraph' || node.type === 'heading';
  node.children = (isLine ? edgesOf(all as PhrasingContent[]).inner : all) as typeof node.children;
}

function besideEdges(node: Mark | Link): Nodes[] {
  const { before, inner, after } = edgesOf(node.children);
  const isKept = inner.length > 0 || node.type === 'link';
  return [...before, ...(isKept ? [{ ...node, children: inner } as Nodes] : []), ...after];
}

/** The spaces and breaks with which a line begins and ends, and what stands between them. */
function edgesOf(children: readonly PhrasingContent[]) {
  const inner = [...children];
  const before: PhrasingContent[] = [];
  const after: PhrasingContent[] = [];
  for (let edge = inner[0]; edge !== undefined; edge = inner[0]) {
    const [space, rest] = parted(edge, /^[ \t\r\n]+/);
    if (!space) break;
    before.push(space);
    inner.splice(0, 1, ...rest);
  }
  for (let edge = inner.at(-1); edge !== undefined; edge = inner.at(-1)) {
    const [space, rest] = parted(edge, /[ \t\r\n]+$/);
    if (!space) break;
    after.unshift(space);
    inner.splice(-1, 1, ...rest);
  }
  return { before, inner, after };
}

/** The space at an edge, and what is left then. */
function parted(
  node: PhrasingContent,
  edge: RegExp,
): readonly [PhrasingContent | undefined, readonly PhrasingContent[]] {
  if (node.type === 'break') return [node, []];
  if (node.type !== 'text') return [undefined, [node]];
  const space = edge.exec(node.value)?.[0];
  if (space === undefined && node.value !== '') return [undefined, [node]];
  const value = node.value.replace(edge, '');
  return [{ type: 'text', value: space ?? '' }, value === '' ? [] : [{ type: 'text', value }]];
}

/** Texts beside each other are one: what must be escaped in it depends on what stands around. */
function joined(nodes: readonly Nodes[]): Nodes[] {
  const all: Nodes[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      all.splice(-1, 1, { type: 'text', value: last.value + node.value });
    else if (node.type !== 'text' || node.value !== '') all.push(node);
  }
  return all;
}
