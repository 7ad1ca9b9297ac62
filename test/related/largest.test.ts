import fc from 'fast-check';
import { expect, it } from 'vitest';
import { largest } from '../../src/related/largest.ts';
import { Numbering } from '../../src/related/numbering.ts';

it('the largest of any numbers are those that would be last if they were sorted', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), fc.nat(20), (numbers, most) => {
      const found = largest(Float64Array.from(numbers), most);
      const sorted = numbers.toSorted((a, b) => a - b);
      expect([...found].sort((a, b) => a - b)).toEqual(most === 0 ? [] : sorted.slice(-most));
    }),
  );
});

it('digests are numbered in the order in which they come, each once, however many there are', () => {
  const numbers = new Numbering(1 << 4);
  const digests = Array.from({ length: 70_000 }, (_, at) => Math.imul(at, 0x9e3779b1) >>> 0);
  // Of these the last bits are the same.
  const alike = Array.from({ length: 100 }, (_, at) => (at << 20) | 7);
  const all = [...new Set([0, 2 ** 32 - 1, ...alike, ...digests])];
  expect(all.map((digest) => numbers.numberOf(digest))).toEqual([...all.keys()]);
  expect(all.map((digest) => numbers.numberOf(digest))).toEqual([...all.keys()]);
  expect(numbers.size).toBe(all.length);
});
