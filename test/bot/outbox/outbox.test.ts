import { beforeEach, describe, expect, test } from 'vitest';
import {
  type ChannelWorld,
  day,
  makeChannelWorld,
  send,
  textMessage,
} from '../mirror/channelWorld.ts';

let world: ChannelWorld;

beforeEach(async () => {
  world = await makeChannelWorld();
});

async function refuse(contentHash: string): Promise<void> {
  world.api.fault({ method: 'sendMessage', kind: { status: 400 } });
  await world.deliverEntry({ contentHash, steps: [send(contentHash)] });
}

describe('what was sent', () => {
  test('is forgotten after a week; its copy is not', async () => {
    await world.deliverNow(send('one'));
    expect(world.states()).toEqual(['sent']);
    await world.deliverAfter(6 * day);
    expect(world.states()).toEqual(['sent']);
    await world.deliverAfter(2 * day);
    expect(world.states()).toEqual([]);
    expect(world.outbox.copies.all()).toMatchObject([{ contentHash: 'hash' }]);
  });

  test('does not uncover, once it is forgotten, what was refused before it', async () => {
    await refuse('first');
    await refuse('second');
    expect(world.states()).toEqual(['failed']);
    expect(world.outbox.failed().map(({ contentHash }) => contentHash)).toEqual(['second']);
    world.queueEntry({ contentHash: 'third', steps: [send('third')] });
    expect(world.outbox.failed()).toEqual([]);
    await world.deliver();
    expect(world.states()).toEqual(['sent']);
    await world.deliverAfter(8 * day);
    expect([world.states(), world.outbox.failed()]).toEqual([[], []]);
  });
});

test('what was refused and what waits is kept, however old', async () => {
  await refuse('first');
  world.isPageThere = false;
  world.queueEntry({ entryId: '/a/', page: 'https://journal.example/a/', steps: [send('a')] });
  await world.deliverAfter(6 * day);
  expect(world.states()).toEqual(['failed', 'pending']);
});

test('the ids of what was taken down are kept for good, also of posts that made room for others', async () => {
  await world.deliverNow(send('one'));
  await world.deliverNow({ call: 'delete', messageIds: [1] }, send('two'));
  await world.deliverEntry({ contentHash: '', steps: [{ call: 'delete', messageIds: [2] }] });
  await world.deliverAfter(400 * day);
  expect([world.states(), world.outbox.takenDown.in(world.channelId)]).toEqual([
    [],
    new Set([1, 2]),
  ]);
});

test('the ids of a copy are those of all its messages, in their order', () => {
  const { copies } = world.outbox;
  const message = textMessage('words');
  const copy = { file: 'notes/a.md', channelId: world.channelId, contentHash: 'hash' };
  copies.save({ ...copy, entryId: '/none/', messages: [] });
  copies.save({ ...copy, entryId: '/one/', messages: [{ ids: [7], message }] });
  copies.save({ ...copy, entryId: '/album/', messages: [{ ids: [9, 8, 10], message }] });
  const both = [
    { ids: [12], message },
    { ids: [11, 13], message },
  ];
  copies.save({ ...copy, entryId: '/two/', messages: both });
  expect([...copies.messageIds(world.channelId)].sort()).toEqual([
    ['/album/', [9, 8, 10]],
    ['/none/', []],
    ['/one/', [7]],
    ['/two/', [12, 11, 13]],
  ]);
});
