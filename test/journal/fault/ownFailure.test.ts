import { describe, expect, it } from 'vitest';
import { formatFault } from '../../../src/journal/fault/fault.ts';
import { failureWords, PackageError } from '../../../src/journal/fault/ownFailure.ts';
import { readOrRefuse } from '../../../src/journal/fault/unreadable.ts';
import { lazyPackage } from '../../../src/render/html/lazyPackage.ts';

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
