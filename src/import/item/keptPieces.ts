/** A sign that no text has (Unicode, "Noncharacters"): a piece that is kept stood between two of them. */
export const pieceMark = '\uFDD1';

/** Pieces of a text, such as code, that stay what they are while all around them is changed. */
export class KeptPieces {
  readonly #pieces: string[] = [];
  readonly #mark: string;

  /** `mark` is another such sign, where pieces of two kinds are kept at once. */
  constructor(mark = pieceMark) {
    this.#mark = mark;
  }

  /** What stands in the text for a piece meanwhile: its number between two marks. */
  keep(piece: string): string {
    return `${this.#mark}${this.#pieces.push(piece) - 1}${this.#mark}`;
  }

  /** The text with its pieces again, of those within others the ones that were kept before. */
  restored(text: string, below = this.#pieces.length): string {
    return text.replace(
      new RegExp(`${this.#mark}(\\d+)${this.#mark}`, 'g'),
      (_, digits: string) => {
        const index = Number(digits);
        return index < below ? this.restored(this.#pieces[index] ?? '', index) : '';
      },
    );
  }
}
