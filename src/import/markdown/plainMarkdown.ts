import type { Notes } from '../item/notes.ts';
import { withKnownCallouts } from './callouts.ts';
import { outsideFences } from './code.ts';
import { withHeadingIds } from './headingIds.ts';
import { kramdown } from './kramdown.ts';
import { withTerms } from './terms.ts';
import { withTypedNotes } from './typedNotes.ts';

/** A body without what the Markdown of other generators has beyond that of Scrollback. */
export function plainMarkdown(body: string, notes: Notes): string {
  const plain = withHeadingIds(kramdown(body, notes), notes);
  const known = plain.includes('[!')
    ? outsideFences(plain, (text) => withKnownCallouts(text, notes))
    : plain;
  return withTypedNotes(withTerms(known, notes), notes);
}
