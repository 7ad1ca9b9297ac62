import type { Notes } from '../item/notes.ts';
import { withHeadingIds } from './headingIds.ts';
import { kramdown } from './kramdown.ts';
import { withTerms } from './terms.ts';
import { withTypedNotes } from './typedNotes.ts';

/** A body without what the Markdown of other generators has beyond that of Scrollback. */
export function plainMarkdown(body: string, notes: Notes): string {
  return withTypedNotes(withTerms(withHeadingIds(kramdown(body, notes), notes), notes), notes);
}
