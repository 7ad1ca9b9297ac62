import type { Link, Nodes, PhrasingContent, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { parseMarkdown } from '#journal/text/markdown.ts';
import { joined, type SeenCharacter, styleList } from './chatTextModel.ts';

/** What a reader of the site sees of a Markdown text. A structure that no chat text has shows as its name. */
export function seenOnSite(markdown: string): SeenCharacter[] {
  return joined(parseMarkdown(markdown).children.flatMap(blocksOf));
}

function blocksOf(node: RootContent): SeenCharacter[][] {
  switch (node.type) {
    case 'paragraph':
      return [node.children.flatMap((child) => phrase(child, []))];
    case 'blockquote':
      return node.children
        .flatMap(blocksOf)
        .map((block) =>
          block.map(([character, styles]): SeenCharacter => [character, `>${styles}`]),
        );
    case 'code':
      return [
        node.value
          .split('')
          .map((character): SeenCharacter => [character, `pre ${node.lang ?? ''}`]),
      ];
    default:
      return [foreign(node)];
  }
}

function phrase(node: PhrasingContent, styles: readonly string[]): SeenCharacter[] {
  const inside = (style: string, children: readonly PhrasingContent[]) =>
    children.flatMap((child) => phrase(child, [...styles, style]));
  switch (node.type) {
    case 'text':
      return characters(node.value, styles);
    case 'strong':
      return inside('b', node.children);
    case 'emphasis':
      return inside('i', node.children);
    case 'delete':
      return inside('s', node.children);
    case 'spoiler':
      return inside('hidden', node.children);
    case 'inlineCode':
      return characters(node.value, [...styles, 'c']);
    case 'break':
      return [['\n', '']];
    case 'link':
      return inside(`${isLiteral(node) ? 'literal' : 'link'} ${node.url}`, node.children);
    default:
      return foreign(node);
  }
}

/** Whether the parser may have made the link of bare words, as GFM does of `www.x.yz`. */
function isLiteral(link: Link): boolean {
  return isSameAddress(link.url, textOf(link));
}

/** Whether a link says nothing but its own address. */
export function isSameAddress(url: string, words: string): boolean {
  return plainAddress(url) === plainAddress(words).replace(/^mailto:/, '');
}

function plainAddress(address: string): string {
  return encoded(address).replace(/^(https?:\/\/|mailto:)/, '');
}

/**
 * The same in the terms of HTML: links with their addresses as they stand there, languages of code as the site writes
 * them, and without blanks beside a line break, which no browser shows.
 */
export function inHtmlTerms(seen: readonly SeenCharacter[]): SeenCharacter[] {
  return withoutBlanks(seen).map(([character, styles]) => [
    character,
    styles
      .replace(/(link|literal) (\S+)/g, (_, kind: string, url: string) => `${kind} ${encoded(url)}`)
      .replace(
        /^(>?pre )(.*)$/,
        (_, pre: string, language: string) => pre + language.toLowerCase(),
      ),
  ]);
}

function withoutBlanks(seen: readonly SeenCharacter[]): SeenCharacter[] {
  const result: SeenCharacter[] = [];
  for (const one of seen) {
    const isBreak = one[0] === '\n' && !isCode(one);
    while (isBreak && isBlank(result.at(-1))) result.pop();
    const last = result.at(-1);
    const isBehindBreak = last?.[0] === '\n' && !isCode(last);
    if (!isBehindBreak || !isBlank(one)) result.push(one);
  }
  return result;
}

function isBlank(one: SeenCharacter | undefined): boolean {
  return one !== undefined && /^[ \t]$/.test(one[0]) && !isCode(one);
}

function isCode([, styles]: SeenCharacter): boolean {
  return /^>?pre /.test(styles);
}

/** An address in the form that HTML has: what is encoded already stays as it is. */
function encoded(url: string): string {
  const escaped = url.toWellFormed().replace(/%(?![\da-f]{2})/gi, '%25');
  return encodeURI(escaped).replace(/%25(?=[\da-f]{2})/gi, '%');
}

/**
 * What the site shows, for comparison with what it should show. GFM makes links of bare addresses whatever is escaped:
 * where none is asked for they are passed over, the words must be the same all the same.
 */
export function comparable(
  seen: readonly SeenCharacter[],
  wanted: readonly SeenCharacter[],
): SeenCharacter[] {
  return seen.map(([character, styles], index) => {
    const isLink = /(^|[ >])link /.test(wanted[index]?.[1] ?? '');
    return [
      character,
      isLink
        ? styles.replace('literal ', 'link ')
        : styles.replace(/literal [^ ]+( \+ )?/, '').replace(/ \+ $/, ''),
    ];
  });
}

function characters(text: string, styles: readonly string[]): SeenCharacter[] {
  // A line break in a text is a soft one: the page would show a space.
  return text
    .split('')
    .map((character) => [character === '\n' ? 'soft break' : character, styleList(styles)]);
}

function foreign(node: Nodes): SeenCharacter[] {
  return [[`<${node.type}>`, '']];
}
