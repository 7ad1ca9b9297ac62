import { beforeEach, expect, test } from 'vitest';
import {
  type ChannelWorld,
  makeChannelWorld,
  paint,
  send,
  textMessage,
} from '../mirror/channelWorld.ts';

let world: ChannelWorld;

beforeEach(async () => {
  world = await makeChannelWorld();
});

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

test('followers are told once of an entry that takes several messages', async () => {
  world.queue(send('one'), send('two'), send('three'));
  await deliverAll();
  expect(told()).toEqual([
    ['sendMessage', true],
    ['sendMessage', false],
    ['sendMessage', false],
  ]);
});

test('and not of a post that takes the place of another', async () => {
  world.queue(send('one'));
  await deliverAll();
  const red = await paint(world, 'red');
  const pictures = [red, await paint(world, 'blue')];
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
  world.queue(send('one'));
  await deliverAll();
  world.queue({ call: 'edit', messageIds: [1], message: textMessage('one and') }, send('two'));
  await deliverAll();
  expect(told()).toEqual([
    ['sendMessage', true],
    ['sendMessage', false],
  ]);
});
