import type { FootnoteDefinition } from 'mdast';

/** The footnotes of a body, numbered in the order in which they are first cited. */
export class FootnoteList {
  readonly #definitions = new Map<string, FootnoteDefinition>();
  readonly #cited: FootnoteDefinition[] = [];
  readonly #numbers = new Map<string, number>();
  /** Length of the text when a mark had been written last. */
  markedAt = 0;

  /** The first definition of an identifier counts. */
  define(note: FootnoteDefinition): void {
    if (!this.#definitions.has(note.identifier)) this.#definitions.set(note.identifier, note);
  }

  /** The number of a note that is cited here; undefined where there is no such note. */
  cite(identifier: string): number | undefined {
    const note = this.#definitions.get(identifier);
    if (!note) return undefined;
    const number = this.#numbers.get(identifier) ?? this.#cited.push(note);
    this.#numbers.set(identifier, number);
    return number;
  }

  /** The notes by number. Notes may cite notes: the list may grow while it is walked. */
  get cited(): readonly FootnoteDefinition[] {
    return this.#cited;
  }
}

/**
 * The mark of a note behind a text. It stands apart from the mark before it, and from a digit, with which it would be
 * one number.
 */
export function markAfter(
  { end, isMark }: { end: string; isMark: boolean },
  number: number,
): string {
  const mark = superscript(number);
  if (isMark && end !== '⁾') return `,${mark}`;
  return isMark || /\p{N}/u.test(end) ? `⁽${mark}⁾` : mark;
}

/** A number as footnotes are marked with: `¹²`. */
export function superscript(number: number): string {
  return [...String(number)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
}
