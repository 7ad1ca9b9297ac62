import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeEach, expect, test } from 'vitest';
import type { Step } from '../../../bot/outbox/delivery.ts';
import type { ChannelMessage } from '../../../bot/post/channelPost.ts';
import { type ChannelWorld, makeChannelWorld, textMessage } from '../mirror/channelWorld.ts';

let world: ChannelWorld;

beforeEach(async () => {
  world = await makeChannelWorld();
});

const send = (message: ChannelMessage): Step => ({ call: 'send', message });

/** Of each message that was sent, whether followers were told of it. */
function told(): [string, boolean][] {
  return world.api
    .calls()
    .filter(({ method }) => method.startsWith('send'))
    .map(({ method, parameters }) => [
      method,
      String(parameters['disable_notification']) !== 'true',
    ]);
}

async function deliverAll(): Promise<void> {
  for (let minute = 0; minute < 5; minute++, world.now += 60_000) await world.deliver();
}

async function picture(name: string) {
  const create = { width: 20, height: 20, channels: 3, background: name } as const;
  await writeFile(join(world.folder, `${name}.jpg`), await sharp({ create }).jpeg().toBuffer());
  return { file: `${name}.jpg`, digest: name };
}

test('followers are told once of an entry that takes several messages', async () => {
  world.queue(send(textMessage('one')), send(textMessage('two')), send(textMessage('three')));
  await deliverAll();
  expect(told()).toEqual([
    ['sendMessage', true],
    ['sendMessage', false],
    ['sendMessage', false],
  ]);
});

test('and not of a post that takes the place of another', async () => {
  world.queue(send(textMessage('one')));
  await deliverAll();
  const red = await picture('red');
  const pictures = [red, await picture('blue')];
  world.queue(
    { call: 'delete', messageIds: [1] },
    send({ type: 'album', pictures, text: '', entities: [] }),
  );
  await deliverAll();
  world.queue(
    { call: 'delete', messageIds: [2, 3] },
    send({ type: 'photo', picture: red, text: 'one', entities: [] }),
  );
  await deliverAll();
  expect(told()).toEqual([
    ['sendMessage', true],
    ['sendMediaGroup', false],
    ['sendPhoto', false],
  ]);
});

test('nor of what comes to a post that was there', async () => {
  world.queue(send(textMessage('one')));
  await deliverAll();
  world.queue(
    { call: 'edit', messageIds: [1], message: textMessage('one and') },
    send(textMessage('two')),
  );
  await deliverAll();
  expect(told()).toEqual([
    ['sendMessage', true],
    ['sendMessage', false],
  ]);
});
