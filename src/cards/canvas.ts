import { cardSize } from './cardSize.ts';
import type { Lettering } from './lettering.ts';
import { pngOf } from './png.ts';

/** In how many levels pixels are covered, from not at all to whole. No eye tells more apart. */
const levels = 64;

/** The level of a pixel that is covered whole. */
const fullLevel = levels - 1;

/** From a pixel to the one below it: a row of a PNG begins with a byte of its own. */
const rowLength = cardSize.width + 1;

/** `#rrggbb` each. */
export interface CardColours {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly accent: string;
}

/** The colours that stand on paper, each in as many levels as pixels may be covered: with paper, 253 in all. */
const onPaper = ['ink', 'quiet', 'line', 'accent'] as const;

type Colour = (typeof onPaper)[number];

/** A place on a card, in pixels from the left and the top. */
interface Place {
  readonly left: number;
  readonly top: number;
}

/** A card that is drawn, and after it the next one. */
export class Canvas {
  readonly #rows = new Uint8Array(rowLength * cardSize.height);

  clear(): void {
    this.#rows.fill(0);
  }

  bar(place: Place, width: number, height: number, colour: Colour): void {
    const pixel = firstOf(colour) + fullLevel;
    const begin = offsetOf(place);
    for (let row = 0; row < height; row++) {
      const left = begin + row * rowLength;
      this.#rows.fill(pixel, left, left + width);
    }
  }

  /** Lays a text so that its lines begin at `left`, and its first baseline is at `top`. */
  lay({ left, above, width, height, bytes }: Lettering, place: Place, colour: Colour): void {
    const [rows, first] = [this.#rows, firstOf(colour)];
    const begin = offsetOf({ left: place.left + left, top: place.top - above });
    const pixels = new Uint32Array(bytes.buffer, bytes.byteOffset, width * height);
    for (let row = 0, at = 0; row < height; row++) {
      const end = at + width;
      const offset = begin + row * rowLength - at;
      while (at < end) {
        // Most are empty.
        while (at + 4 <= end && areEmpty(pixels, at)) at += 4;
        for (const next = Math.min(end, at + 4); at < next; at++) {
          const level = levelOf[bytes[4 * at + 3] ?? 0];
          if (level) rows[offset + at] = first + level;
        }
      }
    }
  }

  /** Nothing is laid on it meanwhile. */
  png(colours: CardColours): Promise<Buffer> {
    return pngOf({ ...cardSize, palette: paletteOf(colours), rows: this.#rows });
  }
}

const levelOf = Uint8Array.from({ length: 256 }, (_, alpha) =>
  Math.round((alpha / 255) * fullLevel),
);

/** Whether nothing is on any of four pixels. */
function areEmpty(pixels: Uint32Array, at: number): boolean {
  const anything =
    (pixels[at] ?? 0) | (pixels[at + 1] ?? 0) | (pixels[at + 2] ?? 0) | (pixels[at + 3] ?? 0);
  return anything === 0;
}

function offsetOf({ left, top }: Place): number {
  return top * rowLength + 1 + left;
}

/** The place in the palette before that of the palest level of a colour. */
function firstOf(colour: Colour): number {
  return onPaper.indexOf(colour) * fullLevel;
}

function paletteOf({ paper, ...colours }: CardColours): Uint8Array {
  const ground = Buffer.from(paper.slice(1), 'hex');
  const palette = [...ground];
  for (const name of onPaper) {
    const colour = Buffer.from(colours[name].slice(1), 'hex');
    for (let level = 1; level <= fullLevel; level++)
      for (const [at, byte] of ground.entries())
        palette.push(Math.round(byte + (((colour[at] ?? 0) - byte) * level) / fullLevel));
  }
  return Uint8Array.from(palette);
}
