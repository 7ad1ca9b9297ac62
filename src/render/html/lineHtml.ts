import { spoilerTag } from '#journal/text/inline/spoiler.ts';
import { escapeHtml } from './html.ts';

/** Elements that set words apart and load, lead and run nothing. */
const plainTag =
  /^<\/?(?:abbr|b|bdi|bdo|br|cite|code|del|dfn|em|i|ins|kbd|mark|q|rp|rt|ruby|s|samp|small|span|strong|sub|sup|u|var|wbr)(?:\s+(?:lang|dir|title)="[^"<>]*")*\s*\/?>$/i;

/** Whether raw HTML may stand in a line that several pages show: one tag, such as `<cite>`, or comments. */
export function isLineHtml(html: string): boolean {
  const shown = withoutComments(html).trim();
  return shown === '' || plainTag.test(shown);
}

/** Raw HTML of such a line, without its comments; what may not stand there is shown as it was typed. */
export function lineHtml(html: string): string {
  const isSpoiler = html === `<${spoilerTag}>` || html === `</${spoilerTag}>`;
  const shown = withoutComments(html);
  return isSpoiler || isLineHtml(html) ? shown : escapeHtml(shown);
}

/** A parser of Markdown ends a comment at its first `-->`; what stays is escaped, or one tag. */
function withoutComments(html: string): string {
  return html.replace(/<!--(?:>|->|[\s\S]*?-->)/g, '');
}
