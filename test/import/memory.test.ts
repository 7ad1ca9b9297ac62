import { expect, it } from 'vitest';
import { memoryKeeper } from '../../src/import/memory.ts';

it('memory is given back where a process has grown, and again once it has grown by a quarter', () => {
  const collected: number[] = [];
  let needed = 50_000_000;
  let bytes = needed;
  const keep = memoryKeeper(
    () => {
      collected.push(bytes);
      bytes = needed;
    },
    () => bytes,
  );
  const grow = (by: number) => {
    bytes += by;
    for (let call = 0; call < 100; call++) keep();
  };
  grow(100_000_000);
  expect(collected).toEqual([]);
  grow(60_000_000);
  grow(140_000_000);
  expect(collected).toEqual([210_000_000]);
  // What is needed does not go away.
  needed = 300_000_000;
  grow(120_000_000);
  expect(collected).toEqual([210_000_000, 310_000_000]);
  grow(70_000_000);
  expect(collected).toHaveLength(2);
  grow(10_000_000);
  expect(collected).toEqual([210_000_000, 310_000_000, 380_000_000]);
});
