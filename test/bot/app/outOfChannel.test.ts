import { expect, test } from 'vitest';
import { type LiveBot, liveBot } from '../liveBot.ts';
import { eventually, makeWorld } from '../world.ts';

/** Starts the bot, and waits until it has ended by itself. */
async function starts(bot: LiveBot): Promise<void> {
  bot.run();
  await expect(bot.ended()).rejects.toThrow('Expected a channel in which the bot');
}

test.each<readonly [string, (bot: LiveBot) => void, string]>([
  ['was removed from', (bot) => bot.owner.addsBot(bot.channel, 'kicked'), 'was kicked from'],
  ['has left', (bot) => bot.owner.addsBot(bot.channel, 'left'), 'is not a member of'],
  [
    'finds no longer',
    (bot) => Object.assign(bot.api.chat(bot.channel.id), { username: 'diary' }),
    'chat not found',
  ],
])(
  'a bot that starts when it %s its channel says so once, with the next step, and when it is over',
  async (_, leaves, words) => {
    const bot = await liveBot();
    await bot.looked();
    await bot.stop();
    leaves(bot);
    for (let time = 0; time < 3; time++) await starts(bot);
    const said = bot.texts();
    expect(said).toEqual([
      expect.stringMatching(
        /^The bot ends: TELEGRAM_CHANNEL is @journal.*add the bot to the channel's administrators\.$/,
      ),
    ]);
    expect(said[0]).toContain(words);
    Object.assign(bot.api.chat(bot.channel.id), { username: 'journal' });
    bot.owner.addsBot(bot.channel, 'administrator');
    bot.run();
    await bot.looked();
    expect(bot.texts()).toEqual([said[0], 'The channel is kept up to date again.']);
  },
);

test('of a channel that could not be reached nothing is said', async () => {
  const bot = await liveBot();
  await bot.stop();
  bot.api.fault({ method: 'getChat', kind: { status: 502, description: 'Bad Gateway' } });
  bot.run();
  const logged = (words: string) => eventually(() => bot.logged().split(words).length > 1, words);
  await logged('Telegram could not be reached');
  bot.clock.advance(60_000);
  await bot.looked();
  expect(bot.said()).toEqual([]);
});

test('the mirror command says so itself: no look of it would take a word to the owner back', async () => {
  const world = await makeWorld();
  world.owner.addsBot(world.channel, 'kicked');
  const { code, output } = await world.command('mirrorCommand.ts');
  expect([code, output]).toEqual([1, expect.stringContaining('TELEGRAM_CHANNEL is @journal')]);
  expect(world.api.botMessages(world.owner)).toEqual([]);
});
