import { describe, expect, test } from 'vitest';
import { type LiveBot, liveBot } from '../liveBot.ts';
import { eventually } from '../world.ts';

let bot: LiveBot;

const toOwner = () => bot.api.calls().filter(({ method }) => /^(send|edit)Message/.test(method));

describe('a 429 in the private chat', () => {
  test('silences the chat, not the message: of 38 messages one call is made until it is over', async () => {
    bot = await liveBot();
    bot.api.fault({ method: 'sendMessage', when: 'before', kind: { retryAfterSeconds: 35 } });
    for (let number = 0; number < 38; number++) await bot.owner.sends(bot.owner, `Note ${number}`);
    await bot.idle();
    for (let second = 0; second < 34; second++) {
      bot.clock.advance(1_000);
      await bot.idle();
    }
    expect(toOwner()).toHaveLength(1);
    bot.clock.advance(3_000);
    await eventually(() => bot.said().length >= 38 || undefined, 'all acknowledgements');
    expect(await bot.notes()).toHaveLength(38);
    expect(bot.said()).toHaveLength(38);
    expect(toOwner()).toHaveLength(39);
  });

  test('holds over a restart, for news of other kinds too', async () => {
    bot = await liveBot();
    await bot.owner.sends(bot.owner, 'A note');
    await bot.idle();
    bot.api.fault({ method: 'sendMessage', when: 'before', kind: { retryAfterSeconds: 300 } });
    await bot.owner.sends(bot.owner, '/drafts');
    await bot.idle();
    const before = toOwner().length;
    await bot.stop();
    bot.run();
    const said = bot.said()[0];
    if (!said) throw new Error('nothing was acknowledged');
    await bot.owner.presses(said.message, 'Publish');
    await bot.owner.sends(bot.owner, '/status');
    await bot.idle();
    expect(toOwner()).toHaveLength(before);
    bot.clock.advance(302_000);
    await bot.idle();
    expect(bot.said().at(-1)?.text).toContain('Drafts: 0');
    expect(await bot.notes()).toHaveLength(1);
  });

  test('holds where it answers a pressed button, which names no chat', async () => {
    bot = await liveBot();
    await bot.owner.sends(bot.owner, 'A note');
    await bot.idle();
    const said = bot.said()[0];
    if (!said) throw new Error('nothing was acknowledged');
    bot.api.fault({ method: 'answerCallbackQuery', kind: { retryAfterSeconds: 100 } });
    await bot.owner.presses(said.message, 'Show');
    await bot.idle();
    bot.api.clearCalls();
    await bot.owner.presses(said.message, 'Publish');
    await bot.owner.sends(bot.owner, '/status');
    await bot.idle();
    expect(bot.api.calls('answerCallbackQuery')).toEqual([]);
    expect(toOwner()).toEqual([]);
    bot.clock.advance(102_000);
    await bot.idle();
    expect(bot.said().at(-1)?.text).toContain('Drafts: ');
  });
});
