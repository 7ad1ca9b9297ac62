import type { Element, ElementContent, Root } from 'hast';
import type { Notes } from '../item/notes.ts';
import {
  attributeOf,
  classesOf,
  element,
  isBlank,
  isElement,
  isLeftTag,
  linkTo,
  paragraph,
  rewriteTree,
  text,
  textOf,
} from './tree/tree.ts';

/** A tree without what only decorates, and without the debris of editors. What goes is counted. */
export function cleaned(root: Root, notes: Notes): Root {
  rewriteTree(root, (node) => cleanedNode(node, notes));
  return root;
}

function cleanedNode(node: ElementContent, notes: Notes): readonly ElementContent[] {
  if (node.type === 'comment') return isLeftTag(node) ? [node] : [];
  if (node.type === 'text') return [{ ...node, value: cleanText(node.value) }];
  if (node.type !== 'element') return [];
  if (isElement(node, 'form', 'noscript') && textOf(node).trim().length > mostOfAForm) {
    notes.changed(`<${node.tagName}> around a text`, 'the text stays');
    return node.children;
  }
  const code = isElement(node, 'script') && codeElsewhere(attributeOf(node, 'src'));
  if (code) {
    notes.changed('code of another site, which a script showed', 'a link to it');
    return [paragraph(linkTo(code, code))];
  }
  const decoration = decorationIn(node);
  if (decoration !== undefined) {
    notes.left(decoration, 'an entry holds what is to be read');
    return [];
  }
  if (isElement(node, 'option', 'optgroup')) return node.children;
  takeStyles(node, notes);
  if (isElement(node, 'span', 'font', 'center', 'big', 'small')) return withStyledMarks(node);
  return isEmptied(node) ? spaceOf(node) : [node];
}

/** The page of what a script shows: code of GitHub's gists, a recording of asciinema. */
export function codeElsewhere(address: string): string | undefined {
  const found =
    /^(?:https?:)?\/\/((?:gist\.github\.com\/[\w./-]+?|asciinema\.org\/a\/\w+))(?:\.js\b.*)?$/.exec(
      address,
    );
  return found?.[1] && `https://${found[1]}`;
}

/** Characters that a form, or what stands in for a script, has for itself: more is a text that somebody wrote. */
const mostOfAForm = 300;

/** Elements that are no part of a text: none of their words is kept. */
function decorationIn(node: Element): string | undefined {
  if (isElement(node, 'script', 'noscript')) return 'script';
  if (isElement(node, 'style', 'link', 'meta')) return 'style sheet';
  const isTask = isElement(node, 'input') && attributeOf(node, 'type') === 'checkbox';
  if (isElement(node, 'form', 'button', 'input', 'select', 'textarea') && !isTask) return 'form';
  if (isElement(node, 'img') && isTracker(node)) return 'tracking picture';
  return undefined;
}

/** Pictures of one pixel, which only tell who reads. */
function isTracker(node: Element): boolean {
  const isDot = ['width', 'height'].every((side) => /^[01]$/.test(attributeOf(node, side)));
  return (
    isDot ||
    /\b(?:feedburner\.com\/~|stats\.wordpress\.com|pixel\.wp\.com|medium\.com\/_\/stat|blogger\.googleusercontent\.com\/tracker)/.test(
      attributeOf(node, 'src'),
    )
  );
}

const kept: ReadonlySet<string> = new Set(['textAlign:center']);

/** Looks that were set by hand: the theme decides how a page looks. Bold and italics among them are words' own. */
function takeStyles(node: Element, notes: Notes): void {
  const style = attributeOf(node, 'style');
  if (style.trim() !== '' && !kept.has(style))
    notes.left('inline style', 'the theme decides how a page looks');
  node.properties['dataStyle'] = style;
  delete node.properties['style'];
}

/** Bold and italic words that are so by style alone, as Google Docs and Blogger write them. */
function withStyledMarks(node: Element): readonly ElementContent[] {
  const style = attributeOf(node, 'dataStyle');
  const marks = styledMarks(style, ['strong', 'em', 'del']);
  if (marks.length === 0 || isBlank(node)) return carriesMeaning(node) ? [node] : node.children;
  let { children } = node;
  for (const tagName of marks) children = [element(tagName, {}, children)];
  return children;
}

/** Names of marks for what a style says of words: of bold, of italic and of struck ones. */
export function styledMarks(style: string, names: readonly [string, string, string]): string[] {
  const said = [
    /font-weight:\s*(?:bold|[6-9]00)/i,
    /font-style:\s*italic/i,
    /text-decoration[^;]*line-through/i,
  ];
  return names.filter((_, index) => said[index]?.test(style));
}

/** A target of links, or something that footnotes are known by. */
function carriesMeaning(node: Element): boolean {
  return (
    attributeOf(node, 'id') !== '' ||
    /footnote|fn|note|sidenote|embed|tweet|credit|attribution/i.test(classesOf(node))
  );
}

/** The space that parted two words, be it bold. */
function spaceOf(node: Element): ElementContent[] {
  const isSpace = isElement(node, 'b', 'strong', 'i', 'em', 'u') && /\s/.test(textOf(node));
  return isSpace ? [text(' ')] : [];
}

/** Paragraphs and marks in which nothing was written. */
function isEmptied(node: Element): boolean {
  return (
    /^(?:p|div|b|strong|i|em|u|h[1-6])$/.test(node.tagName) &&
    isBlank(node) &&
    attributeOf(node, 'id') === '' &&
    !node.children.some((child) => isElement(child))
  );
}

/** A text without the invisible debris of editors. Signs without width, and spaces that do not break, stay where they mean something. */
export function cleanText(text: string): string {
  return text
    .replace(/[\u200B\u2060\uFEFF]+/g, (signs, at: number) => {
      const [before, after] = [text[at - 1], text[at + signs.length]];
      if (signs.includes('\u200B') && mayPart(before, after)) return '\u200B';
      return signs.includes('\u2060') && mayHold(before, after) ? '\u2060' : '';
    })
    .replace(/[ \u00A0]*\u00A0[ \u00A0]*/g, (spaces, at: number, whole: string) =>
      spaces.length === 1 && isMeant(whole[at - 1], whole[at + 1]) ? '\u00A0' : ' ',
    );
}

/** Letters of scripts that have no spaces between words: a sign without width says where a line may end. */
const spaceless =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}\p{Script=Balinese}\p{Script=Tai_Le}\p{Script=New_Tai_Lue}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Whether a space without width stands among such letters; at the end of a text nobody knows what follows. */
function mayPart(before = '', after = ''): boolean {
  return (
    !/\s/.test(before) && !/\s/.test(after) && (spaceless.test(before) || spaceless.test(after))
  );
}

/** Whether a joiner of words holds together what could be parted: within a word of letters it does nothing. */
function mayHold(before = ' ', after = ' '): boolean {
  const isPlain = (sign: string) => /[\p{L}\p{N}\p{M}]/u.test(sign) && !spaceless.test(sign);
  return !/\s/.test(before + after) && !(isPlain(before) && isPlain(after));
}

/** Before the high signs of French, within its quotation marks, and between a number and what it counts. */
function isMeant(before: string | undefined, after: string | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  return (
    /[«‹]/.test(before) ||
    /[:;!?»›%€$£°–—]/.test(after) ||
    (/\d/.test(before) && /[\p{L}\d]/u.test(after))
  );
}
