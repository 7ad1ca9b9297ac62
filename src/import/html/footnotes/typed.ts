import type { Element, ElementContent, Root } from 'hast';
import {
  elementsIn,
  type Holder,
  isBlank,
  isElement,
  paragraph,
  text,
  textOf,
  withBreaks,
} from '../tree/tree.ts';
import { type Footnote, markElement, type NextLabel, notesHeading } from './marks.ts';

/** How somebody marked notes by hand: `[1]`, `¹`, a raised `1`, or stars. */
type Make = 'bracket' | 'raised' | 'sup' | 'sign';

/** A line at the end of a text that begins with a mark. */
interface TypedNote {
  readonly make: Make;
  readonly number: string;
  readonly content: readonly ElementContent[];
  readonly block: Element;
}

/**
 * Footnotes without any link: a mark in the text, and a paragraph further down that begins with the same one, as Medium's
 * writers and many others type them. A mark without such a paragraph stays what it is, and so does the paragraph.
 */
export function typedFootnotes(root: Root, next: NextLabel): Footnote[] {
  const typed = notesIn(root);
  const blocks = new Set(typed.map(({ block }) => block));
  const found: Footnote[] = [];
  const used = new Set<TypedNote>();
  for (const note of typed) {
    if ([...used].some((one) => one.make === note.make && one.number === note.number)) continue;
    let label: string | undefined;
    const mark = () => {
      label ??= next();
      return markElement(label);
    };
    replaceMarks(root, note, blocks, mark);
    if (label === undefined) continue;
    used.add(note);
    found.push({ label, content: { type: 'root', children: [paragraph(...note.content)] } });
  }
  for (const block of blocks) takeLines(block, typed, used);
  return found;
}

/** Paragraphs, or lines of one, that begin with a mark: those of the last make that a text has. */
function notesIn(root: Root): TypedNote[] {
  const found = paragraphsIn(root).flatMap((block) => {
    const lines = linesOf(block).map((line) => noteIn(line, block));
    return lines.every((line) => line !== undefined) ? lines : [];
  });
  const last = found.at(-1)?.make;
  if (last === undefined) return listedNotes(root);
  return found.filter(({ make }) => make === last);
}

/** A numbered list below a heading of notes, where the text has a mark for each of its items. */
function listedNotes(root: Root): TypedNote[] {
  const shown = (root.children as ElementContent[]).filter((child) => !isBlank(child));
  const [heading, list] = shown.slice(-2);
  if (!isElement(heading) || !isElement(list, 'ol') || !notesHeading.test(textOf(heading)))
    return [];
  const items = list.children.filter((child) => isElement(child, 'li'));
  const make = (['bracket', 'sup'] as const).find((one) =>
    items.every((_, index) => hasTypedMark(shown.slice(0, -2), one, String(index + 1))),
  );
  const isPlain = items.every(
    (item) => linesOf(item).length === 1 && elementsIn(item, ...blocks).length === 0,
  );
  return make === undefined || !isPlain
    ? []
    : items.map((block, index) => ({
        make,
        number: String(index + 1),
        content: trimmedStart(block.children),
        block,
      }));
}

const blocks = ['p', 'div', 'ul', 'ol', 'pre', 'table'];

function hasTypedMark(shown: readonly ElementContent[], make: Make, number: string): boolean {
  const root: Root = { type: 'root', children: shown.filter((one) => !isElement(one, 'pre')) };
  return make === 'bracket'
    ? (patternOf(make, number)?.test(textOf(root)) ?? false)
    : elementsIn(root, 'sup').some((one) => textOf(one).trim() === number);
}

function paragraphsIn(holder: Holder): Element[] {
  return holder.children.flatMap((child) => {
    if (child.type !== 'element' || isElement(child, 'pre', 'blockquote', 'table', 'figure'))
      return [];
    if (
      isElement(child, 'p') ||
      (isElement(child, 'div', 'li') &&
        !child.children.some((one) => isElement(one, 'p', 'div', 'ul', 'ol')))
    )
      return [child];
    return paragraphsIn(child);
  });
}

/** The lines of a paragraph, which `br` parts. */
function linesOf(block: Element): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  for (const child of block.children)
    if (isElement(child, 'br')) lines.push([]);
    else lines.at(-1)?.push(child);
  return lines.filter((line) => line.some((child) => textOf(child).trim() !== ''));
}

