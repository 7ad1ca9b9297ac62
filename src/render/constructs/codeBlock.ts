import type { Code } from 'mdast';
import { counted } from '#journal/fault/counted.ts';
import { readCodeInfo } from '#journal/text/block/codeInfo.ts';
import type { Collector } from '../collect/collector.ts';
import { highlightCode } from './highlight.ts';
import type { Visited, Visitors } from './mathVisitors.ts';

/** Characters of code in one text that have colours: a page, a list and feeds go through every word of it. */
const mostColoured = 100_000;

/** Visitors that put highlighted code in place of code blocks. */
export function codeVisitors({ collector, ready }: Visited): Visitors {
  let left = mostColoured;
  return {
    code(node) {
      left -= node.value.length;
      return ready(codeBlock(node, collector, left >= 0));
    },
  };
}

/** A code block as HTML. A mark on a line that it does not have is a fault. */
function codeBlock(code: Readonly<Code>, collector: Collector, isColoured: boolean): string {
  const { value, position } = code;
  const info = readCodeInfo(code);
  if (info.wrong !== undefined) {
    const lines = value.split('\n').length;
    collector.fault(
      'line-marks',
      position?.start.line ?? 1,
      `a mark on the lines {${info.wrong}} of a code block that has ${counted(lines, 'line')}`,
      lines === 1 ? 'the number 1' : `numbers from 1 to ${lines}, such as {1} or {1-${lines}}`,
      'correct the numbers',
    );
  }
  return highlightCode(value, info, isColoured);
}
