import type { Element, ElementContent } from 'hast';
import { rewrittenHtml } from '../../html/tree/rewritten.ts';
import {
  attributeOf,
  element,
  elementsIn,
  hasClass,
  isElement,
  lineOf,
  linkTo,
  markdownText,
  paragraph,
} from '../../html/tree/tree.ts';
import type { Notes } from '../../item/notes.ts';

/**
 * A body of Ghost with its cards as plain HTML: bookmarks, buttons and files as links, callouts as quotations of that kind,
 * toggles as folded text.
 */
export function withoutCards(html: string, notes: Notes): string {
  return rewrittenHtml(html, notes, (node) => {
    const name = cards.find(({ card }) => hasClass(node, card));
    return name ? name.change(node) : [node];
  });
}

interface Card {
  readonly card: string;
  change(node: Element): readonly ElementContent[];
}

const cards: readonly Card[] = [
  { card: 'kg-bookmark-card', change: (node) => linked(node, 'kg-bookmark-title') },
  { card: 'kg-file-card', change: (node) => linked(node, 'kg-file-card-title') },
  { card: 'kg-button-card', change: (node) => linked(node, 'kg-btn') },
  { card: 'kg-callout-card', change: callout },
  { card: 'kg-toggle-card', change: toggle },
  { card: 'kg-header-card', change: (node) => elementsIn(node, 'h1', 'h2', 'h3', 'p') },
  // They ask readers for something that this site does not have.
  { card: 'kg-signup-card', change: () => [] },
  { card: 'kg-cta-card', change: (node) => node.children },
];

/** A card that leads somewhere, as a link with its title. */
function linked(card: Element, titleClass: string): readonly ElementContent[] {
  const all = elementsIn(card);
  const link = all.find((one) => isElement(one, 'a') && attributeOf(one, 'href') !== '');
  if (!link) return card.children;
  const href = attributeOf(link, 'href');
  const shown = linkTo(href, lineOf(partOf(card, titleClass) ?? link) || href);
  const caption = all.find((one) => isElement(one, 'figcaption'));
  return [paragraph(shown, ...(caption ? [element('br'), ...caption.children] : []))];
}

function partOf(card: Element, name: string): Element | undefined {
  return elementsIn(card).find((one) => hasClass(one, name));
}

function callout(card: Element): readonly ElementContent[] {
  const words = partOf(card, 'kg-callout-text') ?? card;
  const head = paragraph(markdownText('[!NOTE]'));
  return [element('blockquote', {}, [head, paragraph(...words.children)])];
}

function toggle(card: Element): readonly ElementContent[] {
  const heading = partOf(card, 'kg-toggle-heading-text');
  const content = partOf(card, 'kg-toggle-content');
  const summary = element('summary', {}, heading?.children);
  return [element('details', {}, [summary, ...(content?.children ?? [])])];
}
