import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { type LiveBot, liveBot } from '../liveBot.ts';
import { eventually } from '../world.ts';

let bot: LiveBot;

beforeEach(async () => {
  bot = await liveBot({}, { isStopped: true });
});

const note = (words: string, matter = '') => `---\ndate: 2026-02-01\n${matter}---\n\n${words}\n`;

async function start(): Promise<void> {
  bot.run();
  await bot.looked();
}

test('a file that cannot be read is told once, again when it changes, and when it is mended', async () => {
  await bot.write('notes/a.md', note('Words', 'tgas: [x]\n'));
  await start();
  await bot.stop();
  await start();
  expect(bot.texts()).toEqual([
    expect.stringMatching(
      /✗ notes\/a\.md:3: unknown key "tgas"; expected one of .*; did you mean "tags"\?/,
    ),
  ]);
  await bot.save('notes/a.md', note('Words', 'sumary: x\n'));
  expect(bot.texts()).toHaveLength(2);
  expect(bot.texts()[1]).toContain('unknown key "sumary"');
  await bot.save('notes/a.md', note('Words'));
  expect([bot.texts().at(-1), bot.headlines()]).toEqual([
    'All entries can be read again.',
    ['Words'],
  ]);
});

test('a journal that cannot be read is told once, over restarts, and when it is mended', async () => {
  await bot.write('notes/a.md', note('Words'));
  await start();
  const site = await bot.read('site.yaml');
  await bot.write('site.yaml', `${site}tilte: x\n`);
  const failed = () => bot.logged().split('could not be mirrored').length;
  for (let look = 0; look < 3; look++) {
    const before = failed();
    await eventually(() => {
      bot.clock.advance(20_000);
      return failed() > before;
    }, 'a look that fails');
    if (look === 1) {
      await bot.stop();
      bot.run();
    }
  }
  expect(bot.texts()).toEqual([
    expect.stringMatching(
      /^The channel is not kept up to date: .*site\.yaml:\d+: unknown key "tilte"/,
    ),
  ]);
  await bot.save('site.yaml', site);
  expect(bot.texts().slice(1)).toEqual(['The channel is kept up to date again.']);
});

test('of two entries at one address none is posted, and the one that has a post keeps it', async () => {
  await bot.write('notes/a.md', note('One', 'slug: x\n'));
  await bot.write('notes/b.md', note('Two', 'slug: x\n'));
  await start();
  expect(bot.headlines()).toEqual([]);
  expect(bot.texts()).toHaveLength(1);
  expect(bot.texts()[0]).toContain('✗ notes/a.md:3: the path /notes/x/, which notes/b.md has too');
  expect(bot.texts()[0]).toContain('✗ notes/b.md:3: the path /notes/x/, which notes/a.md has too');
  await rm(join(bot.content, 'notes/a.md'));
  await bot.looked();
  expect(bot.headlines()).toEqual(['Two']);
  await bot.write('notes/a.md', note('One', 'slug: x\n'));
  await bot.change('notes/b.md', 'Two', 'Two, mended');
  await bot.looked();
  expect(bot.headlines()).toEqual(['Two, mended']);
  expect(bot.texts().at(-1)).toContain('✗ notes/a.md:3: ');
});
