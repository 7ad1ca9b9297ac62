import { rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Bot, createBot } from '../../../bot/app/bot.ts';
import { readConfig } from '../../../bot/base/config.ts';
import { createLog } from '../../../bot/base/log.ts';
import { deliverDue } from '../../../bot/outbox/deliver.ts';
import { projectRoot } from '../botProcess.ts';
import { type ManualClock, manualClock } from '../manualClock.ts';
import { withoutRights } from '../rights.ts';
import { changingCalls, makeWorld, type World } from '../world.ts';

let world: World;
let clock: ManualClock;
let bot: Bot;

beforeEach(async () => {
  clock = manualClock();
  world = await makeWorld({ now: clock.now });
  await open();
});

afterEach(() => bot.database.close());

async function open(settings = {}): Promise<void> {
  const config = readConfig({ ...world.environment, ...settings }, projectRoot);
  bot = await createBot(config, { clock, log: createLog(() => {}, [], clock.now) }, () => {});
}

/** One pass, as `npm run mirror` makes it. Says which calls changed the channel. */
async function mirror(allowRemovals = false): Promise<string[]> {
  const { pass, delivery, outbox } = bot;
  if (!pass || !delivery) throw new Error('no channel');
  world.api.clearCalls();
  const allowed = { removals: allowRemovals, posts: 'all' } as const;
  const outcome = await pass.queue(clock.now(), { allowed });
  const isIdle = outbox.open().length === 0;
  await deliverDue(outbox, delivery, new AbortController().signal);
  await bot.upkeep.syndicate(isIdle ? outcome : undefined);
  return changingCalls(world.api);
}

/** Writes a file, and makes a pass. */
async function mirrored(file: string, text: string): Promise<void> {
  await world.write(file, text);
  await mirror();
}

const note = (words: string, matter = '', date = '2026-02-01') =>
  `---\ndate: ${date}\n${matter}---\n\n${words}\n`;
const posts = () =>
  world.api.messages(world.channel).map((post) => post.text.replace(/\n\nhttps:.*$/, ''));
const ids = () => world.api.messages(world.channel).map((post) => post.id);

describe('the channel gets', () => {
  test('what is published, oldest first, and nothing else; nothing where nothing changed', async () => {
    await world.write('notes/c.md', note('Third', '', '2026-02-03'));
    await world.write('notes/a.md', note('First', '', '2026-02-01'));
    await world.write('notes/b.md', note('Second', '', '2026-02-02'));
    await world.write('notes/draft.md', note('Draft', 'draft: true\n'));
    await world.write('notes/later.md', note('Later', '', '2027-01-01'));
    await world.write('notes/own.md', note('Own', 'mirror: false\n'));
    expect(await mirror()).toEqual(['sendMessage', 'sendMessage', 'sendMessage']);
    expect(posts()).toEqual(['First', 'Second', 'Third']);
    expect(await mirror()).toEqual([]);
  });

  test('nothing from before the day that site.yaml names', async () => {
    await world.change('site.yaml', /$/, 'channel:\n  name: "@journal"\n  since: 2026-02-02\n');
    await world.write('notes/a.md', note('Old', '', '2026-02-01'));
    await mirrored('notes/b.md', note('New', '', '2026-02-02'));
    expect(posts()).toEqual(['New']);
  });

  test('pictures under another name or with other bytes as an edit only where bytes changed', async () => {
    await world.paint('notes/a/p.jpg', '#f00');
    await world.write('notes/a/index.md', note('Words\n\n![ ](p.jpg)'));
    expect(await mirror()).toEqual(['sendPhoto']);
    await world.paint('notes/a/p.jpg', '#00f');
    expect(await mirror()).toEqual(['editMessageMedia']);
    expect(ids()).toHaveLength(1);
  });
});

describe('a renamed entry keeps its post', () => {
  test('with an alias', async () => {
    await mirrored('notes/a.md', note('Words'));
    const before = ids();
    await rm(join(world.content, 'notes/a.md'));
    await world.write('notes/b.md', note('Words', 'aliases: [/notes/a/]\n'));
    expect(await mirror()).toEqual(['editMessageText']);
    expect(ids()).toEqual(before);
    expect(world.api.messages(world.channel)[0]?.text).toContain('/notes/b/');
  });

  test('without one, by its syndication', async () => {
    await mirrored('notes/a.md', note('Words'));
    const before = ids();
    await rename(join(world.content, 'notes/a.md'), join(world.content, 'notes/b.md'));
    expect(await mirror()).toEqual(['editMessageText']);
    expect(ids()).toEqual(before);
    expect(await mirror()).toEqual([]);
  });
});

test('a file that comes back from a backup and names a post that was taken down long ago is posted anew', async () => {
  await mirrored('notes/a.md', note('Words'));
  const backup = await world.read('notes/a.md');
  expect(backup).toContain('https://t.me/journal/1');
  await rm(join(world.content, 'notes/a.md'));
  await mirror(true);
  clock.advance(60 * 24 * 60 * 60_000);
  await mirrored('notes/b.md', note('Other words'));
  expect(bot.database.prepare('SELECT file FROM deliveries').all()).toMatchObject([
    { file: 'notes/b.md' },
  ]);
  await world.write('notes/a.md', backup);
  expect(await mirror()).toEqual(['sendMessage']);
  expect(posts()).toEqual(['Other words', 'Words']);
  expect(await world.read('notes/a.md')).not.toContain('https://t.me/journal/1\n');
});

