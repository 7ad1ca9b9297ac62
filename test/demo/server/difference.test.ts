import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type DifferentLine, difference } from '../../../demo/server/difference.ts';

const signs = { same: ' ', added: '+', removed: '-' } as const;

/** As a patch shows it, with brackets around the words that are others. */
const shown = (lines: readonly DifferentLine[]) =>
  lines.map(
    ({ kind, parts }) =>
      `${signs[kind]}${parts.map(({ text, isNew }) => (isNew ? `[${text}]` : text)).join('')}`,
  );

it.each([
  ['a\nb\n', 'a\nb\n', [' a', ' b']],
  ['', 'a\nb\n', ['+[a]', '+[b]']],
  ['a\nb\n', '', ['-[a]', '-[b]']],
  ['a\nc\n', 'a\nb\nc\n', [' a', '+[b]', ' c']],
  ['draft: true\ntext\n', 'text\n', ['-[draft: true]', ' text']],
  [
    'The lift is slow.\n',
    'The lift is very slow.\n',
    ['-The lift is slow.', '+The lift is [very ]slow.'],
  ],
  ['one two\nx\n', 'one three\nx\n', ['-one [two]', '+one [three]', ' x']],
  [
    'draft: true\n',
    'syndication:\n  - https://a.example\n',
    ['-[draft: true]', '+[syndication:]', '+[  - https://a.example]'],
  ],
  ['a\r\nb\r\n', 'a\nb\n', [' a', ' b']],
])('from %j to %j it is %j', (before, after, lines) => {
  expect(shown(difference(before, after))).toEqual(lines);
});

it('what is the same and what was removed is the older text, what is the same and what was added the newer', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'a b', 'c', ''), { maxLength: 8 })
    .map((lines) => lines.map((line) => `${line}\n`).join(''));
  const textOf = (lines: readonly DifferentLine[], left: 'added' | 'removed') =>
    lines
      .filter(({ kind }) => kind !== left)
      .map(({ parts }) => `${parts.map((part) => part.text).join('')}\n`)
      .join('');
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = difference(before, after);
      expect(textOf(lines, 'added')).toBe(before);
      expect(textOf(lines, 'removed')).toBe(after);
    }),
  );
});
