import { describe, expect, test } from 'vitest';
import { type LiveBot, liveBot } from '../../liveBot.ts';
import { eventually } from '../../world.ts';
import { file, permalink, publishingSteps } from './publishingSteps.ts';

let bot: LiveBot;

const { drafted, publish, posts, lastAnswer, isWrittenBack } = publishingSteps(() => bot);

describe('publishing', () => {
  test('clears the flag, sets the date, posts, and says where', async () => {
    bot = await liveBot();
    const answer = await drafted('Hello');
    bot.clock.advance(30_000);
    await publish(answer);
    await isWrittenBack();
    expect(await bot.read(file)).toBe(
      '---\ndate: 2026-03-01T12:00:30+00:00\nsyndication:\n  - https://t.me/journal/1\n---\n\nHello\n',
    );
    expect(posts()).toEqual([`Hello\n\n${permalink}`]);
    expect(bot.api.messages(bot.owner).find(({ id }) => id === answer.id)?.text).toBe(
      `Published in ${file}. The site shows it after the next "npm run build": ${permalink}`,
    );
  });

  test('with a date to come waits for it, and posts by the clock alone', async () => {
    bot = await liveBot();
    const answer = await drafted('Later');
    await bot.write(
      file,
      (await bot.read(file)).replace(/date: .*/, 'date: 2026-03-01T13:00:00+00:00'),
    );
    await publish(answer);
    expect(await bot.read(file)).toContain('date: 2026-03-01T13:00:00+00:00');
    expect(posts()).toEqual([]);
    await bot.owner.sends(bot.owner, '/status');
    await bot.idle();
    expect(lastAnswer()).toContain('Next scheduled: Later, Sunday 1 March 2026, 13:00 (+00:00)');
    bot.clock.advance(59 * 60_000);
    await bot.idle();
    expect(posts()).toEqual([]);
    bot.clock.advance(61_000);
    await eventually(() => posts()[0], 'the post');
    expect(posts()).toEqual([`Later\n\n${permalink}`]);
  });

  test('twice, by button and by command, posts once', async () => {
    bot = await liveBot();
    const answer = await drafted('Once');
    await bot.owner.presses(answer.message, 'Publish');
    await bot.owner.presses(answer.message, 'Publish');
    await bot.owner.replies(answer.message, '/publish');
    await bot.idle();
    expect(posts()).toHaveLength(1);
    expect(lastAnswer()).toBe(
      `Already published in ${file}. The site shows it after the next "npm run build": ${permalink}`,
    );
  });

  test('what is published cannot be discarded', async () => {
    bot = await liveBot();
    const answer = await drafted('Stays');
    await bot.owner.presses(answer.message, 'Publish');
    const query = await bot.owner.presses(answer.message, 'Discard');
    await bot.idle();
    expect(bot.owner.answerTo(query)?.text).toBe(
      `${file} is published, so it is not discarded. /unpublish makes it a draft first.`,
    );
    expect(posts()).toHaveLength(1);
    expect(await bot.notes()).toEqual([file]);
  });

  test('an edit in chat afterwards edits the post', async () => {
    bot = await liveBot();
    const message = await bot.owner.sends(bot.owner, 'Helo');
    await bot.idle();
    const [answer] = bot.said();
    if (!answer) throw new Error('no acknowledgement');
    await publish(answer);
    await bot.owner.edits(message, 'Hello');
    await bot.idle();
    expect(posts()).toEqual([`Hello\n\n${permalink}`]);
    expect(bot.api.messages(bot.channel)[0]?.isEdited).toBe(true);
  });

  test('a reply afterwards is added to the post', async () => {
    bot = await liveBot();
    const answer = await drafted('One');
    await publish(answer);
    await bot.owner.replies(answer.message, 'Two');
    await bot.idle();
    expect(posts()).toEqual([`One\n\nTwo\n\n${permalink}`]);
  });

  test('goes on where a command of the owner fails, and tells what it said', async () => {
    bot = await liveBot({ JOURNAL_PUBLISH: 'command:echo no disk left >&2; exit 1' });
    const answer = await drafted('Hello');
    await publish(answer);
    expect(posts()).toEqual([`Hello\n\n${permalink}`]);
    expect(await bot.read(file)).not.toContain('draft');
    const told = bot.api.messages(bot.owner).find(({ id }) => id === answer.id)?.text;
    expect(told).toContain(
      `Published in ${file}. Its address: ${permalink}\nThe file is written, but: `,
    );
    expect(told).toContain('no disk left');
  });

  test('works without a channel', async () => {
    bot = await liveBot({}, { channel: false });
    const answer = await drafted('Hello');
    await publish(answer);
    expect(await bot.read(file)).not.toContain('draft');
    await bot.owner.sends(bot.owner, '/status');
    await bot.idle();
    expect(lastAnswer()).toContain('TELEGRAM_CHANNEL is not set');
  });

  test('of a file that cannot be read as an entry tells its faults', async () => {
    bot = await liveBot();
    const answer = await drafted('Hello');
    await bot.write(file, (await bot.read(file)).replace('draft: true', 'draft: true\ntgas: [a]'));
    await publish(answer);
    expect(posts()).toEqual([]);
    const told = bot.api.messages(bot.owner).find(({ id }) => id === answer.id)?.text;
    expect(told).toMatch(/tgas.*tags/s);
  });

  test('with the file gone says so', async () => {
    bot = await liveBot();
    const answer = await drafted('Hello');
    await bot.owner.presses(answer.message, 'Discard');
    const query = await bot.owner.presses(answer.message, 'Publish');
    await bot.idle();
    expect(bot.owner.answerTo(query)?.text).toMatch(/ is no longer there\./);
    expect(posts()).toEqual([]);
  });
});

