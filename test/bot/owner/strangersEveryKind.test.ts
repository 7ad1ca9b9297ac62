import { readdir } from 'node:fs/promises';
import type { Update } from 'grammy/types';
import { expect, test } from 'vitest';
import { freePort } from '../../freePort.ts';
import { liveBot } from '../liveBot.ts';
import { eventually, ownerId } from '../world.ts';

type Kind = Exclude<keyof Update, 'update_id'>;
type Payload = Readonly<Record<string, unknown>>;

const listedId = -1002000000777;
const foreignId = -1002000000999;
const foreignChannelId = -1002000000888;
const user = (id: number, more: Payload = {}) => ({
  id,
  is_bot: false,
  first_name: 'Ada',
  ...more,
});
const stranger = user(3001);
const double = user(3002, { username: 'ada' });
const owner = user(ownerId, { username: 'ada' });
const anonymous = { ...user(1_087_968_824), is_bot: true };
const service = user(777_000);
const privateChat = { id: 3001, type: 'private', first_name: 'Ada' };
const ownersChat = { id: ownerId, type: 'private', first_name: 'Ada' };
const listed = { id: listedId, type: 'supergroup', title: 'Friends' };
const foreign = { id: foreignId, type: 'supergroup', title: 'Foreign' };
const directMessages = {
  id: -1002000000666,
  type: 'supergroup',
  title: 'A journal',
  is_direct_messages: true,
};
const foreignChannel = { id: foreignChannelId, type: 'channel', title: 'Foreign' };

const message = (chat: Payload, from: Payload, more: Payload = {}): Payload => ({
  message_id: 7,
  date: 1_772_366_400,
  chat,
  from,
  text: '/draft 5',
  entities: [{ type: 'bot_command', offset: 0, length: 6 }],
  ...more,
});
const words = { text: 'Keep this.', entities: undefined };
const member = (person: Payload, status: string) => ({ user: person, status });
const change = (chat: Payload, from: Payload): Payload => ({
  chat,
  from,
  date: 1_772_366_400,
  old_chat_member: member(stranger, 'left'),
  new_chat_member: member(stranger, 'member'),
});
const reaction = (chat: Payload, more: Payload): Payload => ({
  chat,
  message_id: 7,
  date: 1_772_366_400,
  old_reaction: [],
  new_reaction: [{ type: 'emoji', emoji: '✍' }],
  ...more,
});
const press = (from: Payload, data: string, shown?: Payload): Payload => ({
  id: '1',
  from,
  chat_instance: '1',
  data,
  ...(shown && { message: shown }),
});

const fromNobody: readonly Payload[] = [
  message(privateChat, stranger),
  message(privateChat, stranger, words),
  message(foreign, stranger, words),
  message(privateChat, stranger, { text: undefined, photo: [{ file_id: 'p', width: 9 }] }),
  message({ ...privateChat, id: 3002, username: 'ada' }, double),
  message(foreign, stranger),
  message(foreign, owner),
  message(foreign, anonymous, { sender_chat: foreign }),
  message(ownersChat, owner, { sender_chat: foreignChannel }),
  message(ownersChat, stranger),
  message(foreign, service, { sender_chat: foreignChannel, is_automatic_forward: true }),
  message(foreign, stranger, { new_chat_members: [user(123_456)], text: undefined }),
  message(foreign, stranger, { migrate_from_chat_id: -5, text: undefined }),
  message(foreign, stranger, { migrate_to_chat_id: listedId - 1, text: undefined }),
  message(listed, stranger, { message_id: 0, ephemeral_message_id: 3, receiver_user: user(1) }),
  message(directMessages, stranger, { direct_messages_topic: { topic_id: 3001, user: stranger } }),
];
const posts = [message(foreignChannel, stranger, { from: undefined, sender_chat: foreignChannel })];
const business = [message(privateChat, stranger, { business_connection_id: 'b' })];
const only = (more: Payload = {}): readonly Payload[] => [{ id: '1', from: stranger, ...more }];

