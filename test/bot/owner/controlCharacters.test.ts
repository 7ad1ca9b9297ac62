import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Chat, User } from 'grammy/types';
import { expect, test } from 'vitest';
import { readJournal } from '../../../bot/content/contentFolder.ts';
import { plainUpdate } from '../../../bot/inbox/plainUpdate.ts';
import { phone } from './chatWorld.ts';

const every = [
  ...Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code)).filter((one) =>
    /\p{Cc}/u.test(one),
  ),
  '\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u2028\u2029\uFFFE\uFFFF',
].join('');
const name = (words: string) => `${words}${every}evil`;
const channel = { id: -1, type: 'channel', title: name('Channel') } as Chat.ChannelChat;
const user = { id: 7, is_bot: false, first_name: name('Eve'), last_name: name('E') } as User;

test('no name from chat brings a character that cannot be seen into the journal', async () => {
  const owner = await phone();
  const said = (forward_origin: object) =>
    owner.me.sends(owner.me, 'Words', { added: { forward_origin } as never });
  const other = (content: object) => owner.me.sendsOther(owner.me, content as never);
  const bytes = new TextEncoder().encode('x');
  const media = { kind: 'document', bytes, file_name: `${name('a')}.pdf` } as const;
  const sent = [
    () =>
      other({
        venue: {
          title: name('Café'),
          address: name('Rua'),
          location: { latitude: 1, longitude: 2 },
        },
      }),
    () => other({ poll: { question: name('Who'), options: [{ text: name('a') }, { text: 'b' }] } }),
    () => other({ checklist: { title: name('List'), tasks: [{ id: 1, text: name('a') }] } }),
    () => said({ type: 'user', sender_user: user, date: 1 }),
    () => said({ type: 'hidden_user', sender_user_name: name('Eve'), date: 1 }),
    () => said({ type: 'chat', sender_chat: channel, author_signature: name('E'), date: 1 }),
    () =>
      said({ type: 'channel', chat: channel, message_id: 1, author_signature: name('E'), date: 1 }),
    () => owner.me.sendsMedia(owner.me, media),
    () => other({ contact: { phone_number: '+1', first_name: name('Eve'), last_name: name('E') } }),
  ];
  for (const send of sent) {
    // What is forwarded at once is one draft.
    owner.clock.advance(10_000);
    await send();
    await owner.idle();
  }
  await owner.press('Keep the name');
  const files = await owner.notes();
  expect(files).toHaveLength(sent.length);
  for (const file of files) {
    const text = await owner.read(file);
    expect(text).toContain('evil');
    expect(text, file).not.toMatch(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/u);
    if (!/Who|List/.test(text))
      expect(text, file).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u2028\u2029]/u);
  }
  const names = await readdir(join(owner.content, 'notes'), { recursive: true });
  expect(names.filter((one) => !/^[\w./-]+$/.test(one))).toEqual([]);
  expect((await readJournal(owner.content)).faults).toEqual([]);
});

test('what is counted keeps its length, and names are one line', () => {
  const text = 'a\u0000b\u0085c\uFFFEd\ud800e\u202Ef\n\tg';
  const update = {
    update_id: 1,
    message: {
      text,
      chat: { first_name: ' \u2068Ali\u2069\n\u0007 ' },
      checklist: { title: '\u202Ex\u0000', title_entities: [], tasks: [] },
    },
  };
  expect(JSON.parse(plainUpdate(update as never))).toEqual({
    update_id: 1,
    message: {
      text: 'a b c d\uFFFDe\u202Ef\n\tg',
      chat: { first_name: 'Ali' },
      checklist: { title: '\u202Ex ', title_entities: [], tasks: [] },
    },
  });
});

// Telegram refuses a text with half a character in it, and the owner would hear nothing.
test('what has to be cut is told, wherever the cut falls', async () => {
  const owner = await phone({ JOURNAL_PUBLISH: 'command:cat ../long >&2; exit 1' });
  for (const before of ['', 'a', 'aa', 'aaa']) {
    const long = `${before}${'😀'.repeat(3_000)}`;
    owner.clock.advance(1_000);
    await owner.say('Words');
    await owner.write('series/sea.yaml', `title: ${long}\n`);
    await owner.say('/series other');
    const [button = ''] = owner.lastMessage().buttons;
    expect(button.isWellFormed()).toBe(true);
    await owner.press(button);
    expect(owner.last(), 'the title of a series on its button').toMatch(/^Series: sea\n/);
    await owner.write('../long', long);
    const { id, message } = owner.withButton('Publish');
    expect(await owner.press('Publish', message), 'the output of a command').toMatch(
      /^Published in /,
    );
    expect(owner.said().find((one) => one.id === id)?.text).toMatch(/^Published in [\s\S]*😀😀/);
    expect(await owner.ask('/status')).toMatch(/Last build \(command\): .*FAILED: /);
  }
});
