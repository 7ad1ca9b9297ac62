import { expect, test } from 'vitest';
import { type LiveBot, liveBot } from '../liveBot.ts';

const note = (words: string) => `---\ndate: 2026-02-01\n---\n\n${words}\n`;

test.each<readonly [string, (bot: LiveBot) => void, boolean]>([
  ['was removed from', (bot) => bot.owner.addsBot(bot.channel, 'kicked'), false],
  [
    'is away when it is brought back after it was removed from',
    (bot) => bot.owner.addsBot(bot.channel, 'kicked'),
    true,
  ],
  [
    'may not post in',
    (bot) => bot.api.setBotRights(bot.channel, { can_post_messages: false }),
    false,
  ],
])(
  'a bot that %s the channel posts what waits once it is an administrator again',
  async (_, take, isAway) => {
    const bot = await liveBot();
    await bot.save('notes/a.md', note('One'));
    take(bot);
    await bot.write('notes/b.md', note('Two'));
    await bot.save('notes/a.md', note('One, changed'));
    const said = bot.texts();
    expect(said[0]).toContain('Give the bot the rights');
    expect(said.join()).not.toContain('when the entry changes');
    if (isAway) await bot.stop();
    bot.owner.addsBot(bot.channel, 'administrator');
    if (isAway) bot.run();
    await bot.looked();
    expect(bot.headlines()).toEqual(['One, changed', 'Two']);
    await bot.looked();
    expect(bot.headlines()).toEqual(['One, changed', 'Two']);
  },
);

test('a post by hand that the bot may not edit is told with what is missing, and edited once it may', async () => {
  const bot = await liveBot();
  await bot.owner.sends(bot.channel, 'By hand');
  await bot.idle();
  const [file = ''] = await bot.notes();
  await bot.change(file, 'draft: true\n', '');
  await bot.looked();
  bot.api.setBotRights(bot.channel, { can_edit_messages: false });
  await bot.change(file, 'By hand', 'By hand, changed');
  await bot.looked();
  expect(bot.texts().at(-1)).toMatch(
    /message can't be edited\. The bot may edit .*\nIt is tried again when the entry changes\.$/,
  );
  bot.owner.addsBot(bot.channel, 'administrator');
  await bot.looked();
  expect(bot.headlines()).toEqual(['By hand, changed']);
});

test('what a look planned and the bot has no rights for is told in one message, what comes later in another', async () => {
  const bot = await liveBot();
  const names = ['a', 'b', 'c'];
  const write = async (words: string) => {
    for (const name of names) await bot.write(`notes/${name}.md`, note(`${name} ${words}`));
    await bot.looked();
  };
  await write('first');
  bot.owner.addsBot(bot.channel, 'kicked');
  for (const [at, words] of ['second', 'third'].entries()) {
    await write(words);
    expect(bot.said()).toHaveLength(at + 1);
  }
  const [failed] = bot.rows("SELECT COUNT(*) AS n FROM deliveries WHERE state = 'failed'");
  expect(failed).toEqual({ n: names.length });
});

test('of a post in two parts whose second was refused, that one goes out', async () => {
  const bot = await liveBot();
  bot.api.fault({
    method: 'sendMessage',
    kind: { status: 400, description: 'Bad Request: need administrator rights' },
    match: ({ chat_id, text }) => chat_id === bot.channel.id && !String(text).startsWith('Words'),
  });
  await bot.save('notes/a.md', note(`Words\n\n${'word '.repeat(700)}\n\n${'more '.repeat(700)}`));
  expect(bot.headlines()).toEqual(['Words']);
  bot.owner.addsBot(bot.channel, 'administrator');
  await bot.looked();
  expect(bot.headlines()).toEqual(['Words', expect.stringMatching(/^more/)]);
});

test('what Telegram refuses for another reason is not tried again by that', async () => {
  const bot = await liveBot();
  const refused = bot.api.fault({
    method: 'sendMessage',
    kind: { status: 400, description: 'Bad Request: WORDS_INVALID' },
    match: bot.toChannel,
    times: 9,
  });
  await bot.save('notes/b.md', note('Two'));
  bot.owner.addsBot(bot.channel, 'administrator');
  await bot.looked();
  expect(refused.count).toBe(1);
});
