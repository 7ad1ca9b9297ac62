import type { NoteIds } from './markdown/document.ts';

/**
 * Rules that hold each footnote beside its mark where `margin.css` puts footnotes into the margin: a note begins on the
 * line of its mark, or below the note before it where that one is still in the way. They rest on CSS anchor positioning
 * (https://drafts.csswg.org/css-anchor-position-1/), with the notes of a page in the order in which they stand on it;
 * a browser without it leaves the notes at the foot of their text.
 */
export function sidenoteRules(notes: readonly NoteIds[]): string {
  return notes
    .map(({ mark, note }, index) => {
      const below = index === 0 ? '0px' : `anchor(--n${index - 1} bottom,0px)`;
      return (
        `[id=${quoted(mark)}]{anchor-name:--m${index}}` +
        `[id=${quoted(note)}]{anchor-name:--n${index};top:max(anchor(--m${index} top,0px),${below})}`
      );
    })
    .join('');
}

/** A CSS string (https://drafts.csswg.org/cssom/#serialize-a-string) that cannot end the element it stands in. */
function quoted(id: string): string {
  return `"${id.replace(/["\\<]/g, (one) => `\\${one.charCodeAt(0).toString(16)} `)}"`;
}
