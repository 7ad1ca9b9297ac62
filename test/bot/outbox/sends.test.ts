import { beforeEach, describe, expect, it, test } from 'vitest';
import {
  type ChannelWorld,
  hour,
  makeChannelWorld,
  send,
  statesLeft,
} from '../mirror/channelWorld.ts';

let world: ChannelWorld;

beforeEach(async () => {
  world = await makeChannelWorld();
});

const states = () => statesLeft(world);

describe('a send of which nobody knows whether it arrived is never made again by itself', () => {
  it.each([
    ['connection reset after the post was made', { when: 'after', kind: 'reset' }, ['one']],
    ['connection reset before', { when: 'before', kind: 'reset' }, []],
    ['502 after the post was made', { when: 'after', kind: { status: 502 } }, ['one']],
    ['502 before', { when: 'before', kind: { status: 502 } }, []],
    [
      'a 502 that is no answer of Telegram’s',
      { when: 'before', kind: { status: 502, rawBody: '<html>Bad Gateway</html>' } },
      [],
    ],
    ['message id 0, which is never kept as an id,', { when: 'after', kind: 'unusable' }, ['one']],
  ] as const)('%s', async (_, fault, posts) => {
    world.api.fault({ method: 'sendMessage', ...fault });
    await world.deliverNow(send('one'));
    expect(world.posts()).toEqual(posts);
    expect(states()).toEqual(['uncertain']);
    expect(world.outbox.copies.all()).toEqual([]);
    expect(world.told).toEqual(['uncertain notes/a.md']);
    world.now += 100 * hour;
    world.restart();
    world.outbox.recover();
    await world.deliver();
    expect(world.calls()).toEqual(['sendMessage']);
    expect(states()).toEqual(['uncertain']);
  });

  test('a hang that runs into the timeout', async () => {
    world = await makeChannelWorld({ timeoutSeconds: 1 });
    world.api.fault({ method: 'sendMessage', when: 'after', kind: 'hang' });
    await world.deliverNow(send('one'));
    expect(states()).toEqual(['uncertain']);
    expect(world.posts()).toEqual(['one']);
  });

  test('a process that ended in the middle', async () => {
    world.queue(send('one'));
    const claimed = world.outbox.claim(world.now, world.channelId);
    if (claimed) world.outbox.calling(claimed, world.now);
    world.restart();
    expect(world.outbox.recover().map((delivery) => delivery.file)).toEqual(['notes/a.md']);
    await world.deliver();
    expect(world.calls()).toEqual([]);
    expect(states()).toEqual(['uncertain']);
  });
});

describe('a send that certainly did not arrive is made again', () => {
  test('of a process that ended before it made the call', async () => {
    world.queue(send('one'));
    expect(world.outbox.claim(world.now, world.channelId)?.state).toBe('sending');
    world.restart();
    expect(world.outbox.recover()).toEqual([]);
    await world.deliver();
    expect(world.posts()).toEqual(['one']);
  });

  test('connection refused: later and later, with an end to how late', async () => {
    world.goOffline(true);
    world.queue(send('one'));
    const waits: number[] = [];
    for (let attempt = 0; attempt < 14; attempt++) {
      await world.deliver();
      const wait = (world.outbox.nextRunAt(world.channelId) ?? 0) - world.now;
      waits.push(wait);
      world.now += wait;
    }
    expect(waits[0]).toBeLessThanOrEqual(1_200);
    expect(waits[5]).toBeGreaterThanOrEqual(32_000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(12 * 60_000);
    expect(states()).toEqual(['pending']);
    world.goOffline(false);
    await world.deliver();
    expect(world.posts()).toEqual(['one']);
  });
});
