import type { Root } from 'hast';
import type { Notes } from '../../item/notes.ts';
import { inlineFootnotes } from './inline.ts';
import { linkedFootnotes } from './linked.ts';
import type { Footnote, NextLabel } from './marks.ts';
import { withMarksAtWords, withoutEmptyPlaces } from './places.ts';
import { typedFootnotes } from './typed.ts';

/**
 * Takes the footnotes out of a tree, and leaves a `footnote-mark` element where each is referred to: those that are links
 * to their notes and back, those that stand in the text itself, and those that somebody typed by hand.
 */
export function withFootnotes(root: Root, notes: Notes): readonly Footnote[] {
  let count = 0;
  const next: NextLabel = () => String(++count);
  const found = [
    ...linkedFootnotes(root, next),
    ...inlineFootnotes(root, next),
    ...typedFootnotes(root, next),
  ];
  if (found.length > 0) {
    withoutEmptyPlaces(root);
    for (const part of [root, ...found.map(({ content }) => content)]) withMarksAtWords(part);
  }
  notes.changed('footnote', '[^1]', found.length);
  return found;
}
