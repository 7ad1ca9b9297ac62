import { describe, expect, it } from 'vitest';
import { ContentError, type Fault, formatFault, suggest } from '#journal/fault/fault.ts';

const fault = (file: string, line: number, what = 'x'): Fault => ({
  kind: 'missing-alt',
  file,
  line,
  what,
  expected: 'y',
  cure: 'do z',
});

it.each([
  ['', 'a.md:3: x; expected y; do z'],
  ['content', 'content/a.md:3: x; expected y; do z'],
  ['/home/a/journal/', '/home/a/journal/a.md:3: x; expected y; do z'],
])('a fault below the folder "%s" reads %s', (folder, line) => {
  expect(formatFault(fault('a.md', 3), folder)).toBe(line);
});

it.each([
  ['a key \u001b[2J', 'a key \\u001b[2J'],
  ['a name \u009b5m\u0007\r', 'a name \\u009b5m\\u0007\\u000d'],
  ['gnp.\u202egpj \u2066x', 'gnp.\\u202egpj \\u2066x'],
  ['java\n script:x', 'java script:x'],
  ['Größe 日本 עברית', 'Größe 日本 עברית'],
])('%j orders a terminal nothing, and stays on its line', (what, told) =>
  expect(formatFault(fault('a.md', 3, what))).toBe(`a.md:3: ${told}; expected y; do z`),
);

it('the error of a whole folder lists every fault in the order of files and lines', () => {
  const error = new ContentError(
    [fault('b.md', 1), fault('a.md', 10), fault('a.md', 9, 'w'), fault('a.md', 9)],
    'content',
  );
  expect(error.message).toMatchInlineSnapshot(`
    "4 faults in the content:
    content/a.md:9: w; expected y; do z
    content/a.md:9: x; expected y; do z
    content/a.md:10: x; expected y; do z
    content/b.md:1: x; expected y; do z"
  `);
  expect(new ContentError([fault('a.md', 1)]).message).toMatchInlineSnapshot(`
    "1 fault in the content:
    a.md:1: x; expected y; do z"
  `);
});

describe('a suggestion', () => {
  const known = ['title', 'date', 'draft', 'tags', 'series', 'summary', 'inReplyTo'];
  it.each([
    ['dratf', 'did you mean "draft"?'],
    ['titel', 'did you mean "title"?'],
    ['Date', 'did you mean "date"?'],
    ['tag', 'did you mean "tags"?'],
    ['summery', 'did you mean "summary"?'],
    ['inreplyto', 'did you mean "inReplyTo"?'],
    ['category', 'remove it'],
    ['x', 'remove it'],
  ])('for %s: %s', (wrong, words) => {
    expect(suggest(wrong, known, 'remove it')).toBe(words);
  });

  it('is the fallback where nothing is known', () => {
    expect(suggest('x', [], 'remove it')).toBe('remove it');
  });
});
