import { request } from 'node:http';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, test } from 'vitest';
import { eventually, makeWorld, type World } from '../world.ts';

let world: World | undefined;

afterEach(async () => {
  await world?.end();
  world = undefined;
});

const secret = 'hush';
const hookPath = '/telegram/hook';

async function makeWebhookWorld(): Promise<{ world: World; port: number }> {
  const port = await freePort();
  world = await makeWorld(
    {},
    {
      TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${port}${hookPath}`,
      TELEGRAM_WEBHOOK_SECRET: secret,
      PORT: String(port),
    },
  );
  return { world, port };
}

async function startedBot() {
  const made = await makeWebhookWorld();
  const bot = made.world.start();
  await eventually(
    () => made.world.api.calls('setWebhook').length || undefined,
    'the webhook to be set',
  );
  return { ...made, bot };
}

const messageOfOwner = ({ owner }: World) => ({
  update_id: 5,
  message: {
    message_id: 900,
    date: 1,
    chat: { id: owner.id, type: 'private' },
    from: { id: owner.id },
    text: 'Forged.',
  },
});

test('with a wrong secret or none the answer is 401, and nothing is kept', async () => {
  const { world, port, bot } = await startedBot();
  const update = JSON.stringify(messageOfOwner(world));
  expect((await call(port, 'POST', hookPath, update)).status).toBe(401);
  expect((await call(port, 'POST', hookPath, update, 'wrong')).status).toBe(401);
  expect((await call(port, 'POST', hookPath, update, `${secret}x`)).status).toBe(401);
  expect(inboxRows(world)).toBe(0);
  expect(await bot.end('SIGTERM')).toBe(0);
  expect(bot.output()).not.toContain(secret);
});

test('without a secret the bot refuses to start', async () => {
  const port = await freePort();
  world = await makeWorld({}, { TELEGRAM_WEBHOOK_URL: 'https://x.example/', PORT: String(port) });
  const bot = world.start();
  expect(await bot.ended).toBe(1);
  expect(bot.output()).toContain('TELEGRAM_WEBHOOK_SECRET is missing');
  expect(world.api.calls()).toEqual([]);
});

test('an update is in the inbox before Telegram gets its 200, and is answered', async () => {
  const { world, bot } = await startedBot();
  await world.owner.sends(world.owner, 'By webhook.');
  await eventually(
    () => world.api.botMessages(world.owner).find((one) => one.text.startsWith('Saved as ')),
    'an acknowledgement',
  );
  expect(await world.notes()).toHaveLength(1);
  // Left out, Telegram would bring no reactions.
  const [call] = world.api.calls('setWebhook');
  expect(call?.parameters['allowed_updates']).toContain('message_reaction');
  expect(await bot.end('SIGTERM')).toBe(0);
});

test.each([
  ['what is no JSON', 'POST', hookPath, '{', 400],
  ['null', 'POST', hookPath, 'null', 400],
  ['what is no update', 'POST', hookPath, '{"nonsense":true}', 400],
  ['more than a megabyte', 'POST', hookPath, `{"update_id":1,"x":"${'x'.repeat(1_100_000)}"}`, 413],
  ['another path', 'POST', '/other', '{"update_id":1}', 404],
  ['another method', 'GET', hookPath, '', 405],
])('with the secret, too, it refuses %s', async (_, method, path, body, status) => {
  const { world, port } = await startedBot();
  expect((await call(port, method, path, body, secret)).status).toBe(status);
  expect(inboxRows(world)).toBe(0);
  expect((await call(port, 'GET', '/healthz', '')).status).toBe(200);
});

test('/healthz tells that the bot runs and what waits, and 503 while it stops', async () => {
  const { world, port, bot } = await startedBot();
  const well = await call(port, 'GET', '/healthz', '');
  expect([well.status, JSON.parse(well.body)]).toEqual([200, { ok: true, inbox: 0, outbox: 0 }]);
  // A message is in hand while the bot is told to stop.
  world.api.fault({ method: 'sendMessage', when: 'before', kind: { delayMilliseconds: 1_500 } });
  await world.owner.sends(world.owner, 'In hand.');
  await eventually(async () => (await world.notes()).length || undefined, 'a draft');
  const ended = bot.end('SIGTERM');
  await eventually(
    async () => (await call(port, 'GET', '/healthz', '')).status === 503 || undefined,
    '503',
  );
  const update = JSON.stringify(messageOfOwner(world));
  expect((await call(port, 'POST', hookPath, update, secret)).status).toBe(503);
  expect(await ended).toBe(0);
  expect(world.api.botMessages(world.owner).map((one) => one.text)).toHaveLength(1);
});

test('a port that is taken is told', async () => {
  const { world, port } = await makeWebhookWorld();
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(port, resolve));
  try {
    const bot = world.start();
    expect(await bot.ended).toBe(1);
    expect(bot.output()).toContain(
      `The port ${port} is taken by another program. Stop that one, or choose another port. PORT says which.\n`,
    );
  } finally {
    await closed(taken);
  }
});

function inboxRows({ state }: World): number {
  const database = new DatabaseSync(join(state, 'bot.sqlite'), { readOnly: true });
  try {
    return Number(database.prepare('SELECT COUNT(*) AS n FROM inbox').get()?.['n']);
  } finally {
    database.close();
  }
}

function call(
  port: number,
  method: string,
  path: string,
  body: string,
  token = '',
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      ...(token !== '' && { 'x-telegram-bot-api-secret-token': token }),
    };
    const sent = request({ port, host: '127.0.0.1', method, path, headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await closed(server);
  return typeof address === 'object' && address ? address.port : 0;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
