import { beforeEach, expect, test } from 'vitest';
import type { Forum, Person } from '../index.ts';
import { api, freshApi, owner } from './freshApi.ts';
import { callRaw } from './rawClient.ts';

freshApi();

let ana: Person;
let forum: Forum;

beforeEach(() => {
  ana = api.user({ id: 2002, first_name: 'Ana' });
  forum = api.forum({ title: 'Forum', owner, members: [ana], bot: 'administrator' });
});

test('a message in a topic names it, and answers the one that began it; one in General does neither', async () => {
  const topic = forum.begins(owner, 'Boats');
  const said = await ana.sends(forum, 'Words', { topic });
  const answer = await owner.replies(said, 'More');
  const general = await ana.sends(forum, 'Elsewhere');
  expect(topic).toMatchObject({
    chat: { is_forum: true },
    forum_topic_created: { name: 'Boats' },
    message_thread_id: topic.message_id,
    is_topic_message: true,
  });
  expect(said).toMatchObject({
    message_thread_id: topic.message_id,
    is_topic_message: true,
    reply_to_message: { message_id: topic.message_id, forum_topic_created: { name: 'Boats' } },
  });
  expect(answer).toMatchObject({
    message_thread_id: topic.message_id,
    is_topic_message: true,
    reply_to_message: { message_id: said.message_id },
  });
  expect(general).not.toHaveProperty('message_thread_id');
  const back = await owner.replies(general, 'There');
  expect(back).not.toHaveProperty('is_topic_message');
});

test('only administrators write in a closed topic, and nobody answers across topics', async () => {
  const [one, other] = [forum.begins(owner, 'One'), forum.begins(owner, 'Other')];
  const said = await ana.sends(forum, 'Words', { topic: one });
  forum.closes(owner, one);
  await expect(ana.sends(forum, 'Late', { topic: one })).rejects.toThrow('TOPIC_CLOSED');
  await expect(ana.replies(said, 'Late')).rejects.toThrow('TOPIC_CLOSED');
  expect(await owner.sends(forum, 'Mine', { topic: one })).toMatchObject({ text: 'Mine' });
  await expect(ana.sends(forum, 'Across', { topic: other, replyTo: said })).rejects.toThrow(
    'is in another topic',
  );
  forum.reopens(owner, one);
  expect(await ana.replies(said, 'Again')).toMatchObject({ is_topic_message: true });
});

test('the bot writes into a topic that is there, and a forward leaves its topic behind', async () => {
  const topic = forum.begins(owner, 'Boats');
  const chat_id = forum.id;
  expect(
    await callRaw(api, 'sendMessage', { chat_id, text: 'x', message_thread_id: topic.message_id }),
  ).toMatchObject({ ok: true, result: { is_topic_message: true } });
  expect(
    await callRaw(api, 'sendMessage', { chat_id, text: 'x', message_thread_id: 999 }),
  ).toMatchObject({ ok: false, description: 'Bad Request: message thread not found' });
  const said = await ana.sends(forum, 'Words', { topic });
  const forward = await ana.forwards(said, ana);
  expect(forward).not.toHaveProperty('is_topic_message');
  expect(forward).not.toHaveProperty('message_thread_id');
});
