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
