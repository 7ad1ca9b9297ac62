import { expect, test } from 'vitest';
import { type LiveBot, liveBot } from '../liveBot.ts';
import { eventually } from '../world.ts';

let bot: LiveBot;

const second = 1_000;
const minute = 60 * second;
const note = (words: string, date: string) => `---\ndate: ${date}\n---\n\n${words}\n`;
const posted = (count: number) =>
  eventually(() => bot.headlines().length >= count, `${count} posts`);

/** The bot has looked at the journal since the last change, and done what followed. */
const looked = async () => {
  const looks = () => bot.rows('SELECT latest FROM mirror_looks')[0]?.['latest'];
  await eventually(() => looks() === bot.clock.now(), 'a look');
  await bot.idle();
};

test.each(['', ', be it behind one that could not be read at its own'])(
  'a scheduled entry goes out at its minute, not at the next look%s',
  async (unread) => {
    bot = await liveBot();
    await looked();
    bot.clock.advance(10 * second);
    await bot.write('notes/a.md', note('At its minute', '2026-03-01T12:02:00+00:00'));
    if (unread) await bot.write('notes/b.md', note('Unread', '2026-03-01T12:01:13+00:00'));
    bot.clock.advance(50 * second);
    await looked();
    if (unread) await bot.write('notes/b.md', '---\ndate: [\n---\n');
    // 12:01. The looks would be at 12:02:00 by chance; this one is not.
    bot.clock.advance(13 * second);
    if (unread) await looked();
    bot.clock.advance(46 * second);
    await bot.idle();
    expect(bot.headlines()).toEqual([]);
    bot.clock.advance(second);
    await posted(1);
    expect(bot.headlines()).toEqual(['At its minute']);
  },
);

test('several whose dates came while the bot was away go out at the next start, oldest first, once', async () => {
  bot = await liveBot();
  await bot.write('notes/b.md', note('Second', '2026-03-01T14:00:00+00:00'));
  await bot.write('notes/a.md', note('Third', '2026-03-01T15:00:00+00:00'));
  await bot.write('notes/c.md', note('First', '2026-03-01T13:00:00+00:00'));
  bot.clock.advance(minute);
  await looked();
  await bot.stop();
  bot.clock.advance(24 * 60 * minute);
  bot.run();
  await posted(3);
  await bot.stop();
  bot.run();
  await looked();
  await bot.idle();
  expect(bot.headlines()).toEqual(['First', 'Second', 'Third']);
});

test('a clock that is put back takes nothing down, and posts nothing twice', async () => {
  bot = await liveBot();
  await bot.write('notes/a.md', note('Once', '2026-03-01T12:30:00+00:00'));
  bot.clock.advance(31 * minute);
  await posted(1);
  await bot.stop();
  // As a small computer without a battery starts: in the past.
  bot.clock.advance(-20 * minute);
  bot.run();
  await eventually(() => bot.logged().split('the bot runs').length === 3, 'the second start');
  bot.clock.advance(minute);
  bot.clock.advance(minute);
  await bot.idle();
  expect(bot.headlines()).toEqual(['Once']);
  bot.clock.advance(30 * minute);
  await looked();
  await bot.idle();
  expect(bot.headlines()).toEqual(['Once']);
  expect(bot.api.calls('deleteMessage')).toEqual([]);
});

test('what an owner puts off after it went out is taken down all the same', async () => {
  bot = await liveBot();
  await looked();
  await bot.write('notes/a.md', note('Too soon', '2026-03-01T11:00:00+00:00'));
  bot.clock.advance(minute);
  // Posted, and waiting for the next look.
  await looked();
  expect(bot.headlines()).toEqual(['Too soon']);
  await bot.write('notes/a.md', note('Too soon', '2026-04-01T11:00:00+00:00'));
  bot.clock.advance(minute);
  await eventually(() => bot.headlines().length === 0, 'the removal');
});

test('the publish command runs at the date as well, once, so that the site shows the entry', async () => {
  bot = await liveBot({ JOURNAL_PUBLISH: 'command:basename "$JOURNAL_PUBLISHED" >> ran.txt' });
  await bot.write(
    'notes/a.md',
    note('Later\n', '2026-03-01T12:30:00+00:00').replace('---\n\n', 'mirror: false\n---\n\n'),
  );
  bot.clock.advance(minute);
  await looked();
  bot.clock.advance(31 * minute);
  await eventually(() => bot.read('ran.txt').catch(() => undefined), 'the command');
  bot.clock.advance(minute);
  await looked();
  await bot.stop();
  bot.run();
  await looked();
  expect(await bot.read('ran.txt')).toBe('a.md\n');
});

