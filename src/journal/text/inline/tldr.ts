import { withoutBreaks } from './words.ts';

/**
 * Takes a first paragraph that begins with `tl;dr:` or `tl;dr>` out of the body, in which it is blanked: line numbers stay.
 * What it says, without these words, is inline Markdown; undefined where the body does not begin with one.
 */
export function splitTldr(body: string) {
  const start = /^\s*tl;dr\s*[:>]/i.exec(body)?.[0].length;
  if (start === undefined) return { tldr: undefined, body };
  const end = paragraphEnd(body, start);
  const text = body.slice(start, end).trim();
  if (text === '') return { tldr: undefined, body };
  return {
    tldr: inOneLine(text),
    body: body.slice(0, end).replace(/[^\n]+/g, '') + body.slice(end),
  };
}

/** Where the lines with words end, of which the first goes on at `start`. */
function paragraphEnd(body: string, start: number): number {
  let end = start;
  while (end < body.length) {
    const next = body.indexOf('\n', end) + 1 || body.length;
    if (body.slice(end, next).trim() === '') break;
    end = next;
  }
  return end;
}

/** Lines of a paragraph as one; where the writer breaks a line, it stays broken. */
function inOneLine(text: string): string {
  return withoutBreaks(text).replace(
    /(?:(?<!\\)((?:\\\\)*\\))?(?<!\s)(\s*\n\s*)/g,
    (_, marks: string | undefined, space: string) =>
      marks === undefined && !space.startsWith('  ') ? ' ' : `${marks ?? '\\'}\n`,
  );
}
