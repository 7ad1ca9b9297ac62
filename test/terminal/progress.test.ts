import { expect, it } from 'vitest';
import { Progress } from '../../src/terminal/progress.ts';

/** What is written while words come every half second. */
function written(isTTY: boolean, seconds: number): string[] {
  const lines: string[] = [];
  let now = 0;
  const progress = new Progress({ isTTY, write: (text) => lines.push(text) }, () => now);
  for (; now < seconds * 1000; now += 500) progress.tell(`pages: ${now / 500}`);
  progress.clear();
  return lines;
}

it('on a terminal progress is one line that is written over, and goes at the end', () => {
  expect(written(true, 2)).toEqual([
    '\r\x1b[Kpages: 1',
    '\r\x1b[Kpages: 2',
    '\r\x1b[Kpages: 3',
    '\r\x1b[K',
  ]);
});

it('elsewhere short work says nothing, and long work a line every ten seconds', () => {
  expect(written(false, 9)).toEqual([]);
  expect(written(false, 31)).toEqual(['pages: 20\n', 'pages: 40\n', 'pages: 60\n']);
});
