import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Message } from 'grammy/types';
import { expect, test } from 'vitest';
import { draftedPhone, note, type Phone, phone } from '../owner/chatWorld.ts';
import { eventually } from '../world.ts';

const sound = 'title: A journal\nurl: https://journal.example\n';
const away = (owner: Phone) => `${owner.content}-away`;

test.each<
  readonly [string, (owner: Phone) => Promise<unknown>, (owner: Phone) => Promise<unknown>]
>([
  [
    'site.yaml cannot be read',
    (owner) => owner.write('site.yaml', 'titel: A journal\n'),
    (owner) => owner.write('site.yaml', sound),
  ],
  [
    'site.yaml is not there',
    (owner) => rm(join(owner.content, 'site.yaml')),
    (owner) => owner.write('site.yaml', sound),
  ],
  [
    'its folder is away',
    (owner) => rename(owner.content, away(owner)),
    (owner) => rename(away(owner), owner.content),
  ],
])(
  'while %s, what is sent waits however long it takes, and is kept in its order',
  async (_, breaks, mends) => {
    const owner = await draftedPhone('/article Sea');
    await breaks(owner);
    await owner.me.sends(owner.me, 'One');
    await owner.me.sends(owner.me, 'Two');
    const waiting = () =>
      owner.rows(
        "SELECT COUNT(*) AS n FROM inbox WHERE state = 'pending' AND error IS NOT NULL",
      )[0];
    await eventually(() => waiting()?.['n'] !== 0, 'the first try');
    // Longer than anything is tried that something is wrong with.
    for (let minute = 0; minute < 90; minute++) {
      owner.clock.advance(60_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await mends(owner);
    await owner.me.sends(owner.me, 'Three');
    await owner.looked();
    expect(await owner.file('articles/sea.md')).toMatch(/\n---\n\nOne\n\nTwo\n\nThree\n$/);
    expect(owner.rows("SELECT 1 FROM inbox WHERE state <> 'settled'")).toEqual([]);
  },
);

/** A draft in a journal whose site.yaml cannot be read. */
async function unread(): Promise<Phone> {
  const owner = await draftedPhone('Words');
  await owner.write('site.yaml', 'titel: A journal\n');
  return owner;
}

const why = /^The journal cannot be read at present: .*site\.yaml:1: unknown key "titel"/s;

test('commands are answered while site.yaml cannot be read', async () => {
  const owner = await unread();
  for (const command of ['/status', '/drafts', '/find words', '/show', '/start'])
    expect(await owner.ask(command), command).toMatch(why);
  expect(owner.rows("SELECT 1 FROM inbox WHERE state <> 'settled'")).toEqual([]);
});

test('that its folder is away is told in words', async () => {
  const owner = await phone();
  await rename(owner.content, away(owner));
  await owner.say('/drafts');
  expect(owner.last()).toMatch(
    /^The journal cannot be read at present: \S*\/content is not there\. Expected a file or a folder/,
  );
});

test('/status tells what else waits, and is answered though a message waits', async () => {
  const owner = await unread();
  await owner.me.sends(owner.me, 'More');
  await eventually(
    () => owner.rows('SELECT 1 FROM inbox WHERE holding = 1').length > 0,
    'the first try',
  );
  await owner.me.sends(owner.me, '/status');
  await eventually(() => why.test(owner.last()), 'the answer');
  expect(owner.last()).toContain('\nInbox: 1 waiting');
  expect(owner.last()).toContain('Channel');
});

test.each([
  ['Publish', /\n---\n\nWords\n$/],
  ['Discard', undefined],
] as const)(
  '"%s" pressed while site.yaml cannot be read does nothing, now or later, and says why',
  async (button, left) => {
    const owner = await unread();
    const before = await owner.file(note);
    await owner.press(button);
    expect(owner.last()).toMatch(why);
    await owner.write('site.yaml', sound);
    owner.clock.advance(60_000);
    await owner.looked();
    expect(await owner.file(note)).toBe(before);
    await owner.press(button);
    const after = await owner.file(note);
    if (left) expect(after).toMatch(left);
    expect(after ?? '').not.toContain('draft: true');
  },
);

test('"Done" pressed while site.yaml cannot be read leaves the article open', async () => {
  const owner = await phone();
  await owner.say('/article Sea', 'One');
  await owner.write('site.yaml', 'titel: A journal\n');
  await owner.press('Done');
  expect(owner.last()).toMatch(why);
  await owner.write('site.yaml', sound);
  await owner.say('Two');
  expect(await owner.file('articles/sea.md')).toMatch(/\n---\n\nOne\n\nTwo\n$/);
  await owner.press('Done');
  expect(await owner.ask('Three')).toMatch(/^Saved as notes\//);
});

/** Asks for something behind a message that waits for half an hour, because site.yaml cannot be read. */
async function waitsForLong(owner: Phone, message: Message, asks: () => Promise<unknown>) {
  await owner.write('site.yaml', 'titel: A journal\n');
  await owner.me.replies(message, 'More');
  await eventually(
    () => owner.rows('SELECT 1 FROM inbox WHERE holding = 1').length > 0,
    'the first try',
  );
  await asks();
  for (let minute = 0; minute < 30; minute++) {
    owner.clock.advance(60_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await owner.write('site.yaml', sound);
  await owner.wait(60_000);
}

test('"Send again" that waited for long is asked anew: the post may have been found meanwhile', async () => {
  const owner = await phone();
  const first = await owner.say('Words');
  const { toChannel: match } = owner;
  owner.api.fault({ method: 'sendMessage', when: 'after', kind: 'reset', match });
  await owner.press('Publish');
  await eventually(() => owner.last().startsWith('Nobody knows'), 'the question');
  const question = owner.lastMessage().message;
  await waitsForLong(owner, first, async () => {
    await owner.me.presses(question, 'Send again');
    for (const { message } of owner.api.messages(owner.channel))
      await owner.me.forwards(message, owner.me);
  });
  const told = owner.said().map(({ text }) => text.split(' ')[0]);
  expect(told.slice(told.indexOf('Nobody') + 1)).toEqual(
    expect.arrayContaining(['Nobody', 'Thank']),
  );
  expect(owner.posts()).toHaveLength(1);
});

test('"Send again" pressed while site.yaml cannot be read is done, and need not be pressed again', async () => {
  const owner = await draftedPhone('Words');
  owner.api.fault({ method: 'sendMessage', kind: 'reset', match: owner.toChannel });
  await owner.press('Publish');
  await eventually(() => owner.last().startsWith('Nobody knows'), 'the question');
  const question = owner.lastMessage().message;
  await owner.write('site.yaml', 'titel: A journal\n');
  const query = await owner.me.presses(question, 'Send again');
  const isSettled = () => owner.rows("SELECT 1 FROM inbox WHERE state <> 'settled'").length === 0;
  await eventually(() => owner.me.answerTo(query) && isSettled(), 'the answer');
  expect(owner.texts()).not.toContainEqual(expect.stringMatching(why));
  owner.clock.advance(61_000);
  await eventually(() => owner.posts().length === 1, 'the post');
});

test.each([
  [
    'a press of "Publish"',
    (owner: Phone) => owner.me.presses(owner.lastMessage().message, 'Publish'),
  ],
  ['/publish', (owner: Phone) => owner.me.sends(owner.me, '/publish')],
] as const)('%s that waited for long is not done, and can be asked again', async (_, asks) => {
  const owner = await phone();
  const first = await owner.say('Words');
  const acknowledged = owner.lastMessage().message;
  await waitsForLong(owner, first, () => asks(owner));
  expect(await owner.file(note)).toMatch(/draft: true[\s\S]*\n\nWords\n\nMore\n$/);
  expect(owner.texts()).toContainEqual(
    expect.stringMatching(/is not published: you asked for that on Sunday 1 March 2026, 12:0/),
  );
  await owner.press('Publish', acknowledged);
  expect(await owner.file(note)).not.toContain('draft: true');
});
