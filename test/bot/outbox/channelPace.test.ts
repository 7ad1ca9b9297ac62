import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { freeAt, type PastCall, paceOf, telegramPace } from '../../../bot/base/chatPace.ts';
import { stepsTo } from '../../../bot/outbox/copySteps.ts';
import type { Delivery } from '../../../bot/outbox/delivery.ts';
import type { ChannelMessage } from '../../../bot/post/channelPost.ts';
import {
  type ChannelWorld,
  day,
  type Moment,
  makeChannelWorld,
  paint,
  send,
} from '../mirror/channelWorld.ts';

let world: ChannelWorld;

// Stricter than the pace: a message too early in any second or minute is answered with 429.
const rates = { perGroupMinute: 20, perChatSecond: 1 };

/** No second has more than one message, and no minute more than 20. */
function expectPaceKept(one: ChannelWorld): void {
  const sent = one.api.calls('sendMessage').map(({ at }) => at);
  for (const [index, at] of sent.entries()) {
    expect(at - (sent[index - 1] ?? 0)).toBeGreaterThanOrEqual(1_000);
    expect(at - (sent[index - 20] ?? 0)).toBeGreaterThanOrEqual(60_000);
  }
}

/** The owner shows the bot that an uncertain post is in the channel. */
function settle({ outbox, channelId, now }: ChannelWorld, delivery: Delivery, id: number): void {
  const { entryId, file, steps } = delivery;
  const [step] = steps;
  if (step?.call !== 'send') throw new Error('nothing was sent');
  const messages = [{ ids: [id], message: step.message }];
  outbox.stepDone(delivery, { entryId, file, channelId, contentHash: '', messages }, now);
}

/** Works the outbox off as the worker does: to the moment that the outbox names, and on. */
async function deliverAll(one: ChannelWorld, restartAlways = false): Promise<number> {
  const began = one.now;
  for (let turn = 0; ; turn++) {
    if (turn > 1_000) throw new Error('the outbox does not come to an end');
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

test('a backfill of 50 notes keeps to a message a second and 20 a minute: Telegram never says "too many"', async () => {
  world = await makeChannelWorld({ pace: telegramPace, rates });
  const texts = Array.from({ length: 50 }, (_, number) => `note ${number}`);
  for (const [number, text] of texts.entries())
    world.queueEntry({ entryId: `/notes/${number}/`, steps: [send(text)] });
  const took = await deliverAll(world);
  expect(world.posts()).toEqual(texts);
  expect(world.calls()).toHaveLength(50);
  expect(took).toBeGreaterThan(2 * 60_000);
  expect(took).toBeLessThan(3 * 60_000);
});

describe('a backfill of 45 notes that is killed again and again: none lost, none doubled', () => {
  const texts = Array.from({ length: 45 }, (_, number) => `note ${number}`);

  beforeEach(async () => {
    world = await makeChannelWorld({ pace: telegramPace, rates });
    for (const [number, text] of texts.entries())
      world.queueEntry({ entryId: `/notes/${number}/`, file: text, steps: [send(text)] });
  });

  test('after every call: in order, and no call is refused', async () => {
    await deliverAll(world, true);
    expect(world.posts()).toEqual(texts);
    expect(world.calls()).toHaveLength(texts.length);
    expectPaceKept(world);
  });

  test.each<[string, Moment | undefined]>([
    ['before the call', 'before the call'],
    ['between the call and its settlement', 'after the call'],
    ['at any of these', undefined],
  ])(
    '%s: what nobody knows is asked for, and settled by what the channel shows',
    async (_, moment) => {
      const moments: readonly Moment[] = ['before the call', 'after the call', 'settled'];
      const asked = new Set<string>();
      for (let turn = 0; ; turn++) {
        const kill = moment ?? moments[Math.floor(turn / 3) % 3];
        await world.deliver(turn % 3 === 0 ? kill : undefined);
        world.restart();
        for (const { file } of world.outbox.recover()) {
          expect(asked.has(file)).toBe(false);
          asked.add(file);
        }
        const next = world.outbox.nextRunAt(world.channelId);
        if (next === undefined) break;
        world.now = Math.max(world.now, next);
      }
      // A third of the calls was in the air when the process ended; of any moments two in three.
      expect(asked.size).toBeGreaterThan(moment ? 13 : 9);
      const posted = world.posts();
      expect(posted.filter((text) => !asked.has(text))).toEqual(
        texts.filter((text) => !asked.has(text)),
      );
      // The owner looks into the channel and answers.
      for (const delivery of world.outbox.uncertain()) {
        const { file: text } = delivery;
        expect(asked.delete(text)).toBe(true);
        const found = world.standing().find((one) => one.text === text);
        if (found) settle(world, delivery, found.id);
        else expect(world.outbox.sendAgain(delivery.id, delivery.questions, world.now)).toBe(true);
      }
      expect(asked.size).toBe(0);
      await deliverAll(world);
      expect(world.posts().toSorted()).toEqual(texts.toSorted());
      expect(world.outbox.copies.all()).toHaveLength(texts.length);
      expect(world.calls()).toHaveLength(texts.length);
      expectPaceKept(world);
    },
  );
});

test('the pictures of an album are edited within the pace, each once', async () => {
  world = await makeChannelWorld({ pace: telegramPace, rates });
  const one = world;
  const albumOf = async (...names: string[]): Promise<ChannelMessage> => {
    const pictures = await Promise.all(names.map((name) => paint(one, name)));
    return { type: 'album', pictures, text: names.join(' '), entities: [] };
  };
  const album = await albumOf('red', 'green', 'blue');
  world.queue({ call: 'send', message: album });
  await deliverAll(world);
  world.now += 60_000;
  world.api.clearCalls();
  const copy = world.outbox.copies.find('/notes/a/', world.channelId);
  world.queue(...stepsTo([await albumOf('red', 'gold', 'navy')], copy));
  await deliverAll(world);
  expect(world.calls()).toEqual(['editMessageCaption', 'editMessageMedia', 'editMessageMedia']);
  expect(world.posts()).toEqual(['red gold navy', '', '']);
  expect(world.outbox.copies.all()).toMatchObject([{ contentHash: 'hash' }]);
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
  world.api.fault({ method: 'sendMessage', kind: { retryAfterSeconds: 35 } });
  await world.deliverEntry({ entryId: '/notes/a/', steps: [send('a')] });
  world.restart();
  world.outbox.recover();
  world.now += 20_000;
  await world.deliverEntry({ entryId: '/notes/b/', steps: [send('b')] });
  expect(world.calls()).toEqual(['sendMessage']);
  await world.deliverAfter(15_000);
  expect(world.calls()).toEqual(['sendMessage']);
  world.now += 1_000;
  await deliverAll(world);
  expect(world.posts()).toEqual(['a', 'b']);
});

test('a clock that was wrong for a while holds nothing up', async () => {
  world = await makeChannelWorld({ pace: telegramPace });
  const right = world.now;
  world.now += 400 * day;
  world.api.fault({ method: 'sendMessage', kind: { retryAfterSeconds: 35 } });
  await world.deliverEntry({ entryId: '/notes/a/', steps: [send('a')] });
  world.now = right;
  await world.deliver();
  expect(world.posts()).toEqual(['a']);
});

test('what is pending for another channel keeps nobody awake', async () => {
  world = await makeChannelWorld();
  await world.deliverEntry({ channelId: -100_999, steps: [send('elsewhere')] });
  expect(world.posts()).toEqual([]);
  expect(world.outbox.nextRunAt(world.channelId)).toBeUndefined();
});
