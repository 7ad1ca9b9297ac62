import type { Api } from 'grammy';
import { expect, it, test } from 'vitest';
import type { BotConfig } from '../../../../bot/base/config.ts';
import type { Log } from '../../../../bot/base/log.ts';
import { menuOf } from '../../../../bot/owner/dialogue/commandTable.ts';
import { Menus } from '../../../../bot/owner/menus.ts';
import { eventually, ownerId } from '../../world.ts';
import { draftedPhone, phone } from '../chatWorld.ts';

test('the menus hold the owner’s commands, and nobody else’s; /help tells all of them', async () => {
  const owner = await phone();
  await eventually(() => owner.api.calls('setMyCommands')[0], 'the menu');
  const [call] = owner.api.calls('setMyCommands');
  expect(call?.parameters['scope']).toMatchObject({ type: 'chat', chat_id: ownerId });
  expect(owner.api.calls('deleteMyCommands')).toHaveLength(1);
  await owner.say('/help');
  for (const { command, description } of menuOf('private')) {
    expect(owner.last()).toContain(`/${command}`);
    expect(owner.last()).toContain(description);
  }
});

test('old buttons are answered politely', async () => {
  const owner = await draftedPhone();
  for (const data of ['nonsense:1', 'publish:99', 'series:1:0:abc', 'resend:x']) {
    const sent = await fetch(`${owner.api.root}/bot${owner.api.token}/sendMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        chat_id: ownerId,
        text: 'Old',
        reply_markup: { inline_keyboard: [[{ text: 'Old', callback_data: data }]] },
      }),
    });
    expect(sent.ok).toBe(true);
    expect(await owner.press('Old'), data).toMatch(/no longer know|settled already/);
  }
});

test('groups get a menu of their own; one that cannot be set is a warning', async () => {
  const owner = await phone({ TELEGRAM_GROUPS: '-1005,-1006' });
  await eventually(() => owner.api.calls('setMyCommands')[2], 'three menus');
  const [, one, two] = owner.api.calls('setMyCommands');
  expect([one, two].map((call) => call?.parameters['scope'])).toEqual([
    { type: 'chat', chat_id: -1005 },
    { type: 'chat', chat_id: -1006 },
  ]);
  expect(JSON.stringify(one?.parameters['commands'])).toContain('"draft"');
  owner.api.fault({ method: 'setMyCommands', kind: { status: 400 }, times: 3 });
  await owner.restart();
  await eventually(
    () => owner.logged().split('menu of commands could not be set').length > 3,
    'three warnings',
  );
  expect(await owner.ask('Hello')).toMatch(/^Saved as /);
});

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