function noteIn(line: readonly ElementContent[], block: Element): TypedNote | undefined {
  const shown = line.filter((child, index) => index > 0 || textOf(child).trim() !== '');
  const [first, ...rest] = shown;
  if (!first) return undefined;
  if (isElement(first, 'sup') && /^\[?\d{1,3}\]?$/.test(textOf(first).trim())) {
    const number = textOf(first).replace(/\D/g, '');
    const isSaid = rest.some((child) => textOf(child).trim() !== '');
    return isSaid ? { make: 'sup', number, content: trimmedStart(rest), block } : undefined;
  }
  const head = headOf(leadingText(first).trimStart());
  if (!head) return undefined;
  const { make, number, length } = head;
  const content = trimmedStart([withoutHead(first, length), ...rest]);
  return content.length === 0 ? undefined : { make, number, content, block };
}

const wrappers = ['em', 'i', 'strong', 'b', 'small'];

/** The text with which a node begins, within italics and the like as well. */
function leadingText(node: ElementContent | undefined): string {
  if (node?.type === 'text') return node.value;
  return isElement(node, ...wrappers) ? leadingText(node.children[0]) : '';
}

function withoutHead(node: ElementContent, length: number): ElementContent {
  if (node.type === 'text') return { ...node, value: node.value.trimStart().slice(length) };
  if (node.type !== 'element') return node;
  const [first, ...rest] = node.children;
  const children = first ? [withoutHead(first, length), ...rest] : [];
  const left = { ...node, children };
  return isBlank(left) ? text('') : left;
}

function headOf(text: string): { make: Make; number: string; length: number } | undefined {
  const bracket = /^\[(\d{1,3})\][.:]?\s*/.exec(text);
  if (bracket) return { make: 'bracket', number: bracket[1] ?? '', length: bracket[0].length };
  const raised = /^([⁰¹²³⁴-⁹]+)[.:]?\s*/.exec(text);
  // Superscript digits are digits in another form (NFKC).
  const digits = raised?.[1]?.normalize('NFKC');
  if (raised && digits) return { make: 'raised', number: digits, length: raised[0].length };
  const sign = /^([*†‡§]{1,3})\s*(?=[^\s*])/.exec(text);
  return sign ? { make: 'sign', number: sign[1] ?? '', length: sign[0].length } : undefined;
}

function trimmedStart(children: readonly ElementContent[]): ElementContent[] {
  const [first, ...rest] = children;
  if (first?.type !== 'text') return [...children];
  const value = first.value.trimStart();
  return value === '' ? trimmedStart(rest) : [{ ...first, value }, ...rest];
}

/** Puts marks in the place of what was typed for a note, outside all notes and code. */
function replaceMarks(
  holder: Holder,
  note: TypedNote,
  blocks: ReadonlySet<Element>,
  mark: () => Element,
): void {
  holder.children = (holder.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type === 'text') return partsOf(child.value, note, mark);
    if (child.type !== 'element') return [child];
    if (isTypedSup(child, note)) return [mark()];
    if (!blocks.has(child) && !isElement(child, 'pre', 'code', 'a'))
      replaceMarks(child, note, blocks, mark);
    return [child];
  });
}

function isTypedSup(node: Element, { make, number }: TypedNote): boolean {
  if (!isElement(node, 'sup')) return false;
  const words = textOf(node).trim();
  return make === 'sign'
    ? words === number
    : /^\[?\d{1,3}\]?$/.test(words) && words.replace(/\D/g, '') === number;
}

function partsOf(words: string, { make, number }: TypedNote, mark: () => Element) {
  const pattern = patternOf(make, number);
  if (!pattern) return [text(words)];
  const parts: ElementContent[] = [];
  let at = 0;
  for (const { 0: found, index } of words.matchAll(pattern)) {
    if (index > at) parts.push(text(words.slice(at, index)));
    parts.push(mark());
    at = index + found.length;
  }
  if (at < words.length || parts.length === 0) parts.push(text(words.slice(at)));
  return parts;
}

function patternOf(make: Make, number: string): RegExp | undefined {
  if (make === 'bracket') return new RegExp(`\\[${number}\\](?!\\()`, 'g');
  if (make === 'raised') {
    const signs = [...number].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
    return new RegExp(`(?<![⁰¹²³⁴-⁹])${signs}(?![⁰¹²³⁴-⁹])`, 'g');
  }
  if (make === 'sup') return undefined;
  const signs = number.replace(/\*/g, '\\*');
  return new RegExp(`(?<=[\\p{L}\\p{N}\\p{P}])(?<![*†‡§])${signs}(?![*†‡§\\p{L}\\p{N}])`, 'gu');
}

/** Takes the lines of the notes that were found out of their paragraph, which goes with its last one. */
function takeLines(block: Element, typed: readonly TypedNote[], used: ReadonlySet<TypedNote>) {
  const lines = linesOf(block);
  const own = typed.filter((note) => note.block === block);
  block.children = withBreaks(lines.filter((_, index) => !own[index] || !used.has(own[index])));
}
