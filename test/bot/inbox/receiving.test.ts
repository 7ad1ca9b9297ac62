import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { liveBot } from '../liveBot.ts';
import { eventually, makeWorld, type World } from '../world.ts';

const saved = ({ api, owner }: World, count: number) =>
  eventually(
    () =>
      api.botMessages(owner).filter((message) => message.text.startsWith('Saved as ')).length >=
        count || undefined,
    `${count} acknowledgements`,
  );

test('after a quiet week update ids may begin anew, lower: they are handled', async () => {
  const world = await liveBot();
  const { api, owner } = world;
  api.jumpUpdateIdTo(900_000_000);
  await owner.sends(owner, 'Before.');
  await saved(world, 1);
  await eventually(() => api.pendingUpdates().length === 0, 'a confirmed queue');
  api.jumpUpdateIdTo(1_000);
  await owner.sends(owner, 'After.');
  await saved(world, 2);
  expect(await world.notes()).toHaveLength(2);
});

test.each([
  ['an outage of Telegram', { status: 502 }],
  ['an answer with what is no update', { status: 200, rawBody: '{"ok":true,"result":[{}]}' }],
])('%s is waited out, and nothing of it is lost', async (_, kind) => {
  const bot = await liveBot({}, { isStopped: true });
  const { api, owner } = bot;
  api.fault({ method: 'getUpdates', kind, times: 2 });
  bot.run();
  await owner.sends(owner, 'Through it.');
  await bot.passing(() => bot.said().length > 0, 'the end of the outage');
  await saved(bot, 1);
  expect(bot.logged()).toContain('Telegram could not be reached');
});

test('what the inbox cannot store is not confirmed to Telegram, and not lost', async () => {
  const bot = await liveBot();
  const { api, owner, state } = bot;
  await owner.sends(owner, 'First.');
  await saved(bot, 1);
  const database = new DatabaseSync(join(state, 'bot.sqlite'), { timeout: 5_000 });
  database.exec(
    "CREATE TRIGGER full BEFORE INSERT ON inbox BEGIN SELECT RAISE(ABORT, 'disk full'); END",
  );
  await owner.sends(owner, 'Second.');
  await eventually(() => bot.logged().includes('could not be stored'), 'the trouble');
  expect(api.pendingUpdates()).toHaveLength(1);
  database.exec('DROP TRIGGER full');
  database.close();
  await bot.passing(() => api.pendingUpdates().length === 0, 'the next try');
  await saved(bot, 2);
  expect(await bot.notes()).toHaveLength(2);
});

test('SIGTERM, and SIGKILL while a message is in hand: all messages are drafts after the next start, once; another process says that this one runs, and ends, and this one ends at once with SIGTERM, with exit code 0', async () => {
  const world = await makeWorld();
  const { api, owner } = world;
  const bot = world.start();
  await eventually(() => api.calls('getUpdates').length > 0, 'the bot');
  const hung = api.fault({ method: 'sendMessage', kind: 'hang' });
  for (const number of [1, 2, 3, 4, 5]) await owner.sends(owner, `Message ${number}.`);
  // Not only its file: a fault that nobody has met yet would meet the next process.
  await eventually(() => hung.count > 0, 'the first acknowledgement');
  expect(await world.notes()).toHaveLength(1);
  bot.child.kill('SIGTERM');
  await eventually(() => bot.output().includes('"stopping"'), 'the stop');
  // The acknowledgement hangs, so the message is still in hand.
  await bot.end('SIGKILL');
  const next = world.start();
  await saved(world, 5);
  expect(await world.notes()).toHaveLength(5);
  expect(api.pendingUpdates()).toEqual([]);
  const beside = await world.command('main.ts');
  expect(beside.code).toBe(1);
  expect(beside.output).toContain('Another process of this bot runs');
  expect(await next.end('SIGTERM')).toBe(0);
});

test('a receiver elsewhere (409) makes this one end with a clear word', async () => {
  const world = await makeWorld();
  world.api.fault({
    method: 'getUpdates',
    kind: {
      status: 409,
      description:
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    },
  });
  const { code, output } = await world.command('main.ts');
  expect(code).toBe(1);
  expect(output).toContain('Another process receives this bot’s updates');
});
