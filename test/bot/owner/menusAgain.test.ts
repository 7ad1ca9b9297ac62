import type { Api } from 'grammy';
import { expect, it } from 'vitest';
import type { BotConfig } from '../../../bot/base/config.ts';
import type { Log } from '../../../bot/base/log.ts';
import { Menus } from '../../../bot/owner/menus.ts';

it('a menu that Telegram did not take is told again, less and less often, and said once', async () => {
  const asked: string[] = [];
  const warned: string[] = [];
  let refused = 3;
  const api = {
    deleteMyCommands: async () => asked.push('none'),
    setMyCommands: async () => {
      asked.push('owner');
      if (refused-- > 0) throw new Error('too many requests');
    },
  } as unknown as Api;
  const config = { ownerId: 1, groups: [] } as unknown as BotConfig;
  const log = { warn: (words: string) => warned.push(words) } as unknown as Log;
  const menus = new Menus(api, config, log);
  const { signal } = new AbortController();
  const passes: number[] = [];
  for (let pass = 0; pass < 40; pass++) {
    const before = asked.length;
    await menus.announce(signal);
    if (asked.length > before) passes.push(pass);
  }
  expect(asked).toEqual(['none', ...Array(4).fill('owner')]);
  expect(passes).toEqual([0, 3, 8, 17]);
  expect(warned).toEqual(['the menu of commands could not be set']);
});
