import { expect, it } from 'vitest';
import { faultTotals } from '../../src/terminal/faultTotals.ts';

const known = {
  file: 'notes/a.md',
  line: 3,
  kind: 'missing-alt',
  what: 'x',
  expected: 'y',
  cure: 'z',
  known: true,
} as const;

it('what is asked for by its kind says nothing of all others', () => {
  expect(faultTotals([known], true)[0]).toBe('None of these stops the build, 1 known.');
  expect(faultTotals([known])[0]).toBe('Nothing stops the build, 1 known.');
});