test.each(['a.md', 'a.md and b.md'])(
  'the owner hears once, without a sound, that %s is published: where it cannot be read then, once it can',
  async (files) => {
    bot = await liveBot();
    const written = files.split(' and ');
    for (const file of written)
      await bot.write(`notes/${file}`, note('Words', '2026-03-01T12:30:00+00:00'));
    await bot.looked();
    for (const file of written) await bot.write(`notes/${file}`, '---\ndate: [\n---\n');
    bot.clock.advance(31 * minute);
    await bot.looked();
    const told = () => bot.said().filter(({ text }) => text.startsWith('Published in '));
    expect(told()).toEqual([]);
    for (const file of written)
      await bot.write(`notes/${file}`, note('Words', '2026-03-01T12:30:00+00:00'));
    await bot.looked();
    await bot.stop();
    bot.run();
    await bot.looked();
    expect(told().map(({ text }) => text.match(/[ab]\.md/g)?.sort())).toEqual([written]);
    const calls = bot.api.calls('sendMessage').map(({ parameters }) => parameters);
    expect(calls).toContainEqual(
      expect.objectContaining({
        text: expect.stringMatching(/^Published in /),
        disable_notification: true,
      }),
    );
  },
);

const hour = 60 * minute;

/** Moves the clock, in small steps, to a time. */
const until = async (time: string, step = 10 * minute) => {
  while (bot.clock.now() < Date.parse(time)) {
    bot.clock.advance(Math.min(step, Date.parse(time) - bot.clock.now()));
    await looked();
    await bot.idle();
  }
};

test.each([
  ['spring', '2026-03-28', '2026-03-28T00:00Z', '2026-03-30', '2026-03-29T23:00Z'],
  ['autumn', '2026-10-25', '2026-10-24T23:00Z', '2026-10-26', '2026-10-26T00:00Z'],
])(
  'over the change of daylight saving in %s a day begins when it begins in the journal’s zone',
  async (_, day, dayBegins, next, nextBegins) => {
    bot = await liveBot();
    await bot.write('notes/a.md', note('One', day));
    await bot.write('notes/b.md', note('Two', next));
    bot.clock.advance(Date.parse(dayBegins) - 2 * minute - bot.clock.now());
    await looked();
    await until(new Date(Date.parse(dayBegins) - second).toISOString());
    expect(bot.headlines()).toEqual([]);
    bot.clock.advance(second);
    await posted(1);
    bot.clock.advance(Date.parse(nextBegins) - 2 * minute - bot.clock.now());
    await looked();
    await until(new Date(Date.parse(nextBegins) - second).toISOString());
    expect(bot.headlines()).toEqual(['One']);
    bot.clock.advance(second);
    await posted(2);
    expect(bot.headlines()).toEqual(['One', 'Two']);
  },
);

test('both of the hours that daylight saving gives twice are hours of their own', async () => {
  bot = await liveBot();
  await bot.write('notes/a.md', note('First', '2026-10-25T01:30:00+01:00'));
  await bot.write('notes/b.md', note('Second', '2026-10-25T01:30:00+00:00'));
  bot.clock.advance(Date.parse('2026-10-25T00:29Z') - bot.clock.now());
  await looked();
  expect(bot.headlines()).toEqual([]);
  bot.clock.advance(minute);
  await posted(1);
  await until('2026-10-25T01:29:59Z');
  expect(bot.headlines()).toEqual(['First']);
  bot.clock.advance(second);
  await posted(2);
});

test('a machine clock that is put back an hour while the bot runs: each goes out once, at its time', async () => {
  bot = await liveBot();
  await bot.write('notes/a.md', note('One', '2026-03-01T12:30:00+00:00'));
  await bot.write('notes/b.md', note('Two', '2026-03-01T12:40:00+00:00'));
  await until('2026-03-01T12:35Z');
  expect(bot.headlines()).toEqual(['One']);
  bot.clock.advance(-hour);
  await bot.looked();
  bot.clock.advance(Date.parse('2026-03-01T12:39:59Z') - bot.clock.now());
  await bot.idle();
  expect(bot.headlines()).toEqual(['One']);
  await bot.looked();
  expect(bot.headlines()).toEqual(['One', 'Two']);
  expect(bot.api.calls('deleteMessage')).toEqual([]);
});

test('a machine clock that is put on a day while the bot runs: what is due then goes out at once, oldest first, once', async () => {
  bot = await liveBot();
  await bot.write('notes/a.md', note('Second', '2026-03-02T10:00:00+00:00'));
  await bot.write('notes/b.md', note('First', '2026-03-01T20:00:00+00:00'));
  await bot.write('notes/c.md', note('Third', '2026-03-02T13:00:00+00:00'));
  bot.clock.advance(minute);
  await looked();
  bot.clock.advance(24 * hour);
  await posted(2);
  bot.clock.advance(-24 * hour);
  await bot.looked();
  bot.clock.advance(24 * hour + 59 * minute);
  await posted(3);
  await bot.idle();
  expect(bot.headlines()).toEqual(['First', 'Second', 'Third']);
  expect(bot.api.calls('deleteMessage')).toEqual([]);
});

test('a message that came while the clock was wrong is answered once the clock is right', async () => {
  bot = await liveBot();
  bot.clock.advance(365 * 24 * hour);
  bot.api.fault({ method: 'sendMessage', when: 'before', kind: { status: 502 } });
  await bot.owner.sends(bot.owner, 'Words');
  await eventually(() => bot.logged().includes('an update waits for Telegram'), 'the failure');
  bot.clock.advance(-365 * 24 * hour);
  const answered = () => bot.said().some(({ text }) => text.startsWith('Saved as '));
  await eventually(() => {
    bot.clock.advance(minute);
    return answered() || undefined;
  }, 'the answer');
});
