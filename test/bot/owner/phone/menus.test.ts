import { expect, test } from 'vitest';
import { menuOf } from '../../../../bot/owner/dialogue/commandTable.ts';
import { eventually, ownerId } from '../../world.ts';
import { phone } from '../chatWorld.ts';
import { draftedPhone, note } from './draftedPhone.ts';

test('a stranger who presses a button of the owner’s changes and learns nothing', async () => {
  const owner = await draftedPhone();
  const { bot } = owner;
  await owner.say('/drafts');
  await owner.say('/series');
  const stranger = bot.api.user({ id: 2005, first_name: 'Eve' });
  const before = await owner.file(note);
  const answers: unknown[] = [];
  for (const { message, buttons } of bot.said()) {
    for (const button of buttons) {
      const query = await stranger.presses(message, button);
      await bot.idle();
      answers.push(stranger.answerTo(query));
    }
  }
  expect(answers.length).toBeGreaterThan(5);
  expect(answers.every((answer) => answer === undefined)).toBe(true);
  expect(await owner.file(note)).toBe(before);
  expect(owner.posts()).toEqual([]);
});

test('the menus hold the owner’s commands, and nobody else’s; /help tells all of them', async () => {
  const owner = await phone();
  const { bot } = owner;
  await eventually(() => bot.api.calls('setMyCommands')[0], 'the menu');
  const [call] = bot.api.calls('setMyCommands');
  expect(call?.parameters['scope']).toMatchObject({ type: 'chat', chat_id: ownerId });
  expect(bot.api.calls('deleteMyCommands')).toHaveLength(1);
  await owner.say('/help');
  for (const { command, description } of menuOf('private')) {
    expect(owner.last()).toContain(`/${command}`);
    expect(owner.last()).toContain(description);
  }
});

test.each(['nonsense:1', 'publish:99', 'series:1:0:abc', 'resend:x'])(
  'an old button with %s is answered politely',
  async (data) => {
    const owner = await draftedPhone();
    const { bot } = owner;
    const sent = await fetch(`${bot.api.root}/bot${bot.api.token}/sendMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        chat_id: ownerId,
        text: 'Old',
        reply_markup: { inline_keyboard: [[{ text: 'Old', callback_data: data }]] },
      }),
    });
    expect(sent.ok).toBe(true);
    expect(await owner.press('Old')).toMatch(/no longer know|settled already/);
  },
);

test('groups get a menu of their own; one that cannot be set is a warning', async () => {
  const owner = await phone({ TELEGRAM_GROUPS: '-1005,-1006' });
  const { bot } = owner;
  await eventually(() => bot.api.calls('setMyCommands')[2], 'three menus');
  const [, one, two] = bot.api.calls('setMyCommands');
  expect([one, two].map((call) => call?.parameters['scope'])).toEqual([
    { type: 'chat', chat_id: -1005 },
    { type: 'chat', chat_id: -1006 },
  ]);
  expect(JSON.stringify(one?.parameters['commands'])).toContain('"draft"');
  bot.api.fault({ method: 'setMyCommands', kind: { status: 400 }, times: 3 });
  await owner.restart();
  await eventually(
    () => bot.logged().split('menu of commands could not be set').length > 3 || undefined,
    'three warnings',
  );
  await owner.say('Hello');
  expect(owner.last()).toMatch(/^Saved as /);
});
