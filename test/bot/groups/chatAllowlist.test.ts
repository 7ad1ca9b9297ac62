import { beforeEach, describe, expect, it, test } from 'vitest';
import type { LiveBot } from '../liveBot.ts';
import { eventually } from '../world.ts';
import { type GroupWorld, groupWorld, savedNote } from './groupWorld.ts';

let world: GroupWorld;

beforeEach(async () => {
  world = await groupWorld();
});

const left = (chat: { readonly id: number }, live: LiveBot = world) =>
  eventually(() => live.api.botStatus(chat) === 'left', 'the bot to leave');
const stored = () => world.rows('SELECT COUNT(*) AS n FROM inbox')[0]?.['n'];

describe('a foreign chat is left at once, and nothing of it is stored or said', () => {
  it.each([
    ['supergroup', 'member'],
    ['supergroup', 'administrator'],
    ['group', 'member'],
    ['channel', 'administrator'],
  ] as const)('a %s, as %s', async (kind, status) => {
    // Only a bot that has a channel can tell that another one is foreign.
    const live = kind === 'channel' ? await withChannel() : world;
    const eve = live.api.user({ id: 3001, first_name: 'Eve' });
    const foreign = live.api[kind]({ bot: 'left', owner: eve });
    eve.addsBot(foreign, status);
    await left(foreign, live);
    await live.idle();
    expect(live.rows('SELECT COUNT(*) AS n FROM inbox')).toEqual([{ n: 0 }]);
    expect(live.said()).toEqual([]);
    expect(live.api.botMessages(foreign)).toEqual([]);
  });

  async function withChannel(): Promise<LiveBot> {
    await world.end();
    world = await groupWorld({ TELEGRAM_CHANNEL: '@journal' });
    return world;
  }
});

test('a group that the bot is in already is left when something is said there', async () => {
  const eve = world.api.user({ id: 3001, first_name: 'Eve' });
  const foreign = world.api.supergroup({ owner: eve, bot: 'administrator' });
  await eve.sends(foreign, '/draft');
  await left(foreign);
  expect(stored()).toBe(0);
});

test('leaving is tried again where Telegram was out of reach, and again when the bot is brought back', async () => {
  const eve = world.api.user({ id: 3001, first_name: 'Eve' });
  const foreign = world.api.supergroup({ owner: eve, bot: 'left' });
  world.api.fault({ method: 'leaveChat', kind: 'reset', times: 2 });
  eve.addsBot(foreign);
  await eventually(() => {
    world.clock.advance(2_000);
    return world.api.botStatus(foreign) === 'left';
  }, 'the bot to leave');
  await world.idle();
  eve.addsBot(foreign);
  await left(foreign);
});

test('the owner who adds the bot to a foreign group is told the id to put into the settings', async () => {
  const { owner, api } = world;
  const foreign = api.supergroup({ title: 'New friends', owner, bot: 'left' });
  owner.addsBot(foreign);
  await left(foreign);
  await world.told(`You added me to “New friends”.*put ${foreign.id} into TELEGRAM_GROUPS`);
  await world.idle();
  expect(world.said()).toHaveLength(1);
  expect(stored()).toBe(0);
});

test('the group that the channel has got since is not left', async () => {
  await world.end();
  world = await groupWorld({ TELEGRAM_CHANNEL: '@talk', TELEGRAM_GROUPS: '' }, (api, owner) =>
    api.channel({ username: 'talk', owner }),
  );
  const { api, owner } = world;
  const eve = api.user({ id: 3001, first_name: 'Eve' });
  const group = api.supergroup({ owner, bot: 'left' });
  api.links(api.chat('@talk'), group);
  owner.addsBot(group, 'administrator');
  await eve.sends(group, 'Hello.');
  await eventually(() => api.calls('getChat').length > 1, 'a look at the channel');
  await world.idle();
  expect(api.botStatus(group)).toBe('administrator');
  expect(api.calls('leaveChat')).toEqual([]);
});

describe('a group becomes a supergroup', () => {
  const oldId = -4_000_777;

  async function basic(): Promise<{ readonly id: number }> {
    await world.end();
    world = await groupWorld({ TELEGRAM_GROUPS: String(oldId) });
    await world.write('people.yaml', '"2002":\n  name: Ana\n');
    return world.api.group({
      id: oldId,
      title: 'Old friends',
      owner: world.owner,
      members: [world.ana],
      bot: 'administrator',
    });
  }

  test('its new id is adopted at once and for good, and the owner is told', async () => {
    const group = await basic();
    world.api.holdUpdates();
    const supergroup = world.api.migrates(group);
    const message = await world.ana.sends(supergroup, 'Here now.');
    // All of it in one batch: nothing in between may be lost.
    world.api.releaseUpdates();
    await world.told(`with the id ${supergroup.id}.*in place of ${oldId}`);
    await world.owner.reacts(message, '✍');
    expect(await savedNote(world)).toBe('> **Ana:** Here now.');
    await world.stop();
    world.run();
    await world.replyTo(await world.ana.sends(supergroup, 'Still here.'), '/draft');
    expect(await world.notes()).toHaveLength(2);
    expect(world.said().filter(({ text }) => text.includes('supergroup'))).toHaveLength(1);
    expect(world.api.botStatus(supergroup)).toBe('administrator');
  });

  test('what was picked before waits for its name as before', async () => {
    const group = await basic();
    await world.write('people.yaml', '');
    await world.owner.reacts(await world.ana.sends(group, 'Long ago.'), '✍');
    const question = await world.told('who is not in people.yaml');
    world.api.migrates(group);
    await world.told('has become a supergroup');
    await world.owner.presses(question.message, 'Use «Ana»');
    expect(await savedNote(world)).toBe('> **Ana:** Long ago.');
  });

  test('and is found out where the news of it was lost', async () => {
    const group = await basic();
    world.api.holdUpdates();
    const supergroup = world.api.migrates(group);
    world.api.releaseUpdates(() => []);
    await world.ana.sends(supergroup, 'Here now.');
    await eventually(
      () =>
        world.rows('SELECT new_id FROM groups_adoptions')[0]?.['new_id'] === supergroup.id ||
        undefined,
      'the new id',
    );
    await world.owner.replies(await world.ana.sends(supergroup, 'Still here.'), '/draft');
    await world.told('Saved as');
    expect(world.api.calls('leaveChat')).toEqual([]);
  });
});
