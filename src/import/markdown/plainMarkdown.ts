import type { Notes } from '../item/notes.ts';
import { withKnownCallouts } from './callouts.ts';
import { outsideFences } from './code.ts';
import { withHeadingIds } from './headingIds.ts';
import { kramdown } from './kramdown.ts';
import { withTerms } from './terms.ts';
import { withTypedNotes } from './typedNotes.ts';

const leadingComments =
  /^([ \t]*(?:(?:[-+*]|\d+[.)])[ \t]+)?)((?:<!-- \{(?:(?!-->).)*-->[ \t]*)+)((?!<!-- \{)\S.*)$/gm;

/** What means more than its signs. */
const markdownSign = /[*_`[\\]|:\/\//;

/** Comments that say a tag stand behind the Markdown of their line: before it, they would make HTML of it. */
function withLateComments(text: string): string {
  return text.replace(leadingComments, (whole, edge: string, comments: string, words: string) => {
    if (!markdownSign.test(words)) return whole;
    const [, line = '', lineEnd = ''] = /^(.*?)(\\?|\s*)$/.exec(words) ?? [];
    return `${edge}${line} ${comments.trim()}${lineEnd}`;
  });
}

/** A body without what the Markdown of other generators has beyond that of Scrollback. */
export function plainMarkdown(body: string, notes: Notes): string {
  const said = body.includes('<!-- {') ? outsideFences(body, withLateComments) : body;
  const plain = withHeadingIds(kramdown(said, notes), notes);
  const known = plain.includes('[!')
    ? outsideFences(plain, (text) => withKnownCallouts(text, notes))
    : plain;
  return withTypedNotes(withTerms(known, notes), notes);
}
