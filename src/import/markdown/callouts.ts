import { nameWords } from '../item/nameWords.ts';
import type { Notes } from '../item/notes.ts';

/** Scrollback's kinds, and what others call them. */
const kinds = {
  TIP: /^(?:tip|hint|success|check|done)$/i,
  IMPORTANT: /^important$/i,
  WARNING: /^(?:warning|attention)$/i,
  CAUTION: /^(?:caution|danger|error|bug|failure|fail|missing)$/i,
};

/** The kind of callout that Scrollback has for what others call one; undefined for what is no more than a note. */
export function calloutKind(name: string): string | undefined {
  return Object.entries(kinds).find(([, names]) => names.test(name))?.[0];
}

const own = /^(?:note|tip|important|warning|caution|pull)$/i;

const head =
  /^(?<quote>(?:[ \t]*>)+[ \t]*)\[!(?<kind>[\p{L}\p{N}_-]+)(?:\|[^\]\n]*)?\][+-]?[ \t]*(?<title>.*)$/u;

/** Callouts of kinds that other editors have, as the nearest of Scrollback's own; `[!quote]` is a quotation. */
export function withKnownCallouts(text: string, notes: Notes): string {
  const lines = text.split('\n');
  return lines
    .map((line, index) => {
      const { quote = '', kind = '', title = '' } = head.exec(line)?.groups ?? {};
      if (kind === '' || own.test(kind) || isQuoted(lines[index - 1] ?? '', depthOf(quote)))
        return line;
      notes.changed(`callout [!${kind}]`, isQuote(kind) ? 'a quotation' : 'the nearest of five');
      if (!isQuote(kind))
        return `${quote}[!${calloutKind(kind) ?? 'NOTE'}] ${title || nameWords(kind)}`;
      return title === '' ? quote.trimEnd() : `${quote}**${title}**\n${quote.trimEnd()}`;
    })
    .join('\n');
}

function isQuote(kind: string): boolean {
  return /^(?:quote|cite)$/i.test(kind);
}

function depthOf(quote: string): number {
  return quote.split('>').length - 1;
}

/** Whether a line has words in a quotation of that depth: the next one goes on with them. */
function isQuoted(line: string, depth: number): boolean {
  const [quote = ''] = /^(?:[ \t]*>)+/.exec(line) ?? [];
  return depthOf(quote) >= depth && line.slice(quote.length).trim() !== '';
}
