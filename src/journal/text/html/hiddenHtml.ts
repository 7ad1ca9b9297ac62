import type { Element } from 'hast';

const hidden = new Set([
  'area',
  'datalist',
  'head',
  'noscript',
  'param',
  'script',
  'style',
  'template',
  'title',
]);

/** Whether a page shows nothing of an element. */
export function isHidden({ tagName, properties }: Element): boolean {
  if (tagName === 'dialog') return properties['open'] === undefined;
  // Until it is wanted, a browser shows it to those who search the page.
  return (
    hidden.has(tagName) || (properties['hidden'] !== undefined && properties['hidden'] !== false)
  );
}

const sign = new RegExp(`hidden|<(?:dialog|${[...hidden].join('|')})\\b`, 'i');

/** Whether HTML may have an element of which a page shows nothing: a look before a parse. */
export function mayHide(html: string): boolean {
  return sign.test(html);
}
