import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { bodyOf } from '../../liveBot.ts';
import { type Phone, phone } from '../chatWorld.ts';

let owner: Phone;

beforeEach(async () => {
  owner = await phone();
});

const file = 'articles/sea.md';

/** Sends what is a command though it is edited in. */
const commanded = (text: string) => ({
  text,
  entities: [{ type: 'bot_command' as const, offset: 0, length: '/article'.length }],
});

async function edits(message: Parameters<Phone['replyTo']>[0], text: string): Promise<void> {
  owner.clock.advance(1000);
  await owner.correct(message, commanded(text));
}

test('a picture that was sent before Done and fetched after it is in the article', async () => {
  await owner.say('/article Sea');
  owner.api.fault({ method: 'getFile', kind: { status: 502 } });
  await owner.sendPhoto({ caption: 'In time' });
  await owner.press('Done');
  await owner.say('A note.');
  await owner.wait(10_000);
  expect(bodyOf(await owner.file(file))).toMatch(/sea-photo-\d+\.jpg\)\n\nIn time$/);
  expect(await owner.notes()).toHaveLength(1);
});

test('a picture that was sent before Publish was pressed and fetched after it is in the article', async () => {
  await owner.say('/article Sea', '/show');
  owner.api.fault({ method: 'getFile', kind: { status: 502 } });
  await owner.sendPhoto({ caption: 'In time' });
  await owner.press('Publish');
  await owner.wait(10_000);
  expect(bodyOf(await owner.file(file))).toContain('In time');
  expect(await owner.notes()).toEqual([]);
});

test('an /article whose answer was refused is not begun again once it was undone', async () => {
  owner.api.fault({ method: 'sendMessage', kind: { status: 400 }, match: owner.toOwner });
  await owner.say('/article Sea', '/undo');
  expect(await owner.file(file)).toBeUndefined();
  await owner.wait(60_000);
  expect(await owner.file(file)).toBeUndefined();
  expect(await owner.file('articles/sea-2.md')).toBeUndefined();
});

test('what is added to an article that cannot be begun yet waits for it', async () => {
  // A file where the folder must be.
  await writeFile(join(owner.content, 'articles'), '');
  await owner.say('/article Sea', 'Words.');
  await rm(join(owner.content, 'articles'));
  await mkdir(join(owner.content, 'articles'));
  for (let minute = 0; minute < 3; minute++) await owner.wait(60_000);
  expect(await owner.file(file)).toMatch(/^---\ntitle: Sea\n[\s\S]*\n\nWords\.\n$/);
  expect(await owner.notes()).toEqual([]);
});

test('an edited /article changes the title and the beginning, one after the other taken back', async () => {
  const message = await owner.say('/article Sea\nBegining');
  await owner.say('More.');
  const before = await owner.file(file);
  await edits(message, '/article The sea\nBeginning');
  expect(await owner.file(file)).toMatch(/^---\ntitle: The sea\n[\s\S]*\n\nBeginning\n\nMore\.\n$/);
  await owner.say('/undo', '/undo');
  expect(await owner.file(file)).toBe(before);
});

test('an edited /article gains a beginning in front of what came since', async () => {
  const message = await owner.say('/article Sea');
  await owner.say('More.');
  await edits(message, '/article Sea\nBeginning');
  expect(bodyOf(await owner.file(file))).toBe('Beginning\n\nMore.');
});

test('an edited /article leaves a title that was set since, and says so', async () => {
  const message = await owner.say('/article Sea');
  await owner.say('/title Mine');
  await edits(message, '/article The sea');
  expect(owner.last()).toContain('Its title is “Mine” since');
  expect(await owner.file(file)).toContain('title: Mine\n');
});

test('of two edits of an /article that come in the wrong order the newer one stays', async () => {
  const message = await owner.say('/article Sea');
  owner.api.holdUpdates();
  for (const title of ['Older', 'Newer']) {
    owner.clock.advance(1000);
    await owner.me.edits(message, commanded(`/article ${title}`));
  }
  owner.api.releaseUpdates((updates) => updates.toReversed());
  await owner.idle();
  expect(await owner.file(file)).toContain('title: Newer\n');
});

test('an edited answer to what the title is changes it', async () => {
  const answer = await owner.say('/article', 'Sea');
  owner.clock.advance(1000);
  await owner.correct(answer, 'The sea');
  expect(await owner.file(file)).toContain('title: The sea\n');
});

test('an /article whose title is edited in is not asked for it any more', async () => {
  const message = await owner.say('/article');
  await edits(message, '/article Sea');
  await owner.say('Words.');
  expect(bodyOf(await owner.file(file))).toBe('Words.');
});

test('an edit of an /article that an older bot began adds nothing to it', async () => {
  const message = await owner.say('/article Sea\nBeginning');
  const before = await owner.file(file);
  await owner.restart('DELETE FROM pieces');
  await edits(message, '/article Sea\nThe beginning');
  expect(await owner.file(file)).toBe(before);
  expect(await owner.notes()).toEqual([]);
});

test('/article with a picture begins with that picture', async () => {
  await owner.sendPhoto({
    caption: '/article Sea',
    caption_entities: commanded('').entities,
  });
  expect(bodyOf(await owner.file(file))).toMatch(/^!\[ \]\(sea-photo-\d+\.jpg\)$/);
});

test('what ends an article is said in its message', async () => {
  for (const [command, told] of [
    ['/publish', /^Published/],
    ['/discard', /^Discarded/],
    ['/schedule tomorrow', /^Scheduled/],
    ['/article Land', /^Article: Land/],
  ] as const) {
    owner.clock.advance(1_000);
    await owner.say('/article Sea');
    const progress = owner.lastMessage();
    expect(await owner.ask(command)).toMatch(told);
    const now = owner.said().find(({ id }) => id === progress.id);
    expect(now?.text).toMatch(/Ended\.$/);
    expect(now?.buttons).toEqual([]);
  }
});

test('what is added to an article that was renamed by hand is a draft of its own, and said to be', async () => {
  await owner.say('/article Sea');
  await rename(join(owner.content, file), join(owner.content, 'articles/ocean.md'));
  expect(await owner.ask('More.')).toMatch(
    /^Saved as notes\/.*\nIt is a draft of its own: articles\/sea\.md is no longer there\.$/,
  );
  expect(await owner.file(file)).toBeUndefined();
});

test('a reply to a discarded draft is a draft of its own', async () => {
  const message = await owner.say('Hello');
  await owner.say('/discard');
  await owner.replyTo(message, 'More.');
  expect(owner.last()).toContain('It is a draft of its own');
  await owner.say('/undo', '/undo');
  expect(bodyOf(await owner.file('notes/2026-03-01-120000.md'))).toBe('Hello');
});
