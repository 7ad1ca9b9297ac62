import { setImmediate as breath } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Turns } from '../../src/media/turns.ts';

it('what wants to be alone has no other beside it, whatever else is asked for, and whatever fails', async () => {
  const turns = new Turns();
  const atWork = new Set<string>();
  const seen: string[] = [];
  const work = (name: string) => async () => {
    atWork.add(name);
    for (let at = 0; at < 3; at++) await breath();
    seen.push([...atWork].sort().join(' '));
    atWork.delete(name);
    if (name.endsWith('!')) throw new Error(name);
    return name;
  };
  const ends = await Promise.allSettled([
    turns.beside(work('a')),
    turns.beside(work('b!')),
    turns.alone(work('C!')),
    turns.beside(work('d')),
    turns.alone(work('E')),
    turns.beside(work('f')),
    turns.beside(work('g')),
  ]);
  expect(ends.map(({ status }) => status === 'fulfilled')).toEqual(
    [1, 0, 0, 1, 1, 1, 1].map(Boolean),
  );
  expect(seen.filter((one) => /[A-Z]/.test(one))).toEqual(['C!', 'E']);
  expect(seen[0]).toBe('a b!');
  expect(seen.at(-2)).toBe('f g');
});
