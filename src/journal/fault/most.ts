import type { Fault } from './fault.ts';

/** What no text of a person comes near. Beyond it, reading one text would take minutes, or all memory. */
export const most = {
  /** Quotations and lists within each other. */
  containers: 100,
  /** Emphasis and links within each other, in one paragraph. */
  open: 500,
  /** Cells of a table, beside those that are written: rows are filled up. */
  cells: 50_000,
  /** Signs that mean something in Markdown, outside code blocks. What costs as much as several counts as several. */
  signs: 100_000,
  /** Elements of raw HTML within each other. */
  elements: 500,
  /** Underscores within words, in one paragraph: the parser looks for the partner of each among all before it. */
  underscores: 4_000,
  /**
   * Character references, each times the length of its paragraph: the parser copies what it has of a paragraph for each
   * of them. Half as many bytes.
   */
  references: 400_000_000,
  /** Signs of a line, times its length, where not all of it is ASCII: the parser walks to the place of each of them. */
  walk: 2_000_000_000,
  /** Brackets within each other in the code of MDX. */
  brackets: 500,
  /** Operators of one expression in the code of MDX. */
  operators: 4_000,
  /** Words that the text says the meaning of: it is searched for each of them. */
  abbreviations: 1_000,
} as const;

/** How each of them is told. */
export const words = {
  containers: {
    what: `more than ${most.containers} quotations or lists within each other`,
    expected: 'a text that somebody can follow',
    cure: 'take signs away at the head of that line, or put it into a code block',
  },
  open: {
    what: `more than ${most.open} signs of emphasis or brackets that are open at once`,
    expected: 'each closed by another one',
    cure: 'close them, write \\ in front of them, or put the text into a code block',
  },
  cells: {
    what: `a table that would be filled up with more than ${most.cells} empty cells`,
    expected: 'rows with as many cells as the head has',
    cure: 'part the table, or set an empty line below it',
  },
  signs: {
    what: `more than ${most.signs} signs of Markdown in one text (line ends are among them)`,
    expected: 'a text that a page can show',
    cure: 'part it into several, put what is no Markdown into a code block, or lay it beside as a file and link it',
  },
  underscores: {
    what: `more than ${most.underscores} underscores within the words of one paragraph`,
    expected: 'a text that somebody can follow',
    cure: 'part the paragraph, or put the text into a code block',
  },
  references: {
    what: 'too many character references (such as &amp;) in paragraphs of this length',
    expected: 'the characters themselves',
    cure: 'write the characters (& alone means itself), part the paragraph, or put the text into a code block',
  },
  walk: {
    what: 'too many signs of Markdown in lines of this length',
    expected: 'a text that somebody can follow',
    cure: 'part the line into paragraphs',
  },
  brackets: {
    what: `more than ${most.brackets} brackets within each other in an expression`,
    expected: 'code that somebody can follow',
    cure: 'close them, or write \\{ where no code is meant',
  },
  operators: {
    what: `more than ${most.operators} operators in one expression`,
    expected: 'code that somebody can follow',
    cure: 'part the expression, or move it into a component',
  },
  abbreviations: {
    what: `more than ${most.abbreviations} lines that say what a short word stands for`,
    expected: 'a text that somebody can follow',
    cure: 'keep those that the text needs',
  },
  elements: {
    what: `more than ${most.elements} elements of HTML within each other`,
    expected: 'each closed by its end tag',
    cure: 'close them, or put the HTML into a code block',
  },
} as const satisfies Record<keyof typeof most, Omit<Fault, 'kind' | 'file' | 'line'>>;
