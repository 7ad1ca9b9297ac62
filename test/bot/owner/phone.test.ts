import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { menuOf } from '../../../bot/owner/dialogue/commandTable.ts';
import { eventually, ownerId } from '../world.ts';
import { type Phone, phone } from './chatWorld.ts';

let owner: Phone;

afterEach(() => owner.bot.end());

const note = 'notes/2026-03-01-120000.md';
const permalink = 'https://journal.example/notes/2026-03-01-120000/';

async function drafted(text = 'Hello', ...world: Parameters<typeof phone>): Promise<void> {
  owner = await phone(...world);
  await owner.say(text);
}

/** Waits until the mirror has written back what it posted. */
const isSyndicated = () =>
  eventually(
    async () => (await owner.file(note))?.includes('syndication') || undefined,
    'syndication',
  );

describe('/schedule', () => {
  test('sets the date, clears the flag, tells the moment, and posts then and not before', async () => {
    await drafted('Later');
    await owner.say('/schedule in 2 hours');
    expect(owner.last()).toBe(
      `Scheduled for Sunday 1 March 2026, 14:00 (+00:00), Europe/Lisbon.\nThe site shows it with the first "npm run build" after that.\n${note}; /unschedule makes it a draft again, /undo takes this back.`,
    );
    expect(await owner.file(note)).toBe('---\ndate: 2026-03-01T14:00:00+00:00\n---\n\nLater\n');
    owner.bot.clock.advance(119 * 60_000);
    await owner.bot.idle();
    expect(owner.posts()).toEqual([]);
    owner.bot.clock.advance(2 * 60_000);
    await eventually(() => owner.posts()[0], 'the post');
    expect(owner.posts()).toEqual([`Later\n\n${permalink}`]);
  });

  test.each([
    [
      '29 mar 1:30',
      '2026-03-29T02:30:00+01:00',
      'go forward',
      'Sunday 29 March 2026, 02:30 (+01:00)',
    ],
    [
      '25 oct 1:30',
      '2026-10-25T01:30:00+01:00',
      'go back',
      'Sunday 25 October 2026, 01:30 (+01:00)',
    ],
  ])(
    '%s, when the clocks change, fires once, also over restarts',
    async (words, date, change, told) => {
      await drafted('Night');
      await owner.say(`/schedule ${words}`);
      expect(owner.last()).toContain(told);
      expect(owner.last()).toContain(change);
      expect(await owner.file(note)).toContain(`date: ${date}\n`);
      const { clock } = owner.bot;
      clock.advance(Date.parse(date) - clock.now() - 30_000);
      await owner.restart();
      expect(owner.posts()).toEqual([]);
      clock.advance(31_000);
      await eventually(() => owner.posts()[0], 'the post');
      for (let hour = 0; hour < 3; hour++) {
        await owner.restart();
        clock.advance(3_600_000);
        await owner.bot.idle();
      }
      expect(owner.posts()).toEqual([`Night\n\n${permalink}`]);
    },
  );

  test.each([
    ['today 8:00', /^Sunday 1 March 2026, 08:00 \(\+00:00\) is over\..*\/publish now/],
    ['whenever', /^I do not know when “whenever” is\. Expected: tomorrow 9:00/],
  ])('%s changes nothing, with a hint', async (words, told) => {
    await drafted();
    const before = await owner.file(note);
    await owner.say(`/schedule ${words}`);
    expect(owner.last()).toMatch(told);
    expect(await owner.file(note)).toBe(before);
  });

  test('asks when, takes a day alone as a date, and /unschedule takes it back', async () => {
    await drafted();
    await owner.say('/schedule');
    await owner.say('2026-11-30');
    expect(await owner.file(note)).toContain('---\ndate: 2026-11-30\n---');
    await owner.say('/unschedule');
    expect(owner.last()).toContain('is a draft again, and no longer scheduled.');
    expect(await owner.file(note)).toContain('draft: true');
    await owner.say('/publish');
    expect(owner.last()).toBe(
      `Published in ${note}. The site shows it after the next "npm run build": ${permalink}`,
    );
  });

  test('leaves a published entry as it is', async () => {
    await drafted();
    await owner.say('/publish');
    await owner.say('/schedule tomorrow');
    expect(owner.last()).toContain('is published. /unpublish it first');
  });
});

