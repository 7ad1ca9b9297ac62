import type { Fault } from './fault.ts';

/** What no text of a person comes near. Beyond it, reading one text would take minutes, or all memory. */
const most = {
  /** Quotations and lists within each other, as one line begins them. */
  containers: 100,
  /** Emphasis and links within each other, in one paragraph. */
  open: 500,
  /** Cells of a table, beside those that are written: rows are filled up. */
  cells: 50_000,
  /** Signs that mean something in Markdown, outside code blocks. */
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
} as const;

/** Characters of front matter. */
const longestMatter = 64_000;

/** What is too much in a Markdown text, which begins at line `firstLine` of `file`: a fault for each kind, or none. */
export function limitFaults(text: string, file: string, firstLine: number): Fault[] {
  if (text.length <= most.containers) return [];
  const measure = new Measure();
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
  #table = { columns: 0, cells: 0, written: 0 };

  take(line: string, number: number): void {
    const fence = /^[ \t>]*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (this.#fence !== '') {
      if (fence.startsWith(this.#fence)) this.#fence = '';
      return;
    }
    this.#fence = fence;
    if (fence !== '') return;
    this.#signs += 1 + count(line, signs);
    const isBlank = line.trim() === '';
    if (isBlank || beginning.test(line)) this.#beginParagraph();
    this.#length += line.length;
    this.#underscores += count(line, /(?<=[^\s\\])_+(?=\S)/g);
    this.#references += count(line, /&[#\w]/g) * this.#length;
    if (this.#underscores > most.underscores) this.#tell('underscores', number);
    if (this.#references > most.references) this.#tell('references', number);
    if (containersOf(line) > most.containers) this.#tell('containers', number);
    if (this.#open.after(line) > most.open) this.#tell('open', number);
    if (this.#cellsAfter(line, isBlank) > most.cells) this.#tell('cells', number);
    if (this.#signs > most.signs) this.#tell('signs', number);
    if (this.#elementsAfter(line) > most.elements) this.#tell('elements', number);
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
    for (const [tag, slash, name = ''] of line.matchAll(/`[^`]*`|\\.|<(\/?)([a-z][a-z\d-]*)/gi)) {
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
const beginning = /\||^[ \t>]*(?:#|[-+*][ \t]|\d{1,9}[.)][ \t])/;

const signs = /[*_~[\]<>|&\\$"'`^]/g;

function count(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0;
}

const rule = /^[ \t]*([-*_])(?:[ \t]*\1)+[ \t]*$/;

/** How many quotations and items a line begins. */
function containersOf(line: string): number {
  if (line.length <= most.containers || rule.test(line)) return 0;
  const marker = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/y;
  let depth = 0;
  while (marker.test(line)) depth++;
  return depth;
}

/** Signs of a paragraph that wait for their ends, roughly. */
class Open {
  #runs = 0;
  #brackets = 0;

  /** The most that are open at once, up to the end of a line of it. */
  after(line: string): number {
    let deepest = 0;
    for (const found of line.matchAll(/\\.|[[\]]|[*_~]+/g)) {
      this.#take(
        found[0],
        line[found.index - 1] ?? ' ',
        line[found.index + found[0].length] ?? ' ',
      );
      deepest = Math.max(deepest, this.#runs + this.#brackets);
    }
    return deepest;
  }

  #take(sign: string, before: string, after: string): void {
    if (sign === '[') this.#brackets++;
    else if (sign === ']') this.#brackets = Math.max(0, this.#brackets - 1);
    else if (!sign.startsWith('\\')) {
      const depth = Math.ceil(sign.length / 2);
      const opens = /\S/.test(after) && (/[\s\p{P}]/u.test(before) || this.#runs === 0);
      const closes = /\S/.test(before);
      if (opens) this.#runs += depth;
      else if (closes) this.#runs = Math.max(0, this.#runs - depth);
    }
  }
}
