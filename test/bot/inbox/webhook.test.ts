import { request } from 'node:http';
import { createServer, type Server } from 'node:net';
import { expect, test } from 'vitest';
import { freePort } from '../../freePort.ts';
import { type LiveBot, liveBot } from '../liveBot.ts';
import { eventually, makeWorld, type World } from '../world.ts';

const secret = 'hush';
const hookPath = '/telegram/hook';

const settingsAt = (port: number) => ({
  TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${port}${hookPath}`,
  TELEGRAM_WEBHOOK_SECRET: secret,
  PORT: String(port),
});

async function startedBot(): Promise<{ bot: LiveBot; port: number }> {
  const port = await freePort();
  const bot = await liveBot(settingsAt(port));
  await eventually(() => bot.api.calls('setWebhook').length > 0, 'the webhook to be set');
  return { bot, port };
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
  const { bot, port } = await startedBot();
  const update = JSON.stringify(messageOfOwner(bot));
  expect((await call(port, 'POST', hookPath, update)).status).toBe(401);
  expect((await call(port, 'POST', hookPath, update, 'wrong')).status).toBe(401);
  expect((await call(port, 'POST', hookPath, update, `${secret}x`)).status).toBe(401);
  expect(bot.rows('SELECT * FROM inbox')).toEqual([]);
  await bot.stop();
  expect(bot.logged()).not.toContain(secret);
});

test('an update is in the inbox before Telegram gets its 200, and is answered', async () => {
  const { bot } = await startedBot();
  await bot.owner.sends(bot.owner, 'By webhook.');
  await eventually(
    () => bot.said().find((one) => one.text.startsWith('Saved as ')),
    'an acknowledgement',
  );
  expect(await bot.notes()).toHaveLength(1);
  // Left out, Telegram would bring no reactions.
  const [call] = bot.api.calls('setWebhook');
  expect(call?.parameters['allowed_updates']).toContain('message_reaction');
});

test('with the secret, too, it refuses what is no update of Telegram’s', async () => {
  const { bot, port } = await startedBot();
  const tooLarge = `{"update_id":1,"x":"${'x'.repeat(1_100_000)}"}`;
  const refused = [
    ['what is no JSON', 'POST', hookPath, '{', 400],
    ['null', 'POST', hookPath, 'null', 400],
    ['what is no update', 'POST', hookPath, '{"nonsense":true}', 400],
    ['more than a megabyte', 'POST', hookPath, tooLarge, 413],
    ['another path', 'POST', '/other', '{"update_id":1}', 404],
    ['another method', 'GET', hookPath, '', 405],
  ] as const;
  for (const [what, method, path, body, status] of refused)
    expect((await call(port, method, path, body, secret)).status, what).toBe(status);
  expect(bot.rows('SELECT * FROM inbox')).toEqual([]);
  expect((await call(port, 'GET', '/healthz', '')).status).toBe(200);
});

test('/healthz tells that the bot runs and what waits, and 503 while it stops', async () => {
  const { bot, port } = await startedBot();
  const well = await call(port, 'GET', '/healthz', '');
  expect([well.status, JSON.parse(well.body)]).toEqual([200, { ok: true, inbox: 0, outbox: 0 }]);
  // A message is in hand while the bot is told to stop.
  const answered = Promise.withResolvers<void>();
  const kind = { until: answered.promise };
  const held = bot.api.fault({ method: 'sendMessage', kind });
  await bot.owner.sends(bot.owner, 'In hand.');
  await eventually(() => held.count > 0, 'its acknowledgement');
  const ended = bot.stop();
  expect((await call(port, 'GET', '/healthz', '')).status).toBe(503);
  const update = JSON.stringify(messageOfOwner(bot));
  expect((await call(port, 'POST', hookPath, update, secret)).status).toBe(503);
  answered.resolve();
  await ended;
  expect(await bot.notes()).toHaveLength(1);
  expect(bot.said()).toHaveLength(1);
});

test('a port that is taken is told', async () => {
  const port = await freePort();
  const world = await makeWorld({}, settingsAt(port));
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(port, resolve));
  try {
    const { code, output } = await world.command('main.ts');
    expect(code).toBe(1);
    expect(output).toContain(
      `The port ${port} is taken by another program. Stop that one, or choose another port. PORT says which.\n`,
    );
  } finally {
    await closed(taken);
  }
});

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

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
