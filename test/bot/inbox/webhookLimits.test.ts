import { connect, createServer, type Socket } from 'node:net';
import { Api } from 'grammy';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLog } from '../../../bot/base/log.ts';
import { Inbox } from '../../../bot/inbox/inbox.ts';
import { serveWebhook } from '../../../bot/inbox/webhook.ts';
import { openDatabase } from '../../../bot/state/database.ts';
import { manualClock } from '../manualClock.ts';
import { makeWorld, type World } from '../world.ts';

const requestMilliseconds = 400;

let world: World;
let port: number;
let stop: AbortController;
let ended: Promise<void>;

beforeEach(async () => {
  world = await makeWorld();
  port = await freePort();
  stop = new AbortController();
  const database = openDatabase(world.state);
  const clock = manualClock();
  const api = new Api(world.api.token, { apiRoot: world.api.root });
  const receiving = {
    mode: 'webhook',
    url: `http://127.0.0.1:${port}/hook`,
    secret: 'hush',
    port,
    host: '127.0.0.1',
  } as const;
  const tools = {
    api,
    inbox: new Inbox(database, 1001),
    clock,
    log: createLog(() => undefined, [], clock.now),
    concerns: () => true,
    received: () => undefined,
    notStored: async () => undefined,
    health: () => ({}),
    requestMilliseconds,
  };
  ended = serveWebhook(receiving, tools, stop.signal, Promise.resolve()).finally(() =>
    database.close(),
  );
  await expect.poll(() => world.api.calls('setWebhook').length, { timeout: 30_000 }).toBe(1);
});

afterEach(async () => {
  stop.abort();
  await ended;
  await world.end();
});

/** Sends the head of a request, then pieces of a body without end; tells what came back until the line was closed. */
function pour(secret: string, piece: Buffer, everyMilliseconds: number) {
  return new Promise<{ answer: string; bytes: number }>((resolve) => {
    const line = connect(port, '127.0.0.1');
    let [answer, bytes] = ['', 0];
    line.write(
      `POST /hook HTTP/1.1\r\nhost: x\r\nx-telegram-bot-api-secret-token: ${secret}\r\ncontent-length: 9999999999\r\n\r\n`,
    );
    const pouring = setInterval(() => {
      line.write(piece);
      bytes += piece.length;
    }, everyMilliseconds);
    line.on('data', (chunk) => (answer += String(chunk)));
    line.on('error', () => undefined);
    line.on('close', () => {
      clearInterval(pouring);
      resolve({ answer: answer.split('\r\n')[0] ?? '', bytes });
    });
  });
}

test.each([
  ['wrong', 'HTTP/1.1 401 Unauthorized'],
  ['hush', 'HTTP/1.1 413 Payload Too Large'],
])('with the secret "%s" a body without end is cut off: %s', async (secret, answer) => {
  const poured = await pour(secret, Buffer.alloc(256 * 1024, 'x'), 5);
  expect(poured.bytes).toBeLessThan(8 * 1024 * 1024);
  // Where the line is reset, the answer may be lost with it.
  expect([answer, '']).toContain(poured.answer);
});

test('a body that comes drop by drop is cut off, with and without the secret', async () => {
  const began = Date.now();
  const [known, unknown] = await Promise.all([
    pour('hush', Buffer.from('x'), 20),
    pour('wrong', Buffer.from('x'), 20),
  ]);
  expect(known.answer).toBe('HTTP/1.1 408 Request Timeout');
  expect(unknown.answer).toBe('HTTP/1.1 401 Unauthorized');
  expect(Date.now() - began).toBeLessThan(requestMilliseconds * 10);
});

test('it can be reached from this machine only', async () => {
  expect(await reaches('127.0.0.1')).toBe(true);
  expect(await reaches('127.0.0.2')).toBe(false);
});

test('a line on which nothing is said is closed', async () => {
  const { line, closed } = await opened();
  await closed;
  expect(line.bytesWritten).toBe(0);
});

test('more lines than Telegram needs are closed at once, and those that are open stay', async () => {
  const open = await Promise.all(Array.from({ length: 100 }, opened));
  const more = await Promise.all(Array.from({ length: 20 }, opened));
  await Promise.all(more.map(({ closed }) => closed));
  expect(open.filter(({ line }) => line.destroyed)).toEqual([]);
  open[0]?.line.write('GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n');
  const answer = new Promise((resolve) =>
    open[0]?.line.once('data', (chunk) => resolve(String(chunk))),
  );
  expect(await answer).toMatch(/^HTTP\/1.1 200 OK/);
  for (const { line } of open) line.destroy();
});

test('a head without end is refused', async () => {
  const { line, closed } = await opened();
  let answer = '';
  line.on('data', (chunk) => (answer += String(chunk)));
  line.write(`GET /healthz HTTP/1.1\r\nhost: x\r\nx: ${'x'.repeat(9_000)}\r\n\r\n`);
  await closed;
  expect(answer).toMatch(/^HTTP\/1.1 431 /);
});

/** A line on which nothing has been said yet. */
async function opened(): Promise<{ line: Socket; closed: Promise<void> }> {
  const line = connect(port, '127.0.0.1');
  line.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => line.on('close', () => resolve()));
  await new Promise<void>((resolve) => line.on('connect', () => resolve()));
  line.resume();
  return { line, closed };
}

function reaches(host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const line = connect(port, host);
    line.on('connect', () => {
      line.destroy();
      resolve(true);
    });
    line.on('error', () => resolve(false));
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
