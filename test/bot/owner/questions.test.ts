import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { LiveBot } from '../liveBot.ts';
import { eventually } from '../world.ts';
import { draftedPhone, note, type Phone, phone } from './chatWorld.ts';

let owner: Phone;

const day = 24 * 60 * 60_000;

test('a command asks again where the answer will not do', async () => {
  owner = await draftedPhone();
  for (const [command, wrong, right, line] of [
    ['/schedule', 'nonsense', 'tomorrow 9:00', 'date: 2026-03-02T09:00:00+00:00'],
    ['/lang', 'klingon!!', 'de', 'lang: de'],
    ['/slug', '..', 'sea', 'slug: sea'],
  ] as const) {
    await owner.say(command);
    expect(await owner.ask(wrong)).toMatch(
      /Your next message is the answer\. \/cancel leaves it\.$/,
    );
    await owner.say(right);
    expect(await owner.file(note)).toContain(line);
  }
  expect(await owner.notes()).toEqual([note]);
});

test('an answer that will not do and is edited into one that does is the last', async () => {
  owner = await draftedPhone();
  const answer = await owner.say('/lang', 'klingon!!');
  owner.clock.advance(1000);
  await owner.correct(answer, 'de');
  expect(await owner.file(note)).toContain('lang: de');
  expect(await owner.ask('A note.')).toMatch(/^Saved as /);
});

test('an answer that is edited twice in one second is what it says last', async () => {
  owner = await draftedPhone();
  const answer = await owner.say('/title', 'One');
  owner.clock.advance(1000);
  for (const words of ['Two', 'Three']) await owner.me.edits(answer, words);
  await owner.idle();
  expect(await owner.file(note)).toContain('title: Three');
});

test('a command leaves a question unanswered: what comes behind it is kept', async () => {
  owner = await draftedPhone();
  await owner.say('/article', '/article Two', 'Words of two.');
  expect(await owner.file('articles/two.md')).toContain('Words of two.');
  await owner.say('/title', '/status', 'More words of two.');
  expect(await owner.file('articles/two.md')).toContain('More words of two.');
});

test.each(['/cancel', '/status', '/undo'])(
  '%s right behind a pressed button leaves what that asked',
  async (command) => {
    owner = await draftedPhone();
    await owner.say('/series foo');
    await owner.press('New series: foo');
    expect(await owner.ask(command, 'A note.')).toMatch(/^Saved as /);
    expect(await owner.file('series/foo.yaml')).toBeUndefined();
    expect(await owner.notes()).toHaveLength(2);
  },
);

test('/undo takes back what came behind a question, which nobody answers any more', async () => {
  owner = await draftedPhone();
  await owner.say('/title');
  owner.clock.advance(1_000);
  await owner.press('Publish');
  expect(await owner.ask('/undo')).toMatch(/^Taken back: publishing /);
  expect(await owner.ask('A note.')).toMatch(/^Saved as /);
});

test('/undo takes back what was asked alone, be its answer lost, and then what was done before', async () => {
  owner = await draftedPhone();
  await owner.say('/title One', '/title');
  owner.api.fault({ method: 'sendMessage', kind: { status: 502 } });
  const undo = await owner.say('/undo');
  await owner.wait(10_000);
  expect(owner.last()).toBe('Left. What you send now is kept as usual.');
  owner.clock.advance(1_000);
  await owner.correct(undo, 'Two');
  expect(await owner.file(note)).toContain('title: One');
  expect(owner.last()).toMatch(/^Saved as /);
  await owner.say('/undo');
  expect(await owner.ask('/undo')).toBe(`Taken back: setting title of ${note}.`);
});

test.each<[string, ({ owner }: LiveBot) => Promise<unknown>]>([
  ['a picture', ({ owner }) => owner.sendsPhoto(owner)],
  [
    'a contact',
    ({ owner }) =>
      owner.sendsOther(owner, { contact: { phone_number: '+1 555 0100', first_name: 'Grace' } }),
  ],
])('%s leaves a question unanswered', async (_, send) => {
  owner = await draftedPhone();
  await owner.say('/title');
  await send(owner);
  await owner.idle();
  expect(await owner.ask('Words')).toMatch(/^Saved as /);
});

