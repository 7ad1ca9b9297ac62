import { describe, expect, test } from 'vitest';
import type { ChannelMessage } from '../../../bot/post/channelPost.ts';
import type { ImplementedMethod } from '../../../telegram-double/index.ts';
import {
  type ChannelWorld,
  day,
  makeChannelWorld,
  paint,
  send,
  textMessage,
} from '../mirror/channelWorld.ts';

/** What stands between the bot and Telegram, and gives no answer of Telegram's. */
const answers = [
  'null',
  '[]',
  '"ok"',
  '{}',
  '{"ok":true}',
  '{"ok":true,"result":null}',
  '{"ok":true,"result":true}',
  '{"ok":true,"result":{}}',
  '{"ok":true,"result":[]}',
  '{"ok":true,"result":{"message_id":"5"}}',
  '{"ok":"true","result":{"message_id":5}}',
  '{"ok":false}',
  '{"ok":false,"error_code":"400","description":"Bad Request"}',
  '{"ok":false,"error_code":400}',
  '{"ok":false,"error_code":200,"description":"OK"}',
  '{"ok":false,"error_code":429,"description":"Later","parameters":{"retry_after":"5"}}',
] as const;

/** Has Telegram carry out the next call of a method, and the bot hear this of it. */
function answering(world: ChannelWorld, method: ImplementedMethod, rawBody: string): void {
  world.api.fault({ method, when: 'after', kind: { status: 200, rawBody } });
}

async function album(world: ChannelWorld): Promise<ChannelMessage> {
  const pictures = [await paint(world, 'red'), await paint(world, 'blue')];
  return { type: 'album', pictures, text: 'words', entities: [] };
}

/** Has all done that is due within a day. */
async function passDay(world: ChannelWorld): Promise<void> {
  await world.deliver();
  await world.deliverAfter(day);
}

describe.each(answers)('an answer that is none of Telegram’s: %s', (rawBody) => {
  test('nobody knows of a post whether it arrived, and it is not sent again', async () => {
    const world = await makeChannelWorld();
    answering(world, 'sendMessage', rawBody);
    world.queue(send('words'));
    await passDay(world);
    expect(world.states()).toEqual(['uncertain']);
    expect(world.posts()).toEqual(['words']);
  });

  test('nor of an album', async () => {
    const world = await makeChannelWorld();
    answering(world, 'sendMediaGroup', rawBody);
    world.queue(send(await album(world)));
    await passDay(world);
    expect(world.states()).toEqual(['uncertain']);
    expect(world.posts()).toEqual(['words', '']);
  });

  test('an edit is made, be it a second time', async () => {
    const world = await makeChannelWorld();
    await world.deliverNow(send('words'));
    answering(world, 'editMessageText', rawBody);
    world.queue({ call: 'edit', messageIds: [1], message: textMessage('others') });
    await passDay(world);
    expect(world.states()).toEqual(['sent', 'sent']);
    expect(world.posts()).toEqual(['others']);
  });
});
