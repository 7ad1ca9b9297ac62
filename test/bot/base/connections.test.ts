import dns from 'node:dns';
import { createServer as createWebServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { HttpError, InputFile } from 'grammy';
import { afterEach, expect, test, vi } from 'vitest';
import { classify } from '../../../bot/base/failure.ts';
import { telegramApi } from '../../../bot/base/telegramApi.ts';

const servers: Server[] = [];
const sockets = new Set<Socket>();

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  for (const socket of sockets) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

async function serve(server: Server): Promise<number> {
  servers.push(server);
  server.on('connection', (socket: Socket) => sockets.add(socket));
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  return (server.address() as AddressInfo).port;
}

/** Answers once on each connection: when the next call is written to it, it turns out to be closed. */
async function serveOnceAConnection(): Promise<{ root: string; answered: string[] }> {
  const used = new WeakSet<Socket>();
  const answered: string[] = [];
  const server = createWebServer((request: IncomingMessage, response) => {
    if (used.has(request.socket)) return void request.socket.resetAndDestroy();
    used.add(request.socket);
    answered.push(request.url?.split('/').at(-1) ?? '');
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ok: true, result: { message_id: answered.length } }));
  });
  return { root: `http://127.0.0.1:${await serve(server)}`, answered };
}

async function failureOf(work: Promise<unknown>) {
  return classify(await work.catch((error: unknown) => error));
}

test('a send does not meet a connection that was closed while it was idle', async () => {
  const { root, answered } = await serveOnceAConnection();
  const api = telegramApi('1:a', { apiRoot: root });
  await api.sendMessage(1, 'one');
  await api.sendMessage(1, 'two');
  await api.editMessageText(1, 1, 'three');
  await api.sendMessage(1, 'four');
  await api.sendMediaGroup(1, []).catch(() => {});
  await api.copyMessage(1, 1, 1);
  expect(answered).toEqual([
    'sendMessage',
    'sendMessage',
    'editMessageText',
    'sendMessage',
    'sendMediaGroup',
    'copyMessage',
  ]);
});

test('what may be repeated goes over the connection that it went over before', async () => {
  const { root, answered } = await serveOnceAConnection();
  const api = telegramApi('1:a', { apiRoot: root });
  await api.getMe();
  await expect(api.editMessageText(1, 1, 'words')).rejects.toBeInstanceOf(HttpError);
  expect(answered).toEqual(['getMe']);
});

test('nothing was sent where the connection was closed before it stood', async () => {
  let calls = 0;
  const port = await serve(
    createServer((socket) => {
      calls++;
      socket.once('data', () => socket.resetAndDestroy());
    }),
  );
  const api = telegramApi('1:a', { apiRoot: `https://127.0.0.1:${port}` });
  expect(await failureOf(api.sendMessage(1, 'one'))).toMatchObject({ kind: 'not-sent' });
  expect(calls).toBe(1);
});

test('nor where it was no secure one', async () => {
  const { root } = await serveOnceAConnection();
  const api = telegramApi('1:a', { apiRoot: root.replace('http:', 'https:') });
  expect(await failureOf(api.sendMessage(1, 'one'))).toMatchObject({ kind: 'not-sent' });
});

test('nor where nobody listens, or no host has the name', async () => {
  const server = createServer();
  const port = await serve(server);
  server.close();
  for (const root of [`http://127.0.0.1:${port}`, 'http://nobody.invalid']) {
    const api = telegramApi('1:a', { apiRoot: root });
    const file = new InputFile(Buffer.alloc(1_000));
    // In turn: one that fails while another is waited for would be a failure that nobody takes.
    for (const call of [() => api.sendMessage(1, 'one'), () => api.sendPhoto(1, file)])
      expect(await failureOf(call())).toEqual({ kind: 'not-sent', reason: expect.any(String) });
  }
});

test('nothing was sent where the connection broke before the end of a file was written', async () => {
  let read = 0;
  const port = await serve(
    createServer((socket) => {
      socket.on('data', (chunk: Buffer) => {
        read += chunk.length;
        if (read > 300_000) socket.resetAndDestroy();
      });
    }),
  );
  const api = telegramApi('1:a', { apiRoot: `http://127.0.0.1:${port}` });
  const file = new InputFile(Buffer.alloc(60_000_000));
  expect(await failureOf(api.sendPhoto(1, file))).toEqual({
    kind: 'not-sent',
    isCut: true,
    reason: expect.stringContaining('the connection broke during the call'),
  });
});

test('nor where the whole call took too long, or something on the way had an answer to a part of it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { promise: met, resolve } = Promise.withResolvers<void>();
  const slow = await serve(createServer((socket) => socket.pause() && resolve()));
  const strict = await serve(
    createWebServer((_, response) => response.writeHead(413).end('<html>Too large</html>')),
  );
  const send = (port: number) =>
    failureOf(
      telegramApi('1:a', { apiRoot: `http://127.0.0.1:${port}` }).sendVideo(
        1,
        new InputFile(Buffer.alloc(60_000_000)),
      ),
    );
  const failure = send(slow);
  await met;
  await vi.advanceTimersByTimeAsync(15 * 60_000);
  expect(await failure).toMatchObject({ kind: 'not-sent', isCut: true });
  expect(await send(strict)).toMatchObject({ kind: 'not-sent', isCut: true });
});