test('with the database lost, syndication is enough: nothing is posted anew', async () => {
  await world.write('notes/a.md', note('One'));
  await mirrored('notes/b.md', note('Two', '', '2026-02-02'));
  const before = ids();
  bot.database.close();
  await rm(world.state, { recursive: true });
  await open();
  await world.change('notes/a.md', 'One', 'Changed');
  expect((await mirror()).filter((method) => method !== 'editMessageText')).toEqual([]);
  expect(ids()).toEqual(before);
  expect(posts()).toEqual(['Changed', 'Two']);
  expect(await mirror()).toEqual([]);
});

describe('syndication in the file', () => {
  test('names every message of the copy, and keeps what others wrote there', async () => {
    const other = 'https://social.example/@ada/1';
    await world.paint('notes/a/p.jpg', '#f00');
    await world.paint('notes/a/q.jpg', '#0f0');
    await mirrored(
      'notes/a/index.md',
      note(
        `${'word '.repeat(300)}\n\n![ ](p.jpg)\n![ ](q.jpg)`,
        `# mine\nsyndication: [${other}]\n`,
      ),
    );
    const text = await world.read('notes/a/index.md');
    expect(text).toContain('# mine\n');
    const addresses = [1, 2, 3].map((id) => `https://t.me/journal/${id}`);
    expect(text).toContain(`[${[other, ...addresses].join(', ')}]`);
  });

  test('forgets a message that is gone', async () => {
    await mirrored('notes/a.md', note('word '.repeat(1200)));
    expect(await world.read('notes/a.md')).toContain('https://t.me/journal/2');
    await world.change('notes/a.md', /(word )+/, 'short');
    await mirror();
    expect(await world.read('notes/a.md')).not.toContain('https://t.me/journal/2');
    expect(posts()).toEqual(['short']);
  });
});

test('a post in another channel stays', async () => {
  await mirrored('notes/a.md', note('Words'));
  const other = world.api.channel({ username: 'other', owner: world.owner });
  bot.database.close();
  await open({ TELEGRAM_CHANNEL: '@other' });
  await rm(join(world.content, 'notes/a.md'));
  expect(await mirror()).toEqual([]);
  expect(posts()).toEqual(['Words']);
  expect(world.api.messages(other)).toEqual([]);
});

test.each([
  ['made a draft again', 'date:', 'draft: true\ndate:'],
  ['put off', /date: .*/, 'date: 2027-01-01'],
  ['kept from the channel', 'date:', 'mirror: false\ndate:'],
])('a post is taken down where its entry is %s', async (_, before, after) => {
  await mirrored('notes/a.md', note('Words'));
  await world.change('notes/a.md', before, after);
  expect(await mirror()).toEqual(['deleteMessage']);
  expect(posts()).toEqual([]);
  expect(await world.read('notes/a.md')).not.toContain('syndication');
  expect(await mirror()).toEqual([]);
});

const latin1 = Buffer.from('---\ndate: 2026-02-01\n---\n\nCafé\n', 'latin1');

test.each<[string, string, (file: string) => Promise<void>, number]>([
  ['an editor’s lock', 'notes/.#b.md', (file) => symlink('me@host.1:2', file), 0],
  [
    'a draft that lacks its date',
    'notes/b.md',
    (file) => writeFile(file, '---\ndraft: true\n---\n'),
    0,
  ],
  [
    'a link that leads nowhere, to entries perhaps',
    'notes/2025',
    (file) => symlink('gone', file),
    1,
  ],
  ['an entry in another encoding', 'notes/b.md', (file) => writeFile(file, latin1), 1],
  [
    'what a sync program made',
    'notes/a (conflicted copy).md',
    (file) => writeFile(file, note('Words')),
    1,
  ],
])(
  'beside %s nothing is posted, and taken down only what is certainly gone',
  async (_, name, put, left) => {
    await mirrored('notes/a.md', note('Words'));
    await put(join(world.content, name));
    expect(await mirror()).toEqual([]);
    await rm(join(world.content, 'notes/a.md'));
    await mirror(true);
    expect(posts()).toHaveLength(left);
  },
);

test.each([
  ['with its file', () => world.change('notes/a.md', 'date:', 'draft: true\ndate:')],
  ['with a file from before that', () => rm(join(world.content, 'notes/a.md'))],
])('an entry that comes back after it was taken down is posted, once: %s', async (_, takeAway) => {
  await mirrored('notes/a.md', note('Words'));
  const before = await world.read('notes/a.md');
  expect(before).toContain('https://t.me/journal/1');
  await takeAway();
  await mirror(true);
  await mirrored('notes/a.md', before);
  expect(posts()).toEqual(['Words']);
  expect(await world.read('notes/a.md')).toContain('https://t.me/journal/2');
  expect(await mirror()).toEqual([]);
});

test('an entry whose picture may not be read is left alone, told with that file, and taken up when it may', async () => {
  await world.write('notes/a/index.md', note('A\n\n![x](a.jpg)'));
  await world.paint('notes/a/a.jpg', '#06f');
  await world.write('notes/b.md', note('B'));
  const path = join(world.content, 'notes/a/a.jpg');
  const folders = [join(world.content, '..'), world.content];
  await withoutRights(folders, path, async () => {
    const outcome = await bot.pass?.queue(clock.now());
    expect(outcome?.faults).toMatchObject([
      { file: 'notes/a/index.md', what: 'its picture notes/a/a.jpg may not be read' },
    ]);
    expect(outcome?.plan.deliveries.map(({ file }) => file)).toEqual(['notes/b.md']);
  });
  await mirror();
  expect(posts()).toEqual(['B', 'A']);
});
