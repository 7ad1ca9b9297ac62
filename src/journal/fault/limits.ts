import { Expressions } from './expressions.ts';
import type { Fault } from './fault.ts';
import { most, words } from './most.ts';
import { Nesting, Open } from './nesting.ts';

/** Characters of front matter. */
const longestMatter = 64_000;
/** Line breaks and spaces without anything between them in front matter. */
const longestEmpty = 1_000;
/** Characters of a YAML file. */
const longestYaml = 500_000;

/** What is too much in a Markdown text, which begins at line `firstLine` of `file`: a fault for each kind, or none. */
export function limitFaults(text: string, file: string, firstLine: number): Fault[] {
  if (isModest(text, file)) return [];
  const measure = new Measure(file.endsWith('.mdx'));
  let start = 0;
  for (let line = firstLine; start <= text.length; line++) {
    const end = text.indexOf('\n', start);
    measure.take(text.slice(start, end === -1 ? undefined : end), line);
    start = end === -1 ? text.length + 1 : end + 1;
  }
  return measure.found.map((one) => ({ kind: 'too-much', file, ...one }));
}

/** Whether a text has so few of the signs that are counted that it need not be looked at line by line. */
function isModest(text: string, file: string): boolean {
  if (text.length <= most.containers) return true;
  if (text.length > longestModest || file.endsWith('.mdx') || text.includes('|')) return false;
  return countedIn(text) <= most.containers;
}

/** Of a text that is no longer, not even each character as a sign would be too much. */
const longestModest = 10_000;

/** How often there is what opens something, in a paragraph or at the head of a line, or takes the parser long. */
function countedIn(text: string): number {
  const any = () => true;
  const isNumber = (at: number) => /\d/.test(text[at - 1] ?? '');
  const times = [...'>*+-_~[]<&'].map((sign) => timesIn(text, sign, any));
  return times.reduce(
    (sum, one) => sum + one,
    timesIn(text, '.', isNumber) + timesIn(text, ')', isNumber),
  );
}

/** How often a sign stands in a text where `counts` says so. To look for one sign is faster than to look at each character. */
function timesIn(text: string, sign: string, counts: (at: number) => boolean): number {
  let times = 0;
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1))
    if (counts(at)) times++;
  return times;
}

/** The fault of front matter that is no front matter, or that takes gray-matter long: its time grows with the square of empty lines. */
export function matterFaults(text: string, file: string): Fault[] {
  const excess = matterExcess(text);
  if (!excess) return [];
  const cure = 'close it with a line of `---` above the text, or move what is long into the text';
  return [{ ...excess, file, kind: 'front-matter', cure }];
}

function matterExcess(text: string): Pick<Fault, 'line' | 'what' | 'expected'> | undefined {
  if (text.length > longestMatter)
    return {
      line: 1,
      what: `front matter of ${text.length} characters`,
      expected: `at most ${longestMatter}`,
    };
  const empty = text.match(/[\n\r\u2028\u2029]\s+/g)?.find(({ length }) => length > longestEmpty);
  if (empty === undefined) return undefined;
  return {
    line: text.slice(0, text.indexOf(empty)).split('\n').length,
    what: `${empty.length} empty characters in a row in front matter`,
    expected: `at most ${longestEmpty}`,
  };
}

/** The fault of a YAML file that is longer than any that a person keeps. Comments, which others write, and known faults may be many. */
export function yamlFaults(text: string, file: string): Fault[] {
  if (text.length <= longestYaml || /^(?:comments\/|known-faults\.yaml$)/.test(file)) return [];
  return [
    {
      file,
      line: 1,
      kind: 'yaml',
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

type Excess = Omit<Fault, 'kind' | 'file'>;

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
      weights.block *
        count(line, /^[ \t>]*(?:#{1,6}(?!\S)|(?:[-+*]|\d{1,9}[.)])(?!\S)|[-=]+[ \t]*$)/g) +
      (isAscii(line) ? weights.address : weights.addressBesideOthers) *
        count(line, /:\/\/|\bwww\.|@[\w-]+\.(?=\w)/gi) +
      weights.spoilerMark * count(line, /(?<!\|)\|\|(?!\|)/g) +
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
    for (const [tag, slash, name = '', isClosed] of line.matchAll(
      /`[^`]*`|\\.|<(\/?)([\p{L}_$][\p{L}\d-]*|(?=>))([^<>]*\/(?=>))?/giu,
    )) {
      if (!tag.startsWith('<')) continue;
      // MDX wants an end of each.
      if (this.#expressions ? isClosed !== undefined : unclosed.has(name.toLowerCase())) continue;
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

/** Elements that have no end tag, or need none. */
const unclosed = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option optgroup rt rp colgroup'.split(
    ' ',
  ),
);

/** The head of a line that begins a text of its own: a cell, a heading, an item. */
const beginning = /\||^ {0,3}\*\[|^[ \t>]*(?:#|[-+*][ \t]|\d{1,9}[.)][ \t])/;

const abbreviation = /^ {0,3}\*\[[^\]]+\]:/;

/** For how many signs more these count. */
const weights = {
  /** A heading or an item. */
  block: 2,
  address: 4,
  /** Where its line is not all ASCII, the text is parsed once more to see where it ends. */
  addressBesideOthers: 7,
  /** Each of the two makes a tag of four. */
  spoilerMark: 5,
  /** A code block. */
  fence: 10,
  /** Of MDX. */
  expression: 4,
  /** Each character of it. */
  formula: 0.4,
} as const;

const signs = /[*_~[\]<>|&\\$"'`^]/g;

function count(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0;
}

/** Looking for places in a line of ASCII takes no walk. */
function walkThrough(line: string): number {
  return isAscii(line) ? 0 : line.length * count(line, signs);
}

function isAscii(line: string): boolean {
  return !/[^\0-\u007F]/.test(line);
}
