const mark = '\uFEFF';

interface Line {
  readonly text: string;
  /** What ends it; nothing at the end of the text. */
  readonly end: string;
}

/** A text as it is changed: lines end with `\n`, and no byte order mark stands in front. */
export function plainLines(text: string): string {
  return withoutMark(text).replace(/\r\n?/g, '\n');
}

/**
 * A changed text in the manner of the file that it goes into: with its byte order mark, and with its line ends. Where
 * those are mixed, lines that did not change keep theirs, and new ones get those of most others.
 */
export function inMannerOf(original: string, changed: string): string {
  const old = linesOf(withoutMark(original));
  const now = changed.split('\n');
  const usual = usualEnd(old);
  const most = Math.min(old.length, now.length);
  const atStart = countWhile(most, (index) => old[index]?.text === now[index]);
  const atEnd = countWhile(
    most - atStart,
    (index) => old.at(-1 - index)?.text === now.at(-1 - index),
  );
  const endOf = (index: number) => {
    if (index === now.length - 1) return '';
    const kept =
      index < atStart
        ? old[index]
        : index >= now.length - atEnd
          ? old[index - now.length + old.length]
          : undefined;
    return kept?.end || usual;
  };
  let last = '';
  const text = now
    .map((line, index) => {
      const end = endOf(index);
      // Behind a lone carriage return, a line feed that ends an empty line would be the end of the line before it.
      last = last === '\r' && line === '' && end === '\n' ? last : end;
      return line + last;
    })
    .join('');
  return original.startsWith(mark) ? mark + text : text;
}

/** The line breaks that a text ends with. */
export function tailOf(text: string): string {
  return /\n*$/.exec(text)?.[0] ?? '';
}

function countWhile(most: number, isSame: (index: number) => boolean): number {
  let count = 0;
  while (count < most && isSame(count)) count++;
  return count;
}

function withoutMark(text: string): string {
  return text.startsWith(mark) ? text.slice(1) : text;
}

function linesOf(text: string): Line[] {
  const parts = text.split(/(\r\n|\r|\n)/);
  return Array.from({ length: (parts.length + 1) / 2 }, (_, index) => ({
    text: parts[2 * index] ?? '',
    end: parts[2 * index + 1] ?? '',
  }));
}

const plainEnd = '\n';

/** The end that most lines have. */
function usualEnd(lines: readonly Line[]): string {
  const count = (end: string) => lines.filter((line) => line.end === end).length;
  return ['\r\n', '\r'].reduce((usual, end) => (count(end) > count(usual) ? end : usual), plainEnd);
}
