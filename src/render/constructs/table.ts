import type { AlignType, Table, TableRow } from 'mdast';
import { firstWords } from '#journal/text/excerpt.ts';
import { onOneLine, wordsOf } from '#journal/text/inline/words.ts';
import type { Collector } from '../collect/collector.ts';
import { type Content, element } from '../html/element.ts';
import type { Visited, Visitors } from './mathVisitors.ts';

/** Visitors that put tables in boxes. */
export function tableVisitors({ collector }: Visited): Visitors {
  return {
    table(node, context) {
      tellLostCells(node, collector);
      context.replaceNode(node, tableElement(node));
    },
  };
}

/** What stands beyond the columns of a table is on no page (https://github.github.com/gfm/#tables-extension-). */
function tellLostCells({ children: [head, ...body] }: Readonly<Table>, collector: Collector): void {
  const columns = head?.children.length ?? 0;
  for (const { children, position } of body) {
    const lost = children.slice(columns).map((cell) => onOneLine(wordsOf(cell)));
    const [first] = lost.filter((words) => words !== '');
    if (first === undefined) continue;
    collector.warning(
      'lost-cell',
      position?.start.line ?? 1,
      `"${firstWords(first)}", which stands beyond the columns of its table, where nobody sees it`,
      `at most ${columns} cells, as the head of the table has`,
      'give the head another one, or write a | within a cell as \\|',
    );
  }
}

/**
 * A table in a box that scrolls where the table is wider than the text, that a keyboard reaches, and that is called by its
 * columns, in whatever language they are. A group and no region: two tables of a page may be called the same, as landmarks
 * may not. Alignment is told in classes.
 */
function tableElement({ align, children }: Readonly<Table>): Content {
  const [head, ...body] = children;
  const columns = head?.children.map((_, column) => align?.[column]) ?? [];
  const rows = body.map((row) => rowElement(row, 'td', columns));
  const table = element('table', {}, [
    ...(head ? [element('thead', {}, [rowElement(head, 'th', columns)])] : []),
    ...(rows.length > 0 ? [element('tbody', {}, rows)] : []),
  ]);
  const words = firstWords(head?.children.map((cell) => onOneLine(wordsOf(cell))).join(', ') ?? '');
  const label = /[\p{L}\p{N}]/u.test(words) ? { ariaLabel: words } : {};
  return element('div', { className: ['table'], role: 'group', tabIndex: 0, ...label }, [table]);
}

/** A row may have fewer cells than there are columns. */
function rowElement(
  { children }: TableRow,
  cell: 'td' | 'th',
  columns: readonly (AlignType | undefined)[],
): Content {
  const cells = columns.map((side, column) => {
    const aligned = side === 'right' || side === 'center' ? { className: [`align-${side}`] } : {};
    return element(cell, aligned, children[column]?.children ?? []);
  });
  return element('tr', {}, cells);
}

/** The parser takes what stands behind a bare address for a part of it, the end of its cell included. */
export function tellLongAddress(written: string, bodyLine: number, collector: Collector): void {
  if (!/^https?:.*(?<!\\)\|/i.test(written)) return;
  collector.warning(
    'long-address',
    bodyLine,
    `${written}, an address that goes on over the end of its cell`,
    'a space behind an address in a table',
    'put a space before the |',
  );
}
