import type { FootnoteDefinition } from 'mdast';

/** The footnotes of a body, numbered in the order in which they are first cited. */
export class FootnoteList {
  readonly #definitions = new Map<string, FootnoteDefinition>();
  readonly #cited: FootnoteDefinition[] = [];

  /** The first definition of an identifier counts. */
  define(note: FootnoteDefinition): void {
    if (!this.#definitions.has(note.identifier)) this.#definitions.set(note.identifier, note);
  }

  /** The number of a note that is cited here; undefined where there is no such note. */
  cite(identifier: string): number | undefined {
    const note = this.#definitions.get(identifier);
    if (!note) return undefined;
    if (!this.#cited.includes(note)) this.#cited.push(note);
    return this.#cited.indexOf(note) + 1;
  }

  /** The notes by number. Notes may cite notes: the list may grow while it is walked. */
  get cited(): readonly FootnoteDefinition[] {
    return this.#cited;
  }
}

/** A number as footnotes are marked with: `¹²`. */
export function superscript(number: number): string {
  return [...String(number)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
}