test('nobody knows of what was written to a connection that stood', async () => {
  const port = await serve(
    createServer((socket) => {
      socket.once('data', () => socket.resetAndDestroy());
    }),
  );
  const api = telegramApi('1:a', { apiRoot: `http://127.0.0.1:${port}` });
  expect(await failureOf(api.sendMessage(1, 'one'))).toMatchObject({ kind: 'unknown' });
});

test('why there was no connection is told of each address that a host has', async () => {
  const server = createServer();
  const port = await serve(server);
  server.close();
  const addresses = [
    { address: '127.0.0.1', family: 4 },
    { address: '127.0.0.2', family: 4 },
  ];
  const lookup = (_host: string, _options: unknown, found: (...of: unknown[]) => void) =>
    process.nextTick(found, null, addresses);
  vi.spyOn(dns, 'lookup').mockImplementation(lookup as unknown as typeof dns.lookup);
  const api = telegramApi('1:a', { apiRoot: `http://several.test:${port}` });
  const refused = addresses.map(({ address }) => `connect ECONNREFUSED ${address}:${port}`);
  expect(await failureOf(api.sendMessage(1, 'one'))).toEqual({
    kind: 'not-sent',
    reason: expect.stringContaining(
      `no connection to several.test was made: ${refused.join(', ')}`,
    ),
  });
});

test('a connection of which nothing comes is given up, and nothing was sent', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { promise: met, resolve } = Promise.withResolvers<void>();
  const port = await serve(createServer(() => resolve()));
  const api = telegramApi('1:a', { apiRoot: `https://127.0.0.1:${port}` });
  const failure = failureOf(api.sendMessage(1, 'one'));
  await met;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await failure).toEqual({
    kind: 'not-sent',
    reason: expect.stringContaining(
      'no connection to 127.0.0.1 was made: nothing came of it within 20 seconds',
    ),
  });
});

test('a connection that does not stand yet is closed when its call is given up', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const met = Promise.withResolvers<Socket>();
  const port = await serve(createServer((socket) => met.resolve(socket)));
  const api = telegramApi('1:a', { apiRoot: `https://127.0.0.1:${port}` });
  const stop = new AbortController();
  const failure = failureOf(api.getMe(stop.signal as Parameters<typeof api.getMe>[0]));
  const socket = await met.promise;
  const closed = new Promise((resolve) => socket.resume().once('close', resolve));
  stop.abort();
  await closed;
  expect(await failure).toMatchObject({ kind: 'unknown' });
});

test.each([
  ['nothing more of it is written', 70_000, false],
  ['the bot stops', 4_000, true],
])(
  'a file takes as long as it takes, until %s: then it was not sent',
  async (_, waited, isStopped) => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const part = 20_000_000;
    let wanted = part;
    let read = 0;
    const lull = () => Promise.withResolvers<Socket>();
    let reached = lull();
    const port = await serve(
      createServer((socket) => {
        socket.on('data', (chunk: Buffer) => {
          read += chunk.length;
          if (read < wanted) return;
          socket.pause();
          reached.resolve(socket);
        });
      }),
    );
    const stop = new AbortController();
    const api = telegramApi('1:a', { apiRoot: `http://127.0.0.1:${port}` }, stop.signal);
    const parts = Array<Buffer>(5 * 1000).fill(Buffer.alloc(part / 1000));
    const failure = failureOf(api.sendVideo(1, new InputFile(parts)));
    // More than both ends of a connection hold, so that more was written each time.
    for (let time = 0; time < 3; time++) {
      const socket = await reached.promise;
      await vi.advanceTimersByTimeAsync(50_000);
      [wanted, reached] = [read + part, lull()];
      socket.resume();
    }
    await reached.promise;
    if (isStopped) stop.abort();
    await vi.advanceTimersByTimeAsync(waited);
    expect(await failure).toMatchObject({ kind: 'not-sent', isCut: true });
  },
);

test.each([
  ['a call', 0, 60],
  ['a large file, which Telegram has work with', 2_000_000, 300],
])('nobody knows of %s whose answer does not come in time', async (_, bytes, seconds) => {
  const { promise: met, resolve } = Promise.withResolvers<void>();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const port = await serve(createWebServer((request) => request.resume().once('end', resolve)));
  const api = telegramApi('1:a', { apiRoot: `http://127.0.0.1:${port}` });
  let isWaiting = true;
  const failure = failureOf(api.sendVideo(1, new InputFile(Buffer.alloc(bytes)))).finally(() => {
    isWaiting = false;
  });
  await met;
  await vi.advanceTimersByTimeAsync(seconds * 1000 - 1000);
  expect(isWaiting).toBe(true);
  await vi.advanceTimersByTimeAsync(5000);
  expect(await failure).toEqual({
    kind: 'unknown',
    reason: expect.stringContaining(`Request to 'sendVideo' timed out after ${seconds} seconds`),
  });
});
