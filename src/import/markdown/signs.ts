import type { Notes } from '../item/notes.ts';
import { withoutCode } from './code.ts';
import { withReplacements } from './destinations.ts';

/** Marked words between two `==`, which CommonMark has no sign for. */
export function withMarks(text: string, notes: Notes): string {
  return text.replace(
    /(?<![=\\\w])==(?=[^\s=])((?:[^=\n]|\n(?![ \t]*\n)|=(?!=)){0,1000}?[^\s=])==(?![=\w])/g,
    (_, words: string) => {
      notes.changed('words between ==', '<mark>');
      return `<mark>${words}</mark>`;
    },
  );
}

/** Comments between two `%%`, in a line or over many, as comments of HTML, which no reader is shown. */
export function withComments(body: string, notes: Notes): string {
  if (!body.includes('%%')) return body;
  const found = [
    ...withoutCode(body).matchAll(
      /^[ \t]*%%[ \t]*\n[\s\S]*?^[ \t]*%%[ \t]*$|(?<![%\\\w])%%(?!%)[\s\S]*?[^\\%]%%(?!%)/gm,
    ),
  ];
  notes.changed('comment between %%', '<!-- … -->', found.length);
  return withReplacements(
    body,
    found.map(({ 0: { length }, index }) => ({
      start: index,
      end: index + length,
      text: hidden(body.slice(index, index + length)),
    })),
  );
}

function hidden(comment: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)%%(.*)%%(\s*)$/s.exec(comment) ?? [];
  const inner = words.replace(/-(?=-)/g, '- ').replace(/-$/, '- ');
  const apart = /^\s/.test(inner) ? '' : ' ';
  return `${before}<!--${apart}${inner}${/\s$/.test(inner) ? '' : ' '}-->${after}`;
}

/** The note of `^[words]` stands below the text; its mark is `[^1]`, or the next number that is free. */
export function withInlineNotes(text: string, notes: Notes): string {
  const found = inlineNotesIn(text);
  if (found.length === 0) return text;
  const isTaken = (label: string) => text.includes(`[^${label}]`);
  let count = 0;
  const next = (): string => (isTaken(String(++count)) ? next() : String(count));
  const labelled = found.map((one) => ({ ...one, label: next() }));
  notes.changed('footnote', '[^1]', found.length);
  const marked = withReplacements(
    text,
    labelled.map(({ label, ...place }) => ({ ...place, text: `[^${label}]` })),
  );
  const below = labelled.map(
    ({ label, start, end }) => `[^${label}]: ${text.slice(start + 2, end - 1).trim()}`,
  );
  return `${marked.trimEnd()}\n\n${below.join('\n\n')}\n`;
}

/** They end at the bracket that belongs to the first, in the same paragraph. */
function inlineNotesIn(text: string): { readonly start: number; readonly end: number }[] {
  const found: { readonly start: number; readonly end: number }[] = [];
  for (const { index } of text.matchAll(/(?<![\\[])\^\[(?=[^\]\s])/g)) {
    const end = closing(text, index + 2);
    const isInside = (found.at(-1)?.end ?? 0) > index;
    if (end !== undefined && !isInside) found.push({ start: index, end });
  }
  return found;
}

function closing(text: string, from: number): number | undefined {
  let depth = 1;
  const signs = /\\.|[[\]]|\n[ \t]*\n/gs;
  signs.lastIndex = from;
  for (let sign = signs.exec(text); sign; sign = signs.exec(text)) {
    if (sign[0].startsWith('\n')) return undefined;
    if (sign[0] === '[') depth += 1;
    if (sign[0] === ']') depth -= 1;
    if (depth === 0) return sign.index + 1;
  }
  return undefined;
}

/** A formula between single dollars stands between two: a single one is money. */
export function withFormulas(text: string, notes: Notes): string {
  return text.replace(
    /(?<![\\$\w])\$(?=[^\s$])((?:[^$\n\\]|\\[^\n])*?[^\s$\\]|\\[A-Za-z]+)\$(?![\d$\w])/g,
    (whole, formula: string) => {
      if (!/\\[A-Za-z]|[_^{}=<>]|^[A-Za-z]$/.test(formula)) return whole;
      notes.changed('formula between single dollars', 'between $$');
      return `$$${formula}$$`;
    },
  );
}
