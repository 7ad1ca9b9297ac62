import type { Message, Update } from 'grammy/types';
import { describe, expect, test } from 'vitest';
import { isFromOwner } from '../../../bot/message/owner.ts';

const ownerId = 1001;
const person = (id: number, username?: string) => ({
  id,
  is_bot: false,
  first_name: 'Ada',
  ...(username !== undefined && { username }),
});
const chat = { id: ownerId, type: 'private' as const, first_name: 'Ada' };
const group = { id: -1001, type: 'supergroup' as const, title: 'Group' };
const channel = { id: -1002, type: 'channel' as const, title: 'Channel' };
const message = (more: Partial<Message>): Message =>
  ({ message_id: 1, date: 1, chat, from: person(ownerId), text: 'x', ...more }) as Message;
const update = (fields: Omit<Update, 'update_id'>): Update => ({ update_id: 1, ...fields });
const press = (from: number, shown: Message | undefined): Update =>
  update({
    callback_query: {
      id: '1',
      from: person(from),
      chat_instance: '1',
      data: 'publish:1',
      ...(shown && { message: shown }),
    },
  });

describe('the owner is', () => {
  test.each<readonly [string, Update]>([
    ['who writes in private', update({ message: message({}) } as never)],
    ['who edits in private', update({ edited_message: message({}) } as never)],
    ['who presses a button in private', press(ownerId, message({}))],
  ])('%s', (_, given) => {
    expect(isFromOwner(given, ownerId)).toBe(true);
  });
});

describe('the owner is not', () => {
  test.each<readonly [string, Update]>([
    [
      'somebody else',
      update({ message: message({ from: person(7), chat: { ...chat, id: 7 } }) } as never),
    ],
    [
      'a bearer of the same name',
      update({ message: message({ from: person(7, 'ada') }) } as never),
    ],
    [
      'an anonymous administrator',
      update({
        message: message({ from: person(1087968824), chat: group, sender_chat: group }),
      } as never),
    ],
    [
      'an automatic forward',
      update({
        message: message({
          from: person(777000),
          chat: group,
          sender_chat: channel,
          is_automatic_forward: true,
        }),
      } as never),
    ],
    ['who writes in a group', update({ message: message({ chat: group }) } as never)],
    [
      'who writes in a channel’s name',
      update({ message: message({ sender_chat: channel }) } as never),
    ],
    ['a message without sender', update({ message: { ...message({}), from: undefined } } as never)],
    ['a post of a channel', update({ channel_post: message({ chat: channel }) } as never)],
    ['who presses a button in a group', press(ownerId, message({ chat: group }))],
    ['somebody else who presses a button', press(7, message({}))],
    ['who presses a button of a message that is unknown', press(ownerId, undefined)],
    ['an update of another kind', update({ my_chat_member: { from: person(ownerId) } } as never)],
  ])('%s', (_, given) => {
    expect(isFromOwner(given, ownerId)).toBe(false);
  }); // prettier-ignore
});
