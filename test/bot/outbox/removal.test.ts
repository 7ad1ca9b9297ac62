import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Step } from '../../../bot/outbox/delivery.ts';
import type { ChannelMessage } from '../../../bot/post/channelPost.ts';
import { type ChannelWorld, hour, makeChannelWorld, paint, send } from '../mirror/channelWorld.ts';

let world: ChannelWorld;

beforeEach(async () => {
  world = await makeChannelWorld();
});

/** Posts a message, lets hours go by and takes it down. */
async function removeAfter(hours: number, message: ChannelMessage | string): Promise<void> {
  await world.deliverNow(send(message));
  const messageIds = world.idsOf();
  world.now += hours * hour;
  await world.deliverEntry({ contentHash: '', steps: [{ call: 'delete', messageIds }] });
}

describe('a note deleted after 49 h is edited to a stub, and recorded', () => {
  test('a text', async () => {
    await removeAfter(49, 'one');
    expect(world.posts()).toEqual(['(removed)']);
    expect(world.told).toEqual(['stub 1']);
    expect([world.outbox.open(), world.outbox.failed(), world.outbox.copies.all()]).toEqual([
      [],
      [],
      [],
    ]);
    expect(world.outbox.takenDown.in(world.channelId)).toEqual(new Set([1]));
  });

  test('an album, of which no picture is left', async () => {
    const pictures = [await paint(world, 'red'), await paint(world, 'blue')];
    await removeAfter(49, { type: 'album', pictures, text: 'one', entities: [] });
    expect(world.posts()).toEqual(['(removed)', '(removed)']);
    for (const { media } of world.standing()) {
      const { channels } = await sharp(media?.bytes).stats();
      expect(channels.map(({ mean }) => mean)).toEqual([0x88, 0x88, 0x88]);
    }
    expect(world.told).toEqual(['stub 1', 'stub 2']);
  });

  test('a text of 47 h is deleted', async () => {
    await removeAfter(47, 'one');
    expect(world.posts()).toEqual([]);
    expect(world.told).toEqual([]);
  });

  test('done once more after the connection broke, it is one stub', async () => {
    world.api.fault({ method: 'editMessageText', when: 'after', kind: 'reset' });
    await removeAfter(49, 'one');
    await world.deliverAfter(hour);
    expect(world.posts()).toEqual(['(removed)']);
    expect(world.told).toEqual(['stub 1']);
    expect(world.outbox.copies.all()).toEqual([]);
  });
});

describe('a post that was deleted by hand is not replaced in silence', () => {
  const replace: Step[] = [{ call: 'delete', messageIds: [1] }, send('two')];

  test('where it would make room for another', async () => {
    await world.deliverNow(send('one'));
    world.deleteByHand();
    await world.deliverNow(...replace);
    expect(world.posts()).toEqual([]);
    expect(world.told).toEqual(['failed notes/a.md']);
  });

  test('but one that the bot has deleted itself before a crash is', async () => {
    await world.deliverNow(send('one'));
    world.api.fault({ method: 'deleteMessage', when: 'after', kind: 'reset' });
    await world.deliverNow(...replace);
    await world.deliverAfter(hour);
    expect(world.posts()).toEqual(['two']);
    expect(world.told).toEqual([]);
  });
});
