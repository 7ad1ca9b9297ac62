import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ownerId } from '../../world.ts';
import { type Phone, phone } from '../chatWorld.ts';

let owner: Phone;

const file = 'articles/sea.md';
const bodyOf = (text = '') => text.replace(/^---\n[\s\S]*?\n---\n/, '').trim();
const toOwner = ({ chat_id }: Readonly<Record<string, unknown>>) => Number(chat_id) === ownerId;

/** Sends what is a command though it is edited in. */
const commanded = (text: string) => ({
  text,
  entities: [{ type: 'bot_command' as const, offset: 0, length: '/article'.length }],
});

async function edits(message: Parameters<Phone['replyTo']>[0], text: string): Promise<void> {
  owner.bot.clock.advance(1000);
  await owner.bot.owner.edits(message, commanded(text));
  await owner.bot.idle();
}

test('a picture that was sent before Done and fetched after it is in the article', async () => {
  owner = await phone();
  const { bot } = owner;
  await owner.say('/article Sea');
  bot.api.fault({ method: 'getFile', when: 'before', kind: { status: 502 } });
  await bot.owner.sendsPhoto(bot.owner, { caption: 'In time' });
  await bot.idle();
  await owner.press('Done');
  await owner.say('A note.');
  bot.clock.advance(10_000);
  await bot.idle();
  expect(bodyOf(await owner.file(file))).toMatch(/sea-photo-\d+\.jpg\)\n\nIn time$/);
  expect(await bot.notes()).toHaveLength(1);
});

test('a picture that was sent before Publish was pressed and fetched after it is in the article', async () => {
  owner = await phone();
  const { bot } = owner;
  await owner.say('/article Sea');
  await owner.say('/show');
  bot.api.fault({ method: 'getFile', when: 'before', kind: { status: 502 } });
  await bot.owner.sendsPhoto(bot.owner, { caption: 'In time' });
  await bot.idle();
  await owner.press('Publish');
  bot.clock.advance(10_000);
  await bot.idle();
  expect(bodyOf(await owner.file(file))).toContain('In time');
  expect(await bot.notes()).toEqual([]);
});

test('an /article whose answer was refused is not begun again once it was undone', async () => {
  owner = await phone();
  const { bot } = owner;
  bot.api.fault({ method: 'sendMessage', kind: { status: 400 }, match: toOwner });
  await owner.say('/article Sea');
  await owner.say('/undo');
  expect(await owner.file(file)).toBeUndefined();
  bot.clock.advance(60_000);
  await bot.idle();
  expect(await owner.file(file)).toBeUndefined();
  expect(await owner.file('articles/sea-2.md')).toBeUndefined();
});

test('what is added to an article that cannot be begun yet waits for it', async () => {
  owner = await phone();
  const { bot } = owner;
  // A file where the folder must be.
  await writeFile(join(bot.content, 'articles'), '');
  await owner.say('/article Sea');
  await owner.say('Words.');
  await rm(join(bot.content, 'articles'));
  await mkdir(join(bot.content, 'articles'));
  for (let minute = 0; minute < 3; minute++) {
    bot.clock.advance(60_000);
    await bot.idle();
  }
  expect(await owner.file(file)).toMatch(/^---\ntitle: Sea\n[\s\S]*\n\nWords\.\n$/);
  expect(await bot.notes()).toEqual([]);
});

test('an edited /article changes the title and the beginning, one after the other taken back', async () => {
  owner = await phone();
  const message = await owner.say('/article Sea\nBegining');
  await owner.say('More.');
  const before = await owner.file(file);
  await edits(message, '/article The sea\nBeginning');
  expect(await owner.file(file)).toMatch(/^---\ntitle: The sea\n[\s\S]*\n\nBeginning\n\nMore\.\n$/);
  await owner.say('/undo');
  await owner.say('/undo');
  expect(await owner.file(file)).toBe(before);
});

