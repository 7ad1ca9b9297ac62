import { expect, test } from 'vitest';
import { startBotApi } from '../index.ts';
import { api, freshApi, owner } from './freshApi.ts';
import { callRaw } from './rawClient.ts';

freshApi();

test('the menu of a chat has the commands of the narrowest scope that has any', async () => {
  const group = api.supergroup({ owner });
  const set = (command: string, scope?: object) =>
    callRaw(api, 'setMyCommands', { commands: [{ command, description: 'does it' }], scope });
  const names = (chat: { id: number }, person = owner) =>
    api.records.menu(chat, person).map(({ command }) => command);
  expect(names(owner.chat)).toEqual([]);
  await set('everywhere');
  expect(names(owner.chat)).toEqual(['everywhere']);
  await set('groups', { type: 'all_group_chats' });
  expect([names(owner.chat), names(group)]).toEqual([['everywhere'], ['groups']]);
  // The order of the keys in a scope means nothing.
  await set('here', { chat_id: group.id, type: 'chat' });
  await set('own', { type: 'chat_member', chat_id: group.id, user_id: owner.id });
  expect(names(group)).toEqual(['own']);
  expect(names(group, api.user({ id: 1002 }))).toEqual(['here']);
});

test('another double goes on where one ended: chats, files, updates that wait, and numbers', async () => {
  const group = api.supergroup({ owner, bot: 'administrator', title: 'Comments' });
  const channel = api.channel({ owner, username: 'journal', linkedGroup: group });
  const reply_markup = { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] };
  await callRaw(api, 'sendMessage', { chat_id: channel.id, text: 'A post', reply_markup });
  await owner.sendsPhoto(owner, { caption: 'The sea' });
  const waiting = api.pendingUpdates();

  const next = await startBotApi();
  try {
    next.records.restore(api.records.saved());
    expect(next.pendingUpdates()).toEqual(waiting);
    expect(next.messages(channel)).toEqual(api.messages(channel));
    const [photo] = next.messages(1001);
    expect(photo?.media?.bytes).toEqual(api.messages(owner)[0]?.media?.bytes);
    expect(next.records.file(photo?.media?.fileId ?? '')?.path).toMatch(/^photos\//);

    // It goes on counting, the discussion group is still linked, and private chats still share their numbers.
    const person = next.person(1001);
    const { message_id } = await person.sends(person, 'More');
    expect(message_id).toBe((photo?.id ?? 0) + 1);
    await callRaw(next, 'sendMessage', { chat_id: '@journal', text: 'Another post' });
    expect(next.messages(group).map(({ text }) => text)).toEqual(['A post', 'Another post']);
    expect(next.pendingUpdates().map(({ update_id }) => update_id)).toEqual(
      [0, 1, 2, 3].map((more) => (waiting[0]?.update_id ?? 0) + more),
    );
    expect(next.supergroup().id).toBeLessThan(channel.id);
  } finally {
    await next.stop();
  }
});
