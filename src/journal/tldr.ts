import { withoutBreaks } from './words.ts';

/** A body whose first paragraph may have been its own summary. */
export interface TldrSplit {
  /** Inline Markdown, without the words "tl;dr"; undefined where the body does not begin with one. */
  readonly tldr: string | undefined;
  /** The body with that paragraph blanked; line numbers stay. */
  readonly body: string;
}

/** Takes a first paragraph that begins with `tl;dr:` or `tl;dr>` out of the body. */
export function splitTldr(body: string): TldrSplit {
  const found = /^\s*tl;dr\s*[:>][ \t]*((?:[^\n]*\S[^\n]*(?:\n|$))+)/i.exec(body);
  const text = found?.[1]?.trim();
  if (!found || !text) return { tldr: undefined, body };
  return {
    tldr: inOneLine(text),
    body: found[0].replace(/[^\n]/g, '') + body.slice(found[0].length),
  };
}

/** Lines of a paragraph as one; where the writer breaks a line, it stays broken. */
function inOneLine(text: string): string {
  return withoutBreaks(text).replace(
    /((?<!\\)(?:\\\\)*\\|[ ]{2,})?\s*\n\s*/g,
    (_, hard: string | undefined) => (hard === undefined ? ' ' : `${hard.trim() || '\\'}\n`),
  );
}
