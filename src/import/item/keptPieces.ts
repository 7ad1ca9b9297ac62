/** A sign that no text has (Unicode, "Noncharacters"): a piece that is kept stood between two of them. */
export const pieceMark = '\uFDD1';

const marked = new RegExp(`${pieceMark}(\\d+)${pieceMark}`, 'g');

/** Pieces of a text, such as code, that stay what they are while all around them is changed. */
export class KeptPieces {
  readonly #pieces: string[] = [];

  /** What stands in the text for a piece meanwhile: its number between two marks. */
  keep(piece: string): string {
    return `${pieceMark}${this.#pieces.push(piece) - 1}${pieceMark}`;
  }

  /** The text with its pieces again. */
  restored(text: string): string {
    return text.replace(marked, (_, index: string) => this.#pieces[Number(index)] ?? '');
  }
}
