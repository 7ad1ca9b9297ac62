import type { Element, ElementContent, Nodes, Root } from 'hast';
import { repeatsWords, wordsSaid } from '#journal/text/block/repeatedWords.ts';
import { standsInLine } from '#journal/text/html/inlineElements.ts';
import { hasClass, marksIn, outermost } from './elements.ts';

/** A callout: the role serves only our own pages. */
export function calloutForFeed({ properties }: Element): undefined {
  if (properties['role'] === 'note') delete properties['role'];
}

/**
 * A reader has no margin to set a pull quote in, so it goes: its words stand in the text, and would be read twice. See
 * {@link keepPullQuotes}.
 */
export function pullQuoteForFeed(element: Element): 'remove' | undefined {
  return isPullQuote(element) ? 'remove' : undefined;
}

/**
 * Makes a quotation of each pull quote that a feed cannot do without: its words stand nowhere else, or it has the only mark
 * of a footnote, which would lead back to nothing.
 */
export function keepPullQuotes(root: Root): void {
  const quotes = outermost(root, isPullQuote);
  if (quotes.length === 0) return;
  const said = wordsSaid(wordsBeside(root));
  for (const quote of quotes) {
    const blocks = quote.children.filter((child) => !isAttribution(child));
    if (marksIn(quote).length === 0 && repeatsWords(blocks.map(wordsBeside).join(' '), said))
      continue;
    const { lang, dir } = quote.properties;
    quote.tagName = 'blockquote';
    quote.properties = { ...(lang && { lang }), ...(dir && { dir }) };
  }
}

function isPullQuote(element: Element): boolean {
  return element.tagName === 'aside' && hasClass(element, 'pull-quote');
}

/** Whose the words are: the one block in which all is small. */
function isAttribution(node: ElementContent): boolean {
  const [only, ...others] = node.type === 'element' && node.tagName === 'p' ? node.children : [];
  return only?.type === 'element' && only.tagName === 'small' && others.length === 0;
}

/** All words but those of pull quotes. */
function wordsBeside(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node) || (node.type === 'element' && isPullQuote(node))) return '';
  return node.children
    .map(wordsBeside)
    .join(node.type === 'element' && standsInLine(node.tagName) ? '' : ' ');
}

/** A table without its box, and with its alignment in words that readers know. */
export function tableForFeed(element: Element): 'unwrap' | undefined {
  const { properties, tagName } = element;
  if (tagName === 'div' && hasClass(element, 'table')) return 'unwrap';
  const side = ['right', 'center'].find((one) => hasClass(element, `align-${one}`));
  if (side !== undefined && /^t[dh]$/.test(tagName)) {
    delete properties['className'];
    // Readers bring no style of ours, and take most others away.
    properties['align'] = side;
  }
  return undefined;
}

/** Code without what serves only our own pages. */
export function codeForFeed({ properties, tagName }: Element): undefined {
  if (tagName !== 'pre') return;
  delete properties['tabIndex'];
  delete properties['dataLanguage'];
}

/** The box of a task list is a form control that no feed reader shows. */
export function taskForFeed(element: Element): 'ready' | undefined {
  const { properties, tagName } = element;
  if (tagName !== 'input' || properties['type'] !== 'checkbox') return undefined;
  const isDone = properties['checked'] !== undefined && properties['checked'] !== false;
  element.tagName = 'span';
  element.properties = {};
  element.children = [{ type: 'text', value: isDone ? '☑' : '☐' }];
  return 'ready';
}
