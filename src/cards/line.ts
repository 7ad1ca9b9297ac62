import { visualOrder } from './bidi.ts';
import type { Glyph } from './face.ts';
import type { Cluster, Paragraph } from './paragraph.ts';

/** The width of a space, as part of the font's size. */
const spaceWidth = 0.25;

/** A part of a line that one face draws in one direction. Lengths are parts of the font's size. */
export interface Run {
  readonly glyphs: readonly Glyph[];
  readonly outlineScale: number;
  readonly x: number;
}

/** A line of text with its runs from left to right. Lengths are parts of the font's size. */
export interface Line {
  readonly runs: readonly Run[];
  readonly width: number;
}

/** Shapes clusters as one line. */
export function shapeLine(clusters: readonly Cluster[], paragraph: Paragraph): Line {
  const pieces = piecesOf(clusters);
  let width = 0;
  const runs = visualOrder(pieces.map((piece) => piece.level)).flatMap((at): Run[] => {
    const piece = pieces[at];
    if (!piece) return [];
    const x = width;
    if (!piece.face) {
      width += spaceWidth;
      return [];
    }
    const direction = piece.level % 2 === 1 ? 'rtl' : 'ltr';
    const shaped = piece.face.shape(piece.text, direction, paragraph.language);
    width += shaped.width;
    return [{ glyphs: shaped.glyphs, outlineScale: shaped.outlineScale, x }];
  });
  return { runs, width };
}

/** Neighbours of one face and one level together: letters shape each other. */
function piecesOf(clusters: readonly Cluster[]): Omit<Cluster, 'breakBefore'>[] {
  const pieces: Omit<Cluster, 'breakBefore'>[] = [];
  for (const { text, face, level } of clusters) {
    const last = pieces.at(-1);
    if (last?.face && last.face === face && last.level === level)
      pieces[pieces.length - 1] = { text: last.text + text, face, level };
    else pieces.push({ text, face, level });
  }
  return pieces;
}
