import type { Nodes } from 'mdast';
import { markdownToMdast } from 'satteri';
import { type Document, isScalar, visit } from 'yaml';
import { forbiddenCharacter, hasForbiddenCharacter } from '../fault/characters.ts';
import type { Fault } from '../fault/fault.ts';
import { lineBreaksBefore } from './lineBreaks.ts';

/** Characters that no text of a journal may have, as they stand in a file. `text` begins at line `firstLine` of it. */
export function characterFaults(text: string, file: string, firstLine = 1): Fault[] {
  if (!hasForbiddenCharacter(text)) return [];
  return text.split('\n').flatMap((line, at) => {
    const index = forbiddenIndex(line);
    return index === undefined
      ? []
      : [faultAt(file, firstLine + at, line.slice(index), `at character ${index + 1} of the line`)];
  });
}

/** The same where YAML's escapes write them, as in `"a\x08b"`. */
export function escapedCharacterFaults(
  document: Document,
  file: string,
  lineAt: (offset: number) => number,
): Fault[] {
  const faults: Fault[] = [];
  visit(document, (_, node) => {
    if (!isScalar(node) || typeof node.value !== 'string') return;
    const index = forbiddenIndex(node.value);
    if (index === undefined) return;
    const line = lineAt(node.range?.[0] ?? 0);
    faults.push(faultAt(file, line, node.value.slice(index), 'written as an escape'));
  });
  return faults;
}

/** The same where Markdown's character references write them, as in `a&#8;b`; in code they are text. */
export function referencedCharacterFaults(body: string, file: string, firstLine: number): Fault[] {
  const references = [...body.matchAll(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi)];
  if (!references.some(([, hex, decimal]) => isForbidden(hex, decimal))) return [];
  const isCode = codeIn(body);
  const breaks = lineBreaksBefore(body);
  return references.flatMap(({ 0: written, 1: hex, 2: decimal, index }) => {
    if (isCode(index) || !isForbidden(hex, decimal)) return [];
    const line = firstLine + breaks(index);
    return [
      faultAt(file, line, String.fromCodePoint(codeOf(hex, decimal)), `written as ${written}`),
    ];
  });
}

function codeOf(hex: string | undefined, decimal: string | undefined): number {
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0x10ffff ? 0xfffd : code;
}

function isForbidden(hex: string | undefined, decimal: string | undefined): boolean {
  return hasForbiddenCharacter(String.fromCodePoint(codeOf(hex, decimal)));
}

/** Whether an offset in a body, of such as come in rising order, is one of code or mathematics, in which references are text. */
export function codeIn(body: string): (offset: number) => boolean {
  const places = codePlaces(markdownToMdast(body));
  return (offset) => {
    while ((places[0]?.[1] ?? offset + 1) <= offset) places.shift();
    return (places[0]?.[0] ?? offset + 1) <= offset;
  };
}

function codePlaces(node: Readonly<Nodes>): (readonly [number, number])[] {
  if ('children' in node) return node.children.flatMap(codePlaces);
  const isCode = /^(?:inlineCode|code|inlineMath|math)$/.test(node.type);
  return isCode ? [[node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]] : [];
}

function forbiddenIndex(text: string): number | undefined {
  if (!hasForbiddenCharacter(text)) return undefined;
  const index = text.search(forbiddenCharacter);
  const half = text.search(
    /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/,
  );
  return Math.min(...[index, half].filter((one) => one !== -1));
}

function faultAt(file: string, line: number, text: string, place: string): Fault {
  const code = (text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return {
    file,
    line,
    kind: 'control-character',
    what: `the character U+${code} (${place}), which nobody sees and no feed can carry`,
    expected: 'text without control characters',
    cure: 'take it out',
  };
}
