import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';
import { type LiveBot, liveBot } from '../liveBot.ts';
import { changingCalls, eventually } from '../world.ts';

let bot: LiveBot;

beforeEach(async () => {
  bot = await liveBot();
});

const file = 'notes/a/index.md';
const minute = 60_000;

/** Writes the note and lets the bot look at it. */
async function write(body: string): Promise<void> {
  const known = await bot.read(file).catch(() => '---\ndate: 2026-02-01\n---\n');
  await bot.write(file, `${known.replace(/\n---\n[\s\S]*$/, '\n---\n')}\n${body}\n`);
  await bot.looked();
}

const paint = (name: string, width?: number, height?: number) =>
  bot.paint(`notes/a/${name}`, undefined, width, height);

const posts = () => bot.api.messages(bot.channel);
const kinds = () => posts().map((post) => post.media?.kind ?? 'text');
const words = () => posts().map((post) => post.text.replace(/\n\nhttps:.*$/, ''));
const calls = () => changingCalls(bot.api);

test('a mirrored album that gains a photo is taken down and posted once more, whole', async () => {
  for (const name of ['p.jpg', 'q.jpg', 'r.jpg']) await paint(name);
  await write('Words\n\n![ ](p.jpg)\n![ ](q.jpg)');
  expect(kinds()).toEqual(['photo', 'photo']);
  await write('Words\n\n![ ](p.jpg)\n![ ](q.jpg)\n![ ](r.jpg)');
  expect(kinds()).toEqual(['photo', 'photo', 'photo']);
  expect(words()).toEqual(['Words', '', '']);
  expect(calls()).toEqual(['sendMediaGroup', 'deleteMessage', 'deleteMessage', 'sendMediaGroup']);
  expect(bot.texts()).toEqual([]);
});

describe('a mirrored album that loses a photo', () => {
  beforeEach(async () => {
    for (const [index, name] of ['p.jpg', 'q.jpg', 'r.jpg'].entries())
      await paint(name, 20 + index);
    await write('Words\n\n![ ](p.jpg)\n![ ](q.jpg)\n![ ](r.jpg)');
  });

  test('stays where it is, with what is answered to it, and that one goes', async () => {
    const [first, second] = posts();
    await write('Words\n\n![ ](p.jpg)\n![ ](q.jpg)');
    expect(posts().map(({ id }) => id)).toEqual([first?.id, second?.id]);
    expect(words()).toEqual(['Words', '']);
    expect(await bot.read(file)).toMatch(/journal\/1\n {2}- \S+journal\/2\n---/);
    await write('More words\n\n![ ](q.jpg)\n![ ](r.jpg)');
    expect(words()).toEqual(['More words', '']);
    expect(posts().map(({ id }) => id)).toEqual([first?.id, second?.id]);
    expect(bot.texts()).toEqual([]);
  });

  test.each([
    ['first', 0, 'q.jpg', 'r.jpg'],
    ['middle', 1, 'p.jpg', 'r.jpg'],
    ['last', 2, 'p.jpg', 'q.jpg'],
  ])(
    'that somebody took out of the channel before, the %s, is asked about by nobody',
    async (_, place, one, two) => {
      const before = posts();
      const pictures = () => posts().map(({ media }) => media?.bytes);
      const [gone] = before.splice(place, 1);
      if (gone) bot.owner.deletes(gone.message);
      const left = pictures();
      await write(`More words\n\n![ ](${one})\n![ ](${two})`);
      expect(words()).toEqual(['More words', '']);
      expect(posts().map(({ id }) => id)).toEqual(before.map(({ id }) => id));
      expect(pictures()).toEqual(left);
      await write(`Other words\n\n![ ](${one})\n![ ](${two})`);
      expect(words()).toEqual(['Other words', '']);
      expect(bot.texts()).toEqual([]);
    },
  );

  test('after two days has a grey area in its place, without words that would hide those of the album', async () => {
    bot.clock.advance(49 * 60 * minute);
    await write('Words\n\n![ ](p.jpg)\n![ ](q.jpg)');
    expect(words()).toEqual(['Words', '', '']);
    expect(bot.texts()).toEqual([expect.stringMatching(/journal\/3 .* It says “▒” now/)]);
    await bot.looked();
    expect(await bot.read(file)).toMatch(/journal\/1\n {2}- \S+journal\/2\n---/);
  });

  test('is left whole where the bot is stopped in between', async () => {
    bot.api.fault({ method: 'deleteMessage', kind: 'reset' });
    await write('Words\n\n![ ](p.jpg)\n![ ](q.jpg)');
    await bot.stop();
    bot.run();
    await bot.looked();
    bot.clock.advance(minute);
    await bot.looked();
    expect(words()).toEqual(['Words', '']);
  });
});

