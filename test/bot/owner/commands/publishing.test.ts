import { describe, expect, test } from 'vitest';
import { eventually } from '../../world.ts';
import { draftedPhone, note, type Phone, permalink, phone, syndicated } from '../chatWorld.ts';

let owner: Phone;

describe('publishing', () => {
  test('clears the flag, sets the date, posts, and says where', async () => {
    owner = await draftedPhone();
    const answer = owner.lastMessage();
    owner.clock.advance(30_000);
    await owner.press('Publish');
    await syndicated(owner);
    expect(await owner.read(note)).toBe(
      '---\ndate: 2026-03-01T12:00:30+00:00\nsyndication:\n  - https://t.me/journal/1\n---\n\nHello\n',
    );
    expect(owner.posts()).toEqual([`Hello\n\n${permalink}`]);
    expect(owner.api.messages(owner.me).find(({ id }) => id === answer.id)?.text).toBe(
      `Published in ${note}. The site shows it after the next "npm run build": ${permalink}`,
    );
  });

  test('with a date to come leaves it, and posts nothing yet', async () => {
    owner = await draftedPhone('Later');
    await owner.write(
      note,
      (await owner.read(note)).replace(/date: .*/, 'date: 2026-03-01T13:00:00+00:00'),
    );
    await owner.press('Publish');
    expect(await owner.read(note)).toContain('date: 2026-03-01T13:00:00+00:00');
    expect(owner.posts()).toEqual([]);
    expect(await owner.ask('/status')).toContain(
      'Next scheduled: Later, Sunday 1 March 2026, 13:00 (+00:00)',
    );
  });

  test('twice, by button and by command, posts once, and is taken back at once', async () => {
    owner = await draftedPhone('Once');
    const answer = owner.lastMessage();
    await owner.me.presses(answer.message, 'Publish');
    await owner.me.presses(answer.message, 'Publish');
    await owner.replyTo(answer.message, '/publish');
    expect(owner.posts()).toHaveLength(1);
    expect(owner.last()).toBe(
      `Already published in ${note}. The site shows it after the next "npm run build": ${permalink}`,
    );
    await owner.say('/undo');
    expect(await owner.file(note)).toContain('draft: true');
  });

  test('what is published cannot be discarded', async () => {
    owner = await draftedPhone('Stays');
    const answer = owner.lastMessage();
    await owner.me.presses(answer.message, 'Publish');
    const query = await owner.me.presses(answer.message, 'Discard');
    await owner.idle();
    expect(owner.me.answerTo(query)?.text).toBe(
      `${note} is published, so it is not discarded. /unpublish makes it a draft first.`,
    );
    expect(owner.posts()).toHaveLength(1);
    expect(await owner.notes()).toEqual([note]);
  });

  test('an edit in chat afterwards edits the post', async () => {
    owner = await phone();
    const message = await owner.say('Helo');
    await owner.press('Publish');
    await owner.correct(message, 'Hello');
    expect(owner.posts()).toEqual([`Hello\n\n${permalink}`]);
    expect(owner.api.messages(owner.channel)[0]?.isEdited).toBe(true);
  });

  test('a reply afterwards is added to the post', async () => {
    owner = await draftedPhone('One');
    const answer = owner.lastMessage();
    await owner.press('Publish');
    await owner.replyTo(answer.message, 'Two');
    expect(owner.posts()).toEqual([`One\n\nTwo\n\n${permalink}`]);
  });

  test('goes on where a command of the owner fails, and tells what it said', async () => {
    owner = await draftedPhone('Hello', {
      JOURNAL_PUBLISH: 'command:echo no disk left >&2; exit 1',
    });
    const answer = owner.lastMessage();
    await owner.press('Publish');
    expect(owner.posts()).toEqual([`Hello\n\n${permalink}`]);
    expect(await owner.read(note)).not.toContain('draft');
    const told = owner.api.messages(owner.me).find(({ id }) => id === answer.id)?.text;
    expect(told).toContain(
      `Published in ${note}. Its address: ${permalink}\nThe file is written, but: `,
    );
    expect(told?.split('no disk left')).toHaveLength(2);
  });

  test('works without a channel', async () => {
    owner = await draftedPhone('Hello', {}, { channel: false });
    await owner.press('Publish');
    expect(await owner.read(note)).not.toContain('draft');
    expect(await owner.ask('/status')).toContain('TELEGRAM_CHANNEL is not set');
  });

  test('with the note gone says so', async () => {
    owner = await draftedPhone();
    const answer = owner.lastMessage();
    await owner.me.presses(answer.message, 'Discard');
    const query = await owner.me.presses(answer.message, 'Publish');
    await owner.idle();
    expect(owner.me.answerTo(query)?.text).toMatch(/ is no longer there\./);
    expect(owner.posts()).toEqual([]);
  });
});

