import type { Notes } from '../item/notes.ts';
import { fenceAt } from './code.ts';

/** A line of a definition, behind its colon. */
const definition = /^( {0,3}):([ \t]+)(?=\S)(.*)$/;

/** What is no term where a definition stands below it: another block, or nothing. */
const noTerm =
  /^[ \t]*(?:$|[#>|:]|[-+*][ \t]|\d+[.)][ \t]|`{3}|~{3}|\[\^|<!--|<\/?[a-z][^>]*>\s*$)|^(?: {4}|\t)/i;

interface Term {
  readonly words: readonly string[];
  /** Each as its lines, without what they stand in from the edge. */
  readonly definitions: readonly (readonly string[])[];
}

/**
 * Lists of terms as Markdown Extra, kramdown, Goldmark and Pandoc have them, a line and below it `: definition`, in the
 * form that Scrollback has for them, `- **Term:** definition`.
 */
export function withTerms(body: string, notes: Notes): string {
  if (!/^ {0,3}:[ \t]+\S/m.test(body)) return body;
  const lines = body.split('\n');
  const written: string[] = [];
  let at = 0;
  while (at < lines.length) {
    const list = termsAt(lines, at, written.at(-1) ?? '');
    const end = list?.end ?? fenceAt(lines, at) ?? at + 1;
    if (list) {
      notes.changed('list of terms', '- **Term:** definition');
      const isSpread = list.terms.some(
        (one) => one.definitions.length > 1 || one.definitions[0]?.includes(''),
      );
      for (const one of list.terms) written.push(...itemOf(one, isSpread));
      if (written.at(-1) !== '') written.push('');
    } else written.push(...lines.slice(at, end));
    at = end;
  }
  return written.join('\n');
}

/** A list that begins at a line, and where the line behind it is; undefined where none does. */
function termsAt(lines: readonly string[], from: number, before: string) {
  const terms: Term[] = [];
  if (before.trim() !== '') return undefined;
  let end = from;
  for (let at = from; ; ) {
    const term = termAt(lines, at);
    if (!term) break;
    terms.push(term);
    end = term.end;
    at = pastBlank(lines, end);
  }
  return terms.length === 0 ? undefined : { terms, end: pastBlank(lines, end) };
}

function termAt(lines: readonly string[], from: number): (Term & { end: number }) | undefined {
  let at = from;
  while (at < lines.length && !noTerm.test(lines[at] ?? '')) at++;
  const words = lines.slice(from, at);
  const isApart = (lines[at] ?? '').trim() === '';
  let end = isApart ? pastBlank(lines, at) : at;
  if (words.length === 0 || end - at > 1) return undefined;
  const definitions: string[][] = [];
  for (;;) {
    const found = definitionAt(lines, end);
    if (!found) break;
    definitions.push(found.lines);
    const next = pastBlank(lines, found.end);
    end = definition.test(lines[next] ?? '') ? next : found.end;
  }
  return definitions.length === 0 ? undefined : { words, definitions, end };
}

/** Goes on over lines that stand in as far as its words do, and over those of its own paragraph. */
function definitionAt(lines: readonly string[], from: number) {
  const [, edge, space = '', first] = definition.exec(lines[from] ?? '') ?? [];
  if (edge === undefined || first === undefined) return undefined;
  const depth = Math.min(4, edge.length + 1 + (space.startsWith('\t') ? 3 : space.length));
  const own = [first];
  let at = from + 1;
  for (; at < lines.length; at++) {
    const line = (lines[at] ?? '').replace(/^\t/, '    ');
    const isBlank = line.trim() === '';
    const isWithin = line.startsWith(' '.repeat(depth));
    const goesOn = own.at(-1) !== '' && !isBlank && !definition.test(line);
    if (!isBlank && !isWithin && !goesOn) break;
    if (isBlank) {
      const next = pastBlank(lines, at);
      if (!(lines[next] ?? '').replace(/^\t/, '    ').startsWith(' '.repeat(depth))) break;
      own.push(...Array.from({ length: next - at }, () => ''));
      at = next - 1;
    } else own.push(isWithin ? line.slice(depth) : line.trimStart());
  }
  return { lines: own, end: at };
}

function pastBlank(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && (lines[at] ?? '').trim() === '') at++;
  return at;
}

const beginsBlock = /^(?:[-+*][ \t]|\d+[.)][ \t]|#{1,6}[ \t]|>|`{3}|~{3}|\|)/;

/** One item: the first definition on the line of its term, all others in paragraphs below. */
function itemOf({ words, definitions }: Term, isSpread: boolean): string[] {
  const [first = [], ...more] = definitions;
  const [line = '', ...rest] = first;
  const isBlock = beginsBlock.test(line);
  const within = [...(isBlock ? ['', line] : []), ...rest, ...more.flatMap((one) => ['', ...one])];
  const head = `- **${wordsOf(words)}:**${isBlock ? '' : ` ${line}`}`;
  return [head, ...within.map((one) => (one === '' ? '' : `  ${one}`)), ...(isSpread ? [''] : [])];
}

/** Several terms of one definition stand beside each other. */
function wordsOf(words: readonly string[]): string {
  return words
    .map((one) =>
      one
        .trim()
        .replace(/\\$/, '')
        .replace(/(\*\*|(?<![\w`])__(?=\S))((?:(?!\1)[^`])+)\1(?!\w)/g, '$2')
        .replace(/\s*:$/, '')
        .trim(),
    )
    .join(', ');
}
