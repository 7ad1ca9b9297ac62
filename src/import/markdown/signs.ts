import type { Notes } from '../item/notes.ts';
import { withoutCode } from './code.ts';
import { type Replacement, withReplacements } from './destinations.ts';

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
    found.map(({ 0: { length }, index }) => hiddenAt(body, index, index + length)),
  );
}

/** What begins a line: HTML behind it takes all that follows on the line for a part of it. */
const lineHead = /^[ \t]*(?:(?:>|[-+*][ \t]|\d+[.)][ \t])[ \t]*)*$/;

/** Within a paragraph, a comment is one line of it, and does not begin it: else, words of either would be of the other. */
function hiddenAt(body: string, start: number, end: number): Replacement {
  const before = body.slice(body.lastIndexOf('\n', start - 1) + 1, start);
  const [rest = ''] = body.slice(end).split('\n', 1);
  const comment = hidden(body.slice(start, end));
  if (before.trim() === '' && rest.trim() === '') return { start, end, text: comment };
  const line = comment.replace(/\s*\n\s*/g, ' ');
  if (!lineHead.test(before) || rest.trim() === '' || rest.includes('%%'))
    return { start, end, text: line };
  const [, words = '', lineEnd = ''] = /^\s*(.*?)(\\?|\s*)$/.exec(rest) ?? [];
  return { start, end: end + rest.length, text: `${words} ${line.trim()}${lineEnd}` };
}

function hidden(comment: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)%%(.*)%%(\s*)$/s.exec(comment) ?? [];
  const inner = inComment(words).replace(/-$/, '- ');
  const apart = /^\s/.test(inner) ? '' : ' ';
  return `${before}<!--${apart}${inner}${/\s$/.test(inner) ? '' : ' '}-->${after}`;
}

/** Words as they stand within a comment of HTML, which two hyphens could end. */
export function inComment(words: string): string {
  return words.replace(/-(?=-)/g, '- ');
}

/** What stands for a tag of a template that cannot be said in Markdown: a comment with it. */
export function leftTag(tag: string, what: string, notes: Notes): string {
  const words = tag.replace(/\s+/g, ' ');
  const how = 'it stands in a comment of the text; say it in Markdown';
  notes.left(what, `${words.slice(0, 80)}: ${how}`);
  return `<!-- ${inComment(words)} -->`;
}

/** The note of `^[words]` stands below the text; its mark is `[^1]`, or the next number that is free. */
export function withInlineNotes(text: string, notes: Notes): string {
  const found = inlineNotesIn(text);
  if (found.length === 0) return text;
  const taken = new Set([...text.matchAll(/\[\^(\d+)\]/g)].map(([, label]) => Number(label)));
  let count = 0;
  const next = () => {
    do count += 1;
    while (taken.has(count));
    return count;
  };
  const labelled = found.map((one) => ({ ...one, label: next() }));
  notes.changed('footnote', '[^1]', found.length);
  const marked = withReplacements(
    text,
    labelled.map(({ label, ...place }) => ({ ...place, text: `[^${label}]` })),
  );
  const below = labelled.map(
    ({ label, start, end }) => `[^${label}]: ${inOneLine(text.slice(start + 2, end - 1))}`,
  );
  return `${marked.trimEnd()}\n\n${below.join('\n\n')}\n`;
}

/** Lines of a paragraph, without the signs of a quotation around it. */
function inOneLine(words: string): string {
  return words.replace(/[ \t]*\n[ \t]*(?:>[ \t]*)*/g, ' ').trim();
}

/** They end at the bracket that belongs to the first, in the same paragraph; those within another are words of it. */
function inlineNotesIn(text: string): { readonly start: number; readonly end: number }[] {
  const found: { readonly start: number; readonly end: number }[] = [];
  let open: (number | undefined)[] = [];
  for (const { 0: sign, index } of text.matchAll(/\\.|(?<!\[)\^\[(?=[^\]\s])|[[\]]|\n[ \t]*\n/gs)) {
    if (sign.startsWith('\n')) open = [];
    else if (sign.endsWith('[') && !sign.startsWith('\\'))
      open.push(sign === '^[' ? index : undefined);
    const start = sign === ']' ? open.pop() : undefined;
    if (start === undefined) continue;
    while ((found.at(-1)?.start ?? -1) > start) found.pop();
    found.push({ start, end: index + 1 });
  }
  return found;
}

const between =
  /(?<![\\$\w])\$(?=[^\s$])((?:[^$\n\\]|\\[^\n])*?[^\s$\\]|\\[A-Za-z]+)\$(?![\d$\w])/g;
const inBrackets = /\\{1,2}\(((?:(?!\\{1,2}\))[^\n]){1,500}?)\\{1,2}\)/g;
const displayed = /^[ \t]*\\{1,2}\[[ \t]*\n?([\s\S]{1,2000}?)\n?[ \t]*\\{1,2}\][ \t]*$/gm;

/** Signs of which a formula has one; between brackets, which may be words, only those that nothing else has. */
const tex = /\\[A-Za-z]|[_^{}=<>]/;
const surelyTex = /\\[A-Za-z]{2,}|\^|_\{/;
/** Money with words behind it, or with a tag of HTML. */
const money = /^\d[\d.,]*\s.*\p{L}{2}|^\d.*<\/?[a-z][^<>]*>/iu;

/**
 * Formulas stand between two dollars each: others have one, `\(…\)` or `\[…\]`. One dollar is the sign of money where no
 * formula has a sign of formulas; `isMeant` says that a letter alone is one, too.
 */
export function withFormulas(text: string, notes: Notes, isMeant = false): string {
  if (!/\$[^$\n]|\\[([]/.test(text)) return text;
  const said = (formula: string, edge = '') => {
    notes.changed('formula', 'between $$ and $$');
    return `$$${edge}${formula}${edge}$$`;
  };
  const ifSure = (edge: string) => (whole: string, formula: string) =>
    surelyTex.test(formula) ? said(formula.trim(), edge) : whole;
  const bracketed = text.replace(displayed, ifSure('\n')).replace(inBrackets, ifSure(''));
  const isOne = (formula: string) =>
    (tex.test(formula) && !money.test(formula)) || (isMeant && /^[A-Za-z]$/.test(formula));
  const hasAny = [...bracketed.matchAll(between)].some(([, formula = '']) => isOne(formula));
  return !hasAny
    ? bracketed
    : bracketed.replace(between, (whole, formula: string) =>
        money.test(formula) ? whole : said(formula),
      );
}
