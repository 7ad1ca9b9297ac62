import type { ContainerNode, Renderer } from '@takumi-rs/core';
import { type Fitted, setText } from './nodes.ts';

/** A text as it was drawn, without its colour. Pixels. */
export interface Lettering {
  /** From where its lines begin on the left to its picture. */
  readonly left: number;
  /** From the top of its picture to the row of its first baseline. */
  readonly above: number;
  readonly width: number;
  readonly height: number;
  /** Row by row, four bytes a pixel: of black on nothing, the last says how much of it is covered. */
  readonly bytes: Buffer<ArrayBuffer>;
}

/** How a text is set. Pixels. */
export interface Manner {
  /** Of its lines. */
  readonly width: number;
  readonly textAlign: 'left' | 'right';
  /** The room above the first baseline. */
  readonly above: number;
  /** From baseline to baseline. */
  readonly leading: number;
}

/** What of a text its picture shows. Pixels. */
interface Extent {
  readonly beside: number;
  /** Left out above. */
  readonly top: number;
  /** The room below the last baseline. */
  readonly below: number;
}

/** Draws a text. */
export async function letter(
  fitted: Fitted,
  manner: Manner,
  renderer: Renderer,
): Promise<Lettering> {
  const { size } = fitted;
  const top = Math.max(0, Math.floor(manner.above - size));
  // Drawing takes as long as there are pixels.
  const close = { beside: Math.ceil(size / 8), top, below: 0.4 * size };
  const wide = { beside: Math.ceil(0.4 * size), top: 0, below: size };
  const most = await drawn(fitted, manner, close, renderer);
  // Strokes reach over the ends of lines, and some scripts far above and below them.
  return isCut(most) ? drawn(fitted, manner, wide, renderer) : most;
}

async function drawn(
  fitted: Fitted,
  { width, textAlign, above, leading }: Manner,
  { beside, top, below }: Extent,
  renderer: Renderer,
): Promise<Lettering> {
  const { lines, breadth, text } = fitted;
  const picture = {
    width: Math.ceil(breadth) + 2 * beside,
    height: Math.ceil(above - top + (lines - 1) * leading + below),
  };
  const style = { [textAlign]: beside, top: -top, width, textAlign, lineHeight: `${leading}px` };
  const node: ContainerNode = {
    type: 'container',
    style: { ...picture, position: 'relative' },
    children: [setText(fitted, above, style)],
  };
  // Not a mark would come out of a face that only another text asked for.
  const fontFamilies = [...text.faces];
  const bytes = await renderer.render(node, { ...picture, format: 'raw', fontFamilies });
  const left = textAlign === 'left' ? -beside : width + beside - picture.width;
  return { left, above: Math.round(above) - top, ...picture, bytes };
}

/** Whether something may lie beyond the edges. */
function isCut({ width, height, bytes }: Lettering): boolean {
  const isCovered = (row: number, column: number) => bytes[4 * (row * width + column) + 3] !== 0;
  for (let column = 0; column < width; column++)
    if (isCovered(0, column) || isCovered(height - 1, column)) return true;
  for (let row = 0; row < height; row++)
    if (isCovered(row, 0) || isCovered(row, width - 1)) return true;
  return false;
}

/** Frees the memory of a picture that is not looked at again: the next is drawn there, and not in memory of its own. */
export function release({ bytes }: Lettering): void {
  bytes.buffer.transfer(0);
}
