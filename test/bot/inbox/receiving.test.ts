import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, test } from 'vitest';
import { eventually, makeWorld, type World } from '../world.ts';

let world: World | undefined;

afterEach(async () => {
  await world?.end();
  world = undefined;
});

const saved = ({ api, owner }: World, count: number) =>
  eventually(
    () =>
      api.botMessages(owner).filter((message) => message.text.startsWith('Saved as ')).length >=
        count || undefined,
    `${count} acknowledgements`,
  );

test('after a quiet week update ids may begin anew, lower: they are handled', async () => {
  world = await makeWorld();
  const { api, owner } = world;
  api.jumpUpdateIdTo(900_000_000);
  world.start();
  await owner.sends(owner, 'Before.');
  await saved(world, 1);
  await eventually(() => api.pendingUpdates().length === 0 || undefined, 'a confirmed queue');
  api.jumpUpdateIdTo(1_000);
  await owner.sends(owner, 'After.');
  await saved(world, 2);
  expect(await world.notes()).toHaveLength(2);
});

test('an outage of Telegram is waited out, and nothing of it is lost', async () => {
  world = await makeWorld();
  const { api, owner } = world;
  api.fault({ method: 'getUpdates', when: 'before', kind: { status: 502 }, times: 2 });
  const bot = world.start();
  await owner.sends(owner, 'Through it.');
  await saved(world, 1);
  expect(bot.output()).toContain('Telegram could not be reached');
});

test('what the inbox cannot store is not confirmed to Telegram, and not lost', async () => {
  world = await makeWorld();
  const { api, owner, state } = world;
  const bot = world.start();
  await owner.sends(owner, 'First.');
  await saved(world, 1);
  const database = new DatabaseSync(join(state, 'bot.sqlite'));
  database.exec(
    "CREATE TRIGGER full BEFORE INSERT ON inbox BEGIN SELECT RAISE(ABORT, 'disk full'); END",
  );
  await owner.sends(owner, 'Second.');
  await eventually(() => bot.output().includes('could not be stored') || undefined, 'the trouble');
  expect(api.pendingUpdates()).toHaveLength(1);
  database.exec('DROP TRIGGER full');
  database.close();
  await saved(world, 2);
  expect(await world.notes()).toHaveLength(2);
});

test('a second process says that the first runs, and ends', async () => {
  world = await makeWorld();
  world.start();
  await eventually(() => world?.api.calls('getUpdates').length || undefined, 'the first');
  const second = world.start();
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain('Another process of this bot runs');
});

test('a receiver elsewhere makes this one end with a clear word', async () => {
  world = await makeWorld();
  world.api.fault({
    method: 'getUpdates',
    when: 'before',
    kind: {
      status: 409,
      description:
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    },
  });
  const bot = world.start();
  expect(await bot.ended).toBe(1);
  expect(bot.output()).toContain('Another process receives this bot’s updates');
});

test('SIGTERM ends the process at once, with exit code 0', async () => {
  world = await makeWorld();
  const bot = world.start();
  await eventually(() => world?.api.calls('getUpdates').length || undefined, 'the bot');
  expect(await bot.end('SIGTERM')).toBe(0);
});

test('a webhook keeps the update before it answers, and only with the secret', async () => {
  const port = await freePort();
  world = await makeWorld(
    {},
    {
      TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${port}/`,
      TELEGRAM_WEBHOOK_SECRET: 'hush',
      PORT: String(port),
    },
  );
  const { api, owner, state } = world;
  const bot = world.start();
  await eventually(() => api.calls('setWebhook').length || undefined, 'the webhook to be set');
  const update = {
    update_id: 5,
    message: {
      message_id: 900,
      date: 1,
      chat: { id: owner.id, type: 'private' },
      from: { id: owner.id },
      text: 'Forged.',
    },
  };
  expect(await post(port, '', update)).toBe(401);
  expect(await post(port, 'wrong', update)).toBe(401);
  expect(await post(port, 'hush', { nonsense: true })).toBe(400);
  expect(await get(port, '/healthz')).toBe(200);
  const database = new DatabaseSync(join(state, 'bot.sqlite'), { readOnly: true });
  expect(database.prepare('SELECT COUNT(*) AS n FROM inbox').get()?.['n']).toBe(0);
  database.close();
  await owner.sends(owner, 'By webhook.');
  await saved(world, 1);
  expect(await world.notes()).toHaveLength(1);
  expect(await bot.end('SIGTERM')).toBe(0);
  expect(bot.output()).not.toContain('hush');
});

function call(
  port: number,
  method: string,
  path: string,
  secret: string,
  body: string,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      ...(secret !== '' && { 'x-telegram-bot-api-secret-token': secret }),
    };
    const sent = request({ port, host: '127.0.0.1', method, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const post = (port: number, secret: string, body: unknown) =>
  call(port, 'POST', '/', secret, JSON.stringify(body));
const get = (port: number, path: string) => call(port, 'GET', path, '', '');

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
