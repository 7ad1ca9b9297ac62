import { onOneLine } from './words.ts';

/** A link by name, such as `[[The leak]]` or `[[the-leak|that]]`, in the text of a node. */
export interface WikiLink {
  /** Where it begins and ends in the text. */
  readonly start: number;
  readonly end: number;
  /** What it names: a title, a slug, a file or a path. */
  readonly name: string;
  /** What it shows. */
  readonly words: string;
}

/**
 * The links by name in the text of a Markdown node. `source` is the text as it is written: brackets that are escaped there
 * are brackets. A name may go over the end of a line. `![[x]]`, by which other programs show a file, is none, and neither
 * is `x[[1]]`, by which some languages take an element.
 */
export function wikiLinks(text: string, source: string): WikiLink[] {
  const brackets = [...source.matchAll(/\\\[|&(?:#91|#x5b|lbrack|lsqb);|\[/gi)];
  let opened = 0;
  let counted = 0;
  return [...text.matchAll(/(?<![!\w)\]])\[\[([^[\]|]+)(?:\|([^[\]]+))?\]\]/g)].flatMap((match) => {
    const [whole, name = '', words] = match;
    for (; counted < match.index; counted++) if (text[counted] === '[') opened++;
    const first = opened;
    const isMeant = brackets[first]?.[0] === '[' && brackets[first + 1]?.[0] === '[';
    if (!isMeant || name.trim() === '') return [];
    return {
      start: match.index,
      end: match.index + whole.length,
      name: onOneLine(name),
      words: (words ?? name).trim() || name.trim(),
    };
  });
}

/** The words and the links of a text, in turn. */
export function partsAt<Link extends WikiLink>(
  text: string,
  links: readonly Link[],
): (string | Link)[] {
  let at = 0;
  const parts = links.flatMap((link) => {
    const before = text.slice(at, link.start);
    at = link.end;
    return [before, link];
  });
  return [...parts, text.slice(at)].filter((part) => part !== '');
}

/** A text with the words of its links, where no link can stand. */
export function withoutLinks(text: string, links: readonly WikiLink[]): string {
  const parts = partsAt(text, links);
  return parts.map((part) => (typeof part === 'string' ? part : part.words)).join('');
}
