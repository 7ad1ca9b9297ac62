import type { Element, ElementContent } from 'hast';
import type { Notes } from '../item/notes.ts';
import {
  attributeOf,
  element,
  elementsIn,
  isBlank,
  isElement,
  markdownText,
  paragraph,
  rewriteElements,
  text,
  textOf,
  withBreaks,
  withoutGaps,
} from './tree/tree.ts';

/** A table in the shape that Markdown has; of one that only laid things out, what stood in its cells. */
export function tableShaped(table: Element, notes: Notes): readonly ElementContent[] {
  const code = numberedCode(table);
  if (code) return code;
  if (isLayout(table)) {
    notes.changed('table that laid things out', 'what stood in its cells, one below the other');
    const captions = table.children.filter((child) => isElement(child, 'caption'));
    const shown = [...captions, ...cellsOf(table)].filter((one) => !isBlank(one));
    return shown.map(({ children }) => element('div', laidOut, children));
  }
  for (const cell of cellsOf(table)) cell.children = withoutGaps(linesInCell(cell));
  return withCaption(withLinesInCells(table));
}

/** What marks the boxes that a table within another has left: those within come first. */
const laidOut = { dataLaidOut: 'true' };

/** The cells of a table, without those of tables in it. */
function cellsOf(table: Element): Element[] {
  return table.children.flatMap((child) => {
    if (isElement(child, 'td', 'th')) return [child];
    return isElement(child, 'thead', 'tbody', 'tfoot', 'tr') ? cellsOf(child) : [];
  });
}

/** Characters of a cell that is more than a word or a number. */
const longCell = 60;

/**
 * Whether a table was there for the look of a page, as before there were style sheets: it holds another one, has a single
 * column, or is one row of texts or pictures side by side.
 */
function isLayout(table: Element): boolean {
  if (/^(?:presentation|none)$/.test(attributeOf(table, 'role'))) return true;
  const inner = elementsIn(table);
  if (inner.some((one) => isElement(one, 'table') || attributeOf(one, 'dataLaidOut') !== ''))
    return true;
  if (inner.some((one) => isElement(one, 'th', 'caption'))) return false;
  const rows = inner.filter((one) => isElement(one, 'tr'));
  const widths = rows.map((row) => cellsOf(row).filter((cell) => !isBlank(cell)).length);
  if (widths.every((width) => width <= 1)) return true;
  return rows.length === 1 && cellsOf(table).some(isText);
}

function isText(cell: Element): boolean {
  return (
    textOf(cell).trim().length > longCell ||
    elementsIn(cell, 'p', 'ul', 'ol', 'blockquote', 'img').length > 0
  );
}

const blocks = 'p div blockquote center address section ul ol dl dd dt h1 h2 h3 h4 h5 h6'.split(
  ' ',
);

/** A cell of Markdown is one line: what stood in blocks has breaks between. */
function linesInCell({ children }: Element): readonly ElementContent[] {
  if (!children.some((child) => isElement(child, ...blocks))) return children;
  return withBreaks(linesOf(children).filter((line) => !isBlank(paragraph(...line))));
}

function linesOf(children: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  for (const child of children)
    if (isElement(child, ...blocks)) lines.push(...linesOfBlock(child), []);
    else lines.at(-1)?.push(child);
  return lines;
}

function linesOfBlock(block: Element): ElementContent[][] {
  if (isElement(block, 'ul', 'ol')) {
    const items = block.children.filter((child) => isElement(child, 'li'));
    return items.flatMap((item, index) => {
      const mark = isElement(block, 'ol') ? `${index + 1}. ` : '• ';
      const [first = [], ...rest] = linesOf(item.children).filter((line) => line.length > 0);
      return [[text(mark), ...first], ...rest];
    });
  }
  if (/^h\d$/.test(block.tagName)) return [[element('strong', {}, block.children)]];
  return linesOf(block.children);
}

/** The code of a table that shows it beside the numbers of its lines, as many highlighters write it. */
function numberedCode(table: Element): readonly ElementContent[] | undefined {
  const cells = elementsIn(table, 'td', 'th');
  const [code, ...others] = cells.filter((cell) => !/^[\s\d]*$/.test(textOf(cell)));
  const found = code && elementsIn(code, 'pre');
  return cells.length === 2 && others.length === 0 && found?.length === 1 ? found : undefined;
}

/** A cell has no blocks: code in it is code by the line. No break of Markdown is one there, either. */
function withLinesInCells(table: Element): Element {
  rewriteElements(table, (node) => {
    if (!isElement(node, 'pre')) return [node];
    const lines = textOf(node).trim().split('\n');
    return withBreaks(lines.map((line) => [element('code', {}, [text(line)])]));
  });
  rewriteElements(table, (node) => [isElement(node, 'br') ? markdownText('<br>') : node]);
  return table;
}

/** A table of Markdown has no caption: its words stand above it. */
function withCaption(table: Element): readonly ElementContent[] {
  const captions = table.children
    .filter((one) => isElement(one, 'caption'))
    .filter((one) => !isBlank(one));
  return [
    ...captions.map((one) => element('p', {}, one.children)),
    { ...table, children: table.children.filter((one) => !captions.includes(one as Element)) },
  ];
}
