import type { Message, Update } from 'grammy/types';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Phone, phone } from './chatWorld.ts';

let owner: Phone;

beforeEach(async () => {
  owner = await phone();
});

type Fields = Record<string, unknown>;

/** Has the owner send a text, and Telegram deliver it with these fields in place of its own. */
async function delivers(changed: (message: Fields) => Fields): Promise<void> {
  owner.api.holdUpdates();
  await owner.me.sends(owner.me, 'Words');
  owner.api.releaseUpdates((updates) =>
    updates.map(
      (update) =>
        ({
          update_id: update.update_id,
          ...changed(update.message as unknown as Fields),
        }) as unknown as Update,
    ),
  );
}

const world = { id: -55, type: 'world', title: 'W' };
const member = (from: unknown, status: string) => ({ status, user: from });

/** Updates with something of a kind that is not known yet. */
const newer: readonly [string, (message: Fields) => Fields][] = [
  ['a message in a chat', (message) => ({ message: { ...message, chat: world } })],
  [
    'the news that the bot was brought to a chat',
    ({ from, date }) => ({
      my_chat_member: {
        chat: world,
        from,
        date,
        old_chat_member: member(from, 'left'),
        new_chat_member: member(from, 'member'),
      },
    }),
  ],
  ['a message without a chat', ({ chat: _, ...message }) => ({ message })],
  [
    'a message with a number too large',
    (message) => ({ message: { ...message, message_id: 2 ** 60 } }),
  ],
  ['a message with a broken number', (message) => ({ message: { ...message, message_id: 1.5 } })],
];

test('what is of a kind that is not known yet stands in the way of nothing', async () => {
  for (const [what, changed] of newer) {
    await delivers(changed);
    owner.clock.advance(1_000);
    await owner.say(`After ${what}`);
  }
  expect(await owner.bodies()).toEqual(newer.map(([what]) => `After ${what}`));
});

const origin = { type: 'hologram', date: 1 };

test.each<readonly [string, Fields, string]>([
  ['a forward', { forward_origin: origin }, '> Words\n>\n> — somebody'],
  [
    'a quotation from elsewhere',
    { external_reply: { origin }, quote: { text: 'Said', position: 0 } },
    '> Said\n>\n> — somebody\n\nWords',
  ],
])('%s whose origin is of a kind that is not known yet is somebody’s', async (_, fields, body) => {
  await delivers((message) => ({ message: { ...message, ...fields } }));
  await owner.idle();
  expect(await owner.bodies()).toEqual([body]);
});

test.each<readonly [string, Fields, string]>([
  ['something of a kind that is not known yet', { hologram: {} }, 'this kind of message'],
  [
    'media that have to be paid for',
    { paid_media: { star_count: 1, paid_media: [] } },
    'paid media',
  ],
])('of %s the caption is kept, and that the rest is not is said', async (_, fields, kind) => {
  await delivers(({ text: _text, ...message }) => ({
    message: { ...message, ...fields, caption: 'Words' },
  }));
  await owner.idle();
  expect(await owner.bodies()).toEqual(['Words']);
  expect(owner.last()).toMatch(/^Saved as /);
  expect(owner.last()).toContain(`I cannot keep ${kind}.`);
});

test('of a live photo the picture is kept, and that its film is not is said', async () => {
  owner.api.holdUpdates();
  await owner.me.sendsPhoto(owner.me);
  owner.api.releaseUpdates((updates) =>
    updates.map(({ update_id, message: { photo, ...message } = {} as Message }) => {
      const live_photo = { file_id: 'film', file_unique_id: 'f', width: 9, height: 9, duration: 3 };
      return { update_id, message: { ...message, live_photo: { ...live_photo, photo } } } as Update;
    }),
  );
  await owner.idle();
  expect(await owner.bodies()).toEqual([expect.stringMatching(/^!\[ \]\(photo-\d+\.jpg\)$/)]);
  expect(owner.last()).toMatch(/^Saved as \S+\nvideo \(not kept\)\n/);
});

/** Has Telegram deliver what somebody does as done in a topic of the private chat, where all answers the message that began it. */
async function inTopic(work: () => Promise<unknown>): Promise<void> {
  owner.api.holdUpdates();
  await work();
  const topic = { message_thread_id: 900, is_topic_message: true };
  owner.api.releaseUpdates((updates) =>
    updates.map(({ update_id, message }) => {
      const root = { ...message, ...topic, message_id: 900, text: undefined };
      const begun = { ...root, forum_topic_created: { name: 'Drafts', icon_color: 1 } };
      const reply_to_message = message?.reply_to_message ?? begun;
      return {
        update_id,
        message: { ...message, ...topic, reply_to_message },
      } as unknown as Update;
    }),
  );
  await owner.idle();
}

describe('in a topic of the private chat, as in a chat without topics,', () => {
  test('a command is about the newest draft', async () => {
    await owner.say('Words');
    await inTopic(() => owner.me.sends(owner.me, '/title Sea'));
    expect(owner.last()).toMatch(/^Title: Sea\n/);
  });

  test('what is asked about a picture is answered by the next message', async () => {
    await owner.sendPhoto({});
    await owner.press('Describe the picture');
    await inTopic(() => owner.me.sends(owner.me, 'A boat'));
    const [file = ''] = await owner.notes();
    expect(await owner.read(file)).toContain('![A boat](');
  });

  test('what is typed to what is forwarded is one draft with it', async () => {
    const writer = owner.api.user({ id: 7, first_name: 'Grace' });
    const words = await writer.sends(writer, 'One');
    await inTopic(async () => {
      await owner.me.sends(owner.me, 'See:');
      await owner.me.forwards(words, owner.me);
    });
    expect(await owner.notes()).toHaveLength(1);
  });

  test('the rest of a long answer goes where its beginning went', async () => {
    await owner.say('Words');
    owner.clock.advance(5_000);
    await inTopic(async () => {
      await owner.me.replies(owner.lastMessage().message, 'x'.repeat(4096));
      await owner.me.sends(owner.me, 'rest');
    });
    const [file = '', ...others] = await owner.notes();
    expect(others).toEqual([]);
    expect(await owner.read(file)).toMatch(/Words\n\nx{4096}rest\n$/);
  });

  test('an album has one answer', async () => {
    await inTopic(() => owner.me.sendsAlbum(owner.me, [{ kind: 'photo' }, { kind: 'photo' }]));
    expect(owner.texts()).toEqual([expect.stringMatching(/^Saved as /)]);
  });
});
