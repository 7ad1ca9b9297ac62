import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Phone, phone } from './chatWorld.ts';

/** Telegram waits for an answer to a button for less, and keeps the press for more. */
const awayMilliseconds = 90_000;
const unknown = 'I no longer know what this button was for. /drafts shows the drafts.';

let owner: Phone;

/** Presses a button of the newest message that has one while the bot is away; what the bot says when it is back. */
async function pressWhileAway(button: string, meanwhile: () => void): Promise<string[]> {
  const { bot } = owner;
  const before = bot.said();
  const shown = before.findLast(({ buttons }) => buttons.includes(button));
  if (!shown) throw new Error(`no button "${button}"`);
  await bot.stop();
  meanwhile();
  const query = await bot.owner.presses(shown.message, button);
  bot.clock.advance(awayMilliseconds);
  bot.run();
  await bot.idle();
  expect(bot.owner.answerTo(query)).toBeUndefined();
  return bot
    .said()
    .slice(before.length)
    .map(({ text }) => text);
}

test.each(['Publish', 'Discard', 'Show'])(
  '"%s" under a draft that is not known any more, pressed while the bot is away, is answered by a message',
  async (button) => {
    owner = await phone();
    await owner.say('Words');
    const forget = () => owner.bot.edit('PRAGMA foreign_keys = OFF; DELETE FROM drafts');
    expect(await pressWhileAway(button, forget)).toEqual([unknown]);
  },
);

test('"Show" under a draft whose file is gone, pressed while the bot is away, is answered by a message', async () => {
  owner = await phone();
  await owner.say('Words');
  const [file = ''] = await owner.bot.notes();
  await rm(join(owner.bot.content, file));
  const [news] = await pressWhileAway('Show', () => {});
  expect(news).toContain(`${file} is no longer there.`);
});

test('"Publish" that is pressed while the bot is away publishes, and says so in one place', async () => {
  owner = await phone();
  await owner.say('Words');
  const [file = ''] = await owner.bot.notes();
  expect(await pressWhileAway('Publish', () => {})).toEqual([]);
  expect(await owner.file(file)).not.toContain('draft: true');
  expect(owner.bot.said().at(-1)?.text).toContain('Published');
});
