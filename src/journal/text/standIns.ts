import type { Element, Nodes as HastNodes, Text as HastText } from 'hast';
import { defaultHandlers, type Handle, type NodeHandle, type State } from 'hast-util-to-mdast';
import type { Image, RootContent, ThematicBreak } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { sameFor } from '../once/sameFor.ts';

/** The property by which an element of HTML stands for a node: its place among its siblings. */
export const standInProperty = 'dataScrollbackNode';

/** A stand-in where HTML takes it for text, as within `textarea`. */
export const writtenStandIn = /<(?:img|hr) data-scrollback-node="(\d+)">/g;

/** The element that stands for the node at a place: `hr` for a block, `img` for inline content. */
export function standInTag(name: 'hr' | 'img', at: number): string {
  return `<${name} data-scrollback-node="${at}">`;
}

interface StandsFor {
  /** The place of the node that it stands for. */
  standsFor?: number;
}

declare module 'mdast' {
  interface ImageData extends StandsFor {}
  interface ThematicBreakData extends StandsFor {}
}

/** What becomes of the elements that stand for nodes, and of elements that hold text alone. */
export function standInHandlers(nodes: readonly RootContent[]): {
  readonly handlers: Record<string, Handle>;
  readonly text: NodeHandle;
} {
  const words = new Words(nodes);
  const elementOr =
    (type: 'image' | 'thematicBreak', otherwise: Handle): Handle =>
    (state, element, parent) =>
      standIn(element, type, nodes) ?? otherwise(state, element, parent);
  const code: Handle = (state, element) => codeOf(state, element, words.of(element));
  return {
    handlers: {
      img: elementOr('image', defaultHandlers.img),
      hr: elementOr('thematicBreak', defaultHandlers.hr),
      ...sameFor('pre listing xmp plaintext', code),
      textarea: (_, element) => ({ type: 'text', value: words.of(element) }),
    },
    text: (_, node: HastText) => ({ type: 'text', value: words.of(node) }),
  };
}

function standIn(
  { properties }: Element,
  type: 'image' | 'thematicBreak',
  nodes: readonly RootContent[],
): Image | ThematicBreak | undefined {
  const at = properties[standInProperty];
  if (typeof at !== 'string' || !nodes[Number(at)]) return undefined;
  const data = { standsFor: Number(at) };
  return type === 'image' ? { type, url: '', data } : { type, data };
}

/** Code with the language that the library finds, and with every space that it has. */
function codeOf(state: State, element: Element, value: string): RootContent {
  return { ...defaultHandlers.pre(state, element), value: value.replace(/(?<!\n)\n+$/, '') };
}

/** The words of elements, those of the nodes that stand in them included. */
class Words {
  readonly #nodes: readonly RootContent[];

  constructor(nodes: readonly RootContent[]) {
    this.#nodes = nodes;
  }

  of(node: HastNodes): string {
    if (node.type === 'text')
      return node.value.replace(writtenStandIn, (_, at: string) => this.#at(at));
    if (node.type !== 'element') return '';
    if (node.tagName === 'br') return '\n';
    const at = node.properties[standInProperty];
    return typeof at === 'string'
      ? this.#at(at)
      : node.children.map((one) => this.of(one)).join('');
  }

  #at(at: string): string {
    return textOf(this.#nodes[Number(at)]);
  }
}
