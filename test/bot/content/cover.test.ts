import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Message } from 'grammy/types';
import { expect, test } from 'vitest';
import { bodyOf } from '../liveBot.ts';
import { draftedPhone, type Phone, phone } from '../owner/chatWorld.ts';
import { eventually } from '../world.ts';

let owner: Phone;

const note = 'notes/2026-03-01-120000/index.md';

const sendsPhoto = (caption?: string): Promise<Message> =>
  owner.sendPhoto(caption === undefined ? {} : { caption });

test('a cover leaves the text, and /undo brings it back there', async () => {
  owner = await phone();
  const message = await sendsPhoto('A boat.');
  const before = await owner.file(note);
  await owner.replyTo(message, '/cover A boat');
  expect(await owner.file(note)).toMatch(/cover:\n {2}src: photo-\d+\.jpg\n {2}alt: A boat\n/);
  expect(bodyOf(await owner.file(note))).toBe('A boat.');
  await owner.say('/undo');
  expect(await owner.file(note)).toBe(before);
});

test('a cover’s edited caption is followed', async () => {
  owner = await phone();
  const message = await sendsPhoto('A bota.');
  await owner.say('/cover A boat');
  await owner.correct(message, 'A boat.');
  expect(bodyOf(await owner.file(note))).toBe('A boat.');
});

test('a caption that a cover gains is in the text', async () => {
  owner = await phone();
  const message = await sendsPhoto();
  await owner.say('/cover A boat');
  await owner.correct(message, 'Its words.');
  expect(bodyOf(await owner.file(note))).toBe('Its words.');
});

test('another cover, or none, puts the one before it back to its caption', async () => {
  owner = await draftedPhone('/article Sea');
  const first = await sendsPhoto('First.');
  const second = await sendsPhoto('Second.');
  await owner.replyTo(first, '/cover One');
  await owner.replyTo(second, '/cover Two');
  expect(bodyOf(await owner.file('articles/sea.md'))).toMatch(
    /^!\[One\]\(sea-photo-\d+\.jpg\)\n\nFirst\.\n\nSecond\.$/,
  );
  await owner.say('/cover -');
  expect(bodyOf(await owner.file('articles/sea.md'))).toMatch(
    /\n\nFirst\.\n\n!\[Two\]\(sea-photo-\d+\.jpg\)\n\nSecond\.$/,
  );
});

test('a cover that was set by hand keeps its caption when it is described, and stays out of the text when it goes', async () => {
  owner = await draftedPhone('/article Sea');
  const file = 'articles/sea.md';
  const cover = 'cover:\n  src: sea.jpg\n  alt: ""\n  caption: By hand\n---';
  await owner.change(file, /---\n$/, `${cover}\n`);
  const message = await sendsPhoto('Words.');
  await owner.replyTo(message, '/cover A boat');
  expect(bodyOf(await owner.file(file))).toBe('Words.');
});

test('a /cover whose answer is lost makes one picture the cover, not the next one too', async () => {
  owner = await draftedPhone('/article Sea');
  await sendsPhoto('First.');
  await sendsPhoto('Second.');
  owner.api.fault({ method: 'sendMessage', kind: { status: 502 } });
  await owner.say('/cover A boat');
  await owner.wait(10_000);
  expect(bodyOf(await owner.file('articles/sea.md'))).toMatch(
    /^!\[ \]\([^)]*\)\n\nFirst\.\n\nSecond\.$/,
  );
});

test('/cover again, and /alt in reply, find the cover though it is out of the text', async () => {
  owner = await phone();
  const message = await sendsPhoto('Words.');
  expect(await owner.ask('/cover', '/cover')).toMatch(
    /has no other picture than its cover, photo-\d+\.jpg\. \/cover -/,
  );
  await owner.replyTo(message, '/alt A boat');
  expect(await owner.file(note)).toContain('alt: A boat\n');
  await owner.replyTo(message, '/cover');
  expect(owner.last()).toMatch(/^Cover: photo-\d+\.jpg \(A boat\)/);
});

test('/alt without a reply is about the cover where no other picture is left, and - takes its words away', async () => {
  owner = await draftedPhone('/article Sea');
  await sendsPhoto();
  expect(await owner.ask('/cover', '/alt A boat')).toMatch(/^sea-photo-\d+\.jpg shows: A boat/);
  expect(await owner.file('articles/sea.md')).toContain('alt: A boat\n');
  await owner.say('/alt', '-');
  expect(await owner.file('articles/sea.md')).toContain('alt: ""\n');
  expect(await owner.ask('/done')).toBe('Done: articles/sea.md, 0 words, 1 picture.');
});

test('the answer - to what a cover shows leaves it without words', async () => {
  owner = await phone();
  await sendsPhoto('Words.');
  await owner.say('/cover', '-');
  expect(await owner.file(note)).toMatch(/alt: (?:""|'')\n/);
});

test('a note’s cover is in its post', async () => {
  owner = await phone();
  await sendsPhoto('Words.');
  await owner.say('/cover A boat', '/publish');
  const post = await eventually(() => owner.api.messages(owner.channel)[0], 'the post');
  expect(post.message).toHaveProperty('photo');
});

test('an article’s cover is published and put away with it', async () => {
  owner = await phone({ JOURNAL_PUBLISH: 'command:printf %s "$JOURNAL_PUBLISHED" > ../carried' });
  await owner.say('/article Sea');
  await sendsPhoto();
  await owner.say('/cover A boat', '/publish');
  const carried = (await owner.file('../carried'))?.split('\n').map((path) => basename(path));
  expect(carried).toEqual(['sea.md', expect.stringMatching(/^sea-photo-\d+\.jpg$/)]);
  await owner.say('/unpublish', '/discard');
  expect(await readdir(join(owner.content, 'articles'))).toEqual([]);
});

test('a picture with a command of which it is no part is not kept, and that is said', async () => {
  owner = await phone();
  await owner.sendPhoto({
    caption: '/cover',
    caption_entities: [{ type: 'bot_command', offset: 0, length: 6 }],
  });
  expect(owner.last()).toMatch(/^Its file is not kept, and \/cover is not done/);
});
