import type { NoteIds } from './markdown/document.ts';

/**
 * Rules that hold each footnote beside its mark where `margin.css` puts footnotes into the margin: a note begins on the
 * line of its mark, or below the note before it where that one is still in the way. They rest on CSS anchor positioning
 * (https://drafts.csswg.org/css-anchor-position-1/), with the notes of a page in the order in which they stand on it;
 * a browser without it leaves the notes at the foot of their text. A note whose mark is in closed `details` is hidden
 * with it.
 */
export function sidenoteRules(notes: readonly NoteIds[]): string {
  const rules = notes.map(
    ({ mark, note }, index) =>
      `[id=${quoted(mark)}]{anchor-name:--m${index}}` +
      `[id=${quoted(note)}]{anchor-name:--n${index};top:max(anchor(--m${index} top,0px),${endBefore(index, notes)})}`,
  );
  return rules.join('') + hidingRules(notes);
}

/** Of more notes in a row than this, that may all be hidden, the last ones count. */
const mostHidden = 16;

/** Where the note before this one ends; where that one may be hidden, the one before it, if it is. */
function endBefore(index: number, notes: readonly NoteIds[]): string {
  let end = '0px';
  let first = index - 1;
  while (first > 0 && notes[first]?.folded && index - first < mostHidden) first--;
  for (let at = Math.max(0, first); at < index; at++) end = `anchor(--n${at} bottom,${end})`;
  return end;
}

function hidingRules(notes: readonly NoteIds[]): string {
  const rules = notes.flatMap(({ mark, note, folded }) =>
    folded
      ? [`:root:has(details:not([open]) [id=${quoted(mark)}]) [id=${quoted(note)}]{display:none}`]
      : [],
  );
  return rules.length === 0
    ? ''
    : `@media screen and (min-width:70em){@supports (top:anchor(--a top)){${rules.join('')}}}`;
}

/** A CSS string (https://drafts.csswg.org/cssom/#serialize-a-string) that cannot end the element it stands in. */
function quoted(id: string): string {
  return `"${id.replace(/["\\<]/g, (one) => `\\${one.charCodeAt(0).toString(16)} `)}"`;
}
