import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { LiveBot } from '../liveBot.ts';
import { eventually } from '../world.ts';
import { type Phone, phone } from './chatWorld.ts';

let owner: Phone;

const note = 'notes/2026-03-01-120000.md';
const day = 24 * 60 * 60_000;

async function drafted(): Promise<void> {
  owner = await phone();
  await owner.say('Hello');
}

test.each([
  ['/schedule', 'nonsense', 'tomorrow 9:00', 'date: 2026-03-02T09:00:00+00:00'],
  ['/lang', 'klingon!!', 'de', 'lang: de'],
  ['/slug', '..', 'sea', 'slug: sea'],
])('%s asks again where the answer will not do', async (command, wrong, right, line) => {
  await drafted();
  await owner.say(command);
  await owner.say(wrong);
  expect(owner.last()).toMatch(/Your next message is the answer\. \/cancel leaves it\.$/);
  await owner.say(right);
  expect(await owner.file(note)).toContain(line);
  expect(await owner.bot.notes()).toEqual([note]);
});

test('an answer that will not do and is edited into one that does is the last', async () => {
  await drafted();
  await owner.say('/lang');
  const answer = await owner.say('klingon!!');
  owner.bot.clock.advance(1000);
  await owner.bot.owner.edits(answer, 'de');
  await owner.bot.idle();
  expect(await owner.file(note)).toContain('lang: de');
  await owner.say('A note.');
  expect(owner.last()).toMatch(/^Saved as /);
});

test('an answer that is edited twice in one second is what it says last', async () => {
  await drafted();
  await owner.say('/title');
  const answer = await owner.say('One');
  owner.bot.clock.advance(1000);
  for (const words of ['Two', 'Three']) await owner.bot.owner.edits(answer, words);
  await owner.bot.idle();
  expect(await owner.file(note)).toContain('title: Three');
});

test('a command leaves a question unanswered: what comes behind it is kept', async () => {
  await drafted();
  await owner.say('/article');
  await owner.say('/article Two');
  await owner.say('Words of two.');
  expect(await owner.file('articles/two.md')).toContain('Words of two.');
  await owner.say('/title');
  await owner.say('/status');
  await owner.say('More words of two.');
  expect(await owner.file('articles/two.md')).toContain('More words of two.');
});

test.each(['/cancel', '/status'])(
  '%s right behind a pressed button leaves what that asked',
  async (command) => {
    await drafted();
    await owner.say('/series foo');
    await owner.press('New series: foo');
    await owner.say(command);
    await owner.say('A note.');
    expect(owner.last()).toMatch(/^Saved as /);
    expect(await owner.file('series/foo.yaml')).toBeUndefined();
  },
);

test.each<[string, ({ owner }: LiveBot) => Promise<unknown>]>([
  ['a picture', ({ owner }) => owner.sendsPhoto(owner)],
  [
    'a contact',
    ({ owner }) =>
      owner.sendsOther(owner, { contact: { phone_number: '+1 555 0100', first_name: 'Grace' } }),
  ],
])('%s leaves a question unanswered', async (_, send) => {
  await drafted();
  await owner.say('/title');
  await send(owner.bot);
  await owner.bot.idle();
  await owner.say('Words');
  expect(owner.last()).toMatch(/^Saved as /);
});

test('the next message describes the picture that was asked about last, though it was asked about before another', async () => {
  owner = await phone();
  const { bot } = owner;
  const drafts = [];
  for (const caption of ['Cat', 'Dog']) {
    await bot.owner.sendsPhoto(bot.owner, { caption });
    await bot.idle();
    drafts.push(owner.lastMessage().message);
  }
  const [cat, dog] = drafts;
  for (const draft of [cat, dog, cat]) {
    if (draft) await bot.owner.presses(draft, 'Describe the picture');
    await bot.idle();
  }
  await owner.say('A cat');
  const texts = await Promise.all((await bot.notes()).map((file) => owner.file(file)));
  expect(texts.find((text) => text?.includes('![A cat]'))).toMatch(/\n\nCat\n$/);
});

