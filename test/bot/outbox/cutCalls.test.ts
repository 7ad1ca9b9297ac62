import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Step } from '../../../bot/outbox/delivery.ts';
import {
  type ChannelWorld,
  hour,
  makeChannelWorld,
  send,
  statesLeft,
} from '../mirror/channelWorld.ts';

const film = {
  type: 'video',
  picture: { file: 'film.mp4', digest: 'x' },
  text: 'film',
  entities: [],
} as const;
let world: ChannelWorld;

beforeEach(async () => {
  world = await makeChannelWorld();
  await writeFile(join(world.folder, 'film.mp4'), Buffer.alloc(19_000_000));
});

function queueFor(name: string, step: Step): void {
  world.queueEntry({ entryId: `/notes/${name}/`, file: `notes/${name}.md`, steps: [step] });
}

async function again(times: number): Promise<void> {
  for (let time = 0; time < times; time++, world.now += hour) await world.deliver();
}

test('a film that broke off is sent again, and nobody is asked, however often it was tried before', async () => {
  const page = 'https://journal.example/a/';
  world.queueEntry({ page, steps: [send(film)] });
  world.isPageThere = false;
  await again(6);
  world.isPageThere = true;
  world.api.fault({ method: 'sendVideo', kind: 'torn', times: 2 });
  await again(3);
  expect(world.posts()).toEqual(['film']);
  expect(world.told).toEqual(['pending notes/a.md']);
});

test.each<readonly ['sendVideo' | 'editMessageMedia', left: string, told: string[]]>([
  ['sendVideo', 'uncertain', ['uncertain notes/b.md']],
  ['editMessageMedia', 'pending', []],
])('%s that breaks off each time stands in the way of nothing else', async (method, left, told) => {
  await world.deliverNow(send('words'));
  const messageIds = world.idsOf();
  world.api.fault({ method, kind: 'torn', times: 99 });
  if (method === 'editMessageMedia') world.queue({ call: 'edit', messageIds, message: film });
  else queueFor('b', send(film));
  queueFor('c', send('next'));
  await again(9);
  expect(world.posts()).toEqual(['words', 'next']);
  expect([statesLeft(world), world.told]).toEqual([[left], told]);
});
