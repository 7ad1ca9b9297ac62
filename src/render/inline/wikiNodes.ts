import type { MdastContent } from 'satteri';
import { lineBreaksBefore } from '#journal/file/lineBreaks.ts';
import { partsAt, type WikiLink, wikiLinks, withoutLinks } from '#journal/text/inline/wikiLink.ts';
import type { Collector } from '../collect/collector.ts';

/** Words of a line, and where they stand. */
export interface LineWords {
  readonly value: string;
  /** The words as they are written. */
  readonly source: string;
  /** 1-based line in the body. */
  readonly line: number;
  /** HTML has no links within links. */
  isInLink(): boolean;
}

/** What stands in place of words of a line: other words or nodes; undefined where they stay. */
export type WordsForm = (
  words: LineWords,
  collector: Collector,
) => string | MdastContent[] | undefined;

/** Links by name among words. */
export const wikiWords: WordsForm = ({ value, source, line, isInLink }, collector) => {
  const links = value.includes('[[') ? wikiLinks(value, source) : [];
  if (links.length === 0) return undefined;
  // The plugin that looks for such marks cannot: what is put in has no place in the source.
  if (value.includes('[^')) collector.text(source, line);
  if (isInLink()) return withoutLinks(value, links);
  const breaks = lineBreaksBefore(value);
  return wikiNodes(
    value,
    links,
    (link) => collector.addresses.wikiLink(link, line + breaks(link.start)),
    collector.words.text('notWritten'),
  );
};

/** The nodes in place of a text that has links by name. `addressOf` gives the address of what a link names, if it is there. */
function wikiNodes(
  text: string,
  links: readonly WikiLink[],
  addressOf: (link: WikiLink) => string | undefined,
  notWritten: string,
): MdastContent[] {
  return partsAt(text, links).map((part) =>
    typeof part === 'string'
      ? { type: 'text', value: part }
      : nodeOf(part, addressOf(part), notWritten),
  );
}

function nodeOf(
  { words }: WikiLink,
  address: string | undefined,
  notWritten: string,
): MdastContent {
  const children = [{ type: 'text' as const, value: words }];
  if (address !== undefined)
    return { type: 'link', url: address, data: { resolved: true }, children };
  // HTML has an `a` without `href` for "a placeholder for where a link might otherwise have been placed".
  const hProperties = {
    className: ['wanted'],
    role: 'link',
    'aria-disabled': 'true',
    title: notWritten,
  };
  return { type: 'wanted', data: { hName: 'a', hProperties }, children };
}
