import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  fontFiles,
  fontPackages,
  leadingPackages,
  mayHold,
  parseRanges,
} from '../../src/cards/fontPackage.ts';

it.each([
  ['U+41', [[0x41, 0x41]]],
  [
    'U+0-00FF, U+1f600-1F64F',
    [
      [0, 0xff],
      [0x1f600, 0x1f64f],
    ],
  ],
])('the range %s is read', (text, ranges) => {
  expect(parseRanges(text)).toEqual(ranges);
});

it.each(['', 'U+4?', 'A-Z'])('"%s" is no range', (text) => {
  expect(() => parseRanges(text)).toThrow(`"${text}" is no range`);
});

it('every file that a font package names is there, and the site’s own face comes first', () => {
  const packages = fontPackages();
  expect(packages.slice(0, 2)).toEqual(leadingPackages);
  expect(packages.length).toBeGreaterThan(5);
  for (const { path } of packages.flatMap(fontFiles)) expect(existsSync(path), path).toBe(true);
});

it('a text asks only for the few files that may hold it', () => {
  const files = fontFiles('@fontsource-variable/noto-sans-jp');
  const asked = files.filter((file) => mayHold(file, 0x3042));
  expect(files.length).toBeGreaterThan(100);
  expect(asked.map(({ path }) => path.replace(/.*\//, ''))).toEqual([
    'noto-sans-jp-119-wght-normal.woff2',
  ]);
});

it('a package that is not there is named', () => {
  expect(() => fontFiles('@fontsource/none')).toThrow("Cannot find package '@fontsource/none'");
});
