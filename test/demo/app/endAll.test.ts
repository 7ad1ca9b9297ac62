import { expect, it } from 'vitest';
import { endAll } from '../../../demo/app/endAll.ts';

it('a part that fails to end keeps no other one running', async () => {
  const ended: string[] = [];
  const part = (name: string, fails = false) => {
    return async () => {
      ended.push(name);
      if (fails) throw new Error(`${name} failed`);
    };
  };
  const parts = [part('server'), part('chats', true), part('site', true), part('programs')];
  await expect(endAll(parts)).rejects.toThrow('site failed');
  expect(ended).toEqual(['programs', 'site', 'chats', 'server']);
});

it('where all of them end, so does the whole', async () => {
  await expect(endAll([() => undefined, async () => undefined])).resolves.toBe(undefined);
});
