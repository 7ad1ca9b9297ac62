import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { type ServedWebhook, servedWebhook } from './servedWebhook.ts';

/** For what is cut off because it takes long. */
const shortMilliseconds = 400;
/** For all else: no machine is so slow that it would be. */
const longMilliseconds = 120_000;
/** Less than what requests have by default. */
const soonMilliseconds = 20_000;

let webhook: ServedWebhook;

/** Sends the head of a request, then pieces of a body without end; tells what came back until the line was closed. */
function pour(secret: string, piece: Buffer, everyMilliseconds: number) {
  return new Promise<{ answer: string; bytes: number }>((resolve) => {
    const line = connect(webhook.port, '127.0.0.1');
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
  webhook = await servedWebhook(longMilliseconds);
  const poured = await pour(secret, Buffer.alloc(256 * 1024, 'x'), 5);
  expect(poured.bytes).toBeLessThan(8 * 1024 * 1024);
  // Where the line is reset, the answer may be lost with it.
  expect([answer, '']).toContain(poured.answer);
});

test('a body that comes drop by drop is cut off, with and without the secret', async () => {
  webhook = await servedWebhook(shortMilliseconds);
  const began = Date.now();
  const [known, unknown] = await Promise.all([
    pour('hush', Buffer.from('x'), 20),
    pour('wrong', Buffer.from('x'), 20),
  ]);
  expect(known.answer).toBe('HTTP/1.1 408 Request Timeout');
  expect(unknown.answer).toBe('HTTP/1.1 401 Unauthorized');
  expect(Date.now() - began).toBeLessThan(soonMilliseconds);
});

test('it can be reached from this machine only', async () => {
  webhook = await servedWebhook(longMilliseconds);
  expect(await reaches('127.0.0.1')).toBe(true);
  expect(await reaches('127.0.0.2')).toBe(false);
});

test('a line on which nothing is said is closed', async () => {
  webhook = await servedWebhook(shortMilliseconds);
  const { socket, closed } = await webhook.open();
  await closed;
  expect(socket.bytesWritten).toBe(0);
});

test('a head without end is refused', async () => {
  webhook = await servedWebhook(longMilliseconds);
  const { socket, closed } = await webhook.open();
  let answer = '';
  socket.on('data', (chunk) => (answer += String(chunk)));
  socket.write(`GET /healthz HTTP/1.1\r\nhost: x\r\nx: ${'x'.repeat(9_000)}\r\n\r\n`);
  await closed;
  expect(answer).toMatch(/^HTTP\/1.1 431 /);
});

function reaches(host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const line = connect(webhook.port, host);
    line.on('connect', () => {
      line.destroy();
      resolve(true);
    });
    line.on('error', () => resolve(false));
  });
}
