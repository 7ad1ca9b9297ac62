import type { Element, Root } from 'hast';
import { element } from '../tree/tree.ts';

/** A footnote, taken out of the text. */
export interface Footnote {
  /** What its mark names: `1`. */
  readonly label: string;
  readonly content: Root;
}

/** The next free label. */
export type NextLabel = () => string;

/** What stands in the text for a footnote. */
export function markElement(label: string): Element {
  return element('footnote-mark', { dataLabel: label });
}

/** Whether a link's words are the mark of a footnote: `1`, `[1]`, `(a)`, `*`, `†`, `iv`, `note 3`. */
export function isMark(words: string): boolean {
  const bare = words.replace(/[\s\u00A0]+/g, ' ').trim();
  return /^[[({]?(?:(?:foot)?note\s?|fn\.?\s?|#)?(?:\d{1,3}(?::\d{1,2})?|[a-z]|[ivxlc]{1,7}|[*†‡§¶#]{1,4}|[⁰¹²³⁴-⁹]{1,3})[\])}.]?$/i.test(
    bare,
  );
}

/** Whether a link's words lead back from a note to its mark. */
export function isWayBack(words: string): boolean {
  const bare = words
    .replace(/\p{Variation_Selector}/gu, '')
    .replace(/[\s\u00A0]+/g, ' ')
    .trim();
  return /^(?:[↩↵⏎↑⤴^⇑←«]+\s?\d{0,2}|\[?(?:\^|↩|back|jump (?:up|back)[^\]]*|return(?: to (?:text|main|content))?|zurück|retour|top|назад|вернуться)\]?)$/i.test(
    bare,
  );
}

/** Names that makers of footnotes give to their notes, as ids or classes. */
export const noteName =
  /(?:^|[\s_:-])(?:fn|ftn|foot-?notes?|foot-?note-?content|endnotes?|easy-footnote|sidenote|note|sdendnote|sdfootnote|edn)(?:[\s_:\d-]|$)|^(?:_ftn|_edn|fn|note)\d/i;

/** Headings that stand above notes alone. */
export const notesHeading =
  /^\W*(?:foot-?notes?|end-?notes?|notes?(?: (?:and|&) references)?|references|sources|fu(?:ß|ss)noten|anmerkungen|notes? de bas de page|notas?(?: (?:al pie|de rodap[ée]))?|note|примечания|сноски|примечание|脚注|注释|註釋|注|voetnoten|przypisy)\W*$/i;