test('a command that is edited is not done again, and that is said', async () => {
  await drafted();
  const message = await owner.say('/titel Hello');
  await owner.bot.owner.edits(message, {
    text: '/title Hello',
    entities: [{ type: 'bot_command', offset: 0, length: 6 }],
  });
  await owner.bot.idle();
  expect(owner.last()).toBe('An edited command is not done again. Send /title anew.');
});

test('/publish with words publishes nothing, and suggests what /schedule understands', async () => {
  await drafted();
  for (const [words, command] of [
    ['tomorrow 9:00', '/schedule tomorrow 9:00'],
    ['jetzt', '/schedule'],
  ]) {
    await owner.say(`/publish ${words}`);
    expect(owner.last()).toBe(
      `Nothing is published: /publish takes no words. ${command} sets a time.`,
    );
  }
  expect(await owner.file(note)).toContain('draft: true');
});

test.each(['/alt x', '/cover', '/lang', '/series sea', '/tag x', '/schedule tomorrow'])(
  '%s of a draft that is gone says so, and asks nothing',
  async (command) => {
    owner = await phone();
    const message = await owner.say('Hello');
    await owner.say('/discard');
    await owner.replyTo(message, command);
    expect(owner.last()).toMatch(new RegExp(`^${note} is no longer there\\.`));
    await owner.say('A note.');
    expect(owner.last()).toMatch(/^Saved as /);
  },
);

test('- takes away slug, tags and alt text; the title of an article stays', async () => {
  await drafted();
  const before = await owner.file(note);
  for (const text of ['/slug sea', '/tag a, b', '/slug -', '/tag -']) await owner.say(text);
  expect(await owner.file(note)).toBe(before);
  await owner.bot.owner.sendsPhoto(owner.bot.owner);
  await owner.bot.idle();
  await owner.say('/alt A boat');
  await owner.say('/undo');
  await owner.say('/alt -');
  expect(owner.last()).toMatch(/^photo-\d+\.jpg has no words/);
  await owner.say('/article Sea');
  await owner.say('/title -');
  expect(owner.last()).toMatch(/^Nothing is changed: an article has a title\./);
});

test('trouble with publishing is told once', async () => {
  owner = await phone({ JOURNAL_PUBLISH: 'command:echo no network >&2; exit 1' });
  await owner.say('Hello');
  await owner.say('/publish');
  expect(owner.last().split('no network\n').length).toBe(1);
  expect(owner.last()).toContain('no network');
});

test('what was asked long ago is forgotten', async () => {
  await drafted();
  await owner.say('/title');
  await owner.say('A title');
  await owner.bot.owner.sendsPhoto(owner.bot.owner);
  await owner.bot.idle();
  await owner.press('Describe the picture');
  const asked = () =>
    owner.bot.rows(
      'SELECT 1 FROM chat_questions UNION ALL SELECT 1 FROM draft_alt_questions UNION ALL SELECT 1 FROM draft_answers',
    ).length;
  expect(asked()).toBeGreaterThan(2);
  owner.bot.clock.advance(31 * day);
  await eventually(() => asked() === 0 || undefined, 'the forgetting');
});

test('the number of a contact that waited in vain is in no file of the bot’s', async () => {
  owner = await phone();
  const { bot } = owner;
  await bot.owner.sendsOther(bot.owner, {
    contact: { phone_number: '+351900111222', first_name: 'Zacharias' },
  });
  await bot.idle();
  bot.clock.advance(49 * 60 * 60_000);
  await eventually(
    () => bot.rows('SELECT 1 FROM draft_contacts').length === 0 || undefined,
    'the forgetting',
  );
  await bot.idle();
  for (const name of ['bot.sqlite', 'bot.sqlite-wal']) {
    const bytes = await readFile(join(bot.state, name)).catch(() => Buffer.alloc(0));
    expect(bytes.includes('+351900111222'), name).toBe(false);
    expect(bytes.includes('Zacharias'), name).toBe(false);
  }
});
