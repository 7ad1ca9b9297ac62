import { fromHtml } from 'hast-util-from-html';
import { textOf } from './tree.ts';

/** The words of a line of HTML, with entities and tags read, as titles of many programs have them. */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return html.trim();
  return textOf(fromHtml(html, { fragment: true }))
    .replace(/\s+/g, ' ')
    .trim();
}
