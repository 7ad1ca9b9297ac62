import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { runBotCommand } from '../botProcess.ts';
import { type LiveBot, liveBot } from '../liveBot.ts';
import { makeWorld } from '../world.ts';

const entry = (...addresses: string[]) =>
  `---\ndate: 2026-02-01\nsyndication:\n${addresses.map((one) => `  - ${one}\n`).join('')}---\n\nWords\n`;

/** Gives the channel another public name, or none, while the bot is away. */
async function rename(bot: LiveBot, username: string | undefined): Promise<void> {
  await bot.stop();
  Object.assign(bot.api.chat(bot.channel.id), { username });
  bot.run();
  await bot.looked();
}

test.each([
  ['another', 'diary', 'https://t.me/diary/1'],
  ['no', undefined, 'https://t.me/c/2000000001/1'],
])(
  'a channel that has %s public name has its posts there, and entries name no other place',
  async (_, username, address) => {
    const bot = await liveBot({ TELEGRAM_CHANNEL: '-1002000000001' });
    const elsewhere = 'https://example.com/x';
    // A post of another channel, by the same number.
    const alike = 'https://t.me/someone/1';
    await bot.save('notes/a.md', entry(elsewhere));
    await bot.save('notes/a.md', entry(elsewhere, alike, 'https://t.me/journal/1'));
    expect(await bot.read('notes/a.md')).toBe(entry(elsewhere, alike, 'https://t.me/journal/1'));
    await rename(bot, username);
    expect(await bot.read('notes/a.md')).toBe(entry(elsewhere, alike, address));
    await rename(bot, 'third');
    expect(await bot.read('notes/a.md')).toBe(entry(elsewhere, alike, 'https://t.me/third/1'));
    expect(bot.api.messages(bot.channel)).toHaveLength(1);
  },
);

test('a name that another channel has since is that one’s', async () => {
  const bot = await liveBot({ TELEGRAM_CHANNEL: '-1002000000001' });
  await bot.save('notes/a.md', entry('https://example.com/x'));
  await bot.stop();
  bot.edit("UPDATE known_channels SET id = -1002000000002 WHERE reference = '@journal'");
  await rename(bot, 'diary');
  expect(await bot.read('notes/a.md')).toBe(
    entry('https://example.com/x', 'https://t.me/journal/1', 'https://t.me/diary/1'),
  );
});

test('a channel that is set by its new name is known as the one that it was', async () => {
  const world = await makeWorld();
  await world.write('notes/a.md', entry('https://example.com/x'));
  expect(await world.command('mirrorCommand.ts')).toMatchObject({ code: 0 });
  Object.assign(world.api.chat(world.channel.id), { username: 'diary' });
  const renamed = { ...world.environment, TELEGRAM_CHANNEL: '@diary' };
  expect(await runBotCommand('mirrorCommand.ts', renamed, [])).toMatchObject({ code: 0 });
  expect(await world.read('notes/a.md')).toBe(
    entry('https://example.com/x', 'https://t.me/diary/1'),
  );
  expect(world.api.messages(world.channel)).toHaveLength(1);
});

test('a post that goes in the same look that finds the new name is named no more', async () => {
  const world = await makeWorld();
  const addressed = (...ids: readonly string[]) => entry('https://example.com/x', ...ids);
  const long = `${'Many words. '.repeat(300)}\n\n${'And more. '.repeat(300)}`;
  await world.write('notes/a.md', addressed().replace('Words', long));
  expect(await world.command('mirrorCommand.ts')).toMatchObject({ code: 0 });
  const both = ['https://t.me/journal/1', 'https://t.me/journal/2'];
  expect(await world.read('notes/a.md')).toBe(addressed(...both).replace('Words', long));
  Object.assign(world.api.chat(world.channel.id), { username: 'diary' });
  await world.write('notes/a.md', addressed(...both));
  const renamed = { ...world.environment, TELEGRAM_CHANNEL: '@diary' };
  expect(await runBotCommand('mirrorCommand.ts', renamed, [])).toMatchObject({ code: 0 });
  expect(await world.read('notes/a.md')).toBe(addressed('https://t.me/diary/1'));
});

test('where the state was lost and the channel renamed, nothing is posted anew unasked', async () => {
  const world = await makeWorld();
  await world.write('notes/a.md', entry('https://example.com/x'));
  expect(await world.command('mirrorCommand.ts')).toMatchObject({ code: 0 });
  Object.assign(world.api.chat(world.channel.id), { username: 'diary' });
  await rm(world.state, { recursive: true });
  const renamed = { ...world.environment, TELEGRAM_CHANNEL: '@diary' };
  const { code, output } = await runBotCommand('mirrorCommand.ts', renamed, []);
  expect([code, world.api.messages(world.channel).length]).toEqual([1, 1]);
  expect(output).toContain('notes/a.md');
  // Still in question, though the channel is known by now.
  expect(await runBotCommand('mirrorCommand.ts', renamed, [])).toMatchObject({ code: 1 });
  const named = entry('https://example.com/x', 'https://t.me/diary/1');
  await world.write('notes/a.md', named);
  expect(await runBotCommand('mirrorCommand.ts', renamed, [])).toMatchObject({ code: 0 });
  expect(await world.read('notes/a.md')).toBe(named);
  expect(world.api.messages(world.channel)).toHaveLength(1);
});
