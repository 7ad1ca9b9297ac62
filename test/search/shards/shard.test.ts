import { expect, it } from 'vitest';
import { giveUp } from '../../../src/search/shards/shard.ts';

it('what is given up is empty, but for what shares its memory with something else', () => {
  const own = Uint32Array.of(1, 2, 3);
  const whole = Uint8Array.of(1, 2, 3);
  const part = whole.subarray(1);
  giveUp(own, part, new Int32Array());
  expect([own, part, whole].map(({ length }) => length)).toEqual([0, 2, 3]);
  expect(own.buffer.byteLength).toBe(0);
});
