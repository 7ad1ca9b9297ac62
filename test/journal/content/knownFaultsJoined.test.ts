import { expect, it } from 'vitest';
import { bearKnown, readKnownFaults } from '#journal/content/knownFaults.ts';
import { type Fault, formatFault } from '#journal/fault/fault.ts';

const [a, b] = ['articles/a.md', 'articles/b.md'];
const fault = (file: string, line: number): Fault => ({
  kind: 'missing-alt',
  file,
  line,
  what: 'w',
  expected: 'e',
  cure: 'c',
});
const digestAt = (_: string, line: number) => `0000000${line}`;

const head = '# Old faults\n';
const mine = `${a}:\n  missing-alt: 00000001 00000002\n`;
const theirs = `${a}:\n  missing-alt: 00000001*2\n${b}:\n  missing-alt: 00000003\n`;

it.each([
  ['two versions', `${head}<<<<<<< HEAD\n${mine}=======\n${theirs}>>>>>>> other\n`],
  [
    'with Windows line ends',
    `<<<<<<< H\n${mine}=======\n${theirs}>>>>>>> o\n`.replace(/\n/g, '\r\n'),
  ],
  [
    'with what both came from',
    `<<<<<<< H\n${mine}||||||| b\n${a}: x\n=======\n${theirs}>>>>>>> o\n`,
  ],
  [
    'in two places',
    `${a}:\n<<<<<<< H\n  missing-alt: 00000001 00000002\n=======\n  missing-alt: 00000001*2\n>>>>>>> o\n<<<<<<< H\n=======\n${b}:\n  missing-alt: 00000003\n>>>>>>> o\n`,
  ],
])('a list that git could not join knows what either version knows: %s', (_, text) => {
  const known = readKnownFaults(text);
  const faults = [fault(a, 1), fault(a, 1), fault(a, 2), fault(b, 3), fault(b, 4)];
  const { faults: told, gone } = bearKnown(faults, known, digestAt);
  expect(told.map(({ known: isKnown }) => isKnown === true)).toEqual([
    true,
    true,
    true,
    true,
    false,
  ]);
  expect(gone).toEqual([]);
  expect(known.faults.map((one) => formatFault(one)).join('\n')).toContain(
    'run "npm run check -- --accept", which makes one list of both',
  );
});
