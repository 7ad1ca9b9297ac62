import type { Nodes, Parents } from 'mdast';

/** What browsers write around the words of an element. Of `rp`, which older ones show in its place, nothing is left. */
const signs: Readonly<Record<string, readonly [before: string, after: string]>> = {
  rt: ['(', ')'],
  rp: ['', ''],
  q: ['“', '”'],
};

/** A look at a body before its nodes are read. */
export function mayHaveBrowserSigns(body: string): boolean {
  return /<(?:rt|q)[\s>]/i.test(body);
}

/** A part of a text with what browsers write around elements of raw HTML that stand in a line: brackets around readings. */
export function withBrowserSigns<Node extends Nodes>(node: Node): Node {
  if (!('children' in node)) return node;
  const children: Nodes[] = [];
  let isLeftOut = false;
  for (const child of (node as Parents).children) {
    const [, slash, written = ''] =
      child.type === 'html' ? (/^<(\/?)(rt|rp|q)(?=[\s>])/i.exec(child.value) ?? []) : [];
    const tag = signs[written.toLowerCase()];
    if (/^rp$/i.test(written)) isLeftOut = slash === '';
    else if (tag) children.push(word(tag[slash === '' ? 0 : 1]));
    else if (!isLeftOut) children.push(...read(child));
  }
  return { ...node, children };
}

/** The same of an element of MDX. */
function read(node: Nodes): Nodes[] {
  const inner = withBrowserSigns(node);
  const name = 'name' in inner ? (inner.name ?? '') : '';
  const own = Object.hasOwn(signs, name) ? signs[name] : undefined;
  if (!own) return [inner];
  return name === 'rp' ? [] : [word(own[0]), inner, word(own[1])];
}

function word(value: string): Nodes {
  return { type: 'text', value };
}