/** Updates of every kind, none of which is the owner's or from where the bot listens. */
const updates = {
  message: fromNobody,
  edited_message: fromNobody.map((one) => ({ ...one, edit_date: 1_772_366_401 })),
  channel_post: posts,
  edited_channel_post: posts.map((one) => ({ ...one, edit_date: 1_772_366_401 })),
  business_connection: only({ user: stranger, user_chat_id: 3001, date: 1, is_enabled: true }),
  business_message: business,
  edited_business_message: business,
  deleted_business_messages: [{ business_connection_id: 'b', chat: privateChat, message_ids: [7] }],
  guest_message: [message(foreign, stranger)],
  stopped_message_generation: only(),
  message_reaction: [
    reaction(foreign, { user: stranger }),
    reaction(foreign, { user: owner }),
    reaction(listed, { actor_chat: listed }),
    reaction(listed, { user: { ...owner, is_bot: true } }),
    reaction(listed, { user: owner, new_reaction: [{ type: 'emoji', emoji: '👍' }] }),
    reaction(privateChat, { user: stranger }),
  ],
  message_reaction_count: [{ chat: foreignChannel, message_id: 7, date: 1, reactions: [] }],
  inline_query: only({ query: 'x', offset: '' }),
  chosen_inline_result: only({ result_id: '1', query: 'x' }),
  callback_query: [
    press(stranger, 'publish:1', message(ownersChat, stranger)),
    press(double, 'who:1:3001:use', message(privateChat, stranger)),
    press(stranger, 'comment:allow:1', message(foreign, stranger)),
    press(owner, 'comment:allow:1', message(listed, stranger)),
    press(owner, 'publish:1'),
  ],
  shipping_query: only({ invoice_payload: 'x' }),
  pre_checkout_query: only({ invoice_payload: 'x' }),
  purchased_paid_media: only({ paid_media_payload: 'x' }),
  poll: [{ id: '1', question: 'x', options: [] }],
  poll_answer: [{ poll_id: '1', user: stranger, option_ids: [0] }],
  my_chat_member: [
    change(foreign, stranger),
    change(foreign, owner),
    change(directMessages, owner),
    change(foreignChannel, stranger),
    change(privateChat, stranger),
  ],
  chat_member: [change(foreign, stranger), change(listed, stranger)],
  chat_join_request: [{ chat: foreign, from: stranger, user_chat_id: 3001, date: 1 }],
  chat_boost: [{ chat: foreignChannel, boost: {} }],
  removed_chat_boost: [{ chat: foreignChannel, boost_id: '1' }],
  managed_bot: only({ user: stranger }),
  subscription: only({ user: stranger }),
} satisfies Readonly<Record<Kind, readonly Payload[]>>;

test('strangers, look-alikes and foreign chats: of no kind of update is anything stored, written or answered', async () => {
  const port = await freePort();
  const hook = `http://127.0.0.1:${port}/hook`;
  const live = await liveBot({
    TELEGRAM_GROUPS: String(listedId),
    TELEGRAM_WEBHOOK_URL: hook,
    TELEGRAM_WEBHOOK_SECRET: 'hush',
    PORT: String(port),
  });
  await eventually(() => live.api.calls('setWebhook').length > 0, 'the webhook');
  const eve = live.api.user({ id: 3001 });
  live.api.supergroup({ id: foreignId, owner: eve });
  live.api.channel({ id: foreignChannelId, owner: eve });
  const before = await readdir(live.content, { recursive: true });
  let id = 1;
  for (const [kind, payloads] of Object.entries(updates))
    for (const payload of payloads) {
      const response = await fetch(hook, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-telegram-bot-api-secret-token': 'hush',
        },
        body: JSON.stringify({ update_id: id++, [kind]: payload }),
      });
      expect([kind, response.status]).toEqual([kind, 200]);
    }
  // What is dealt with beside the inbox has its time as well.
  await eventually(() => live.api.calls('leaveChat').length > 1, 'the bot to leave');
  live.clock.advance(60_000);
  await live.stop();
  expect([foreignId, foreignChannelId].map((chat) => live.api.botStatus(chat))).toEqual([
    'left',
    'left',
  ]);
  const leaving = live.api.calls('leaveChat').map(({ parameters }) => parameters['chat_id']);
  expect(new Set(leaving)).toEqual(new Set([foreignId, foreignChannelId]));
  const tables = live.rows("SELECT name FROM sqlite_schema WHERE type = 'table'");
  const rows = tables
    .filter(({ name }) =>
      /^(inbox|drafts|pieces|groups_|comments_|chat_|deliveries|copies)/.test(String(name)),
    )
    .map(({ name }) => [name, live.rows(`SELECT COUNT(*) AS n FROM ${name}`)[0]?.['n']]);
  expect(rows.filter(([, count]) => count !== 0)).toEqual([]);
  expect(rows.length).toBeGreaterThan(10);
  expect(await readdir(live.content, { recursive: true })).toEqual(before);
  const said = live.api
    .calls()
    .filter(({ method }) =>
      /^(send|edit|forward|copy|answer|getFile|delete(?!Webhook|MyCommands))/.test(method),
    );
  expect(said.map(({ method, parameters }) => [method, parameters])).toEqual([]);
});