describe('/unpublish', () => {
  test('makes it a draft again, takes the post down and tells of the 48 hours', async () => {
    await drafted();
    await owner.say('/publish');
    await isSyndicated();
    await owner.say('/unpublish');
    expect(owner.last()).toContain('is a draft again. Its post in the channel is taken down');
    expect(owner.last()).toContain('48 hours');
    await eventually(() => owner.posts().length === 0 || undefined, 'the removal');
    await owner.say('/unpublish');
    expect(owner.last()).toBe(`${note} is a draft already.`);
  });
});

describe('/undo takes back the last change', () => {
  test.each([
    ['/title A title', 'setting title of'],
    ['/tag sea', 'setting tags of'],
    ['/schedule tomorrow', 'scheduling'],
    ['/slug x', 'setting slug of'],
  ])('%s, whole', async (command, what) => {
    await drafted();
    const before = await owner.file(note);
    await owner.say(command);
    expect(await owner.file(note)).not.toBe(before);
    await owner.say('/undo');
    expect(owner.last()).toBe(`Taken back: ${what} ${note}.`);
    expect(await owner.file(note)).toBe(before);
  });

  test('one by one, down to the beginning, over a restart', async () => {
    await drafted('One');
    await owner.replyTo(owner.lastMessage().message, 'Two');
    await owner.say('/title Three');
    await owner.restart();
    await owner.say('/undo');
    expect(await owner.file(note)).not.toContain('Three');
    await owner.say('/undo');
    expect(await owner.file(note)).toMatch(/\n\nOne\n$/);
    await owner.say('/undo');
    expect(await owner.file(note)).toBeUndefined();
    expect(await readdir(join(owner.bot.state, 'discarded'))).toHaveLength(1);
    await owner.say('/undo');
    expect(owner.last()).toBe('There is nothing left to take back.');
  });

  test('of a publishing: a draft again, its post gone, though the mirror wrote into the file', async () => {
    await drafted();
    await owner.say('/publish');
    await isSyndicated();
    await owner.say('/undo');
    expect(owner.last()).toBe(
      `Taken back: publishing ${note}. The site shows it until the next "npm run build".`,
    );
    await eventually(() => owner.posts().length === 0 || undefined, 'the removal');
    expect(await owner.file(note)).toContain('draft: true');
  });

  test('brings a discarded entry back, with its pictures and its comments', async () => {
    owner = await phone();
    const { bot } = owner;
    await owner.say('/article Sea');
    await bot.owner.sendsPhoto(bot.owner);
    await bot.idle();
    await owner.say('/done');
    const comments = 'comments/2026/sea.yaml';
    await bot.write(comments, 'entry: /2026/sea/\ncomments: []\n');
    const files = (await readdir(join(bot.content, 'articles'))).sort();
    expect(files).toHaveLength(2);
    await owner.say('/discard');
    expect(owner.last()).toMatch(
      /^Discarded: articles\/sea\.md\n\/undo brings it back; it is kept in /,
    );
    expect(await readdir(join(bot.content, 'articles'))).toEqual([]);
    expect(await owner.file(comments)).toBeUndefined();
    await owner.say('/undo');
    expect((await readdir(join(bot.content, 'articles'))).sort()).toEqual(files);
    expect(await owner.file(comments)).toContain('/2026/sea/');
  });

  test('not where the file was changed by hand since, and says so', async () => {
    await drafted();
    await owner.say('/title A title');
    await owner.bot.write(note, `${await owner.file(note)}\nBy hand.\n`);
    const before = await owner.file(note);
    await owner.say('/undo');
    expect(owner.last()).toContain(`${note} was changed since, by hand`);
    expect(await owner.file(note)).toBe(before);
  });

  test('once, where its answer is lost and it is handled again', async () => {
    await drafted();
    await owner.say('/title One');
    await owner.say('/title Two');
    owner.bot.api.fault({ method: 'sendMessage', when: 'before', kind: { status: 502 } });
    await owner.say('/undo');
    owner.bot.clock.advance(10_000);
    await owner.bot.idle();
    expect(await owner.file(note)).toContain('title: One\n');
  });
});

