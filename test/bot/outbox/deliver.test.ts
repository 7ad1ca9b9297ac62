import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { classify } from '../../../bot/base/failure.ts';
import { deliverDue } from '../../../bot/outbox/deliver.ts';
import { plainPicture } from '../../plainPicture.ts';
import {
  type ChannelWorld,
  hour,
  makeChannelWorld,
  paint,
  send,
  statesLeft,
  textMessage,
} from '../mirror/channelWorld.ts';
import { withoutRights } from '../rights.ts';

let world: ChannelWorld;

beforeEach(async () => {
  world = await makeChannelWorld();
});

const states = () => statesLeft(world);

/** Sends a post and says under which id it stands. */
async function posted(text: string): Promise<number> {
  await world.deliverNow(send(text));
  return world.idsOf()[0] ?? 0;
}

describe('an edit or a removal may be repeated', () => {
  it.each([
    ['reset after', { when: 'after', kind: 'reset' }],
    ['reset before', { when: 'before', kind: 'reset' }],
    ['502 after', { when: 'after', kind: { status: 502 } }],
  ] as const)('%s', async (_, fault) => {
    const id = await posted('one');
    world.api.fault({ method: 'editMessageText', ...fault });
    await world.deliverNow({ call: 'edit', messageIds: [id], message: textMessage('two') });
    await world.deliverAfter(hour);
    expect(world.posts()).toEqual(['two']);
    expect(states()).toEqual([]);
    world.api.fault({ method: 'deleteMessage', ...fault });
    await world.deliverEntry({ contentHash: '', steps: [{ call: 'delete', messageIds: [id] }] });
    await world.deliverAfter(hour);
    expect(world.posts()).toEqual([]);
    expect(states()).toEqual([]);
    expect(world.outbox.copies.all()).toEqual([]);
  });

  test('"not modified" is success', async () => {
    const id = await posted('one');
    await world.deliverNow({ call: 'edit', messageIds: [id], message: textMessage('one') });
    expect(states()).toEqual([]);
    expect(world.told).toEqual([]);
  });
});

describe('what Telegram refuses for good is told and left', () => {
  test('an edit of a post that was deleted by hand: no silent repost', async () => {
    const id = await posted('one');
    world.deleteByHand();
    await world.deliverNow({ call: 'edit', messageIds: [id], message: textMessage('two') });
    expect(world.posts()).toEqual([]);
    expect(states()).toEqual(['failed']);
    expect(world.told).toEqual(['failed notes/a.md']);
  });

  test('a picture that cannot be read: nothing was sent, and nothing is uncertain', async () => {
    const picture = { file: 'gone.jpg', digest: 'x' };
    await world.deliverNow(send({ type: 'photo', picture, text: 'w', entities: [] }));
    expect(world.calls()).toEqual([]);
    expect(states()).toEqual(['failed']);
  });
});

test('a picture that may not be read waits for the right, is told once, and holds nothing else up', async () => {
  const picture = { file: 'a.png', digest: 'a' };
  const path = join(world.folder, 'a.png');
  await writeFile(path, await plainPicture('png'));
  world.queue(send({ type: 'photo', picture, text: 'w', entities: [] }));
  world.queueEntry({ entryId: '/notes/b/', file: 'notes/b.md', steps: [send('other')] });
  await withoutRights([world.folder], path, async () => {
    for (let at = 0; at < 3; at++, world.now += hour) await world.deliver();
  });
  expect(world.posts()).toEqual(['other']);
  expect(world.told).toEqual(['pending notes/a.md']);
  expect(world.outbox.pending()).toMatchObject([
    { error: expect.stringContaining('a.png may not be read') },
  ]);
  await world.deliver();
  expect(world.posts()).toEqual(['other', 'w']);
});

test('a text that gains a picture becomes a photo, and an album is edited picture by picture', async () => {
  const [picture, red, blue] = [
    await paint(world, 'green'),
    await paint(world, 'red'),
    await paint(world, 'blue'),
  ];
  const entities: [] = [];
  const photo = { type: 'photo', picture, text: 'two', entities } as const;
  await world.deliverNow({ call: 'edit', messageIds: [await posted('one')], message: photo });
  expect(world.standing().map(({ text, media }) => [text, media?.kind])).toEqual([
    ['two', 'photo'],
  ]);
  const entryId = '/notes/b/';
  const album = { type: 'album', pictures: [picture, red], text: 'w', entities } as const;
  await world.deliverEntry({ entryId, steps: [send(album)] });
  const messageIds = world.idsOf(entryId);
  expect(messageIds).toHaveLength(2);
  world.api.clearCalls();
  const message = { ...album, pictures: [picture, blue], text: 'v' };
  await world.deliverEntry({ entryId, steps: [{ call: 'edit', messageIds, message }] });
  expect(world.calls()).toEqual(['editMessageCaption', 'editMessageMedia']);
});

