import { slug } from 'github-slugger';
import type { Notes } from '../item/notes.ts';
import { keepingCode } from './code.ts';

const named = /^(#{1,6}[ \t]+(.*?\S))[ \t]+\(#([\w-]*[A-Za-z][\w-]*)\)[ \t]*#*[ \t]*$/gm;

/**
 * Headings with their ids in braces that had them in parentheses, as programs of people's own do: `## Words (#id)`. One that is
 * alone of its kind in a text may be meant to be read, unless it says no more than the words before it.
 */
export function withHeadingIds(body: string, notes: Notes): string {
  if (body.search(named) === -1) return body;
  return keepingCode(body, (text) => withIds(text, notes));
}

function withIds(body: string, notes: Notes): string {
  const isRule = (body.match(named)?.length ?? 0) > 1;
  let count = 0;
  const said = body.replace(named, (whole, heading: string, words: string, id: string) => {
    if (!isRule && slug(words) !== id) return whole;
    count += 1;
    return `${heading} {#${id}}`;
  });
  notes.changed('id of a heading', `{#id}`, count);
  return said;
}