test('an edited /article gains a beginning in front of what came since', async () => {
  owner = await phone();
  const message = await owner.say('/article Sea');
  await owner.say('More.');
  await edits(message, '/article Sea\nBeginning');
  expect(bodyOf(await owner.file(file))).toBe('Beginning\n\nMore.');
});

test('an edited /article leaves a title that was set since, and says so', async () => {
  owner = await phone();
  const message = await owner.say('/article Sea');
  await owner.say('/title Mine');
  await edits(message, '/article The sea');
  expect(owner.last()).toContain('Its title is “Mine” since');
  expect(await owner.file(file)).toContain('title: Mine\n');
});

test('of two edits of an /article that come in the wrong order the newer one stays', async () => {
  owner = await phone();
  const { bot } = owner;
  const message = await owner.say('/article Sea');
  bot.api.holdUpdates();
  for (const title of ['Older', 'Newer']) {
    bot.clock.advance(1000);
    await bot.owner.edits(message, commanded(`/article ${title}`));
  }
  bot.api.releaseUpdates((updates) => updates.toReversed());
  await bot.idle();
  expect(await owner.file(file)).toContain('title: Newer\n');
});

test('an edited answer to what the title is changes it', async () => {
  owner = await phone();
  await owner.say('/article');
  const answer = await owner.say('Sea');
  owner.bot.clock.advance(1000);
  await owner.bot.owner.edits(answer, 'The sea');
  await owner.bot.idle();
  expect(await owner.file(file)).toContain('title: The sea\n');
});

test('an /article whose title is edited in is not asked for it any more', async () => {
  owner = await phone();
  const message = await owner.say('/article');
  await edits(message, '/article Sea');
  await owner.say('Words.');
  expect(bodyOf(await owner.file(file))).toBe('Words.');
});

test('an edit of an /article that an older bot began adds nothing to it', async () => {
  owner = await phone();
  const message = await owner.say('/article Sea\nBeginning');
  const before = await owner.file(file);
  await owner.bot.stop();
  owner.bot.edit('DELETE FROM pieces');
  owner.bot.run();
  await edits(message, '/article Sea\nThe beginning');
  expect(await owner.file(file)).toBe(before);
  expect(await owner.bot.notes()).toEqual([]);
});

test('/article with a picture begins with that picture', async () => {
  owner = await phone();
  const { bot } = owner;
  await bot.owner.sendsPhoto(bot.owner, {
    caption: '/article Sea',
    caption_entities: commanded('').entities,
  });
  await bot.idle();
  expect(bodyOf(await owner.file(file))).toMatch(/^!\[ \]\(sea-photo-\d+\.jpg\)$/);
});

test.each([
  ['/publish', /^Published/],
  ['/discard', /^Discarded/],
  ['/schedule tomorrow', /^Scheduled/],
  ['/article Land', /^Article: Land/],
])('%s ends the article, and its message says so', async (command, told) => {
  owner = await phone();
  await owner.say('/article Sea');
  const progress = owner.lastMessage();
  await owner.say(command);
  expect(owner.last()).toMatch(told);
  const now = owner.bot.said().find(({ id }) => id === progress.id);
  expect(now?.text).toMatch(/Ended\.$/);
  expect(now?.buttons).toEqual([]);
});

test('what is added to an article that was renamed by hand is a draft of its own, and said to be', async () => {
  owner = await phone();
  await owner.say('/article Sea');
  await rename(join(owner.bot.content, file), join(owner.bot.content, 'articles/ocean.md'));
  await owner.say('More.');
  expect(owner.last()).toMatch(
    /^Saved as notes\/.*\nIt is a draft of its own: articles\/sea\.md is no longer there\.$/,
  );
  expect(await owner.file(file)).toBeUndefined();
});

test('a reply to a discarded draft is a draft of its own', async () => {
  owner = await phone();
  const message = await owner.say('Hello');
  await owner.say('/discard');
  await owner.replyTo(message, 'More.');
  expect(owner.last()).toContain('It is a draft of its own');
  await owner.say('/undo');
  await owner.say('/undo');
  expect(bodyOf(await owner.file('notes/2026-03-01-120000.md'))).toBe('Hello');
});