describe('the owner is told', () => {
  test('of nothing while Telegram itself is in trouble, however long: the message waits', async () => {
    owner = await phone();
    const fault = owner.api.fault({
      method: 'getFile',
      kind: { status: 500 },
      times: Number.POSITIVE_INFINITY,
    });
    await owner.me.sendsPhoto(owner.me);
    for (let attempt = 0; attempt < 20; attempt++) {
      await owner.idle();
      owner.clock.advance(301_000);
    }
    expect(fault.count).toBeGreaterThan(10);
    expect(owner.said()).toEqual([]);
    fault.cancel();
    await owner.passing(() => owner.said()[0], 'the acknowledgement', 301_000);
    expect(owner.last()).toMatch(/^Saved as /);
  });

  test('where a message cannot be dealt with after several tries; it is kept', async () => {
    owner = await phone();
    owner.api.fault({
      method: 'getFile',
      kind: { status: 400, description: 'Bad Request: wrong file_id' },
      times: Number.POSITIVE_INFINITY,
    });
    await owner.me.sendsPhoto(owner.me);
    for (let attempt = 0; attempt < 8; attempt++) {
      await owner.idle();
      owner.clock.advance(301_000);
    }
    await eventually(() => owner.last().includes('have set it aside'), 'the news');
    const [kept] = owner.rows("SELECT body FROM inbox WHERE state = 'failed'");
    expect(String(kept?.['body'])).toContain('photo');
    expect(await owner.ask('Next')).toMatch(/^Saved as /);
  });
});

test('a stop while Telegram asks to wait is at once, and the post goes out after the start', async () => {
  owner = await draftedPhone();
  owner.api.fault({
    method: 'sendMessage',
    kind: { retryAfterSeconds: 35 },
    match: owner.toChannel,
  });
  await owner.press('Publish');
  await eventually(() => owner.logged().includes('did not go through'), 'the 429');
  await owner.stop();
  owner.clock.advance(30_000);
  owner.run();
  await owner.idle();
  expect(owner.posts()).toEqual([]);
  owner.clock.advance(10_000);
  await eventually(() => owner.posts()[0], 'the post');
  expect(owner.posts()).toEqual([`Hello\n\n${permalink}`]);
});

test('commands are answered where there is nothing yet, and kept as no draft', async () => {
  owner = await phone();
  for (const [command, beginning] of [
    ['/publish@scrollback_test_bot', 'There is no draft yet'],
    ['/start', 'Write to me'],
    ['/HELP', 'Write to me'],
    ['/drafts', 'There are no drafts.'],
    ['/nonsense Title', 'I do not know /nonsense.'],
    ['/title', 'There is no draft yet'],
    ['/undo', 'There is nothing left to take back.'],
    ['/cancel', 'I am waiting for no answer.'],
    ['/draft', '/draft is for groups'],
  ] as const)
    expect(await owner.ask(command)).toContain(beginning);
  expect(await owner.notes()).toEqual([]);
});
