import type { Update } from '@grammyjs/types';
import { describe, expect, test } from 'vitest';
import { startBotApi } from '../index.ts';
import { api, freshApi, owner } from './freshApi.ts';
import { callRaw, errorOf } from './rawClient.ts';

freshApi();

function updates(): Update[] {
  return api.pendingUpdates();
}

async function send(chat_id: number, text = 'Words'): Promise<number> {
  const answer = await callRaw(api, 'sendMessage', { chat_id, text });
  if (!answer.ok) throw new Error(answer.description);
  return answer.result.message_id;
}

describe('a channel', () => {
  test("delivers people's posts to the bot, but not the bot's own", async () => {
    const channel = api.channel({ username: 'journal', owner });
    await send(channel.id);
    expect(updates()).toEqual([]);
    const post = await owner.sends(channel, 'By hand');
    await owner.edits(post, 'By hand, again');
    expect(updates()).toMatchObject([
      { channel_post: { text: 'By hand', sender_chat: { id: channel.id } } },
      { edited_channel_post: { text: 'By hand, again' } },
    ]);
    expect(updates()[0]?.channel_post?.from).toBeUndefined();
  });

  test("says nothing of others' edits and deletions of the bot's posts", async () => {
    const channel = api.channel({ owner });
    const message_id = await send(channel.id);
    await owner.edits({ message_id, chat: channel }, 'Changed');
    owner.deletes({ message_id, chat: channel });
    expect(updates()).toEqual([]);
    expect(
      await errorOf(api, 'editMessageText', { chat_id: channel.id, message_id, text: 'x' }),
    ).toMatchObject({
      description: 'Bad Request: message to edit not found',
    });
  });

  test('numbers its posts by itself; private chats and groups share one count', async () => {
    const channel = api.channel();
    const group = api.group();
    expect([
      await send(1001),
      await send(group.id),
      await send(channel.id),
      await send(1001),
      await send(channel.id),
    ]).toEqual([1, 2, 1, 3, 2]);
  });
});

describe('a linked group', () => {
  test('gets an automatic forward of each post, with its edits', async () => {
    const group = api.supergroup({ bot: 'administrator', members: [owner] });
    const channel = api.channel({ username: 'journal', linkedGroup: group });
    const message_id = await send(channel.id);
    const [update] = updates();
    expect(update?.message).toMatchObject({
      chat: { id: group.id },
      from: { id: 777000 },
      sender_chat: { id: channel.id },
      is_automatic_forward: true,
      forward_origin: { type: 'channel', chat: { id: channel.id }, message_id },
      text: 'Words',
    });
    await callRaw(api, 'editMessageText', { chat_id: channel.id, message_id, text: 'New' });
    expect(api.messages(group)).toMatchObject([{ text: 'New', isEdited: true }]);
    expect(await callRaw(api, 'getChat', { chat_id: '@journal' })).toMatchObject({
      result: { linked_chat_id: group.id },
    });
  });

  test('keeps the forward from a bot in privacy mode that is no administrator', async () => {
    const group = api.supergroup();
    const channel = api.channel({ linkedGroup: group });
    await send(channel.id);
    expect(updates()).toEqual([]);
    expect(api.messages(group)).toHaveLength(1);
  });
});

describe('privacy mode', () => {
  test('lets only commands, answers to the bot and its name through', async () => {
    const group = api.supergroup({ members: [owner] });
    const message_id = await send(group.id, 'Question');
    await owner.sends(group, 'just talk');
    await owner.sends(group, '/draft');
    await owner.sends(group, '/draft@another_bot');
    await owner.sends(group, '/draft@scrollback_test_bot');
    await owner.sends(group, 'ask @scrollback_test_bot');
    await owner.replies({ message_id, chat: group }, 'Answer');
    expect(updates().map(({ message }) => message?.text)).toEqual([
      '/draft',
      '/draft@scrollback_test_bot',
      'ask @scrollback_test_bot',
      'Answer',
    ]);
  });

  test.each([
    ['an administrator', {}, 'administrator'],
    ['a bot with privacy off', { can_read_all_group_messages: true }, 'member'],
  ] as const)('does not hold for %s', async (_name, bot, status) => {
    const open = await startBotApi({ bot });
    const ada = open.user({ id: 1001 });
    const group = open.group({ bot: status, members: [ada] });
    await ada.sends(group, 'just talk');
    expect(open.pendingUpdates()).toMatchObject([{ message: { text: 'just talk' } }]);
    await open.stop();
  });
});

describe('membership', () => {
  test('of the bot is told to it, and it can leave', async () => {
    const group = api.supergroup({ bot: 'left', owner });
    owner.addsBot(group);
    expect(updates()).toMatchObject([
      {
        my_chat_member: {
          from: { id: 1001 },
          old_chat_member: { status: 'left' },
          new_chat_member: { status: 'member' },
        },
      },
      { message: { new_chat_members: [{ id: api.bot.id }] } },
    ]);
    expect(await callRaw(api, 'leaveChat', { chat_id: group.id })).toMatchObject({ ok: true });
    expect(api.botStatus(group)).toBe('left');
    const error = await errorOf(api, 'sendMessage', { chat_id: group.id, text: 'a' });
    expect(error).toMatchObject({ error_code: 403 });
  });
});

describe('a group that becomes a supergroup', () => {
  test('names its new id in the updates and in every refusal', async () => {
    const group = api.group({ owner });
    const supergroup = api.migrates(group);
    expect(updates()).toMatchObject([
      { message: { chat: { id: group.id }, migrate_to_chat_id: supergroup.id } },
      { message: { chat: { id: supergroup.id }, migrate_from_chat_id: group.id } },
    ]);
    expect(await errorOf(api, 'sendMessage', { chat_id: group.id, text: 'a' })).toEqual({
      ok: false,
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: supergroup.id },
    });
    await send(supergroup.id);
  });
});

describe('people', () => {
  test('send albums whose messages follow each other, whatever is said meanwhile', async () => {
    const sending = owner.sendsAlbum(owner, [{ kind: 'photo' }, { kind: 'photo' }]);
    let isSent = false;
    const answering = (async () => {
      for (; !isSent; await new Promise(setImmediate))
        if (updates().length > 0) await send(owner.id);
    })();
    const ids = (await sending).map(({ message_id }) => message_id);
    isSent = true;
    await answering;
    expect(ids[1]).toBe((ids[0] ?? 0) + 1);
  });
});
