import type { Nodes, Parents } from 'mdast';

/** What browsers write around the words of an element. Of `rp`, which older ones show in its place, nothing is left. */
const signs = {
  rt: ['(', ')'],
  q: ['“', '”'],
} as const;

/** A look at a body before its nodes are read. */
export function mayHaveBrowserSigns(body: string): boolean {
  return /<(?:rt|q)[\s>]/i.test(body);
}

/**
 * A part of a text with what browsers write around elements of raw HTML that stand in a line: brackets around readings. A
 * reading whose end is not written ends before the next one, and with what is around it (HTML, "Optional tags").
 */
export function withBrowserSigns<Node extends Nodes>(node: Node): Node {
  if (!('children' in node)) return node;
  const children: Nodes[] = [];
  let reading = '';
  const endReading = () => {
    if (reading === 'rt') children.push(word(signs.rt[1]));
    reading = '';
  };
  for (const child of (node as Parents).children) {
    const [, slash, written = ''] =
      child.type === 'html' ? (/^<(\/?)(ruby|rt|rp|q)(?=[\s>])/i.exec(child.value) ?? []) : [];
    const tag = written.toLowerCase();
    if (/^r/.test(tag)) endReading();
    if (tag === 'rt' || tag === 'rp') {
      if (slash === '') reading = tag;
      if (reading === 'rt') children.push(word(signs.rt[0]));
    } else if (reading !== 'rp')
      children.push(...(tag === 'q' ? [word(signs.q[slash === '' ? 0 : 1])] : read(child)));
  }
  endReading();
  return { ...node, children };
}

/** The same of an element of MDX. */
function read(node: Nodes): Nodes[] {
  const inner = withBrowserSigns(node);
  const name = 'name' in inner ? (inner.name ?? '') : '';
  if (name === 'rp') return [];
  return name === 'rt' || name === 'q'
    ? [word(signs[name][0]), inner, word(signs[name][1])]
    : [inner];
}

function word(value: string): Nodes {
  return { type: 'text', value };
}
