import type { Nodes } from 'mdast';
import { offsetsWithin } from './nodesIn.ts';

/** A tag whose attributes may stand without quotes, of a length that people write. */
const tag =
  /<[a-z][a-z\d-]{0,40}(?:\s{1,40}[a-z_:][\w.:-]{0,60}(?:\s{0,9}=\s{0,9}(?:"[^"]{0,2000}"|'[^']{0,2000}'|[^\s"'=<>`]{1,2000}))?){1,30}\s{0,40}>/gi;
const value = /=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+)/g;
const sign = /<[a-z][^<>]{0,4000}=\s{0,9}[^\s"'=<>`/]{0,2000}\/[^\s"'=<>`]/i;

/** Whether a text may have a slash in such a value: a look before a parse. */
export function mayHaveUnquotedSlash(markdown: string): boolean {
  return sign.test(markdown);
}

/**
 * Where in the tags of raw HTML a slash stands in a value without quotes, as in `<a href=/about/>`: CommonMark takes that
 * for a tag, and the parser for words. `read` gives the tree of the text with a stand-in at these places.
 */
export function unquotedSlashes(
  markdown: string,
  read: (places: readonly number[]) => Nodes,
): readonly number[] {
  if (!mayHaveUnquotedSlash(markdown)) return [];
  const places = slashesIn(markdown);
  const inHtml = offsetsWithin('html', read(places), places);
  return offsetsWithin('html', read(inHtml), inHtml).length === inHtml.length ? inHtml : [];
}

function slashesIn(markdown: string): number[] {
  return [...markdown.matchAll(tag)].flatMap(({ 0: whole, index: start }) =>
    [...whole.matchAll(value)].flatMap(({ 0: written, index }) =>
      /^=\s*["']/.test(written)
        ? []
        : [...written.matchAll(/\//g)]
            .map((slash) => index + slash.index)
            // At the end of a tag a slash is no trouble.
            .filter((place) => whole[place + 1] !== '>')
            .map((place) => start + place),
    ),
  );
}
