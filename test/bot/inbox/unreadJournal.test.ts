import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Phone, phone } from '../owner/chatWorld.ts';
import { eventually } from '../world.ts';

const away = ({ bot }: Phone) => `${bot.content}-away`;

test.each<
  readonly [string, (owner: Phone) => Promise<unknown>, (owner: Phone) => Promise<unknown>]
>([
  [
    'site.yaml cannot be read',
    ({ bot }) => bot.write('site.yaml', 'titel: A journal\n'),
    ({ bot }) => bot.write('site.yaml', 'title: A journal\nurl: https://journal.example\n'),
  ],
  [
    'site.yaml is not there',
    ({ bot }) => rm(join(bot.content, 'site.yaml')),
    ({ bot }) => bot.write('site.yaml', 'title: A journal\nurl: https://journal.example\n'),
  ],
  [
    'its folder is away',
    (owner) => rename(owner.bot.content, away(owner)),
    (owner) => rename(away(owner), owner.bot.content),
  ],
])(
  'while %s, what is sent waits however long it takes, and is kept in its order',
  async (_, breaks, mends) => {
    const owner = await phone();
    const { bot } = owner;
    await owner.say('/article Sea');
    await breaks(owner);
    await bot.owner.sends(bot.owner, 'One');
    await bot.owner.sends(bot.owner, 'Two');
    const waiting = () =>
      bot.rows("SELECT COUNT(*) AS n FROM inbox WHERE state = 'pending' AND error IS NOT NULL")[0];
    await eventually(() => waiting()?.['n'] !== 0 || undefined, 'the first try');
    // Longer than anything is tried that something is wrong with.
    for (let minute = 0; minute < 90; minute++) {
      bot.clock.advance(60_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await mends(owner);
    await bot.owner.sends(bot.owner, 'Three');
    await bot.looked();
    expect(await owner.file('articles/sea.md')).toMatch(/\n---\n\nOne\n\nTwo\n\nThree\n$/);
    expect(bot.rows("SELECT 1 FROM inbox WHERE state <> 'settled'")).toEqual([]);
  },
);
