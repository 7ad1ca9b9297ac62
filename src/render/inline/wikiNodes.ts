import type { MdastContent } from 'satteri';
import type { WikiLink } from '#journal/text/inline/wikiLink.ts';

/** The nodes in place of a text that has links by name. `addressOf` gives the address of what a link names, if it is there. */
export function wikiNodes(
  text: string,
  links: readonly WikiLink[],
  addressOf: (link: WikiLink) => string | undefined,
): MdastContent[] {
  const nodes: MdastContent[] = [];
  let at = 0;
  for (const link of links) {
    if (link.start > at) nodes.push({ type: 'text', value: text.slice(at, link.start) });
    nodes.push(nodeOf(link, addressOf(link)));
    at = link.end;
  }
  if (at < text.length) nodes.push({ type: 'text', value: text.slice(at) });
  return nodes;
}

/** A text with the words of its links by name, where no link can stand. */
export function withoutLinks(text: string, links: readonly WikiLink[]): string {
  let words = '';
  let at = 0;
  for (const link of links) {
    words += text.slice(at, link.start) + link.words;
    at = link.end;
  }
  return words + text.slice(at);
}

function nodeOf({ words }: WikiLink, address: string | undefined): MdastContent {
  const children = [{ type: 'text' as const, value: words }];
  if (address !== undefined)
    return { type: 'link', url: address, data: { resolved: true }, children };
  // HTML has an `a` without `href` for "a placeholder for where a link might otherwise have been placed".
  const hProperties = {
    className: ['wanted'],
    role: 'link',
    'aria-disabled': 'true',
    title: 'not written yet',
  };
  return { type: 'wanted', data: { hName: 'a', hProperties }, children };
}
