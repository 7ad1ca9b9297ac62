import { expect, test } from 'vitest';
import { ownerId } from '../../world.ts';
import { phone } from '../chatWorld.ts';
import { draftedPhone, note, permalink } from './draftedPhone.ts';

test('a /discard whose answer is lost puts one draft away, not the next one too', async () => {
  const owner = await draftedPhone('First');
  owner.bot.clock.advance(1000);
  await owner.say('Second');
  owner.bot.api.fault({ method: 'sendMessage', when: 'before', kind: { status: 502 } });
  await owner.say('/discard');
  owner.bot.clock.advance(10_000);
  await owner.bot.idle();
  expect(owner.last()).toMatch(/^Discarded/);
  expect(await owner.bot.notes()).toEqual([note]);
  await owner.say('/undo');
  expect(await owner.bot.notes()).toHaveLength(2);
});

test('a /publish whose answer is lost publishes one draft, not the next one too', async () => {
  const owner = await phone();
  for (const day of ['01', '02'])
    await owner.bot.write(
      `notes/n${day}.md`,
      `---\ndate: 2026-01-${day}\ndraft: true\n---\n\nN${day}\n`,
    );
  owner.bot.api.fault({
    method: 'sendMessage',
    when: 'before',
    kind: { status: 502 },
    match: ({ chat_id }) => Number(chat_id) === ownerId,
  });
  await owner.say('/publish');
  owner.bot.clock.advance(10_000);
  await owner.bot.idle();
  expect(owner.last()).toBe(
    'Published in notes/n02.md. The site shows it after the next "npm run build": https://journal.example/notes/n02/',
  );
  expect(await owner.file('notes/n01.md')).toContain('draft: true');
});

test('Publish tapped twice is one publish and one post', async () => {
  const owner = await draftedPhone();
  const { bot } = owner;
  const { message } = owner.lastMessage();
  await bot.owner.presses(message, 'Publish');
  await bot.owner.presses(message, 'Publish');
  await bot.idle();
  expect(owner.posts()).toEqual([`Hello\n\n${permalink}`]);
  expect(
    bot.api
      .calls('sendMessage')
      .filter((call) => String(call.parameters['chat_id']) === String(bot.channel.id)),
  ).toHaveLength(1);
  await owner.say('/undo');
  expect(await owner.file(note)).toContain('draft: true');
});
