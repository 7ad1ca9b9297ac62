import type { Root } from 'hast';
import type { Notes } from '../../item/notes.ts';

/** A footnote, taken out of the text. */
export interface Footnote {
  readonly label: string;
  readonly content: Root;
}

/** Takes the footnotes out of a tree, and leaves a `footnote-mark` element where each is referred to. */
export function withFootnotes(_root: Root, _notes: Notes): readonly Footnote[] {
  return [];
}
