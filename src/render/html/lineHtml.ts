import { spoilerTag } from '#journal/text/inline/spoiler.ts';
import { escapeHtml } from './html.ts';

/** Elements that set words apart and load, lead and run nothing. */
const plainTag =
  /^<\/?(?:abbr|b|bdi|bdo|br|cite|code|del|dfn|em|i|ins|kbd|mark|q|rp|rt|ruby|s|samp|small|span|strong|sub|sup|u|var|wbr)(?:\s+(?:lang|dir|title)="[^"<>]*")*\s*\/?>$/i;

/** Whether raw HTML may stand in a line that several pages show: one tag, such as `<cite>`. */
export function isLineHtml(html: string): boolean {
  return plainTag.test(html.trim());
}

/** Raw HTML of such a line; what may not stand there is shown as it was typed. */
export function lineHtml(html: string): string {
  const isSpoiler = html === `<${spoilerTag}>` || html === `</${spoilerTag}>`;
  return isSpoiler || isLineHtml(html) ? html : escapeHtml(html);
}
