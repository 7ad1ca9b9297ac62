import { describe, expect, it } from 'vitest';
import { ContentError } from '#journal/fault/fault.ts';
import { systemFault } from '#journal/fault/systemFault.ts';
import { wordsFor } from '../../src/terminal/end.ts';

const failed = (code: string, more: object) =>
  Object.assign(new Error(`${code}: raw words`), { code, syscall: 'open', ...more });

describe('what the system refused is told in a sentence', () => {
  it.each([
    ['ENOENT', { path: '/a/b' }, '/a/b is not there.'],
    ['EACCES', { path: '/a', syscall: 'mkdir' }, '/a cannot be created: you have no right to.'],
    ['EPERM', { path: '/a', syscall: 'scandir' }, '/a cannot be read: you have no right to.'],
    ['EACCES', { path: '/a', dest: '/b', syscall: 'copyfile' }, '/b cannot be written: you have'],
    ['EROFS', { path: '/a', syscall: 'mkdir' }, '/a cannot be created: its disk may only be read.'],
    ['ENOTDIR', { path: '/a/b', syscall: 'mkdir' }, 'a file is in its place.'],
    ['EEXIST', { path: '/a', syscall: 'mkdir' }, 'a file is in its place.'],
    ['EISDIR', { path: '/a' }, '/a is a folder. Expected a file.'],
    ['ENOSPC', { path: '/a' }, 'The disk is full: /a could not be written.'],
    ['ENOSPC', { syscall: 'write' }, 'The disk is full: a file could not be written.'],
    ['EMFILE', { path: '/a' }, 'Too many files are open at once (/a).'],
    ['ELOOP', { path: '/a' }, '/a is a link that leads back to itself.'],
    ['EADDRINUSE', { port: 8080, syscall: 'listen' }, 'The port 8080 is taken by another program.'],
    [
      'EADDRNOTAVAIL',
      { port: 80, address: '10.9.9.9', syscall: 'listen' },
      '10.9.9.9 is no address of this machine',
    ],
    ['ENOENT', { path: '/a', syscall: 'mkdir' }, 'there can be no folder in that place.'],
    ['EACCES', { port: 80, syscall: 'listen' }, 'The port 80 may not be used by you'],
  ])('%s %j', (code, more, words) => {
    const error = failed(code, more);
    expect(systemFault(error)).toContain(words);
    expect(systemFault(error)).not.toContain('raw words');
    expect(systemFault(new Error('around', { cause: error }))).toBe(systemFault(error));
  });

  it.each([new TypeError('x is not a function'), new Error('ours'), 'text', undefined])(
    '%s is none of them',
    (error) => expect(systemFault(error)).toBeUndefined(),
  );
});

it('mistakes of the program keep their details, what is ours is said as it is', () => {
  expect(wordsFor(new TypeError('x is not a function'))).toBeUndefined();
  expect(wordsFor(new Error('The folder is not there. Create it.'))).toBe(
    'The folder is not there. Create it.',
  );
  const fault = {
    kind: 'missing-alt',
    file: 'a.md',
    line: 1,
    what: 'w',
    expected: 'e',
    cure: 'c',
  } as const;
  expect(wordsFor(new ContentError([fault]))).toBe(
    '1 fault in the content:\na.md:1: w; expected e; c',
  );
});
