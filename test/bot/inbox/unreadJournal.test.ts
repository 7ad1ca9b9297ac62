import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Message } from 'grammy/types';
import { expect, test } from 'vitest';
import { type Phone, phone } from '../owner/chatWorld.ts';
import { eventually } from '../world.ts';

const away = ({ bot }: Phone) => `${bot.content}-away`;

test.each<
  readonly [string, (owner: Phone) => Promise<unknown>, (owner: Phone) => Promise<unknown>]
>([
  [
    'site.yaml cannot be read',
    ({ bot }) => bot.write('site.yaml', 'titel: A journal\n'),
    ({ bot }) => bot.write('site.yaml', 'title: A journal\nurl: https://journal.example\n'),
  ],
  [
    'site.yaml is not there',
    ({ bot }) => rm(join(bot.content, 'site.yaml')),
    ({ bot }) => bot.write('site.yaml', 'title: A journal\nurl: https://journal.example\n'),
  ],
  [
    'its folder is away',
    (owner) => rename(owner.bot.content, away(owner)),
    (owner) => rename(away(owner), owner.bot.content),
  ],
])(
  'while %s, what is sent waits however long it takes, and is kept in its order',
  async (_, breaks, mends) => {
    const owner = await phone();
    const { bot } = owner;
    await owner.say('/article Sea');
    await breaks(owner);
    await bot.owner.sends(bot.owner, 'One');
    await bot.owner.sends(bot.owner, 'Two');
    const waiting = () =>
      bot.rows("SELECT COUNT(*) AS n FROM inbox WHERE state = 'pending' AND error IS NOT NULL")[0];
    await eventually(() => waiting()?.['n'] !== 0 || undefined, 'the first try');
    // Longer than anything is tried that something is wrong with.
    for (let minute = 0; minute < 90; minute++) {
      bot.clock.advance(60_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await mends(owner);
    await bot.owner.sends(bot.owner, 'Three');
    await bot.looked();
    expect(await owner.file('articles/sea.md')).toMatch(/\n---\n\nOne\n\nTwo\n\nThree\n$/);
    expect(bot.rows("SELECT 1 FROM inbox WHERE state <> 'settled'")).toEqual([]);
  },
);

const sound = 'title: A journal\nurl: https://journal.example\n';
const note = 'notes/2026-03-01-120000.md';

/** A draft in a journal whose site.yaml cannot be read. */
async function unread(): Promise<Phone> {
  const owner = await phone();
  await owner.say('Words');
  await owner.bot.write('site.yaml', 'titel: A journal\n');
  return owner;
}

const why = /^The journal cannot be read at present: .*site\.yaml:1: unknown key "titel"/;

test.each(['/status', '/drafts', '/find words', '/show', '/start'])(
  '%s is answered while site.yaml cannot be read',
  async (command) => {
    const owner = await unread();
    await owner.say(command);
    expect(owner.last()).toMatch(why);
    expect(owner.bot.rows("SELECT 1 FROM inbox WHERE state <> 'settled'")).toEqual([]);
  },
);

test('that its folder is away is told in words', async () => {
  const owner = await phone();
  await rename(owner.bot.content, away(owner));
  await owner.say('/drafts');
  expect(owner.last()).toMatch(
    /^The journal cannot be read at present: \S*\/content is not there\. Expected a file or a folder/,
  );
});

test('/status tells what else waits, and is answered though a message waits', async () => {
  const owner = await unread();
  await owner.bot.owner.sends(owner.bot.owner, 'More');
  await eventually(
    () => owner.bot.rows('SELECT 1 FROM inbox WHERE holding = 1').length > 0 || undefined,
    'the first try',
  );
  await owner.bot.owner.sends(owner.bot.owner, '/status');
  await eventually(() => why.test(owner.last()) || undefined, 'the answer');
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
    await owner.bot.write('site.yaml', sound);
    owner.bot.clock.advance(60_000);
    await owner.bot.looked();
    expect(await owner.file(note)).toBe(before);
    await owner.press(button);
    const after = await owner.file(note);
    if (left) expect(after).toMatch(left);
    expect(after ?? '').not.toContain('draft: true');
  },
);

test('"Done" pressed while site.yaml cannot be read leaves the article open', async () => {
  const owner = await phone();
  const { bot } = owner;
  await owner.say('/article Sea');
  await owner.say('One');
  await bot.write('site.yaml', 'titel: A journal\n');
  await owner.press('Done');
  expect(owner.last()).toMatch(why);
  await bot.write('site.yaml', sound);
  await owner.say('Two');
  expect(await owner.file('articles/sea.md')).toMatch(/\n---\n\nOne\n\nTwo\n$/);
  await owner.press('Done');
  await owner.say('Three');
  expect(owner.last()).toMatch(/^Saved as notes\//);
});

/** Asks for something behind a message that waits for half an hour, because site.yaml cannot be read. */
async function waitsForLong({ bot }: Phone, message: Message, asks: () => Promise<unknown>) {
  await bot.write('site.yaml', 'titel: A journal\n');
  await bot.owner.replies(message, 'More');
  await eventually(
    () => bot.rows('SELECT 1 FROM inbox WHERE holding = 1').length > 0 || undefined,
    'the first try',
  );
  await asks();
  for (let minute = 0; minute < 30; minute++) {
    bot.clock.advance(60_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await bot.write('site.yaml', sound);
  bot.clock.advance(60_000);
  await bot.idle();
}

test('"Send again" that waited for long is asked anew: the post may have been found meanwhile', async () => {
  const owner = await phone();
  const { bot } = owner;
  const first = await owner.say('Words');
  bot.api.fault({
    method: 'sendMessage',
    when: 'after',
    kind: 'reset',
    match: ({ chat_id }) => Number(chat_id) < 0,
  });
  await owner.press('Publish');
  await eventually(() => owner.last().startsWith('Nobody knows') || undefined, 'the question');
  const question = owner.lastMessage().message;
  await waitsForLong(owner, first, async () => {
    await bot.owner.presses(question, 'Send again');
    for (const { message } of bot.api.messages(bot.channel))
      await bot.owner.forwards(message, bot.owner);
  });
  const told = bot.said().map(({ text }) => text.split(' ')[0]);
  expect(told.slice(told.indexOf('Nobody') + 1)).toEqual(
    expect.arrayContaining(['Nobody', 'Thank']),
  );
  expect(owner.posts()).toHaveLength(1);
});

test('"Send again" pressed while site.yaml cannot be read is done, and need not be pressed again', async () => {
  const owner = await phone();
  const { bot } = owner;
  await owner.say('Words');
  bot.api.fault({
    method: 'sendMessage',
    when: 'before',
    kind: 'reset',
    match: ({ chat_id }) => Number(chat_id) < 0,
  });
  await owner.press('Publish');
  await eventually(() => owner.last().startsWith('Nobody knows') || undefined, 'the question');
  const question = owner.lastMessage().message;
  await bot.write('site.yaml', 'titel: A journal\n');
  const query = await bot.owner.presses(question, 'Send again');
  const isSettled = () => bot.rows("SELECT 1 FROM inbox WHERE state <> 'settled'").length === 0;
  await eventually(() => (bot.owner.answerTo(query) && isSettled()) || undefined, 'the answer');
  expect(bot.said().map(({ text }) => text)).not.toContainEqual(expect.stringMatching(why));
  bot.clock.advance(61_000);
  await eventually(() => owner.posts().length === 1 || undefined, 'the post');
});

test.each([
  [
    'a press of "Publish"',
    (owner: Phone) => owner.bot.owner.presses(owner.lastMessage().message, 'Publish'),
  ],
  ['/publish', (owner: Phone) => owner.bot.owner.sends(owner.bot.owner, '/publish')],
] as const)('%s that waited for long is not done, and can be asked again', async (_, asks) => {
  const owner = await phone();
  const { bot } = owner;
  const first = await owner.say('Words');
  const acknowledged = owner.lastMessage().message;
  await waitsForLong(owner, first, () => asks(owner));
  expect(await owner.file(note)).toMatch(/draft: true[\s\S]*\n\nWords\n\nMore\n$/);
  expect(bot.said().map(({ text }) => text)).toContainEqual(
    expect.stringMatching(/is not published: you asked for that on Sunday 1 March 2026, 12:0/),
  );
  await bot.owner.presses(acknowledged, 'Publish');
  await bot.idle();
  expect(await owner.file(note)).not.toContain('draft: true');
});
