import type { Element, ElementContent, Root } from 'hast';
import type { Notes } from '../item/notes.ts';
import {
  attributeOf,
  classesOf,
  element,
  elementsIn,
  isBlank,
  isElement,
  rewriteTree,
  textOf,
} from './tree/tree.ts';

/** Gives figures, galleries and pull quotes the shapes that Scrollback knows. */
export function shaped(root: Root, notes: Notes): void {
  rewriteTree(root, (node) => {
    if (node.type !== 'element') return [node];
    if (isElement(node, 'picture')) return elementsIn(node).filter((one) => isElement(one, 'img'));
    if (isElement(node, 'a')) return linkOrPicture(node, notes);
    if (isElement(node, 'img')) return [withSource(node)];
    if (isElement(node, 'figure') || isCaptioned(node)) return [figure(node)];
    if (isPull(node)) return [pullQuote(node, notes)];
    return [node];
  });
}

const pictureFile = /\.(?:jpe?g|png|gif|webp|avif)(?:\?[^#]*)?$/i;

/** A small picture that leads to the same one in full size is that one. */
function linkOrPicture(node: Element, notes: Notes): readonly ElementContent[] {
  const href = attributeOf(node, 'href');
  const shown = node.children.filter((child) => !isBlank(child));
  const [only] = shown;
  if (
    shown.length === 1 &&
    only?.type === 'element' &&
    only.tagName === 'img' &&
    pictureFile.test(href)
  ) {
    notes.changed('picture that links to itself in full size', 'the full size');
    return [element('img', { ...only.properties, src: href, srcSet: undefined }, [])];
  }
  return href === '' || shown.length === 0 ? node.children : [node];
}

/** Pictures that a script was to load have their address elsewhere. */
function withSource(node: Element): Element {
  const lazy =
    attributeOf(node, 'dataSrc') ||
    attributeOf(node, 'dataLazySrc') ||
    attributeOf(node, 'dataOriginal');
  const src = attributeOf(node, 'src');
  const isStandIn =
    src === '' || src.startsWith('data:') || /(?:blank|placeholder|spacer)\.gif$/.test(src);
  return lazy !== '' && isStandIn ? element('img', { ...node.properties, src: lazy }, []) : node;
}

function isCaptioned(node: Element): boolean {
  return (
    isElement(node, 'div') &&
    /\bwp-caption\b/.test(classesOf(node)) &&
    elementsIn(node).some((one) => isElement(one, 'img'))
  );
}

/** Pictures alone on their line, their caption on the lines below, `-- credit` last. */
function figure(node: Element): Element {
  const all = elementsIn(node);
  const inner = all.filter((one) => isElement(one, 'figure'));
  if (inner.length > 0) return element('div', node.properties, node.children);
  const pictures = all.filter((one) => isElement(one, 'img'));
  const words = all.find(
    (one) => isElement(one, 'figcaption') || /\bwp-caption-text\b/.test(classesOf(one)),
  );
  if (pictures.length === 0) return element('div', node.properties, node.children);
  const links = all.filter(
    (one) =>
      isElement(one, 'a') &&
      elementsIn(one).some((two) => isElement(two, 'img')) &&
      !elementsIn(words ?? node).includes(one),
  );
  const shown = pictures.map(
    (picture) => links.find((link) => elementsIn(link).includes(picture)) ?? picture,
  );
  const caption = words && !isBlank(words) ? captionOf(words) : [];
  return element('p', {}, [
    ...shown,
    ...(caption.length === 0 ? [] : [element('br', {}, []), ...caption]),
  ]);
}

/** A caption within one paragraph; what credits somebody stands on a line of its own, behind two dashes. */
function captionOf(words: Element): ElementContent[] {
  const credit = elementsIn(words).find(
    (one) => isElement(one, 'cite', 'small') || /credit|attribution/i.test(classesOf(one)),
  );
  const lines = linesIn(words.children.filter((child) => child !== credit));
  if (!credit || isBlank(credit)) return lines;
  return [
    ...(lines.length === 0 ? [] : [...lines, element('br', {}, [])]),
    { type: 'text', value: '-- ' },
    ...credit.children,
  ];
}

function linesIn(children: readonly ElementContent[]): ElementContent[] {
  const lines = children.flatMap((child): ElementContent[] =>
    isElement(child, 'p', 'div') ? [...child.children, element('br', {}, [])] : [child],
  );
  while (
    isElement(lines.at(-1), 'br') ||
    (lines.at(-1)?.type === 'text' && textOf(lines.at(-1) ?? element('br', {}, [])).trim() === '')
  )
    lines.pop();
  return lines;
}

function isPull(node: Element): boolean {
  return (
    isElement(node, 'blockquote', 'aside', 'div', 'figure') &&
    /\bpull-?quote\b/i.test(classesOf(node))
  );
}

function pullQuote(node: Element, notes: Notes): Element {
  notes.changed('pull quote', '> [!PULL]');
  return element('blockquote', {}, [
    element('p', {}, [element('markdown-text', {}, [{ type: 'text', value: '[!PULL]' }])]),
    ...node.children,
  ]);
}
