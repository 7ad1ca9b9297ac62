import type { NoteIds } from '../render/collect/document.ts';

/**
 * Rules that hold each footnote beside its mark where `margin.css` puts footnotes into the margin: a note begins on the
 * line of its mark, or below the note before it where that one is still in the way. They rest on CSS anchor positioning
 * (https://drafts.csswg.org/css-anchor-position-1/), with the notes of a page in the order in which they stand on it;
 * a browser without it leaves the notes at the foot of their text. A note whose mark is in closed `details` is hidden
 * with it, and those behind it keep their numbers. A rule begins with what it has from the rules before it, and ends with
 * names, where compression finds the most of them again. `documents` has the notes of each document on the page.
 */
export function sidenoteRules(documents: readonly (readonly NoteIds[])[]): string {
  const notes = documents.flat();
  const rules = notes.map(
    ({ mark, note }, index) =>
      `[id=${quoted(mark)}]{anchor-name:--m${digits(index)}}` +
      `[id=${quoted(note)}]{top:max(${endBefore(index, notes)},anchor(--m${digits(index)} top,0px));anchor-name:--n${digits(index)}}`,
  );
  return rules.join('') + hidingRules(documents);
}

/** A number of a name, in as few signs as there can be. */
const digits = (index: number) => index.toString(36);

/** Of more notes in a row than this, that may all be hidden, the last ones count. */
const mostHidden = 16;

/** Where the note before this one ends; where that one may be hidden, the one before it, if it is. */
function endBefore(index: number, notes: readonly NoteIds[]): string {
  let end = '0px';
  let first = index - 1;
  while (first > 0 && notes[first]?.folded && index - first < mostHidden) first--;
  for (let at = Math.max(0, first); at < index; at++)
    end = `anchor(--n${digits(at)} bottom,${end})`;
  return end;
}

function hidingRules(documents: readonly (readonly NoteIds[])[]): string {
  const rules = documents.flatMap((notes) => {
    const first = notes.findIndex(({ folded }) => folded);
    return first === -1 ? [] : notes.slice(first).map((one, at) => hidingRule(one, first + at + 1));
  });
  return rules.length === 0
    ? ''
    : `@media screen and (min-width:70em){@supports (top:anchor(--a top)){${rules.join('')}}}`;
}

/** A list counts what it shows: each note behind one that may be hidden has to say its number. */
function hidingRule({ mark, note, folded }: NoteIds, number: number): string {
  const counted = `[id=${quoted(note)}]{counter-set:list-item ${number}}`;
  return folded
    ? `${counted}:root:has(details:not([open]) [id=${quoted(mark)}]) [id=${quoted(note)}]{display:none}`
    : counted;
}

/** A CSS string (https://drafts.csswg.org/cssom/#serialize-a-string) that cannot end the element it stands in. */
function quoted(id: string): string {
  return `"${id.replace(/["\\<]/g, (one) => `\\${one.charCodeAt(0).toString(16)} `)}"`;
}
