import type { ContainerNode, Renderer } from '@takumi-rs/core';
import { cardSize } from './cardSize.ts';
import { type Fitted, setText } from './nodes.ts';

/** A text as it was drawn, without its colour. */
export interface Lettering {
  /** From where its lines begin on the left to its pixels. */
  readonly left: number;
  /** From the top of its picture to the row of its first baseline. */
  readonly above: number;
  /** Those that are covered at all: `(row * rowLength + column) * levels`, and the level of each. */
  readonly pixels: Uint32Array;
}

/** In how many levels pixels are covered, from not at all to whole. No eye tells more apart. */
export const levels = 64;

/** The level of a pixel that is covered whole. */
export const fullLevel = levels - 1;

/** From a pixel to the one below it: a row of a PNG begins with a byte of its own. */
export const rowLength = cardSize.width + 1;

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
  return most.isCut ? drawn(fitted, manner, wide, renderer) : most;
}

async function drawn(
  fitted: Fitted,
  { width, textAlign, above, leading }: Manner,
  { beside, top, below }: Extent,
  renderer: Renderer,
): Promise<Lettering & Covered> {
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
  return { left, above: Math.round(above) - top, ...covered(bytes, picture) };
}

interface Covered {
  readonly pixels: Uint32Array;
  /** Whether something may lie beyond the edges. */
  readonly isCut: boolean;
}

const found = new Uint32Array(cardSize.width * cardSize.height);

/** Of black on nothing, the last of the four bytes of a pixel says how much of it is covered. */
function covered(
  bytes: Buffer,
  { width, height }: { readonly width: number; readonly height: number },
): Covered {
  const whole = new Uint32Array(bytes.buffer, bytes.byteOffset, width * height);
  let [at, count, isCut] = [0, 0, false];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at++) {
      if (!whole[at]) continue;
      const level = levelOf[bytes[4 * at + 3] ?? 0] ?? 0;
      found[count++] = (row * rowLength + column) * levels + level;
      isCut ||= row === 0 || row === height - 1 || column === 0 || column === width - 1;
    }
  }
  return { pixels: found.slice(0, count), isCut };
}

const levelOf = Uint8Array.from({ length: 256 }, (_, alpha) =>
  Math.round((alpha / 255) * fullLevel),
);