test('a /discard whose answer is lost puts one draft away, not the next one too', async () => {
  await drafted('First');
  owner.bot.clock.advance(1000);
  await owner.say('Second');
  owner.bot.api.fault({ method: 'sendMessage', when: 'before', kind: { status: 502 } });
  await owner.say('/discard');
  owner.bot.clock.advance(10_000);
  await owner.bot.idle();
  expect(owner.last()).toMatch(/^Discarded/);
  expect(await owner.bot.notes()).toEqual([note]);
  await owner.say('/undo');
  expect(await owner.bot.notes()).toHaveLength(2);
});

test('a /publish whose answer is lost publishes one draft, not the next one too', async () => {
  owner = await phone();
  for (const day of ['01', '02'])
    await owner.bot.write(
      `notes/n${day}.md`,
      `---\ndate: 2026-01-${day}\ndraft: true\n---\n\nN${day}\n`,
    );
  owner.bot.api.fault({
    method: 'sendMessage',
    when: 'before',
    kind: { status: 502 },
    match: ({ chat_id }) => Number(chat_id) === ownerId,
  });
  await owner.say('/publish');
  owner.bot.clock.advance(10_000);
  await owner.bot.idle();
  expect(owner.last()).toBe(
    'Published in notes/n02.md. The site shows it after the next "npm run build": https://journal.example/notes/n02/',
  );
  expect(await owner.file('notes/n01.md')).toContain('draft: true');
});

test('Publish tapped twice is one publish and one post', async () => {
  await drafted();
  const { bot } = owner;
  const { message } = owner.lastMessage();
  await bot.owner.presses(message, 'Publish');
  await bot.owner.presses(message, 'Publish');
  await bot.idle();
  expect(owner.posts()).toEqual([`Hello\n\n${permalink}`]);
  expect(
    bot.api
      .calls('sendMessage')
      .filter((call) => String(call.parameters['chat_id']) === String(bot.channel.id)),
  ).toHaveLength(1);
  await owner.say('/undo');
  expect(await owner.file(note)).toContain('draft: true');
});

test('a stranger who presses a button of the owner’s changes and learns nothing', async () => {
  await drafted();
  const { bot } = owner;
  await owner.say('/drafts');
  await owner.say('/series');
  const stranger = bot.api.user({ id: 2005, first_name: 'Eve' });
  const before = await owner.file(note);
  const answers: unknown[] = [];
  for (const { message, buttons } of bot.said()) {
    for (const button of buttons) {
      const query = await stranger.presses(message, button);
      await bot.idle();
      answers.push(stranger.answerTo(query));
    }
  }
  expect(answers.length).toBeGreaterThan(5);
  expect(answers.every((answer) => answer === undefined)).toBe(true);
  expect(await owner.file(note)).toBe(before);
  expect(owner.posts()).toEqual([]);
});

describe('/drafts', () => {
  test('comes in pages that are turned in place, newest first, each with its buttons', async () => {
    owner = await phone();
    for (let number = 1; number <= 12; number++) {
      const day = String(number).padStart(2, '0');
      await owner.bot.write(
        `notes/n${day}.md`,
        `---\ndate: 2026-01-${day}\ndraft: true\n---\n\nNote ${number}\n`,
      );
    }
    await owner.say('/drafts');
    expect(owner.last()).toMatch(/^1\. Note 12\n[\s\S]*5\. Note 8\n[\s\S]*Page 1 of 3, 12 drafts$/);
    expect(owner.lastMessage().buttons).toHaveLength(16);
    await owner.press('▶');
    await owner.press('▶');
    expect(owner.last()).toMatch(/^11\. Note 2\n[\s\S]*12\. Note 1\n/);
    expect(owner.lastMessage().buttons.at(-1)).toBe('◀');
    await owner.press('Show 12');
    expect(owner.last()).toContain('File: notes/n01.md');
    const list = owner.bot.said().find(({ text }) => text.startsWith('11. '));
    if (!list) throw new Error('no list');
    await owner.bot.owner.presses(list.message, 'Discard 12');
    await owner.bot.owner.presses(list.message, 'Publish 11');
    await owner.bot.idle();
    expect(await owner.file('notes/n01.md')).toBeUndefined();
    expect(owner.posts()).toEqual(['Note 2\n\nhttps://journal.example/notes/n02/']);
    const now = owner.bot.said().find(({ id }) => id === list.id);
    expect(now?.text).toMatch(/^6\. Note 7\n[\s\S]*Page 2 of 2, 10 drafts$/);
  });
});

