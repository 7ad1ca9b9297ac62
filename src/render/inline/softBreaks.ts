import { standsInLine } from '#journal/text/html/inlineElements.ts';
import { partsWithoutBreaks } from '#journal/text/inline/words.ts';

const token = /<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|[^<]+|</gi;
/** All that {@link mayJoin} finds, and more: looking properties up takes many times as long. */
const mayBeJoined = /[\u00B7\u02C7-\u0323\u2E80-\uFFFF]/;
const mayJoin = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\uFF01-\uFF9F]/u;

/** Elements whose text is no text of the line they stand in: they come to nothing here. */
const apart = /^(?:pre|textarea|script|style|svg|math)$/;
/** Elements whose text stands in the line and stays as it is. */
const literal = /^(?:code|kbd|samp)$/;

/**
 * HTML in which a line that was broken between two characters of Chinese or Japanese, which have no spaces, goes on
 * without one. Emphasis and the marks of notes between the two do not count. Korean has spaces.
 */
export function joinLines(html: string, language: string): string {
  if (!mayBeJoined.test(html) || !mayJoin.test(html)) return html;
  if (!html.includes('\n') || /^ko\b/i.test(language)) return html;
  const parts = html.match(token) ?? [];
  for (const line of linesOf(parts)) join(line, parts);
  return parts.join('');
}

/** A stretch of text within a line: which part of the HTML it is, and what it counts as. */
interface Stretch {
  readonly part: number;
  readonly text: string;
}

function linesOf(parts: readonly string[]): Stretch[][] {
  const lines: Stretch[][] = [[]];
  const open: string[] = [];
  for (const [part, text] of parts.entries()) {
    const [, close, tag] = /^<(\/?)([a-z][a-z0-9-]*)/i.exec(text) ?? [];
    const name = tag?.toLowerCase();
    if (name === undefined) {
      const isUnread =
        text.startsWith('<!--') || open.some((one) => one === 'mark' || apart.test(one));
      if (!isUnread)
        lines.at(-1)?.push({ part, text: open.length > 0 ? text.replaceAll('\n', ' ') : text });
      continue;
    }
    if (apart.test(name) || name === 'img' || !standsInLine(name)) lines.push([]);
    if (close === '/') {
      if (open.at(-1) === name || (open.at(-1) === 'mark' && name === 'a')) open.pop();
    } else if (apart.test(name) || literal.test(name)) open.push(name);
    else if (name === 'a' && text.includes(' data-footnote-ref')) open.push('mark');
  }
  return lines;
}

/** Takes the line breaks out of a line that stand between characters without spaces. */
function join(line: readonly Stretch[], parts: string[]): void {
  if (!line.some(({ text }) => text.includes('\n'))) return;
  const joined = partsWithoutBreaks(
    line.map(({ part, text }) => ({ text, written: parts[part] ?? '' })),
  );
  for (const [index, { part }] of line.entries()) parts[part] = joined[index] ?? '';
}
