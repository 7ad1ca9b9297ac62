import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { editEnvironmentFile } from '../../../bot/setup/answers/environmentFile.ts';

it.each([
  ['an empty file', '', 'A=new\n'],
  ['a file without a last line break', 'B=1', 'B=1\nA=new\n'],
  ['a value', 'A=old\nB=1\n', 'A=new\nB=1\n'],
  ['a value with a comment', 'A=old # why\n', 'A=new # why\n'],
  ['a quoted value with a comment sign', 'A="o#d" # why\n', 'A=new # why\n'],
  ['quotes that do not end where the value ends', 'A="o"d # why\n', 'A=new\n'],
  ['a value of several lines', 'A="old\nolder"\nB=1\n', 'A=new\nB=1\n'],
  ['no value', 'A=\nB=1\n', 'A=new\nB=1\n'],
  ['the last of two', 'A=1\nA=2\n', 'A=1\nA=new\n'],
  ['export and spaces', '  export A = old\n', '  export A = new\n'],
  [
    'an example in a comment',
    '# What A is.\n# A=content\n\n# B=2\n',
    '# What A is.\n# A=content\nA=new\n\n# B=2\n',
  ],
  ['a longer name', 'XA=1\nAB=2\n', 'XA=1\nAB=2\nA=new\n'],
  ['the same value', 'A="new"\n', 'A="new"\n'],
])('%s: the rest stays', (_, before, after) => {
  expect(editEnvironmentFile(before, { A: 'new' })).toBe(after);
});

it.each([
  ['command:echo "a # b"', `'command:echo "a # b"'`],
  ["command:it's", `"command:it's"`],
  [`command:it's "so" \\n`, `\`command:it's "so" \\n\``],
])('%s is quoted so that it is read back', (value, written) => {
  expect(editEnvironmentFile('', { A: value })).toBe(`A=${written}\n`);
  expect(parseEnv(editEnvironmentFile('', { A: value }))).toEqual({ A: value });
});

test('what no quotation marks can hold is refused', () => {
  expect(() => editEnvironmentFile('', { A: '\'"`' })).toThrow(/Put the command into a file/);
  expect(() => editEnvironmentFile('', { A: 'a\nb' })).toThrow(/line breaks/);
});

test('whatever stands in the file, it is read back with that one value, or refused', () => {
  const line = fc.oneof(
    fc.constantFrom('A=1', '# A=2', 'export A="x"', "B='y\nz'", 'C', '', 'D=`q` # w', 'A = `'),
    fc.string({ maxLength: 12 }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), fc.string({ maxLength: 10 }), (lines, value) => {
      const before = lines.join('\n');
      let after: string;
      try {
        after = editEnvironmentFile(before, { A: value });
      } catch {
        return;
      }
      expect(parseEnv(after)).toEqual({ ...parseEnv(before), A: value });
    }),
  );
});
