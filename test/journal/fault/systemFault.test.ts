import { expect, it } from 'vitest';
import { systemFault } from '#journal/fault/systemFault.ts';

const fault = (code: string, syscall: string, path: string) =>
  systemFault(Object.assign(new Error(code), { code, syscall, path }));

it.each([
  ['/a/notes/.7db2eaba-f801-430e-a7de-025c86e4c2f7.new', '/a/notes'],
  ['/a/known-faults.yaml.4711.new', '/a/known-faults.yaml'],
  ['/a/bot.sqlite.7db2eaba-f801-430e-a7de-025c86e4c2f7.new', '/a/bot.sqlite'],
  ['C:\\a\\.7db2eaba-f801-430e-a7de-025c86e4c2f7.new', 'C:\\a'],
])('%s is told as what it was to become, or where', (path, where) => {
  expect(fault('EACCES', 'open', path)).toMatch(
    `${where} cannot be written: you have no right to.`,
  );
  expect(fault('EROFS', 'open', path)).toMatch(`${where} cannot be written: its disk may only be`);
  expect(fault('ENOSPC', 'write', path)).toMatch(
    `The disk is full: ${where} could not be written.`,
  );
});

it.each(['/a/what.new', '/a/notes/.new', '/a/b.c.new'])('%s is told as it is', (path) =>
  expect(fault('EACCES', 'open', path)).toMatch(`${path} cannot be opened: `),
);

it.each([
  ['mkdir', /^\/a\/b cannot be used as a folder: a file is in its place\./],
  ['open', /^\/a\/b came there meanwhile, and stays as it is\./],
  ['link', /^\/a\/b came there meanwhile, and stays as it is\./],
])('a name that is taken is told by what was to be there: %s', (syscall, words) =>
  expect(fault('EEXIST', syscall, '/a/b')).toMatch(words),
);
