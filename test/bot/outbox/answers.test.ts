import { expect, test } from 'vitest';
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

test.each(answers)('an answer that is none of Telegram’s: %s', async (rawBody) => {
  const world = await makeChannelWorld();
  await world.deliverEntry({ entryId: '/notes/edited/', steps: [send('words')] });
  answering(world, 'editMessageText', rawBody);
  const edit = { call: 'edit', messageIds: [1], message: textMessage('others') } as const;
  world.queueEntry({ entryId: '/notes/edited/', steps: [edit] });
  answering(world, 'sendMessage', rawBody);
  world.queueEntry({ entryId: '/notes/sent/', steps: [send('words')] });
  answering(world, 'sendMediaGroup', rawBody);
  world.queueEntry({ entryId: '/notes/album/', steps: [send(await album(world))] });
  await world.deliver();
  await world.deliverAfter(day);
  // An edit is made, be it a second time. Of a post nobody knows whether it arrived, and it is not sent again.
  expect(world.states()).toEqual(['sent', 'sent', 'uncertain', 'uncertain']);
  expect(world.posts()).toEqual(['others', 'words', 'words', '']);
});