test('an article waits for its page', async () => {
  world.isPageThere = false;
  await world.deliverEntry({ page: 'https://journal.example/a/', steps: [send('one')] });
  expect(world.calls()).toEqual([]);
  expect(world.outbox.pending()[0]?.error).toBe('https://journal.example/a/ does not answer yet');
  world.isPageThere = true;
  await world.deliverAfter(hour);
  expect(world.posts()).toEqual(['one']);
});

test('an article whose page does not come is told once after half an hour, and given up after a week', async () => {
  world.isPageThere = false;
  world.queueEntry({ page: 'https://journal.example/a/', steps: [send('one')] });
  const began = world.now;
  while (states()[0] === 'pending') {
    await world.deliver();
    if (world.now - began < hour / 3) expect(world.told).toEqual([]);
    if (states()[0] === 'failed') break;
    world.now = world.outbox.nextRunAt(world.channelId) ?? 0;
  }
  expect(world.told).toEqual(['pending notes/a.md', 'failed notes/a.md']);
  expect((world.now - began) / (24 * hour)).toBeCloseTo(7, 1);
  expect(world.calls()).toEqual([]);
  expect(world.outbox.failed()[0]?.error).toContain('has not answered for 7 days');
});

test('steps go on after a restart where they stopped', async () => {
  world.api.fault({ method: 'sendMessage', kind: { retryAfterSeconds: 5 }, skip: 1 });
  await world.deliverNow(send('one'), send('two'), send('three'));
  expect(world.posts()).toEqual(['one']);
  world.restart();
  world.outbox.recover();
  await world.deliverAfter(10_000);
  expect(world.posts()).toEqual(['one', 'two', 'three']);
  expect(world.outbox.copies.find('/notes/a/', world.channelId)).toMatchObject({
    contentHash: 'hash',
    messages: [{}, {}, {}],
  });
});

test('a stop leaves what is not begun', async () => {
  world.queue(send('one'));
  const stopped = AbortSignal.abort();
  await deliverDue(world.outbox, {} as never, stopped);
  expect(states()).toEqual(['pending']);
});

test('one press of "Send again" sends again once, however uncertain that send becomes', async () => {
  world.api.fault({ method: 'sendMessage', when: 'after', kind: 'reset', times: 2 });
  await world.deliverNow(send('one'));
  expect(world.outbox.sendAgain(1, 1, world.now)).toBe(true);
  await world.deliver();
  expect(world.outbox.uncertain()).toMatchObject([{ questions: 2 }]);
  expect(world.outbox.sendAgain(1, 1, world.now)).toBe(false);
  await world.deliver();
  expect(world.posts()).toEqual(['one', 'one']);
});

test('an entry that readers may no longer see is not sent, also in the middle', async () => {
  world.api.fault({ method: 'sendMessage', kind: { retryAfterSeconds: 5 }, skip: 1 });
  await world.deliverNow(send('one'), send('two'));
  world.isShown = false;
  await world.deliverAfter(10_000);
  expect(world.posts()).toEqual(['one']);
  expect(world.outbox.open()).toEqual([]);
  expect(world.outbox.copies.all()).toMatchObject([{ messages: [{}] }]);
});

test('an entry that readers may no longer see is not edited', async () => {
  const id = await posted('one');
  world.queue({ call: 'edit', messageIds: [id], message: textMessage('secret') });
  world.isShown = false;
  await world.deliver();
  expect(world.posts()).toEqual(['one']);
  expect(world.outbox.open()).toEqual([]);
});

test('what is told of a broken connection does not hold the token', async () => {
  world.api.fault({ method: 'sendMessage', kind: 'reset' });
  await world.deliverNow(send('one'));
  const [uncertain] = world.outbox.uncertain();
  expect(uncertain?.error).toContain('bot<token>');
  expect(JSON.stringify(uncertain)).not.toContain(world.api.token);
});

test('a disk that is full when a post is out: it is written down when there is room, and is no question', async () => {
  const { outbox } = world;
  const stepDone = outbox.stepDone.bind(outbox);
  let tries = 0;
  outbox.stepDone = (...given) => {
    if (++tries < 4)
      throw Object.assign(new Error('full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 });
    stepDone(...given);
  };
  await posted('One');
  expect([tries, world.states(), world.posts(), world.calls()]).toEqual([
    4,
    ['sent'],
    ['One'],
    // The last two are what the owner hears of the disk.
    ['sendMessage', 'sendMessage', 'sendMessage'],
  ]);
});

test.each([
  ['ENOSPC', 'not-sent'],
  ['EMFILE', 'not-sent'],
  ['EIO', 'not-sent'],
  ['EACCES', 'unreadable'],
  ['ENOENT', 'refused'],
])('%s before a call: %s', (code, kind) => {
  const cause = Object.assign(new Error(code), { code });
  expect(classify(new Error('x', { cause }))).toMatchObject({ kind });
});
