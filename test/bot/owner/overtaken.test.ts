import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { draftedPhone, note, type Phone, phone } from './chatWorld.ts';

let owner: Phone;

/** Says something whose answer Telegram does not take: it is handled again a minute later. */
async function unanswered(text: string, method: 'sendMessage' | 'editMessageText' = 'sendMessage') {
  owner.api.fault({ method, kind: { status: 502 }, match: owner.toOwner });
  await owner.say(text);
}

test('a /publish that is handled again does not publish what was unpublished since', async () => {
  owner = await draftedPhone();
  await unanswered('/publish');
  await owner.say('/unpublish');
  await owner.wait(60_000);
  expect(await owner.file(note)).toContain('draft: true');
  expect(owner.posts()).toEqual([]);
  expect(owner.last()).toBe(`${note} was published, and is a draft again since.`);
});

test('an /unpublish that is handled again does not take down what was published since', async () => {
  owner = await draftedPhone();
  await owner.say('/publish');
  await unanswered('/unpublish');
  await owner.say('/publish');
  await owner.wait(60_000);
  expect(await owner.file(note)).not.toContain('draft: true');
  expect(owner.posts()).toEqual([expect.stringMatching(/^Hello\n/)]);
  expect(owner.last()).toBe(`${note} was made a draft again, and is published since.`);
});

test.each([
  ['/title One', '/title Two', 'title: Two\n'],
  ['/tag one', '/tag -one', 'draft: true\n---\n'],
  ['/schedule in 1 hour', '/unschedule', 'draft: true\n---\n'],
])('%s that is handled again leaves what %s changed since', async (first, second, line) => {
  owner = await draftedPhone();
  await unanswered(first);
  await owner.say(second);
  const text = await owner.file(note);
  await owner.wait(60_000);
  expect(text).toContain(line);
  expect(await owner.file(note)).toBe(text);
});

test.each(['/title One', '/discard'])(
  '%s that is handled again leaves what was taken back since',
  async (command) => {
    owner = await draftedPhone();
    const before = await owner.file(note);
    await unanswered(command);
    await owner.say('/undo');
    expect(await owner.file(note)).toBe(before);
    await owner.wait(60_000);
    expect(await owner.file(note)).toBe(before);
  },
);

test('/schedule that is answered after its time says what was done', async () => {
  owner = await draftedPhone();
  await unanswered('/schedule in 1 minute');
  await owner.wait(2 * 60_000);
  expect(owner.said().findLast(({ text }) => /over|Scheduled/.test(text))?.text).toMatch(
    /^Scheduled for /,
  );
});

test.each(['/publish', '/discard', '/schedule tomorrow'])(
  'what is sent after %s is no part of the article, though that could not be shown yet',
  async (command) => {
    owner = await draftedPhone('/article Sea');
    await unanswered(command, 'editMessageText');
    await owner.say('A note.');
    await owner.wait(60_000);
    expect(await owner.notes()).toHaveLength(1);
    expect((await owner.file('articles/sea.md')) ?? '').not.toContain('A note.');
  },
);

test('what is sent after /article is part of it, though the end of the one before could not be shown yet', async () => {
  owner = await draftedPhone('/article One');
  await unanswered('/article Two', 'editMessageText');
  await owner.say('Words of two.');
  await owner.wait(60_000);
  await owner.wait(60_000);
  expect(await owner.file('articles/one.md')).not.toContain('Words of two.');
  expect(await owner.file('articles/two.md')).toContain('Words of two.');
});

test('what was added to a draft that was discarded before the answer is not given up', async () => {
  owner = await phone();
  const message = await owner.say('Hello');
  owner.api.fault({ method: 'sendMessage', kind: { status: 502 }, match: owner.toOwner });
  await owner.replyTo(message, 'More.');
  await owner.say('/discard');
  await owner.wait(60_000);
  expect(owner.rows("SELECT 1 FROM inbox WHERE state <> 'settled'")).toEqual([]);
});

test('a /discard whose answer is lost puts one draft away, not the next one too', async () => {
  const owner = await draftedPhone('First');
  owner.clock.advance(1000);
  await owner.say('Second');
  owner.api.fault({ method: 'sendMessage', kind: { status: 502 } });
  await owner.say('/discard');
  await owner.wait(10_000);
  expect(owner.last()).toMatch(/^Discarded/);
  expect(await owner.notes()).toEqual([note]);
  await owner.say('/undo');
  expect(await owner.notes()).toHaveLength(2);
});

test('a /publish whose answer is lost publishes one draft, not the next one too', async () => {
  const owner = await phone();
  for (const day of ['01', '02'])
    await owner.write(
      `notes/n${day}.md`,
      `---\ndate: 2026-01-${day}\ndraft: true\n---\n\nN${day}\n`,
    );
  owner.api.fault({
    method: 'sendMessage',
    kind: { status: 502 },
    match: owner.toOwner,
  });
  await owner.say('/publish');
  await owner.wait(10_000);
  expect(owner.last()).toBe(
    'Published in notes/n02.md. The site shows it after the next "npm run build": https://journal.example/notes/n02/',
  );
  expect(await owner.file('notes/n01.md')).toContain('draft: true');
});

async function carriedOn(): Promise<number> {
  const published = await readFile(join(owner.content, '../published'), 'utf8');
  return published.split('\n').length - 1;
}

test.each(['/unpublish', '/title New'])(
  '%s that ended between its file and the publishing of it is published when it comes again',
  async (command) => {
    owner = await draftedPhone('Hello', {
      JOURNAL_PUBLISH: 'command:echo once >> ../published',
    });
    await owner.say('/publish', command);
    const before = await carriedOn();
    const [note = ''] = await owner.notes();
    const text = await owner.file(note);
    await owner.restart(
      "UPDATE inbox SET state = 'pending' WHERE sequence = (SELECT MAX(sequence) FROM inbox)",
    );
    expect(await carriedOn()).toBe(before + 1);
    expect(await owner.file(note)).toBe(text);
  },
);

test('what another bot put into the owner’s mouth commands nothing', async () => {
  owner = await draftedPhone();
  const bot = { id: 5005, is_bot: true, first_name: 'Gif', username: 'gif_bot' } as const;
  await owner.me.sends(owner.me, '/publish', { added: { via_bot: bot } });
  await owner.idle();
  const notes = await owner.notes();
  expect(notes).toHaveLength(2);
  for (const note of notes) expect(await owner.file(note)).toContain('draft: true');
});
