import { readdir } from 'node:fs/promises';
import { beforeEach, expect, it } from 'vitest';
import type { ChatReference } from '../../../telegram-double/index.ts';
import { type LiveBot, liveBot } from '../liveBot.ts';
import { eventually, ownerId, type World } from '../world.ts';

/** What the bot calls by itself. That it leaves a foreign group, the group sees anyhow. */
const atStart: readonly string[] = [
  'getUpdates',
  'getChat',
  'deleteWebhook',
  'deleteMyCommands',
  'setMyCommands',
  'leaveChat',
];

let world: LiveBot;

beforeEach(async () => {
  world = await liveBot({}, { api: { bot: { can_read_all_group_messages: true } } });
});

/** What the bot kept, answered or called because of others than the owner. */
async function traces(): Promise<unknown> {
  const calls = world.api.calls().map((call) => call.method);
  return {
    rows: world.rows('SELECT * FROM inbox'),
    notes: await world.notes(),
    files: (await readdir(world.content)).sort(),
    calls: calls.filter((method) => !atStart.includes(method)),
  };
}

it.each<[string, (world: World) => Promise<unknown>]>([
  [
    'a stranger writes',
    async ({ api }) => {
      const stranger = api.user({ id: 2002, first_name: 'Eve' });
      await stranger.sends(stranger, 'Keep this.');
      await stranger.sends(stranger, '/publish');
      await stranger.sendsPhoto(stranger);
    },
  ],
  [
    'somebody has taken the owner’s name and username',
    async ({ api }) => {
      const double = api.user({ id: 2003, first_name: 'Ada', username: 'ada' });
      await double.sends(double, 'Keep this.');
    },
  ],
  [
    'members write in a group',
    async ({ api, owner }) => {
      const member = api.user({ id: 2004, first_name: 'Bob' });
      const group = api.supergroup({ owner, members: [member], bot: 'administrator' });
      await member.sends(group, 'Keep this.');
      await member.sends(group, '/publish');
    },
  ],
  [
    'an anonymous administrator writes',
    async ({ api, owner }) => {
      const group = api.supergroup({ owner, bot: 'administrator' });
      await owner.sends(group, 'Keep this.', { as: group as ChatReference as never });
    },
  ],
])('nothing is kept, stored, answered or called when %s', async (_, act) => {
  await act(world);
  await world.idle();
  expect(await traces()).toEqual({ rows: [], notes: [], files: ['notes', 'site.yaml'], calls: [] });
});

it('a stranger who presses a button of the owner’s message changes nothing', async () => {
  const { api, owner, channel } = world;
  await owner.sends(owner, 'Draft.');
  const answer = await eventually(
    () => api.botMessages(owner).find((message) => message.text.startsWith('Saved')),
    'the answer',
  );
  const stranger = api.user({ id: 2005, first_name: 'Eve' });
  const query = await stranger.presses(answer.message, 'Publish');
  await eventually(() => api.pendingUpdates().length === 0 || undefined, 'the press to be taken');
  await owner.sends(owner, '/status');
  await eventually(
    () => api.botMessages(owner).find((message) => message.text.startsWith('Drafts: 1')),
    'the state',
  );
  expect(stranger.answerTo(query)).toBeUndefined();
  expect(api.messages(channel)).toEqual([]);
  expect(owner.id).toBe(ownerId);
});