test('the next message describes the picture that was asked about last, though it was asked about before another', async () => {
  owner = await phone();
  const drafts = [];
  for (const caption of ['Cat', 'Dog']) {
    await owner.sendPhoto({ caption });
    drafts.push(owner.lastMessage().message);
  }
  const [cat, dog] = drafts;
  for (const draft of [cat, dog, cat]) if (draft) await owner.press('Describe the picture', draft);
  await owner.say('A cat');
  const texts = await Promise.all((await owner.notes()).map((file) => owner.file(file)));
  expect(texts.find((text) => text?.includes('![A cat]'))).toMatch(/\n\nCat\n$/);
});

test('a command that is edited is not done again, and that is said', async () => {
  owner = await draftedPhone();
  const message = await owner.say('/titel Hello');
  await owner.correct(message, {
    text: '/title Hello',
    entities: [{ type: 'bot_command', offset: 0, length: 6 }],
  });
  expect(owner.last()).toBe('An edited command is not done again. Send /title anew.');
});

test('/publish with words publishes nothing, and suggests what /schedule understands', async () => {
  owner = await draftedPhone();
  for (const [words, command] of [
    ['tomorrow 9:00', '/schedule tomorrow 9:00'],
    ['jetzt', '/schedule'],
  ]) {
    expect(await owner.ask(`/publish ${words}`)).toBe(
      `Nothing is published: /publish takes no words. ${command} sets a time.`,
    );
  }
  expect(await owner.file(note)).toContain('draft: true');
});

test('a command about a draft that is gone says so, and asks nothing', async () => {
  owner = await phone();
  const message = await owner.say('Hello');
  await owner.say('/discard');
  for (const command of [
    '/alt x',
    '/cover',
    '/lang',
    '/series sea',
    '/tag x',
    '/schedule tomorrow',
  ]) {
    owner.clock.advance(1_000);
    await owner.replyTo(message, command);
    expect(owner.last()).toMatch(new RegExp(`^${note} is no longer there\\.`));
    expect(await owner.ask('A note.')).toMatch(/^Saved as /);
  }
});

test('- takes away slug, tags and alt text; the title of an article stays', async () => {
  owner = await draftedPhone();
  const before = await owner.file(note);
  await owner.say('/slug sea', '/tag a, b', '/slug -', '/tag -');
  expect(await owner.file(note)).toBe(before);
  await owner.sendPhoto();
  expect(await owner.ask('/alt A boat', '/undo', '/alt -')).toMatch(/^photo-\d+\.jpg has no words/);
  await owner.say('/article Sea');
  expect(await owner.ask('/title -')).toMatch(/^Nothing is changed: an article has a title\./);
});

test('what was asked long ago is forgotten', async () => {
  owner = await draftedPhone();
  await owner.say('/title', 'A title');
  await owner.sendPhoto();
  await owner.press('Describe the picture');
  const asked = () =>
    owner.rows(
      'SELECT 1 FROM chat_questions UNION ALL SELECT 1 FROM draft_alt_questions UNION ALL SELECT 1 FROM draft_answers',
    ).length;
  expect(asked()).toBeGreaterThan(2);
  owner.clock.advance(31 * day);
  await eventually(() => asked() === 0, 'the forgetting');
});

test('the number of a contact that waited in vain is in no file of the bot’s', async () => {
  owner = await phone();
  await owner.sendOther({
    contact: { phone_number: '+351900111222', first_name: 'Zacharias' },
  });
  owner.clock.advance(49 * 60 * 60_000);
  await eventually(() => owner.rows('SELECT 1 FROM draft_contacts').length === 0, 'the forgetting');
  await owner.idle();
  for (const name of ['bot.sqlite', 'bot.sqlite-wal']) {
    const bytes = await readFile(join(owner.state, name)).catch(() => Buffer.alloc(0));
    expect(bytes.includes('+351900111222'), name).toBe(false);
    expect(bytes.includes('Zacharias'), name).toBe(false);
  }
});
