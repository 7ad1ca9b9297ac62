import { describe, expect, test } from 'vitest';
import { type LiveBot, liveBot } from '../../liveBot.ts';
import { phone } from '../chatWorld.ts';
import { keptWords } from './keptWords.ts';

let bot: LiveBot;

const { bodies, answers } = keptWords(() => bot);

describe('a message', () => {
  test('is a draft with its date, and is acknowledged', async () => {
    bot = await liveBot();
    await bot.owner.sends(bot.owner, 'Hello');
    await bot.idle();
    expect(await bot.notes()).toEqual(['notes/2026-03-01-120000.md']);
    expect(await bot.read('notes/2026-03-01-120000.md')).toBe(
      '---\ndate: 2026-03-01T12:00:00+00:00\ndraft: true\n---\n\nHello\n',
    );
    expect(answers()).toEqual(['Saved as notes/2026-03-01-120000.md']);
    expect(bot.said()[0]?.buttons).toEqual(['Publish', 'Show', 'Discard']);
  });

  test('with the words of another is a draft of its own', async () => {
    bot = await liveBot();
    for (let time = 0; time < 3; time++) await bot.owner.sends(bot.owner, 'Same');
    await bot.idle();
    expect(await bodies()).toEqual(['Same', 'Same', 'Same']);
  });

  test('with the words of another piece of its draft is a piece of its own', async () => {
    bot = await liveBot();
    const first = await bot.owner.sends(bot.owner, 'One');
    await bot.owner.replies(first, 'One');
    await bot.idle();
    expect(await bodies()).toEqual(['One\n\nOne']);
  });

  test('that was forwarded is a quotation with its source', async () => {
    bot = await liveBot();
    const writer = bot.api.user({ id: 7, first_name: 'Grace', last_name: 'Hopper' });
    const news = bot.api.channel({ username: 'news', title: 'News', owner: writer });
    const post = await writer.sends(news, '# Fact');
    const words = await writer.sends(writer, 'Words');
    await bot.owner.forwards(post, bot.owner);
    bot.clock.advance(3_000);
    await bot.owner.forwards(words, bot.owner);
    await bot.idle();
    const wanted = [
      `> \\# Fact\n>\n> — [News](https://t.me/news/${post.message_id})`,
      '> Words\n>\n> — Grace Hopper',
    ];
    expect((await bodies()).sort()).toEqual(wanted.sort());
  });

  test('that is typed to what is forwarded, and all that is forwarded at once, is one draft', async () => {
    bot = await liveBot();
    const writer = bot.api.user({ id: 7, first_name: 'Grace' });
    await bot.owner.sends(bot.owner, 'Earlier.');
    bot.clock.advance(3_000);
    await bot.owner.sends(bot.owner, 'See:');
    for (const words of ['One', 'Two'])
      await bot.owner.forwards(await writer.sends(writer, words), bot.owner);
    await bot.owner.forwards(await writer.sendsPhoto(writer), bot.owner);
    bot.clock.advance(1_000);
    await bot.owner.sends(bot.owner, 'Later.');
    await bot.idle();
    expect((await bodies()).sort()).toEqual([
      'Earlier.',
      'Later.',
      expect.stringMatching(/^See:\n\n> One\n>\n> — Grace\n\n> Two\n>\n> — Grace\n\n> !\[ ]\(/),
    ]);
  });

  test('that is typed to what is forwarded may be too long for one message', async () => {
    bot = await liveBot();
    const writer = bot.api.user({ id: 7, first_name: 'Grace' });
    for (const part of ['x'.repeat(4096), 'rest']) await bot.owner.sends(bot.owner, part);
    await bot.owner.forwards(await writer.sends(writer, 'One'), bot.owner);
    await bot.idle();
    expect(await bodies()).toEqual([expect.stringMatching(/^x{4096}rest\n\n> One\n/)]);
  });

  test('that is forwarded right behind what was published meanwhile is a draft of its own', async () => {
    const { bot: live, say, press } = await phone();
    const writer = live.api.user({ id: 7, first_name: 'Grace' });
    await say('See:');
    await press('Publish');
    await live.owner.forwards(await writer.sends(writer, 'One'), live.owner);
    await live.idle();
    expect(await live.notes()).toHaveLength(2);
  });

  test('cases 20, 21, 22 and 23: that is front matter, a heading and HTML stays text', async () => {
    bot = await liveBot();
    await bot.owner.sends(bot.owner, '---\ntitle: x\n---\n# y\n<b>z</b>\na: "b" #c');
    await bot.idle();
    const text = await bot.read('notes/2026-03-01-120000.md');
    expect(text.split('\n---\n')[0]).not.toContain('title');
    expect(text).toContain('\\---\\\ntitle: x\\\n\\---\\\n\\# y\\\n\\<b>z\\</b>\\\na: "b" #c');
  });
});

describe('an edit', () => {
  test('is in the draft', async () => {
    bot = await liveBot();
    const message = await bot.owner.sends(bot.owner, 'Helo');
    await bot.idle();
    await bot.owner.edits(message, 'Hello');
    await bot.idle();
    expect(await bodies()).toEqual(['Hello']);
  });

  test.each(['the edit first', 'the message first'])(
    'that comes with its message: %s',
    async (order) => {
      bot = await liveBot();
      bot.api.holdUpdates();
      const message = await bot.owner.sends(bot.owner, 'Helo');
      bot.clock.advance(2000);
      await bot.owner.edits(message, 'Hello');
      bot.api.releaseUpdates((updates) =>
        order === 'the edit first' ? updates.toReversed() : updates,
      );
      await bot.idle();
      expect(await bodies()).toEqual(['Hello']);
      expect(answers().filter((text) => text.startsWith('Saved'))).toHaveLength(1);
    },
  );

  test('that is older than another edit changes nothing', async () => {
    bot = await liveBot();
    const message = await bot.owner.sends(bot.owner, 'One');
    await bot.idle();
    bot.api.holdUpdates();
    bot.clock.advance(2000);
    await bot.owner.edits(message, 'Two');
    bot.clock.advance(2000);
    await bot.owner.edits(message, 'Three');
    bot.api.releaseUpdates((updates) => updates.toReversed());
    await bot.idle();
    expect(await bodies()).toEqual(['Three']);
  });

  test('that is tried again behind another of its second changes nothing', async () => {
    bot = await liveBot();
    const message = await bot.owner.sends(bot.owner, 'One');
    await bot.idle();
    bot.clock.advance(2000);
    for (const words of ['Two', 'Three']) await bot.owner.edits(message, words);
    await bot.idle();
    await bot.stop();
    bot.edit(`UPDATE inbox SET state = 'pending'
      WHERE sequence = (SELECT MIN(sequence) FROM inbox WHERE is_edit = 1)`);
    bot.run();
    await bot.idle();
    expect(await bodies()).toEqual(['Three']);
  });

  test('of a piece that was changed by hand is told, and neither is lost', async () => {
    bot = await liveBot();
    const message = await bot.owner.sends(bot.owner, 'Helo world');
    await bot.idle();
    const [file = ''] = await bot.notes();
    await bot.write(file, (await bot.read(file)).replace('Helo world', 'Hello, World'));
    await bot.owner.edits(message, 'Hello worlds');
    await bot.idle();
    expect(await bodies()).toEqual(['Hello, World']);
    expect(answers().at(-1)).toContain(`${file} was changed by hand`);
    expect(bot.api.messages(bot.owner)[0]?.text).toBe('Hello worlds');
  });

  test('beside a change by hand keeps both', async () => {
    bot = await liveBot();
    const message = await bot.owner.sends(bot.owner, 'Helo');
    await bot.idle();
    const [file = ''] = await bot.notes();
    await bot.write(
      file,
      (await bot.read(file))
        .replace('draft: true', 'draft: true\ntags: [a]')
        .concat('\nBy hand.\n'),
    );
    await bot.owner.edits(message, 'Hello');
    await bot.idle();
    expect(await bodies()).toEqual(['Hello\n\nBy hand.']);
    expect(await bot.read(file)).toContain('tags: [a]');
  });

  test.each([
    ['once', 'One', '\n\nAnd One more', '1\n\nAnd One more'],
    ['twice', 'One', '\n\nOne', undefined],
  ])('finds the piece where its words stand %s as a block', async (_, words, more, wanted) => {
    bot = await liveBot();
    const message = await bot.owner.sends(bot.owner, words);
    await bot.idle();
    const [file = ''] = await bot.notes();
    await bot.write(file, `${(await bot.read(file)).trimEnd()}${more}\n`);
    await bot.owner.edits(message, '1');
    await bot.idle();
    expect(await bodies()).toEqual([wanted ?? `${words}${more}`]);
    expect(answers().some((text) => text.includes('changed by hand'))).toBe(wanted === undefined);
  });

  test('of a discarded draft is told, or changes nothing; it is never tried again and again', async () => {
    bot = await liveBot();
    const message = await bot.owner.sends(bot.owner, 'Hello');
    await bot.idle();
    const [answer] = bot.said();
    if (!answer) throw new Error('no answer');
    await bot.owner.presses(answer.message, 'Discard');
    await bot.idle();
    await bot.owner.edits(message, 'Hello there');
    await bot.owner.edits(message, 'Hello');
    await bot.idle();
    expect(answers().at(1)).toContain('is no longer in the journal');
    expect(await bot.notes()).toEqual([]);
    expect(bot.rows("SELECT error FROM inbox WHERE state <> 'settled'")).toEqual([]);
  });
});
