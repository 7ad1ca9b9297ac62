import type { Nodes, PhrasingContent, Table, TableCell, TableRow } from 'mdast';
import { isInline } from '#journal/text/inline/phrasing.ts';
import { onOneLine, wordsOf } from '#journal/text/inline/words.ts';
import { understoodPhrasing } from '#journal/text/rawHtml.ts';
import { quotationAmong, type Styles, withStyle } from './postText.ts';
import type { ChannelForm, Rendering } from './rendering.ts';

/** Cells in a line of code that a phone shows without breaking it. */
const narrowCells = 34;

/**
 * Writes a table: aligned, as code, where that fits a phone and no cell has a link, a picture or a footnote; else each
 * row as a list of its cells under their headings.
 */
export const writeTable: ChannelForm<'table'> = (given, styles, rendering) => {
  const table = understoodCells(given);
  const lines = isPlain(table) ? alignedLines(table) : undefined;
  if (lines?.every((line) => cellWidth(line) <= narrowCells))
    rendering.out.append(lines.join('\n'), [...styles, { type: 'pre', language: undefined }]);
  else writeRows(table, styles, rendering);
  return true;
};

/** The table with raw HTML in its cells understood, as {@link understoodPhrasing} has it. */
function understoodCells(table: Table): Table {
  const children = table.children.map((row) => ({
    ...row,
    children: row.children.map((cell) => ({
      ...cell,
      children: understoodPhrasing(cell.children) as PhrasingContent[],
    })),
  }));
  return { ...table, children };
}

function alignedLines({ children, align }: Table): string[] {
  const [head, ...others] = children;
  const shown = head && !isEmpty(head) ? children : others;
  const rows = shown.map((row) => row.children.map((cell) => onOneLine(wordsOf(cell))));
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => cellWidth(row[column] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const space = ' '.repeat(Math.max(0, (widths[column] ?? 0) - cellWidth(cell)));
        return align?.[column] === 'right' ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd(),
  );
}

function writeRows({ children }: Table, styles: Styles, rendering: Rendering): void {
  const [head, ...others] = children;
  if (!head) return;
  const names = others.length > 0 && !isEmpty(head) ? head : undefined;
  const rows = others.length > 0 ? others : [head];
  const [only, ...more] = names?.children ?? [];
  // The cells of a single column have no name before them.
  if (only && more.length === 0) {
    rendering.phrasing(only.children, withStyle(styles, 'bold'));
    rendering.out.append('\n', quotationAmong(styles));
  }
  for (const [index, row] of rows.entries()) {
    if (index > 0) rendering.out.append('\n', quotationAmong(styles));
    writeCells(row, names, styles, rendering);
  }
}

function writeCells(
  row: TableRow,
  head: TableRow | undefined,
  styles: Styles,
  rendering: Rendering,
): void {
  const { out } = rendering;
  for (const [column, cell] of row.children.entries()) {
    if (column > 0) out.append('\n', quotationAmong(styles));
    out.append(column === 0 ? '• ' : '  ', styles);
    const name = head?.children[column];
    if (name && wordsOf(name).trim() !== '' && isNamed(row, column, name))
      writeName(name, styles, rendering);
    rendering.phrasing(cell.children, column === 0 ? withStyle(styles, 'bold') : styles);
  }
}

/** The first cell of a row is its title, and needs no name but one with a mark or a link, which would be lost. */
function isNamed({ children }: TableRow, column: number, name: TableCell): boolean {
  return column > 0 || (children.length > 1 && !isPlain(name));
}

function writeName(name: TableCell, styles: Styles, rendering: Rendering): void {
  rendering.phrasing(name.children, styles);
  rendering.out.append(': ', styles);
}

function isEmpty(row: TableRow): boolean {
  return row.children.every((cell) => cell.children.length === 0);
}

function isPlain(node: Nodes): boolean {
  if (/^(?:link|image|footnote|break|spoiler)/.test(node.type)) return false;
  if (node.type === 'tableCell' && !node.children.every(isInline)) return false;
  return !('children' in node) || node.children.every((child) => isPlain(child));
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

// The East Asian Width property is not among those of regular expressions: these are the scripts and blocks that it
// calls wide, and what is shown as a picture.
const wide =
  /^(?:\p{Emoji_Presentation}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\u3000-\u303E\uFF01-\uFF60\uFFE0-\uFFE6])/v;
const invisible = /^[\p{Mark}\p{Cf}\p{Cc}]+$/u;

/** How many cells of a monospaced line a text takes: two for a wide character, none for a mark without a letter. */
function cellWidth(text: string): number {
  let cells = 0;
  for (const { segment } of segmenter.segment(text)) {
    if (invisible.test(segment)) continue;
    cells += wide.test(segment) || segment.includes('\uFE0F') ? 2 : 1;
  }
  return cells;
}
