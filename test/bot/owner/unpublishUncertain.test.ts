import { expect, test } from 'vitest';
import { eventually } from '../world.ts';
import { type Phone, phone } from './chatWorld.ts';

let owner: Phone;

const words = /nobody knows whether it arrived\. Look there\. If it is there, forward it to me/;

async function publishUncertainly(): Promise<void> {
  owner = await phone();
  await owner.say('Hello');
  const { id } = owner.bot.channel as { id: number };
  owner.bot.api.fault({
    method: 'sendMessage',
    when: 'after',
    kind: 'reset',
    match: (parameters) => Number(parameters['chat_id']) === id,
  });
  await owner.say('/publish');
  await eventually(
    () => owner.bot.said().some(({ text }) => text.startsWith('Nobody knows')) || undefined,
    'the question',
  );
  expect(owner.posts()).toHaveLength(1);
}

test('/unpublish while nobody knows whether the post arrived says so, and the forward takes it down', async () => {
  await publishUncertainly();
  await owner.say('/unpublish');
  expect(owner.last()).toMatch(words);
  await owner.say('/unpublish');
  expect(owner.last()).toMatch(words);
  const [post] = owner.bot.api.messages(owner.bot.channel);
  if (!post) throw new Error('there is no post');
  await owner.bot.owner.forwards(post.message, owner.bot.owner);
  await owner.bot.looked();
  expect(owner.posts()).toEqual([]);
  await owner.say('/unpublish');
  expect(owner.last()).not.toMatch(words);
});

test('/discard says so as well', async () => {
  await publishUncertainly();
  await owner.say('/unpublish');
  await owner.say('/discard');
  expect(owner.last()).toMatch(/^Discarded: /);
  expect(owner.last()).toMatch(words);
});
