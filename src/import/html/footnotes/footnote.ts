import type { Root } from 'hast';

/** A footnote, taken out of the text. */
export interface Footnote {
  /** What its mark names: `1`. */
  readonly label: string;
  readonly content: Root;
}

/** The next free label. */
export type NextLabel = () => string;
