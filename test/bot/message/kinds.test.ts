import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { OtherContent } from '../../../telegram-double/people/otherContent.ts';
import { type LiveBot, liveBot } from '../liveBot.ts';
import { keptWords } from '../owner/entry/keptWords.ts';

let bot: LiveBot;

const { bodies, answers } = keptWords(() => bot);
const location = { latitude: 38.7, longitude: -9.1 };
const map = 'https://www.openstreetmap.org/?mlat=38.7\\&mlon=-9.1';

describe('a message of another kind', () => {
  test.each<readonly [string, OtherContent, string]>([
    ['a place', { location }, `[38.7, -9.1](${map})`],
    [
      'a place with a name',
      { venue: { location, title: 'Café', address: 'Rua 1' } },
      `[Café](${map}), Rua 1`,
    ],
    ['a die', { dice: { emoji: '🎲', value: 4 } }, '🎲 4'],
    [
      'a sticker',
      {
        sticker: {
          file_id: 'x',
          file_unique_id: 'y',
          type: 'regular',
          width: 1,
          height: 1,
          is_animated: true,
          is_video: false,
          emoji: '👍',
        },
      },
      '👍',
    ],
  ])('is kept: %s', async (_, content, wanted) => {
    bot = await liveBot();
    await bot.owner.sendsOther(bot.owner, content);
    await bot.idle();
    expect(await bodies()).toEqual([wanted]);
    expect(answers()[0]).toMatch(/^Saved as/);
  });

  test('is kept: a still sticker without an emoji, as its picture', async () => {
    bot = await liveBot();
    const file = bot.owner.uploads(new TextEncoder().encode('picture'), 'sticker.webp');
    const shape = {
      type: 'regular',
      width: 9,
      height: 9,
      is_animated: false,
      is_video: false,
    } as const;
    await bot.owner.sendsOther(bot.owner, { sticker: { ...file, ...shape } });
    await bot.idle();
    const [body = ''] = await bodies();
    const name = /^!\[ \]\((sticker-\d+\.webp)\)$/.exec(body)?.[1] ?? '?';
    const folder = dirname(join(bot.content, (await bot.notes())[0] ?? ''));
    expect(await readFile(join(folder, name), 'utf8')).toBe('picture');
  });

  test('is kept where it was when it was sent: a live location', async () => {
    bot = await liveBot();
    const sent = await bot.owner.sendsOther(bot.owner, {
      location: { ...location, live_period: 900 },
    });
    await bot.idle();
    for (let step = 1; step < 4; step++) {
      bot.clock.advance(5000);
      await bot.owner.moves(sent, 38.7 + step, -9.1);
    }
    await bot.idle();
    expect(await bodies()).toEqual([`[38.7, -9.1](${map})`]);
    expect(answers()).toHaveLength(1);
  });

  test('that cannot be kept is told once, though it is handled again or edited', async () => {
    bot = await liveBot();
    const chat = { id: 7, type: 'private', first_name: 'Eve' } as const;
    await bot.owner.sendsOther(bot.owner, { story: { chat, id: 3 } });
    await bot.idle();
    bot.api.repeatUpdate(bot.api.updates()[0]?.update_id ?? 0);
    await bot.stop();
    bot.edit("UPDATE inbox SET state = 'pending'");
    bot.run();
    await bot.idle();
    expect(answers()).toEqual([
      'I cannot keep a story. Text, pictures, files, places and polls are kept.',
    ]);
    expect(await bot.notes()).toEqual([]);
  });

  test('that answers with a marked part has that part above it', async () => {
    bot = await liveBot();
    const first = await bot.owner.sends(bot.owner, 'One and two');
    await bot.owner.replies(first, 'Three', 'two');
    await bot.idle();
    expect(await bodies()).toEqual(['One and two\n\n> two\n\nThree']);
  });
});

describe('what was said is not said again', () => {
  test.each([
    ['after it was said', [], 1],
    ['where the connection broke behind it', ['reset'], 2],
    ['where it broke twice', ['reset', 'reset'], 2],
  ] as const)('an acknowledgement: %s', async (_, faults, wanted) => {
    bot = await liveBot();
    for (const kind of faults) bot.api.fault({ method: 'sendMessage', when: 'after', kind });
    await bot.owner.sends(bot.owner, 'Hello');
    await bot.idle();
    for (let round = 0; round < 3; round++) {
      bot.clock.advance(60_000);
      await bot.idle();
    }
    await bot.stop();
    bot.edit("UPDATE inbox SET state = 'pending'");
    bot.run();
    await bot.idle();
    expect(answers().filter((text) => text.startsWith('Saved'))).toHaveLength(wanted);
    expect(await bodies()).toEqual(['Hello']);
  });
});
