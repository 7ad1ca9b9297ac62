import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ServedWebhook, servedWebhook } from './servedWebhook.ts';

let webhook: ServedWebhook;

beforeEach(async () => {
  webhook = await servedWebhook(120_000);
});

afterEach(() => webhook.end());

const taken = expect.stringMatching(/^HTTP\/1.1 200 OK/);

function many(count: number) {
  return Promise.all(Array.from({ length: count }, () => webhook.open()));
}

test('however many lines are held open, the next update is heard, and a hundred lines stay', async () => {
  const first = await webhook.bring({ update_id: 1 });
  const silent = await many(100);
  for (const { socket } of silent.slice(50)) socket.write('POST /hook HTTP/1.1\r\nx: ');
  await silent[0]?.closed;
  const second = await webhook.bring({ update_id: 2 });
  const more = await many(130);
  await Promise.all(silent.map(({ closed }) => closed));
  await Promise.all(more.slice(0, 32).map(({ closed }) => closed));
  expect(more.filter(({ socket }) => socket.destroyed)).toHaveLength(32);
  // Who gave the secret keeps the line.
  expect([first, second].map(({ answer, socket }) => [answer, socket.destroyed])).toEqual([
    [taken, false],
    [taken, false],
  ]);
});

test.each([
  ['say nothing', ''],
  ['begin a head', 'POST /hook HTTP/1.1\r\nhost: x\r\nx: '],
  ['guess the secret', post('guess', 'x'.repeat(99))],
  ['send a large body', post('guess', 'x'.repeat(1_000_000))],
])('120 people who %s, over and over, keep no update away', async (_, words) => {
  const flood = new AbortController();
  const people = Array.from({ length: 120 }, () => pester(words, flood.signal));
  try {
    for (let id = 1; id <= 20; id++) await brought(id);
  } finally {
    flood.abort();
  }
  await webhook.end();
  await Promise.all(people);
});

/** Opens a line, says something, and does so again as soon as that line is closed. */
async function pester(words: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const { socket, closed } = await webhook.open();
    socket.write(words);
    await closed;
    await setTimeout(100);
  }
}

/** Brings an update until it is taken, as Telegram does. */
async function brought(id: number, tries = 5): Promise<void> {
  const { answer } = await webhook.bring({ update_id: id });
  if (tries > 1 && answer === 'closed') return brought(id, tries - 1);
  expect(answer).toEqual(taken);
}

function post(secret: string, body: string): string {
  return `POST /hook HTTP/1.1\r\nhost: x\r\nx-telegram-bot-api-secret-token: ${secret}\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
}
