import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { freeAt, type PastCall, paceOf, telegramPace } from '../../../bot/channel/channelPace.ts';
import type { Step } from '../../../bot/channel/delivery.ts';
import { makeChannelWorld, textMessage } from './channelWorld.ts';

type ChannelWorld = Awaited<ReturnType<typeof makeChannelWorld>>;

let world: ChannelWorld | undefined;

afterEach(async () => {
  await world?.end();
  world = undefined;
});

const send = (text: string): Step => ({ call: 'send', message: textMessage(text) });
// Stricter than the pace: a message too early in any second or minute is answered with 429.
const rates = { perGroupMinute: 20, perChatSecond: 1 };

/** Works the outbox off as the worker does: to the moment that the outbox names, and on. */
async function deliverAll(one: ChannelWorld, restartAlways = false): Promise<number> {
  const began = one.now;
  for (;;) {
    await one.deliver();
    if (restartAlways) {
      one.restart();
      one.outbox.recover();
    }
    const next = one.outbox.nextRunAt(one.channelId);
    if (next === undefined) return one.now - began;
    one.now = Math.max(one.now, next);
  }
}

describe('the pace', () => {
  test('is never broken, whatever is sent when, and never slower than it must be', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ after: fc.nat(9_000), messages: fc.integer({ min: 1, max: 10 }) }), {
          maxLength: 60,
        }),
        (wanted) => {
          const made: PastCall[] = [];
          let now = 0;
          for (const { after, messages } of wanted) {
            now += after;
            const at = freeAt(made, messages, now, telegramPace);
            const inMinute = made
              .filter((call) => call.at > at - 60_000)
              .reduce((sum, call) => sum + call.messages, messages);
            expect(inMinute).toBeLessThanOrEqual(20);
            const last = made.at(-1);
            if (last) expect(at - last.at).toBeGreaterThanOrEqual(1_000 * last.messages);
            if (at > now) {
              const tooEarly = at - 1;
              const then = made
                .filter((call) => call.at > tooEarly - 60_000)
                .reduce((sum, call) => sum + call.messages, messages);
              const isTooSoon = last && tooEarly - last.at < 1_000 * last.messages;
              expect(then > 20 || isTooSoon).toBe(true);
            }
            made.push({ at, messages });
            now = at;
          }
        },
      ),
    );
  });

  test('of a server without limits is none', () => {
    const past = Array.from({ length: 100 }, () => ({ at: 5, messages: 10 }));
    expect(freeAt(past, 10, 5, paceOf(0))).toBe(5);
  });
});

test('a backfill of 200 notes keeps to a message a second and 20 a minute: Telegram never says "too many"', async () => {
  world = await makeChannelWorld({ pace: telegramPace, rates });
  const texts = Array.from({ length: 200 }, (_, number) => `note ${number}`);
  for (const [number, text] of texts.entries())
    world.queueEntry({ entryId: `/notes/${number}/`, steps: [send(text)] });
  const took = await deliverAll(world);
  expect(world.posts()).toEqual(texts);
  expect(world.calls()).toHaveLength(200);
  expect(took).toBeGreaterThan(9 * 60_000);
  expect(took).toBeLessThan(11 * 60_000);
});

test('a backfill of 200 notes that is killed after every call goes on where it was: none lost, none doubled', async () => {
  world = await makeChannelWorld({ pace: telegramPace, rates });
  const texts = Array.from({ length: 200 }, (_, number) => `note ${number}`);
  for (const [number, text] of texts.entries())
    world.queueEntry({ entryId: `/notes/${number}/`, steps: [send(text)] });
  await deliverAll(world, true);
  expect(world.posts()).toEqual(texts);
  // The pace holds over restarts, too: no call was refused.
  expect(world.calls()).toHaveLength(200);
});

test('the messages of a split post stand together, in the middle of a backfill', async () => {
  world = await makeChannelWorld({ pace: telegramPace, rates });
  world.queueEntry({ entryId: '/notes/a/', steps: [send('a1'), send('a2'), send('a3')] });
  world.queueEntry({ entryId: '/notes/b/', steps: [send('b')] });
  await deliverAll(world);
  expect(world.posts()).toEqual(['a1', 'a2', 'a3', 'b']);
});

test('silence that Telegram asks for holds for what is queued later, too, and over a restart', async () => {
  world = await makeChannelWorld({ pace: telegramPace });
  world.api.fault({ method: 'sendMessage', when: 'before', kind: { retryAfterSeconds: 35 } });
  world.queueEntry({ entryId: '/notes/a/', steps: [send('a')] });
  await world.deliver();
  world.restart();
  world.outbox.recover();
  world.now += 20_000;
  world.queueEntry({ entryId: '/notes/b/', steps: [send('b')] });
  await world.deliver();
  expect(world.calls()).toEqual(['sendMessage']);
  world.now += 15_000;
  await world.deliver();
  expect(world.calls()).toEqual(['sendMessage']);
  world.now += 1_000;
  await deliverAll(world);
  expect(world.posts()).toEqual(['a', 'b']);
});

test('a clock that was wrong for a while holds nothing up', async () => {
  world = await makeChannelWorld({ pace: telegramPace });
  const right = world.now;
  world.now += 400 * 24 * 60 * 60_000;
  world.api.fault({ method: 'sendMessage', when: 'before', kind: { retryAfterSeconds: 35 } });
  world.queueEntry({ entryId: '/notes/a/', steps: [send('a')] });
  await world.deliver();
  world.now = right;
  await world.deliver();
  expect(world.posts()).toEqual(['a']);
});

test('what is pending for another channel keeps nobody awake', async () => {
  world = await makeChannelWorld();
  world.queueEntry({ channelId: -100_999, steps: [send('elsewhere')] });
  await world.deliver();
  expect(world.posts()).toEqual([]);
  expect(world.outbox.nextRunAt(world.channelId)).toBeUndefined();
});
