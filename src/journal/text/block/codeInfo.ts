import type { Code } from 'mdast';

/** What the line that opens a code block says: ``` ```ts title="src/a.ts" {2,4-5} ```. */
export interface CodeInfo {
  readonly language: string | undefined;
  /** The name of the file that is shown. */
  readonly title: string | undefined;
  /** 1-based numbers of the lines that are marked. */
  readonly marked: ReadonlySet<number>;
  /** What is wrong with the line numbers, if anything is. */
  readonly wrong: string | undefined;
}

/** Reads the info string of a code block. What it says beside these three things is left alone. */
export function readCodeInfo({ lang, meta, value }: Readonly<Code>): CodeInfo {
  const info = [lang, meta].filter(Boolean).join(' ');
  const lines = value.split('\n').length;
  const language = /^[\w#+-]+(?=\s|$|\{)/.exec(info)?.[0].toLowerCase();
  const [, double, single] = /(?:^|\s)title=(?:"([^"]*)"|'([^']*)')/.exec(info) ?? [];
  const title = (double ?? single)?.trim() || undefined;
  const ranges: Range[] = [];
  const untitled = info.replace(/title=(?:"[^"]*"|'[^']*')/, '');
  const written = /(?:^|[^\\])\{([\d\s,-]+)\}/.exec(untitled)?.[1] ?? '';
  for (const range of written.split(',').filter((part) => part.trim() !== '')) {
    const [, first, last = first] = /^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/.exec(range) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (first === undefined || from < 1 || to < from || to > lines)
      return { language, title, marked: new Set(), wrong: range.trim() };
    ranges.push({ from, to });
  }
  return { language, title, marked: linesIn(ranges), wrong: undefined };
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The lines of all ranges, each of which is counted once. */
function linesIn(ranges: readonly Range[]): Set<number> {
  const lines = new Set<number>();
  let next = 1;
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    for (next = Math.max(next, from); next <= to; next++) lines.add(next);
  }
  return lines;
}
