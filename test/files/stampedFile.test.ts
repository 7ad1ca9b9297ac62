import { expect, it } from 'vitest';
import { isSettled } from '../../src/files/stampedFile.ts';

it.each([
  [1_234, 1_333, false],
  [1_234, 1_334, true],
  // Of whole seconds, nobody knows whether the disk tells any other.
  [1_000, 2_999, false],
  [1_000, 3_000, true],
  // The clock was set back.
  [5_001, 1_000, false],
])(
  'of a folder that changed at %d ms it is known at %d ms whether a change shows: %j',
  (changed, now, is) => {
    expect(isSettled(changed, now)).toBe(is);
  },
);
