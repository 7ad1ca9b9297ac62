import type { Fault } from '../fault/fault.ts';
import { codeIn } from './characterFaults.ts';
import { splitFrontMatter } from './frontMatter.ts';
import { lineBreaksBefore } from './lineBreaks.ts';

/** What programs write in place of a character that they could not read, and what UTF-8 looks like where it was read as Windows-1252. */
const garbled =
  /\uFFFD+|Ã[\u00A1-\u00AA\u00AC-\u00BA\u00BC-\u00BFŸ]|Â[\u00A0-\u00AA\u00AC\u00AE-\u00BA\u00BC-\u00BF]|â€[™œ“”˜¦¢\u009D]|ï¿½|ðŸ/g;

/** What one of those begins with: to look for that takes a fraction of the time. */
const beginnings = ['\uFFFD', 'Ã', 'Â', 'â€', 'ï¿½', 'ðŸ'];

/**
 * Where a text lost characters before it came here, in a program that read it in a wrong encoding. The bytes are sound, so
 * that it may be meant: a warning. In code it is meant most likely, by who shows what a program does.
 */
export function garbledFaults(source: string, file: string): Fault[] {
  if (!beginnings.some((beginning) => source.includes(beginning))) return [];
  if (source.search(garbled) === -1) return [];
  const isCode = /\.ya?ml$/i.test(file) ? () => false : codeOf(source, file);
  const breaks = lineBreaksBefore(source);
  const byLine = new Map<number, string>();
  for (const { 0: sign, index } of source.matchAll(garbled)) {
    const line = breaks(index) + 1;
    if (!isCode(index) && !byLine.has(line)) byLine.set(line, sign);
  }
  return [...byLine].map(([line, sign]) => faultOf(file, line, sign));
}

/** Whether an offset of a file is one of code. */
function codeOf(source: string, file: string): (offset: number) => boolean {
  const { body } = splitFrontMatter(source, file);
  const isCode = codeIn(body);
  return (offset) => isCode(offset - (source.length - body.length));
}

function faultOf(file: string, line: number, sign: string): Fault {
  const fault = { file, line, kind: 'garbled-text', warning: true } as const;
  if (sign.startsWith('\uFFFD'))
    return {
      ...fault,
      what: `the character U+FFFD (${sign}), which programs write in place of one that they could not read`,
      expected: 'the character that was lost',
      cure: 'type it anew, or put the sign into code (`\uFFFD`) if it is meant',
    };
  return {
    ...fault,
    what: `"${sign}", which a character of UTF-8 looks like where it was read as Windows-1252`,
    expected: 'the character itself',
    cure: 'type it anew, or put it into code if it is meant',
  };
}
