import { describe, expect, it } from 'vitest';
import { ContentError, type Fault, formatFault, suggest } from '#journal/fault/fault.ts';
import { failureWords, PackageError } from '#journal/fault/ownFailure.ts';
import { systemFault } from '#journal/fault/systemFault.ts';
import { readOrRefuse } from '../../../src/journal/fault/unreadable.ts';
import { lazyPackage } from '../../../src/render/html/lazyPackage.ts';

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

const refused = (code: string, syscall: string, path: string) =>
  systemFault(Object.assign(new Error(code), { code, syscall, path }));

it.each([
  ['/a/notes/.7db2eaba-f801-430e-a7de-025c86e4c2f7.new', '/a/notes'],
  ['/a/known-faults.yaml.4711.new', '/a/known-faults.yaml'],
  ['/a/bot.sqlite.7db2eaba-f801-430e-a7de-025c86e4c2f7.new', '/a/bot.sqlite'],
  ['C:\\a\\.7db2eaba-f801-430e-a7de-025c86e4c2f7.new', 'C:\\a'],
])('%s is told as what it was to become, or where', (path, where) => {
  expect(refused('EACCES', 'open', path)).toMatch(
    `${where} cannot be written: you have no right to.`,
  );
  expect(refused('EROFS', 'open', path)).toMatch(
    `${where} cannot be written: its disk may only be`,
  );
  expect(refused('ENOSPC', 'write', path)).toMatch(
    `The disk is full: ${where} could not be written.`,
  );
});

it.each(['/a/what.new', '/a/notes/.new', '/a/b.c.new'])('%s is told as it is', (path) =>
  expect(refused('EACCES', 'open', path)).toMatch(`${path} cannot be opened: `),
);

const missing =
  "not-there, a package that Scrollback needs, cannot be loaded (Cannot find module 'not-there'). Expected it among the installed packages, whole. Run npm install again.";

const lost = new TypeError("Cannot read properties of undefined (reading 'x')");
const mistake = `by a mistake of Scrollback, which please report: TypeError: ${lost.message}`;

function told(read: () => string): string {
  return readOrRefuse({ file: 'a.md', text: () => 'a\nlonger', firstLine: 4 }, read, (fault) =>
    formatFault(fault),
  );
}

function failing(error: unknown): () => never {
  return () => {
    throw error;
  };
}

describe('what fails while a text is read', () => {
  it('is no fault of the text where a package is missing, which is told with what to do', () => {
    const read = lazyPackage<string>('not-there');
    expect(() => told(() => read())).toThrow(PackageError);
    expect(() => told(() => read())).toThrow(missing);
  });

  it.each([
    [lost, `a text that cannot be read (${mistake}); expected a page of it, as it is no mistake`],
    [new ReferenceError('x is not defined'), 'expected a page of it, as it is no mistake'],
    [new Error('no end'), 'a text that cannot be read (no end); expected Markdown, HTML and'],
    [new RangeError('Maximum call stack size exceeded'), 'too much within each other'],
  ])('%s is told with the file, and with whose mistake it is', (error, words) => {
    expect(told(failing(error))).toContain(words);
    expect(told(failing(error))).toMatch(/^a\.md:5: a text that cannot be read/);
  });
});

it.each([
  [lost, mistake],
  [new Error('no ZIP'), 'no ZIP'],
  [new RangeError('Offset is outside the bounds of the DataView'), 'Offset is outside the bounds'],
  [Object.assign(new TypeError('Invalid URL'), { code: 'ERR_INVALID_URL' }), 'Invalid URL'],
  ['no error', 'no error'],
])('%s is told as %j', (error, words) => {
  expect(failureWords(error)).toContain(words);
  expect(failureWords(error).startsWith('by a mistake')).toBe(error === lost);
});
