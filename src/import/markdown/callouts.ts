import { nameWords } from '../item/nameWords.ts';
import type { Notes } from '../item/notes.ts';

const kinds: Readonly<Record<string, string>> = {
  tip: 'TIP',
  hint: 'TIP',
  success: 'TIP',
  check: 'TIP',
  done: 'TIP',
  important: 'IMPORTANT',
  warning: 'WARNING',
  attention: 'WARNING',
  caution: 'CAUTION',
  danger: 'CAUTION',
  error: 'CAUTION',
  bug: 'CAUTION',
  failure: 'CAUTION',
  fail: 'CAUTION',
  missing: 'CAUTION',
};

/** The kind of callout that Scrollback has for what others call one; undefined for what is no more than a note. */
export function calloutKind(name: string): string | undefined {
  const key = name.toLowerCase();
  return Object.hasOwn(kinds, key) ? kinds[key] : undefined;
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
