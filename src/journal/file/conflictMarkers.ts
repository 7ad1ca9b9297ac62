import type { Fault } from '../fault/fault.ts';

/** Where a program that joins two versions of a file has left both of them in it. */
interface Conflict {
  /** 1-based lines of the file, the first and the last of it. */
  readonly first: number;
  readonly last: number;
}

/** Languages of a block of code that may well be about conflicts; without one, it may hold anything. */
const proseLanguages =
  /^(?:|text|txt|plain(?:text)?|diff|patch|git\S*|conflict|console|shell\S*|sh|bash|zsh|terminal|output|log|ansi|md|markdown)$/i;

const beginning = /^<{7}(?: .*)?$/;
const separator = /^={7}$/;
const end = /^>{7}(?: .*)?$/;

/**
 * What git, and whatever writes like it, leaves in a file where it could not join two versions: `<<<<<<<`, `=======` and
 * `>>>>>>>` at the beginning of lines, in this order. Where one end of them was taken out, the rest is still a conflict.
 * Lines that are indented are text. So are those that stand, all three,
 * in one block of code without a language, or in one such as `diff`: an article may be about them.
 */
export function conflictFaults(source: string, file: string): Fault[] {
  // Nearly no file has them: the lines are looked at only where the text does.
  if (!['<<<<<<<', '>>>>>>>'].some((mark) => source.includes(mark))) return [];
  if (!/^(?:<{7}|>{7})/m.test(source)) return [];
  return conflictsIn(source.split(/\r?\n/)).map(({ first, last }) => ({
    file,
    line: first,
    kind: 'conflict',
    what: `two versions of the text that git could not join, down to line ${last}`,
    expected: 'one of them, without the lines <<<<<<<, ======= and >>>>>>>',
    cure: 'choose, and take those lines out; where the text is about such lines, indent them',
  }));
}

function conflictsIn(lines: readonly string[]): Conflict[] {
  const fences = fencesOf(lines);
  const isShown = ({ first, last }: Conflict) =>
    fences[first] !== undefined && fences[first] === fences[last];
  return stretchesOf(lines)
    .filter((stretch) => !isShown(stretch))
    .map(({ first, last }) => ({ first: first + 1, last: last + 1 }));
}

/** The lines, counted from 0, from the first mark of each conflict to its last. */
function stretchesOf(lines: readonly string[]): Conflict[] {
  const found: Conflict[] = [];
  let begin: number | undefined;
  let parting: number | undefined;
  const close = (last: number | undefined) => {
    const first = begin ?? parting;
    if (first !== undefined && parting !== undefined && last !== undefined)
      found.push({ first, last });
    begin = undefined;
    parting = undefined;
  };
  for (const [at, line] of lines.entries()) {
    if (beginning.test(line)) {
      if (begin !== undefined) close(parting);
      begin = at;
      parting = undefined;
    } else if (separator.test(line)) parting = at;
    else if (end.test(line)) close(at);
  }
  if (begin !== undefined) close(parting);
  return found;
}

/** For each line the block of code, of those that may be about conflicts, that it stands in. */
function fencesOf(lines: readonly string[]): (number | undefined)[] {
  let open: { readonly fence: string; readonly id: number | undefined } | undefined;
  return lines.map((line, at) => {
    const [, fence = '', info = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (open) {
      const { id } = open;
      if (fence.startsWith(open.fence) && info.trim() === '') open = undefined;
      return id;
    }
    if (fence === '' || (fence.startsWith('`') && info.includes('`'))) return undefined;
    const [language = ''] = info.trim().split(/[\s{]/);
    open = { fence, id: proseLanguages.test(language) ? at : undefined };
    return undefined;
  });
}

/**
 * The two versions of a text that git could not join, each whole; undefined where there are not two of each place, or where
 * one of them has marks still.
 */
export function conflictSides(source: string): readonly [string, string] | undefined {
  const sides: [string[], string[]] = [[], []];
  let at: 'both' | 'first' | 'base' | 'second' = 'both';
  for (const line of source.split(/\r?\n/)) {
    const next = sideBehind(line, at);
    if (next === undefined) {
      if (at !== 'second' && at !== 'base') sides[0].push(line);
      if (at !== 'first' && at !== 'base') sides[1].push(line);
    } else at = next;
  }
  const [first, second] = [sides[0].join('\n'), sides[1].join('\n')];
  const hasMarks = [first, second].some((side) => /^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/m.test(side));
  return at !== 'both' || hasMarks ? undefined : [first, second];
}

/** Whose lines follow a mark of a conflict; undefined for a line that is no mark where it stands. */
function sideBehind(line: string, at: string): 'both' | 'first' | 'base' | 'second' | undefined {
  if (at === 'both') return beginning.test(line) ? 'first' : undefined;
  // Git can be told to show what both came from.
  if (at === 'first' && /^\|{7}(?: .*)?$/.test(line)) return 'base';
  if (at !== 'second' && separator.test(line)) return 'second';
  return at === 'second' && end.test(line) ? 'both' : undefined;
}
