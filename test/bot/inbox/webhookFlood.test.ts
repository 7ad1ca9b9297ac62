import { beforeEach, expect, test } from 'vitest';
import { type ServedWebhook, servedWebhook } from './servedWebhook.ts';

let webhook: ServedWebhook;

beforeEach(async () => {
  webhook = await servedWebhook(120_000);
});

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
])(
  '70 people who %s beside every update, and those that did before, keep none away',
  async (_, words) => {
    for (let id = 1; id <= 4; id++) {
      const [, { answer }] = await Promise.all([
        pester(35, words),
        webhook.bring({ update_id: id }),
        pester(35, words),
      ]);
      expect(answer).toEqual(taken);
    }
  },
);

/** People open lines, say something, and leave them open. */
async function pester(people: number, words: string): Promise<void> {
  for (const { socket } of await many(people)) socket.write(words);
}

function post(secret: string, body: string): string {
  return `POST /hook HTTP/1.1\r\nhost: x\r\nx-telegram-bot-api-secret-token: ${secret}\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
}
