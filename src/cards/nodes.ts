import type { ContainerNode, Node, TextNode } from '@takumi-rs/core';
import type { CardText } from './cardText.ts';
import { weight } from './fontPackage.ts';

/** A text that fits. */
export interface Fitted {
  readonly text: CardText;
  readonly size: number;
  readonly lines: number;
  /** No line is longer. Pixels. */
  readonly breadth: number;
  /** Whether nothing was cut, so that its lines may be made about equally long. */
  readonly isWhole: boolean;
}

/** What of CSS the renderer is asked for; numbers are pixels. */
export type Style = Readonly<Record<string, string | number>>;

/** A text, or a part of one, set in its faces. */
export function textNode(
  { faces, language, direction }: Omit<CardText, 'text' | 'missing'>,
  text: string,
  style: Style,
): TextNode {
  return {
    type: 'text',
    text,
    lang: language,
    style: {
      fontFamily: faces.map((face) => `"${face}"`).join(', '),
      fontWeight: weight,
      direction,
      textAlign: direction === 'rtl' ? 'right' : 'left',
      // Where words stand without spaces, the text says itself where a line may end.
      wordBreak: 'keep-all',
      overflowWrap: 'anywhere',
      ...style,
    },
  };
}

/** Nodes below each other, each as wide as it needs to be. */
export function column(children: Node[]): ContainerNode {
  return {
    type: 'container',
    style: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start' },
    children,
  };
}

/** A text whose first line stands at `baseline`, whatever its faces: a strut beside it reaches down to there. */
export function setText(
  { text, size, isWhole }: Fitted,
  baseline: number,
  { left, right, top, ...style }: Style,
): ContainerNode {
  const strut: Node = { type: 'container', style: { width: 0, height: baseline } };
  const node = textNode(text, text.text, {
    fontSize: size,
    flexShrink: 0,
    textWrap: isWhole ? 'balance' : 'wrap',
    ...style,
  });
  return {
    type: 'container',
    style: { position: 'absolute', top, left, right, display: 'flex', alignItems: 'baseline' },
    children: [strut, node],
  };
}