describe('/show', () => {
  test('gives the facts, the faults with their lines, the text as it will look, and a preview', async () => {
    await drafted('Some words', { JOURNAL_PREVIEW: 'http://localhost:4321/' });
    await owner.say('/title A title');
    await owner.say('/tag sea');
    await owner.say('/series no-such');
    await owner.bot.write(
      note,
      `${(await owner.file(note))?.replace('draft: true', 'draft: true\nseries: nowhere')}\n> **Bold** words\n`,
    );
    await owner.say('/show');
    const { text, entities, buttons } = owner.lastMessage();
    expect(text.split('\n')).toEqual([
      'A title',
      'Draft of a note, 4 words',
      `File: ${note}`,
      'Date: Sunday 1 March 2026, 12:00 (+00:00)',
      'Tags: sea',
      'Series: nowhere',
      'Slug: 2026-03-01-120000',
      `Address: ${permalink}`,
      'Preview: http://localhost:4321/notes/2026-03-01-120000/',
      expect.stringMatching(new RegExp(`^✗ ${note}:4: unknown series "nowhere"; expected `)),
      '',
      'Some words',
      '',
      'Bold words',
    ]);
    expect(entities.map(({ type }) => type)).toEqual(['url', 'blockquote', 'bold']);
    expect(buttons).toEqual(['Publish', 'Show', 'Discard']);
  });

  test('of what cannot be read as an entry tells its faults; of what is gone that it is', async () => {
    await drafted();
    const { message } = owner.lastMessage();
    await owner.bot.write(note, (await owner.file(note))?.replace('draft:', 'dratf:') ?? '');
    await owner.say('/show');
    expect(owner.last()).toMatch(/cannot be read as an entry:\n✗ notes\/.*:3: unknown key "dratf"/);
    await owner.bot.write(note, '---\ndate: 2026-03-01\ndraft: true\ntitel: x\n---\n\nHello\n');
    await owner.press('Discard');
    await owner.replyTo(message, '/show');
    expect(owner.last()).toMatch(new RegExp(`^${note} is no longer there\\.`));
  });

  test('of a long text comes in messages that Telegram takes', async () => {
    owner = await phone();
    const text = `${'Long **words** and more. '.repeat(900)}\n`;
    await owner.bot.write('notes/long.md', `---\ndate: 2026-01-01\ndraft: true\n---\n\n${text}`);
    await owner.say('/show');
    expect(owner.bot.said().length).toBeGreaterThan(2);
    expect(owner.last()).toMatch(/^… and \d+ messages more\.$/);
  });
});

test('/find looks through titles, texts and tags, drafts among them, without regard to case and composition', async () => {
  await drafted('The café by the *sea*');
  await owner.say('/tag Über');
  await owner.bot.write('articles/old.md', '---\ntitle: The Sea\ndate: 2025-01-01\n---\n\nOld.\n');
  await owner.say('/find CAFE\u0301 sea uber');
  expect(owner.last()).toBe('No entry has “CAFÉ sea uber” in title, text or tags.');
  await owner.say('/find CAFE\u0301 *sea* über');
  expect(owner.last()).toBe(
    `1. The café by the *sea*\n    2026-03-01 · Draft of a note\n    ${note}`,
  );
  await owner.say('/find sea');
  expect(owner.last()).toContain('2025-01-01 · Published\n    https://journal.example/2025/old/');
  await owner.press('Show 2');
  expect(owner.last()).toMatch(/^The Sea\nPublished/);
  expect(owner.lastMessage().buttons).toEqual([]);
});

test('/status tells what waits with its tries, the last build, the next date and the rights', async () => {
  owner = await phone({ JOURNAL_PUBLISH: 'command:echo no disk >&2; exit 1' });
  const { bot } = owner;
  await bot.write('notes/x.md', '---\ndate: 2026-03-29T02:30:00+01:00\n---\n\nComing\n');
  await owner.say('/article Page');
  await owner.say('/done');
  await owner.say('/publish');
  await eventually(() => bot.rows('SELECT 1 FROM deliveries WHERE attempts > 0')[0], 'a try');
  await owner.say('/status');
  const text = owner.last();
  expect(text).toContain('Next scheduled: Coming, Sunday 29 March 2026, 02:30 (+01:00)');
  expect(text).toMatch(/Outbox: 1 waiting; next try Sunday 1 March 2026, 12:0\d \(\+00:00\)/);
  expect(text).toMatch(/articles\/page\.md: .*does not answer.*\(tried once\)/);
  expect(text).toMatch(/Last build \(command\): Sunday 1 March 2026, 12:00 .*FAILED: .*no disk/);
  expect(text).toMatch(/Channel: Channel, entries there: 0; administrator: may post, edit, delete/);
  expect(text.length).toBeLessThan(4096);
});

