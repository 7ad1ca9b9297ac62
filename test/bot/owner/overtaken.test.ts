import { expect, test } from 'vitest';
import { ownerId } from '../world.ts';
import { type Phone, phone } from './chatWorld.ts';

let owner: Phone;

const note = 'notes/2026-03-01-120000.md';
const toOwner = ({ chat_id }: Readonly<Record<string, unknown>>) => Number(chat_id) === ownerId;

/** Says something whose answer Telegram does not take: it is handled again after `later`. */
async function unanswered(text: string, method: 'sendMessage' | 'editMessageText' = 'sendMessage') {
  owner.bot.api.fault({ method, kind: { status: 502 }, match: toOwner });
  await owner.say(text);
}

async function later(): Promise<void> {
  owner.bot.clock.advance(60_000);
  await owner.bot.idle();
}

async function drafted(...parameters: Parameters<typeof phone>): Promise<void> {
  owner = await phone(...parameters);
  await owner.say('Hello');
}

test('a /publish that is handled again does not publish what was unpublished since', async () => {
  await drafted();
  await unanswered('/publish');
  await owner.say('/unpublish');
  await later();
  expect(await owner.file(note)).toContain('draft: true');
  expect(owner.posts()).toEqual([]);
  expect(owner.last()).toBe(`${note} was published, and is a draft again since.`);
});

test('an /unpublish that is handled again does not take down what was published since', async () => {
  await drafted();
  await owner.say('/publish');
  await unanswered('/unpublish');
  await owner.say('/publish');
  await later();
  expect(await owner.file(note)).not.toContain('draft: true');
  expect(owner.posts()).toEqual([expect.stringMatching(/^Hello\n/)]);
  expect(owner.last()).toBe(`${note} was made a draft again, and is published since.`);
});

test.each([
  ['/title One', '/title Two', 'title: Two\n'],
  ['/tag one', '/tag -one', 'draft: true\n---\n'],
  ['/schedule in 1 hour', '/unschedule', 'draft: true\n---\n'],
])('%s that is handled again leaves what %s changed since', async (first, second, line) => {
  await drafted();
  await unanswered(first);
  await owner.say(second);
  const text = await owner.file(note);
  await later();
  expect(text).toContain(line);
  expect(await owner.file(note)).toBe(text);
});

test.each(['/title One', '/discard'])(
  '%s that is handled again leaves what was taken back since',
  async (command) => {
    await drafted();
    const before = await owner.file(note);
    await unanswered(command);
    await owner.say('/undo');
    expect(await owner.file(note)).toBe(before);
    await later();
    expect(await owner.file(note)).toBe(before);
  },
);

test('/schedule that is answered after its time says what was done', async () => {
  await drafted();
  await unanswered('/schedule in 1 minute');
  owner.bot.clock.advance(2 * 60_000);
  await owner.bot.idle();
  expect(owner.bot.said().findLast(({ text }) => /over|Scheduled/.test(text))?.text).toMatch(
    /^Scheduled for /,
  );
});

test.each(['/publish', '/discard', '/schedule tomorrow'])(
  'what is sent after %s is no part of the article, though that could not be shown yet',
  async (command) => {
    owner = await phone();
    await owner.say('/article Sea');
    await unanswered(command, 'editMessageText');
    await owner.say('A note.');
    await later();
    expect(await owner.bot.notes()).toHaveLength(1);
    expect((await owner.file('articles/sea.md')) ?? '').not.toContain('A note.');
  },
);

test('what is sent after /article is part of it, though the end of the one before could not be shown yet', async () => {
  owner = await phone();
  await owner.say('/article One');
  await unanswered('/article Two', 'editMessageText');
  await owner.say('Words of two.');
  await later();
  await later();
  expect(await owner.file('articles/one.md')).not.toContain('Words of two.');
  expect(await owner.file('articles/two.md')).toContain('Words of two.');
});

test('what was added to a draft that was discarded before the answer is not given up', async () => {
  owner = await phone();
  const message = await owner.say('Hello');
  owner.bot.api.fault({ method: 'sendMessage', kind: { status: 502 }, match: toOwner });
  await owner.replyTo(message, 'More.');
  await owner.say('/discard');
  await later();
  expect(owner.bot.rows("SELECT 1 FROM inbox WHERE state <> 'settled'")).toEqual([]);
});
