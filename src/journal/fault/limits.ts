import { Expressions } from './expressions.ts';
import type { Fault } from './fault.ts';
import { Nesting, Open } from './nesting.ts';

/** What no text of a person comes near. Beyond it, reading one text would take minutes, or all memory. */
const most = {
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

/** Characters of front matter. */
const longestMatter = 64_000;
/** Characters of a YAML file. */
const longestYaml = 500_000;

/** What is too much in a Markdown text, which begins at line `firstLine` of `file`: a fault for each kind, or none. */
export function limitFaults(text: string, file: string, firstLine: number): Fault[] {
  if (text.length <= most.containers) return [];
  const measure = new Measure(file.endsWith('.mdx'));
  let start = 0;
  for (let line = firstLine; start <= text.length; line++) {
    const end = text.indexOf('\n', start);
    measure.take(text.slice(start, end === -1 ? undefined : end), line);
    start = end === -1 ? text.length + 1 : end + 1;
  }
  return measure.found.map((one) => ({ file, ...one }));
}

/** The fault of front matter that is no front matter. */
export function matterFaults(text: string, file: string): Fault[] {
  if (text.length <= longestMatter) return [];
  return [
    {
      file,
      line: 1,
      what: `front matter of ${text.length} characters`,
      expected: `at most ${longestMatter}`,
      cure: 'close it with a line of `---` above the text, or move what is long into the text',
    },
  ];
}

/** The fault of a YAML file that is longer than any that a person keeps. Comments, which others write, may be many. */
export function yamlFaults(text: string, file: string): Fault[] {
  if (text.length <= longestYaml || file.startsWith('comments/')) return [];
  return [
    {
      file,
      line: 1,
      what: `a file of ${text.length} characters`,
      expected: `at most ${longestYaml}`,
      cure: 'take out of it what is not needed',
    },
  ];
}

/** The 1-based number of the longest line. */
export function longestLine(text: string): number {
  const lines = text.split('\n').map(({ length }) => length);
  return lines.indexOf(lines.reduce((a, b) => Math.max(a, b), 0)) + 1;
}

type Excess = Omit<Fault, 'file'>;

/** Goes through a text line by line, once, and parses nothing. */
class Measure {
  readonly found: Excess[] = [];
  readonly #told = new Set<keyof typeof most>();
  #fence = '';
  #signs = 0;
  #elements = 0;
  #open = new Open();
  #length = 0;
  #underscores = 0;
  #references = 0;
  #abbreviations = 0;
  #isMath = false;
  #walk = 0;
  readonly #nesting = new Nesting();
  readonly #expressions: Expressions | undefined;
  #table = { columns: 0, cells: 0, written: 0 };

  constructor(isMdx: boolean) {
    this.#expressions = isMdx ? new Expressions() : undefined;
  }

  take(line: string, number: number): void {
    if (this.#isInFence(line)) {
      if (this.#signs > most.signs) this.#tell('signs', number);
      return;
    }
    this.#signs += this.#weightOf(line);
    const isBlank = line.trim() === '';
    if (isBlank || beginning.test(line)) this.#beginParagraph();
    this.#length += line.length;
    this.#underscores += count(line, /(?<=[^\s\\])_+(?=\S)/g);
    this.#references += count(line, /&[#\w]/g) * this.#length;
    if (this.#underscores > most.underscores) this.#tell('underscores', number);
    if (this.#references > most.references) this.#tell('references', number);
    if (this.#expressions) this.#takeCode(this.#expressions, line, number);
    this.#walk += walkThrough(line);
    if (abbreviation.test(line)) this.#abbreviations++;
    if (this.#walk > most.walk) this.#tell('walk', number);
    if (this.#abbreviations > most.abbreviations) this.#tell('abbreviations', number);
    if (this.#nesting.after(line) > most.containers) this.#tell('containers', number);
    if (this.#open.after(line) > most.open) this.#tell('open', number);
    if (this.#cellsAfter(line, isBlank) > most.cells) this.#tell('cells', number);
    if (this.#signs > most.signs) this.#tell('signs', number);
    if (this.#elementsAfter(line) > most.elements) this.#tell('elements', number);
  }

  #takeCode(expressions: Expressions, line: string, number: number): void {
    const { brackets, operators } = expressions.after(line);
    if (brackets > most.brackets) this.#tell('brackets', number);
    if (operators > most.operators) this.#tell('operators', number);
    this.#signs += weights.expression * count(line, /\{/g);
  }

  /** Whether a line is of a code block. Of its formulas and of how many there are, each costs. */
  #isInFence(line: string): boolean {
    const [, fence = '', info = ''] = /^[ \t>]*(`{3,}|~{3,})[ \t]*(\S*)/.exec(line) ?? [];
    if (this.#fence === '') {
      if (fence === '') return false;
      this.#fence = fence;
      this.#isMath = info === 'math';
      this.#signs += weights.fence;
      return true;
    }
    if (this.#isMath) this.#signs += weights.formula * line.length;
    if (fence.startsWith(this.#fence)) {
      this.#fence = '';
      this.#isMath = false;
    }
    return true;
  }

  #weightOf(line: string): number {
    const formulas = line.includes('$$') ? count(line, /\$\$/g) : 0;
    const isFormula = this.#isMath || formulas > 0;
    // Within a line, one ends with its paragraph.
    if (formulas % 2 === 1 && (this.#isMath || /^[ \t>]*\$\$/.test(line)))
      this.#isMath = !this.#isMath;
    return (
      1 +
      count(line, signs) +
      weights.block * count(line, /^[ \t>]*(?:#{1,6}(?!\S)|(?:[-+*]|\d{1,9}[.)])(?!\S))/g) +
      weights.address * count(line, /:\/\/|\bwww\.|@[\w-]+\.(?=\w)/gi) +
      (isFormula ? weights.formula * line.length : 0)
    );
  }

  #beginParagraph(): void {
    this.#open = new Open();
    this.#length = 0;
    this.#underscores = 0;
  }

  /** The most elements that are open at once within a line. */
  #elementsAfter(line: string): number {
    if (!line.includes('<')) return 0;
    let deepest = 0;
    for (const [tag, slash, name = ''] of line.matchAll(
      /`[^`]*`|\\.|<(\/?)([a-z_$][a-z\d-]*|(?=>))/gi,
    )) {
      if (!tag.startsWith('<') || unclosed.has(name.toLowerCase())) continue;
      this.#elements = slash === '/' ? Math.max(0, this.#elements - 1) : this.#elements + 1;
      deepest = Math.max(deepest, this.#elements);
    }
    return deepest;
  }

  /** Cells that no row of the table has written. */
  #cellsAfter(line: string, isBlank: boolean): number {
    const pipes = count(line, /\|/g);
    if (isBlank) this.#table = { columns: 0, cells: 0, written: 0 };
    else if (pipes > 0 && line.includes('-') && /^[\s>|:-]+$/.test(line))
      this.#table = { columns: pipes + 1, cells: 0, written: 0 };
    this.#table.cells += this.#table.columns;
    this.#table.written += pipes + 1;
    return this.#table.cells - this.#table.written;
  }

  #tell(kind: keyof typeof most, line: number): void {
    if (this.#told.has(kind)) return;
    this.#told.add(kind);
    this.found.push({ line, ...words[kind] });
  }
}

const words = {
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
} as const satisfies Record<keyof typeof most, Omit<Excess, 'line'>>;

/** Elements that have no end tag, or need none. */
const unclosed = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option optgroup rt rp colgroup'.split(
    ' ',
  ),
);

/** The head of a line that begins a text of its own: a cell, a heading, an item. */
const beginning = /\||^ {0,3}\*\[|^[ \t>]*(?:#|[-+*][ \t]|\d{1,9}[.)][ \t])/;

const abbreviation = /^ {0,3}\*\[[^\]]+\]:/;

/** For how many signs more these count: a heading or an item, an address, a code block, an expression of MDX, a character of a formula. */
const weights = { block: 2, address: 3, fence: 4, expression: 4, formula: 0.25 } as const;

const signs = /[*_~[\]<>|&\\$"'`^]/g;

function count(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0;
}

/** Looking for places in a line of ASCII takes no walk. */
function walkThrough(line: string): number {
  return /[^\0-\u007F]/.test(line) ? line.length * count(line, signs) : 0;
}