describe('the owner is told', () => {
  test('where the post was deleted by hand and its note is edited; nothing is posted anew', async () => {
    bot = await liveBot();
    await publish(await drafted('Hello'));
    // The bot still writes into the file until then, and the edit below is to be a later one.
    await isWrittenBack();
    const [post] = bot.api.messages(bot.channel);
    if (!post) throw new Error('no post');
    bot.owner.deletes(post.message);
    await bot.write(file, (await bot.read(file)).replace('Hello', 'Changed'));
    bot.clock.advance(61_000);
    await eventually(
      () => lastAnswer().startsWith(`${file} has changed, but its post was deleted`) || undefined,
      'the news',
    );
    for (let minute = 0; minute < 5; minute++) {
      bot.clock.advance(61_000);
      await bot.idle();
    }
    expect(posts()).toEqual([]);
    expect(bot.said().filter(({ text }) => text.includes('its post was deleted'))).toHaveLength(1);
  });

  test('of nothing while Telegram itself is in trouble, however long: the message waits', async () => {
    bot = await liveBot();
    const fault = bot.api.fault({
      method: 'getFile',
      kind: { status: 500 },
      times: Number.POSITIVE_INFINITY,
    });
    await bot.owner.sendsPhoto(bot.owner);
    for (let attempt = 0; attempt < 20; attempt++) {
      await bot.idle();
      bot.clock.advance(301_000);
    }
    expect(fault.count).toBeGreaterThan(10);
    expect(bot.said()).toEqual([]);
    fault.cancel();
    await bot.passing(() => bot.said()[0], 'the acknowledgement', 301_000);
    expect(lastAnswer()).toMatch(/^Saved as /);
  });

  test('where a message cannot be dealt with after several tries; it is kept', async () => {
    bot = await liveBot();
    bot.api.fault({
      method: 'getFile',
      kind: { status: 400, description: 'Bad Request: wrong file_id' },
      times: Number.POSITIVE_INFINITY,
    });
    await bot.owner.sendsPhoto(bot.owner);
    for (let attempt = 0; attempt < 8; attempt++) {
      await bot.idle();
      bot.clock.advance(301_000);
    }
    await eventually(() => lastAnswer().includes('have set it aside') || undefined, 'the news');
    const [kept] = bot.rows("SELECT body FROM inbox WHERE state = 'failed'");
    expect(String(kept?.['body'])).toContain('photo');
    await bot.owner.sends(bot.owner, 'Next');
    await bot.idle();
    expect(lastAnswer()).toMatch(/^Saved as /);
  });
});

test('a stop while Telegram asks to wait is at once, and the post goes out after the start', async () => {
  bot = await liveBot();
  const answer = await drafted('Hello');
  bot.api.fault({ method: 'sendMessage', kind: { retryAfterSeconds: 35 }, match: toChannel });
  await publish(answer);
  await eventually(() => bot.logged().includes('did not go through') || undefined, 'the 429');
  await bot.stop();
  bot.clock.advance(30_000);
  bot.run();
  await bot.idle();
  expect(posts()).toEqual([]);
  bot.clock.advance(10_000);
  await eventually(() => posts()[0], 'the post');
  expect(posts()).toEqual([`Hello\n\n${permalink}`]);
});

test.each([
  ['/publish@scrollback_test_bot', 'There is no draft yet'],
  ['/start', 'Write to me'],
  ['/HELP', 'Write to me'],
  ['/drafts', 'There are no drafts.'],
  ['/nonsense Title', 'I do not know /nonsense.'],
  ['/title', 'There is no draft yet'],
  ['/undo', 'There is nothing left to take back.'],
  ['/cancel', 'I am waiting for no answer.'],
])('%s is answered and kept as no draft', async (command, beginning) => {
  bot = await liveBot();
  await bot.owner.sends(bot.owner, command);
  await bot.idle();
  expect(lastAnswer()).toContain(beginning);
  expect(await bot.notes()).toEqual([]);
});

function toChannel(parameters: Readonly<Record<string, unknown>>): boolean {
  return Number(parameters['chat_id']) === bot.channel.id;
}
