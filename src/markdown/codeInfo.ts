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

/** Reads the info string of a code block of `lines` lines. What it says beside these three things is left alone. */
export function readCodeInfo(info: string, lines: number): CodeInfo {
  const language = /^[\w#+-]+(?=\s|$|\{)/.exec(info)?.[0].toLowerCase();
  const [, double, single] = /(?:^|\s)title=(?:"([^"]*)"|'([^']*)')/.exec(info) ?? [];
  const title = (double ?? single)?.trim() || undefined;
  const ranges = /(?:^|[^\\])\{([\d\s,-]+)\}/.exec(withoutTitle(info))?.[1] ?? '';
  const marked = new Set<number>();
  for (const range of ranges.split(',').filter((part) => part.trim() !== '')) {
    const [, first, last = first] = /^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/.exec(range) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (first === undefined || from < 1 || to < from || to > lines)
      return { language, title, marked: new Set(), wrong: range.trim() };
    for (let line = from; line <= to; line++) marked.add(line);
  }
  return { language, title, marked, wrong: undefined };
}

function withoutTitle(info: string): string {
  return info.replace(/title=(?:"[^"]*"|'[^']*')/, '');
}