test('the menus hold the owner’s commands, and nobody else’s; /help tells all of them', async () => {
  owner = await phone();
  const { bot } = owner;
  await eventually(() => bot.api.calls('setMyCommands')[0], 'the menu');
  const [call] = bot.api.calls('setMyCommands');
  expect(call?.parameters['scope']).toMatchObject({ type: 'chat', chat_id: ownerId });
  expect(bot.api.calls('deleteMyCommands')).toHaveLength(1);
  await owner.say('/help');
  for (const { command, description } of menuOf('private')) {
    expect(owner.last()).toContain(`/${command}`);
    expect(owner.last()).toContain(description);
  }
});

test.each(['nonsense:1', 'publish:99', 'series:1:0:abc', 'resend:x'])(
  'an old button with %s is answered politely',
  async (data) => {
    await drafted();
    const { bot } = owner;
    const sent = await fetch(`${bot.api.root}/bot${bot.api.token}/sendMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        chat_id: ownerId,
        text: 'Old',
        reply_markup: { inline_keyboard: [[{ text: 'Old', callback_data: data }]] },
      }),
    });
    expect(sent.ok).toBe(true);
    expect(await owner.press('Old')).toMatch(/no longer know|settled already/);
  },
);

test('groups get a menu of their own; one that cannot be set is a warning', async () => {
  owner = await phone({ TELEGRAM_GROUPS: '-1005,-1006' });
  const { bot } = owner;
  await eventually(() => bot.api.calls('setMyCommands')[2], 'three menus');
  const [, one, two] = bot.api.calls('setMyCommands');
  expect([one, two].map((call) => call?.parameters['scope'])).toEqual([
    { type: 'chat', chat_id: -1005 },
    { type: 'chat', chat_id: -1006 },
  ]);
  expect(JSON.stringify(one?.parameters['commands'])).toContain('"draft"');
  bot.api.fault({ method: 'setMyCommands', kind: { status: 400 }, times: 3 });
  await owner.restart();
  await eventually(
    () => bot.logged().split('menu of commands could not be set').length > 3 || undefined,
    'three warnings',
  );
  await owner.say('Hello');
  expect(owner.last()).toMatch(/^Saved as /);
});

test('publishing carries the pictures beside an article on with it', async () => {
  owner = await phone({ JOURNAL_PUBLISH: 'command:printf %s "$JOURNAL_PUBLISHED" > ../carried' });
  const { bot } = owner;
  await owner.say('/article Sea');
  await bot.owner.sendsPhoto(bot.owner);
  await bot.idle();
  expect(owner.lastMessage().buttons).toEqual(['Done', 'Show', 'Describe the picture']);
  await owner.say('/publish');
  const carried = (await owner.file('../carried'))?.split('\n').map((path) => basename(path));
  expect(carried).toEqual(['sea.md', expect.stringMatching(/^sea-photo-\d+\.jpg$/)]);
});

test('an article is carried on at its date with the pictures beside it', async () => {
  owner = await phone({ JOURNAL_PUBLISH: 'command:printf %s "$JOURNAL_PUBLISHED" > ../carried' });
  const { bot } = owner;
  await owner.say('/article Sea');
  await bot.owner.sendsPhoto(bot.owner);
  await bot.idle();
  await owner.say('/schedule in 2 hours');
  await rm(join(bot.content, '../carried'));
  bot.clock.advance(2 * 60 * 60_000);
  const carried = await eventually(() => owner.file('../carried'), 'the carrying on');
  expect(carried.split('\n').map((path) => basename(path))).toEqual([
    'sea.md',
    expect.stringMatching(/^sea-photo-\d+\.jpg$/),
  ]);
});

test('an article that is undone away takes no more messages', async () => {
  owner = await phone();
  await owner.say('/article Sea');
  await owner.say('/undo');
  expect(await owner.file('articles/sea.md')).toBeUndefined();
  await owner.say('A note.');
  expect(owner.last()).toMatch(/^Saved as notes\//);
});
