import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { type LiveBot, liveBot } from './liveBot.ts';
import { eventually } from './world.ts';

let bot: LiveBot;
let copy: string;

beforeEach(async () => {
  bot = await liveBot({}, { isStopped: true });
  copy = `${bot.state}-copy`;
});

const files = ['a', 'b', 'c'].map((name) => `notes/${name}.md`);
const note = (words: string) => `---\ndate: 2026-02-01\n---\n\n${words}\n`;
const posts = () => bot.headlines().map((text) => text.slice(0, 9));
const sends = () => bot.api.calls().filter(({ method }) => method.startsWith('send')).length;
const isSyndicated = async (file: string) =>
  (await bot.read(file)).includes('https://t.me/journal/');

/** Runs the bot until the queue is as a backup is to find it, and copies the state. */
async function backUp(isTime: () => boolean, skip = 0): Promise<void> {
  const kind = { retryAfterSeconds: 3600 };
  bot.api.fault({ method: 'sendMessage', kind, skip });
  bot.run();
  await eventually(() => bot.logged().includes('the bot runs'), 'the bot');
  await eventually(() => isTime(), 'the moment of the backup');
  await bot.stop();
  await cp(bot.state, copy, { recursive: true });
  bot.api.clearFaults();
}

/** Lets everything go out, until the files say so. */
async function goOn(): Promise<void> {
  bot.edit("UPDATE deliveries SET state = 'pending', run_at = 0 WHERE state <> 'sent'");
  bot.edit('DELETE FROM channel_holds');
  bot.run();
  await eventually(async () => {
    bot.clock.advance(1_000);
    const done = await Promise.all(files.map(isSyndicated));
    return done.every(Boolean);
  }, 'all posts, written back');
  await bot.stop();
}

async function restore(): Promise<void> {
  await rm(bot.state, { recursive: true });
  await cp(copy, bot.state, { recursive: true });
  bot.clock.advance(2 * 60 * 60_000);
  bot.api.clearCalls();
  bot.run();
  await bot.looked();
}

const rowsIn = (states: string) =>
  bot.rows(`SELECT id FROM deliveries WHERE state IN (${states})`).length;

test.each([
  ['pending', "UPDATE deliveries SET state = 'pending'"],
  ['being sent', "UPDATE deliveries SET state = 'sending', called = 1"],
  ['uncertain', "UPDATE deliveries SET state = 'uncertain', questions = 1"],
])('a backup in which sends are %s posts nothing that the files name as posted', async (_, sql) => {
  for (const file of files) await bot.write(file, note(`Note ${file}`));
  await backUp(() => rowsIn("'pending'") === 3);
  await goOn();
  const before = posts();
  expect(before).toHaveLength(3);
  await rm(bot.state, { recursive: true });
  await cp(copy, bot.state, { recursive: true });
  bot.edit(sql);
  await rm(copy, { recursive: true });
  await cp(bot.state, copy, { recursive: true });
  await restore();
  expect(posts()).toEqual(before);
  expect(sends()).toBe(0);
  expect(bot.texts()).toEqual([]);
  expect(rowsIn("'pending', 'sending', 'uncertain'")).toBe(0);
});

test('a split post of which the backup knows the beginning is not gone on with', async () => {
  for (const file of files) await bot.write(file, note(`${file} ${'word '.repeat(1200)}`));
  await backUp(() => rowsIn("'pending'") === 3 && posts().length === 1, 1);
  await goOn();
  expect(posts()).toHaveLength(6);
  await restore();
  expect(sends()).toBe(0);
  expect(posts()).toHaveLength(6);
});

test('a post that was replaced, and a note that was changed, since the backup are not posted again', async () => {
  for (const file of files) await bot.write(file, note(`Note ${file}`));
  bot.run();
  await bot.looked();
  await bot.stop();
  await cp(bot.state, copy, { recursive: true });
  await bot.change('notes/a.md', 'Note', 'word '.repeat(1200));
  await bot.change('notes/b.md', 'Note', 'New');
  await bot.write('notes/d.md', note('Written after the backup'));
  bot.run();
  await bot.looked();
  await bot.stop();
  const before = posts();
  expect(before).toHaveLength(5);
  await restore();
  expect(sends()).toBe(0);
  expect(posts()).toEqual(before);
});

test('content of an older day, beside a newer memory, posts nothing again', async () => {
  for (const file of files) await bot.write(file, note(`Note ${file}`));
  await cp(bot.content, copy, { recursive: true });
  bot.run();
  await bot.looked();
  await bot.stop();
  const before = posts();
  await cp(copy, bot.content, { recursive: true });
  expect(await isSyndicated('notes/a.md')).toBe(false);
  bot.api.clearCalls();
  bot.run();
  await bot.looked();
  expect(sends()).toBe(0);
  expect(posts()).toEqual(before);
  expect(await isSyndicated('notes/a.md')).toBe(true);
});

test('nothing goes out before the first look', async () => {
  for (const file of files) await bot.write(file, note(`Note ${file}`));
  await backUp(() => rowsIn("'pending'") === 3);
  bot.edit('UPDATE deliveries SET run_at = 0');
  bot.edit('DELETE FROM channel_holds');
  const site = await bot.read('site.yaml');
  await rm(join(bot.content, 'site.yaml'));
  bot.run();
  await eventually(() => bot.logged().includes('could not be mirrored'), 'a look');
  bot.clock.advance(5_000);
  expect(posts()).toEqual([]);
  await bot.save('site.yaml', site);
  expect(posts()).toHaveLength(3);
});

test.each<[string, number, () => Promise<unknown>]>([
  [
    'words, the same twice in one second',
    2,
    async () => {
      for (const words of ['From chat', 'From chat']) await bot.owner.sends(bot.owner, words);
    },
  ],
  [
    'an album',
    2,
    () => bot.owner.sendsAlbum(bot.owner, [{ kind: 'photo', caption: 'Sea' }, { kind: 'photo' }]),
  ],
])(
  'what waited in the inbox of a backup, and was published since, is not made a second time: %s',
  async (_, messages, say) => {
    const site = await bot.read('site.yaml');
    await rm(join(bot.content, 'site.yaml'));
    bot.run();
    await eventually(() => bot.logged().includes('the bot runs'), 'the bot');
    await say();
    await bot.owner.sends(bot.owner, '/publish');
    const waiting = () => bot.rows('SELECT 1 FROM inbox').length;
    await eventually(() => waiting() === messages + 1, 'the inbox');
    await bot.stop();
    await cp(bot.state, copy, { recursive: true });
    await bot.write('site.yaml', site);
    bot.clock.advance(5 * 60_000);
    bot.run();
    await bot.idle();
    await bot.looked();
    await bot.stop();
    const notes = async () =>
      (await readdir(join(bot.content, 'notes'), { recursive: true })).sort();
    const texts = async () => {
      const files = (await notes()).filter((name) => name.endsWith('.md'));
      return Promise.all(files.map((name) => bot.read(`notes/${name}`)));
    };
    const before = [await notes(), await texts(), posts()];
    expect(posts()).not.toEqual([]);
    await restore();
    await bot.idle();
    expect([await notes(), await texts(), posts()]).toEqual(before);
    expect(bot.texts().at(-1)).toContain('Already published');
  },
);
