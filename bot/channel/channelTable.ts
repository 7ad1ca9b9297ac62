import type { Nodes, Table, TableCell, TableRow } from 'mdast';
import { onOneLine, wordsOf } from '#journal/words.ts';
import { cellWidth } from './cellWidth.ts';
import { withStyle } from './channelPhrasing.ts';
import { quotationAmong, type Style } from './postText.ts';
import type { Rendering } from './rendering.ts';

/** Cells in a line of code that a phone shows without breaking it. */
const narrowCells = 34;

/**
 * Writes a table: aligned, as code, where that fits a phone and no cell has a link, a picture or a footnote; else each
 * row as a list of its cells under their headings.
 */
export function writeTable(table: Table, styles: readonly Style[], rendering: Rendering): void {
  const lines = isPlain(table) ? alignedLines(table) : undefined;
  if (lines?.every((line) => cellWidth(line) <= narrowCells))
    rendering.out.append(lines.join('\n'), [...styles, { type: 'pre', language: undefined }]);
  else writeRows(table, styles, rendering);
}

function alignedLines({ children, align }: Table): string[] {
  const rows = children.map((row) => row.children.map((cell) => onOneLine(wordsOf(cell))));
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

function writeRows({ children }: Table, styles: readonly Style[], rendering: Rendering): void {
  const [head, ...rows] = children;
  if (!head) return;
  if (rows.length === 0) return writeCells(head, undefined, styles, rendering);
  for (const [index, row] of rows.entries()) {
    if (index > 0) rendering.out.append('\n', quotationAmong(styles));
    writeCells(row, head, styles, rendering);
  }
}

function writeCells(
  row: TableRow,
  head: TableRow | undefined,
  styles: readonly Style[],
  rendering: Rendering,
): void {
  const { out } = rendering;
  for (const [column, cell] of row.children.entries()) {
    if (column > 0) out.append('\n', quotationAmong(styles));
    out.append(column === 0 ? '• ' : '  ', styles);
    const name = head?.children[column];
    if (column > 0 && name && wordsOf(name).trim() !== '') writeName(name, styles, rendering);
    rendering.phrasing(cell.children, column === 0 ? withStyle(styles, 'bold') : styles);
  }
}

function writeName(name: TableCell, styles: readonly Style[], rendering: Rendering): void {
  rendering.phrasing(name.children, styles);
  rendering.out.append(': ', styles);
}

function isPlain(node: Nodes): boolean {
  if (/^(?:link|image|footnote)/.test(node.type)) return false;
  return !('children' in node) || node.children.every((child) => isPlain(child));
}
