import { rmSync, truncateSync } from 'node:fs';
import { copyFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { type LiveBot, liveBot } from '../liveBot.ts';
import { eventually } from '../world.ts';

let bot: LiveBot;

beforeEach(async () => {
  bot = await liveBot();
});

const told = () => bot.said().map(({ text }) => text);

/** Waits until the bot says that it ends, and until it has. */
async function ending(): Promise<string> {
  const words = await eventually(() => {
    bot.clock.advance(20_000);
    return told().find((text) => text.startsWith('The bot ends: '));
  }, 'the end');
  const error = await bot.stop().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(words).toBe(`The bot ends: ${error instanceof Error ? error.message : ''}`);
  return words;
}

test('the bot ends where its database is removed, and leaves all that was in it in a new one', async () => {
  await bot.owner.sends(bot.owner, 'A note');
  await bot.idle();
  const [saved] = bot.said();
  rmSync(bot.state, { recursive: true });
  expect(await ending()).toMatch(
    /bot\.sqlite was removed while the bot ran\. .*start the bot again/,
  );
  bot.run();
  if (saved) await bot.owner.replies(saved.message, 'More');
  await bot.idle();
  expect(told().at(-1)).toMatch(/^Added to notes\//);
});

test('the bot ends where another database is put in the place of its own, and goes on with that one', async () => {
  await bot.idle();
  const path = join(bot.state, 'bot.sqlite');
  await copyFile(path, `${path}.backup`);
  await rename(`${path}.backup`, path);
  expect(await ending()).toMatch(/bot\.sqlite was replaced by another file while the bot ran/);
});

test.each<[string, () => void]>([
  ['loses a table', () => bot.edit('DROP TABLE inbox')],
  [
    'is cut off',
    () => {
      for (const name of ['bot.sqlite', 'bot.sqlite-wal']) truncateSync(join(bot.state, name));
    },
  ],
])('the bot ends, with what to do, where its database %s', async (_, damage) => {
  await bot.idle();
  damage();
  await bot.owner.sends(bot.owner, 'A note');
  expect(await ending()).toMatch(/bot\.sqlite is (damaged|empty).*put a backup of the folder/);
});