test('of an album that is older than two days the old posts say that they are removed', async () => {
  for (const name of ['p.jpg', 'q.jpg', 'r.jpg']) await paint(name);
  await write('Words\n\n![ ](p.jpg)\n![ ](q.jpg)');
  bot.clock.advance(49 * 60 * minute);
  await write('Words\n\n![ ](p.jpg)\n![ ](q.jpg)\n![ ](r.jpg)');
  expect(words()).toEqual(['(removed)', '(removed)', 'Words', '', '']);
  expect(bot.texts()).toEqual([expect.stringMatching(/:\nhttps:\S+\/1\nhttps:\S+\/2$/)]);
  expect(bot.rows('SELECT message_id FROM channel_taken_down WHERE is_stub')).toHaveLength(2);
  expect(await bot.read(file)).not.toContain('https://t.me/journal/1\n');
});

test('of each post that cannot be deleted the owner hears once, though the connection breaks', async () => {
  for (const name of ['p.jpg', 'q.jpg', 'r.jpg']) await paint(name);
  await write('Words\n\n![ ](p.jpg)\n![ ](q.jpg)');
  bot.clock.advance(49 * 60 * minute);
  bot.api.fault({ method: 'editMessageMedia', kind: 'reset', skip: 1 });
  await write('Words\n\n![ ](p.jpg)\n![ ](q.jpg)\n![ ](r.jpg)');
  expect(words()).toEqual(['(removed)', '(removed)', 'Words', '', '']);
  expect(bot.texts()).toEqual([expect.stringMatching(/:\nhttps:\S+\/1\nhttps:\S+\/2$/)]);
});

test('a text note that gains a photo is edited; one that loses it is deleted and posted once', async () => {
  await paint('p.jpg');
  await write('Words');
  await write('Words\n\n![ ](p.jpg)');
  expect(kinds()).toEqual(['photo']);
  expect(calls()).toEqual(['sendMessage', 'editMessageMedia']);
  await write('Words');
  expect(kinds()).toEqual(['text']);
  expect(calls()).toEqual(['sendMessage', 'editMessageMedia', 'deleteMessage', 'sendMessage']);
  await bot.looked();
  expect(posts()).toHaveLength(1);
});

describe('the post was deleted by hand, then the note is edited', () => {
  test('the owner is asked, and nothing is posted in silence', async () => {
    await write('Words');
    for (const { message } of posts()) bot.owner.deletes(message);
    await write('Other words');
    expect(posts()).toEqual([]);
    expect(bot.texts()).toHaveLength(1);
    expect(bot.texts()[0]).toContain('its post was deleted in the channel');
    expect(bot.said()[0]?.buttons).toEqual(['Post it again']);
    await bot.looked();
    expect(posts()).toEqual([]);
    expect(bot.texts()).toHaveLength(1);
  });

  test('with a tap it is posted again, once', async () => {
    await write('Words');
    for (const { message } of posts()) bot.owner.deletes(message);
    await write('Other words');
    const [question] = bot.said();
    if (!question) throw new Error('no question');
    await bot.owner.presses(question.message, 'Post it again');
    await bot.looked();
    expect(words()).toEqual(['Other words']);
    expect(await bot.read(file)).toContain('https://t.me/journal/2');
    expect(await bot.read(file)).not.toContain('https://t.me/journal/1');
    bot.api.repeatUpdate(Number(bot.rows('SELECT MAX(update_id) AS id FROM inbox')[0]?.['id']));
    await bot.looked();
    expect(words()).toEqual(['Other words']);
  });
});

