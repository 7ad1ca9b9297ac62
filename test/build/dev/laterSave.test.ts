import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { laterSave } from '../../../src/build/dev/laterSave.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

it('what is kept is saved once for many changes, when they have come to rest', () => {
  const save = vi.fn();
  const saveSoon = laterSave(save, () => undefined);
  for (let change = 0; change < 10; change++) {
    saveSoon();
    vi.advanceTimersByTime(4_000);
  }
  expect(save).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(save).toHaveBeenCalledOnce();
});

it('a save that fails is told, and ends no server', () => {
  const told: string[] = [];
  const saveSoon = laterSave(
    () => {
      throw new Error('ENOSPC: no space left on device');
    },
    (failure) => told.push(failure),
  );
  saveSoon();
  vi.runAllTimers();
  expect(told).toEqual(['ENOSPC: no space left on device']);
});
