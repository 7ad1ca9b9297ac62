import type { Element, ElementContent, Root } from 'hast';
import type { Notes } from '../item/notes.ts';
import { tableShaped } from './tables.ts';
import {
  attributeOf,
  classesOf,
  element,
  elementsIn,
  isBlank,
  isElement,
  isGap,
  markdownText,
  paragraph,
  rewriteElements,
  text,
  textOf,
} from './tree/tree.ts';

/** Gives figures, galleries and pull quotes the shapes that Scrollback knows. */
export function shaped(root: Root, notes: Notes): void {
  rewriteElements(root, (node) => {
    if (isElement(node, 'picture')) return elementsIn(node, 'img');
    if (isElement(node, 'a')) return linkOrPicture(node, notes);
    if (isElement(node, 'img')) return [withSource(node)];
    if (isPull(node)) return [pullQuote(node, notes)];
    if (isElement(node, 'figure') || isCaptioned(node)) return [figure(node)];
    if (isElement(node, 'table')) return tableShaped(node, notes);
    if (isElement(node, 'div')) nameLanguage(node);
    if (isElement(node, 'blockquote')) return [quotation(node)];
    return [node];
  });
}

const pictureFile = /\.(?:jpe?g|png|gif|webp|avif)(?:\?[^#]*)?$/i;

/** A small picture that leads to the same one in full size is that one. */
function linkOrPicture(node: Element, notes: Notes): readonly ElementContent[] {
  // The button beside a file leads where its name does.
  if (/\bwp-block-file__button\b/.test(classesOf(node))) return [];
  const href = attributeOf(node, 'href');
  const shown = node.children.filter((child) => !isBlank(child));
  const [only] = shown;
  if (shown.length === 1 && isElement(only, 'img') && pictureFile.test(href)) {
    notes.changed('picture that links to itself in full size', 'the full size');
    return [element('img', { ...only.properties, src: href, srcSet: undefined })];
  }
  return href === '' || shown.length === 0 ? node.children : [node];
}

/** Pictures that a script was to load have their address elsewhere. */
function withSource(node: Element): Element {
  const lazy = attributeOf(node, 'dataSrc', 'dataLazySrc', 'dataOriginal');
  const src = attributeOf(node, 'src');
  const isStandIn =
    src === '' || src.startsWith('data:') || /(?:blank|placeholder|spacer)\.gif$/.test(src);
  return lazy !== '' && isStandIn ? element('img', { ...node.properties, src: lazy }) : node;
}

function isCaptioned(node: Element): boolean {
  return (
    isElement(node, 'div', 'table') &&
    /\b(?:wp-caption|tr-caption-container)\b/.test(classesOf(node)) &&
    elementsIn(node, 'img').length > 0
  );
}

/** Pictures alone on their line, their caption on the lines below, `-- credit` last. */
function figure(node: Element): Element {
  const all = elementsIn(node);
  const pictures = all.filter((one) => isElement(one, 'img'));
  const inner = all.filter((one) => attributeOf(one, 'dataFigure') !== '');
  const hasOwnWords = inner.some((one) => attributeOf(one, 'dataFigure') === 'captioned');
  if (pictures.length === 0 || hasOwnWords) return element('div', node.properties, node.children);
  const words = all.find(
    (one) =>
      isElement(one, 'figcaption') ||
      /\b(?:wp-caption-text|tr-caption)(?![\w-])/.test(classesOf(one)),
  );
  const caption = words && !isBlank(words) ? captionOf(words) : [];
  const row = pictures.flatMap((picture): ElementContent[] => [
    linkAround(picture, all, words) ?? picture,
    text('\n'),
  ]);
  const isBroken = caption.length === 0 || isElement(caption[0], 'credit-line');
  const below = isBroken ? caption : [element('br'), ...caption];
  const kind = caption.length === 0 ? 'bare' : 'captioned';
  return element('p', { dataFigure: kind }, [...row.slice(0, -1), ...below]);
}

/** A link of which the picture is all. */
function linkAround(picture: Element, all: readonly Element[], words: Element | undefined) {
  const inWords = words ? elementsIn(words) : [];
  return all.find(
    (one) => isElement(one, 'a') && !inWords.includes(one) && elementsIn(one).includes(picture),
  );
}

/** A caption within one paragraph; what credits somebody stands on a line of its own, behind two dashes. */
function captionOf(words: Element): ElementContent[] {
  const credit = elementsIn(words).find(
    (one) => isElement(one, 'cite', 'small') || /credit|attribution/i.test(classesOf(one)),
  );
  const lines = linesIn(words.children.filter((child) => child !== credit));
  if (!credit || isBlank(credit)) return lines;
  return [...lines, element('credit-line'), ...trimmedLine(credit.children)];
}

function linesIn(children: readonly ElementContent[]): ElementContent[] {
  const lines = children.flatMap((child): ElementContent[] =>
    isElement(child, 'p', 'div') ? [...child.children, element('br')] : [child],
  );
  while (isGap(lines.at(-1))) lines.pop();
  const last = lines.at(-1);
  if (last?.type === 'text') last.value = last.value.trimEnd();
  return lines;
}

/** Who is quoted stands on the last line, behind two dashes. */
function quotation(node: Element): Element {
  const children = withTail(node.children.filter((child) => !isBlank(child)));
  const last = children.at(-1);
  if (last?.type !== 'element') return node;
  const source = sourceIn(last, children.at(-2));
  if (!source) return { ...node, children };
  const words = source.words.flatMap((child) => (isElement(child, 'p') ? child.children : [child]));
  const said = paragraph(markdownText('-- '), ...trimmedLine(words));
  return element('blockquote', node.properties, [...children.slice(0, -1), ...source.rest, said]);
}

/** A quotation whose words behind the last block of it are a paragraph, as in embedded tweets. */
function withTail(children: readonly ElementContent[]): ElementContent[] {
  const at = children.findLastIndex((one) => isElement(one, 'p', 'div', 'ul', 'ol', 'blockquote'));
  const tail = children.slice(at + 1);
  const isAlone = tail.length === 1 && isElement(tail[0], 'cite', 'footer');
  return at === -1 || tail.length === 0 || isAlone
    ? [...children]
    : [...children.slice(0, at + 1), paragraph(...tail)];
}

const dashed = /^\s*(?:--|[—―])\s*\S/;

/** Who the last block of a quotation names: all of it, or its last line; `rest` is what stands before that. */
function sourceIn(last: Element, before: ElementContent | undefined) {
  const shown = last.children.filter((child) => child.type === 'element' || !isGap(child));
  if (isElement(shown[0], 'markdown-text')) return undefined;
  const [end, line] = [shown.at(-1), shown.at(-2)];
  if (isElement(last, 'p') && isElement(end, 'cite') && isElement(line, 'br'))
    return { rest: [paragraph(...shown.slice(0, -2))], words: end.children };
  if (before === undefined) return undefined;
  const isNamed = isElement(last, 'cite', 'footer') || /attribution|source/i.test(classesOf(last));
  // Paragraphs that all begin with a dash are a dialogue.
  const isDashed =
    isElement(last, 'p') && dashed.test(textOf(last)) && !dashed.test(textOf(before));
  return isNamed || isDashed ? { rest: [], words: last.children } : undefined;
}

function trimmedLine(words: readonly ElementContent[]): ElementContent[] {
  return words.map((child, index) =>
    child.type === 'text' && index === 0
      ? { ...child, value: child.value.replace(/^\s*(?:(?:--?|[–—―])\s*)?/, '') }
      : child,
  );
}

/** Code whose language the box around it says, as kramdown and GitHub write it. */
function nameLanguage(box: Element): void {
  const [, language] =
    /(?:^|\s)(?:language|highlight-source)-([\w+#-]+)/.exec(classesOf(box)) ?? [];
  const [code, ...others] = elementsIn(box, 'pre');
  if (language !== undefined && code && others.length === 0)
    code.properties['dataLang'] ||= language;
}

function isPull(node: Element): boolean {
  return (
    isElement(node, 'blockquote', 'aside', 'div', 'figure', 'p') &&
    /\bpull-?quote\b/i.test(classesOf(node))
  );
}

function pullQuote(node: Element, notes: Notes): Element {
  notes.changed('pull quote', '> [!PULL]');
  return element('blockquote', {}, [
    paragraph(markdownText('[!PULL]')),
    ...(isElement(node, 'p')
      ? [paragraph(...node.children)]
      : node.children.flatMap((child) =>
          isElement(child, 'blockquote') ? child.children : [child],
        )),
  ]);
}