describe('a picture that Telegram does not take as it is', () => {
  test.each([
    ['too large', 'p.jpg', 9500, 600],
    ['too long for its height', 'p.png', 3000, 30],
    ['of a kind that is no photo there', 'p.avif', 40, 30],
  ])('%s goes in a form that it takes', async (_, name, width, height) => {
    await paint(name, width, height);
    await write(`Words\n\n![ ](${name})`);
    expect(kinds()).toEqual(['photo']);
    const shown = await sharp(posts()[0]?.media?.bytes).metadata();
    expect(shown.width + shown.height).toBeLessThanOrEqual(5_120);
    expect(shown.width / shown.height).toBeLessThanOrEqual(20);
    expect(shown.format).toBe('jpeg');
    expect(bot.texts()).toEqual([]);
  });

  test('cannot be read: the note goes as text with its link, and the owner is told once', async () => {
    await bot.write('notes/a/p.jpg', 'no picture');
    await write('Words\n\n![ ](p.jpg)');
    await bot.looked();
    expect(kinds()).toEqual(['text']);
    expect(posts()[0]?.text).toBe('Words\n\nhttps://journal.example/notes/a/');
    expect(bot.texts()).toHaveLength(1);
    expect(bot.texts()[0]).toContain('notes/a/p.jpg cannot be read as a picture');
    await paint('p.jpg');
    await bot.looked();
    expect(kinds()).toEqual(['photo']);
  });
});

test('a note and a picture whose names are decomposed on the disk go to the channel, and know their post', async () => {
  const folder = 'notes/cafe\u0301';
  await bot.write(
    `${folder}/index.md`,
    '---\ndate: 2026-02-01\n---\n\nWords\n\n![ ](caf\u00e9.jpg)\n',
  );
  await bot.paint(`${folder}/cafe\u0301.jpg`);
  await bot.looked();
  expect([kinds(), bot.texts()]).toEqual([['photo'], []]);
  expect(await bot.read(`${folder}/index.md`)).toContain('https://t.me/journal/1');
});

describe('a note that comes back', () => {
  const long = 'Word '.repeat(1500);
  // The only note of the channel: the owner is asked first.
  const removed = async () => {
    await rm(join(bot.content, file));
    const question = await eventually(() => {
      bot.clock.advance(20_000);
      return bot.said().find(({ buttons }) => buttons.includes('Take them down'));
    }, 'the question');
    await bot.owner.presses(question.message, 'Take them down');
  };
  const rowsOf = (state: string) =>
    bot.rows(`SELECT error FROM deliveries WHERE state = '${state}'`);

  test('while its post is half taken down is posted whole, and nothing is left of the other', async () => {
    await write(long);
    const whole = posts().map(({ text }) => text);
    expect(whole).toHaveLength(2);
    bot.api.fault({
      method: 'deleteMessage',
      kind: { retryAfterSeconds: 600 },
      skip: 1,
    });
    await removed();
    await eventually(() => {
      bot.clock.advance(1_000);
      return rowsOf('pending')[0]?.['error'] ?? undefined;
    }, 'a wait in the middle');
    expect(posts()).toHaveLength(1);
    await write(long);
    bot.clock.advance(10 * minute);
    await bot.looked();
    expect(posts().map(({ text }) => text)).toEqual(whole);
    expect(bot.texts()).toEqual(['It is taken down.']);
  });

  test('after its post could not be taken down and somebody did it by hand: the owner is asked', async () => {
    await write('Words');
    bot.api.fault({ method: 'deleteMessage', kind: { status: 400 } });
    await removed();
    await bot.looked();
    expect(bot.texts().slice(1)).toEqual([expect.stringContaining('Take it down by hand.')]);
    for (const { message } of posts()) bot.owner.deletes(message);
    await write('Words');
    expect(bot.texts().at(-1)).toContain('I do not post it again unless you say so');
    expect(posts()).toEqual([]);
  });
});
