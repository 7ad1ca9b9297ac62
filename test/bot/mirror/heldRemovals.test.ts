import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type LiveBot, liveBot } from '../liveBot.ts';
import { heldSteps, note } from './heldSteps.ts';

let bot: LiveBot;

beforeEach(async () => {
  bot = await liveBot({}, { isStopped: true });
});

const { posts, told, asked, changes, write, press, start, mirrored } = heldSteps(() => bot);

describe('taking down', () => {
  test('a folder without any of two known entries changes nothing, and is asked about', async () => {
    await mirrored(2);
    for (const number of [0, 1]) await rm(join(bot.content, `notes/n${number}.md`));
    await bot.save('notes/other.md', note('Other'));
    expect([changes(), posts()]).toEqual([[], ['Note 0', 'Note 1']]);
    expect(told()).toHaveLength(1);
    expect(told()[0]).toMatch(/^None of the entries that @journal shows is in .*content/);
    expect(told()[0]).toMatch(
      /2 of 2 posts would be taken down[\s\S]*- notes\/n0\.md\n- notes\/n1/,
    );
  });

  test.each([
    [8, 4, true],
    [5, 2, false],
  ])('of %i posts %i are asked about: %s', async (all, gone, isAsked) => {
    await mirrored(all);
    const before = told().length;
    for (let number = 0; number < gone; number++)
      await rm(join(bot.content, `notes/n${number}.md`));
    await bot.looked();
    expect(posts()).toHaveLength(isAsked ? all : all - gone);
    expect(told()).toHaveLength(before + (isAsked ? 1 : 0));
    if (isAsked) await press('Take them down');
    expect(posts()).toHaveLength(all - gone);
  });

  test('what goes one after the other is asked about where it adds up to half within a day', async () => {
    await mirrored(8);
    const before = told().length;
    const goes = async (number: number) => {
      await rm(join(bot.content, `notes/n${number}.md`));
      await bot.looked();
    };
    for (const number of [0, 1, 2, 3]) await goes(number);
    expect(posts()).toHaveLength(5);
    expect(told().at(-1)).toMatch(/^1 of 5 posts would be taken down, after 3 within a day, /);
    await press('Take them down');
    await goes(4);
    expect([posts().length, told().length]).toEqual([3, before + 1]);
    bot.clock.advance(25 * 60 * 60_000);
    await goes(5);
    expect([posts().length, told().length]).toEqual([2, before + 1]);
  });

  test('what is kept stays, over restarts, until its entry is back and goes again', async () => {
    await mirrored(2);
    const before = await bot.read('notes/n0.md');
    await rm(join(bot.content, 'notes/n0.md'));
    await bot.looked();
    await press('Keep them');
    await bot.stop();
    await start();
    expect(posts()).toHaveLength(2);
    expect(told()).toEqual([
      'It stays in the channel, and nothing is done about it until the entry is back.',
    ]);
    await bot.save('notes/n0.md', before);
    await rm(join(bot.content, 'notes/n0.md'));
    await bot.looked();
    expect(asked('Keep them')).toHaveLength(1);
  });

  test('the right folder again settles the question', async () => {
    await mirrored(2);
    await cp(join(bot.content, 'notes'), join(bot.content, '.away'), { recursive: true });
    await rm(join(bot.content, 'notes'), { recursive: true });
    await bot.looked();
    expect(asked('Take them down')).toHaveLength(1);
    await cp(join(bot.content, '.away'), join(bot.content, 'notes'), { recursive: true });
    await bot.looked();
    expect(asked('Take them down')).toEqual([]);
    expect(told()).toEqual(['That is settled: there is nothing left to choose.']);
    expect(changes()).toEqual([]);
  });

  test('drafts of another branch are asked about, one that is made a draft is not', async () => {
    await mirrored(2);
    const toDraft = (file: string) => bot.change(file, 'date:', 'draft: true\ndate:');
    await toDraft('notes/n0.md');
    await bot.looked();
    expect(posts()).toEqual(['Note 1']);
    await write(1);
    await bot.looked();
    for (const number of [0, 1]) await toDraft(`notes/n${number}.md`);
    await bot.looked();
    expect(posts()).toHaveLength(2);
    expect(asked('Take them down')).toHaveLength(1);
  });

  test('what the owner unpublishes and discards in chat needs no other word', async () => {
    bot.run();
    for (const words of ['First', 'Second']) {
      await bot.owner.sends(bot.owner, words);
      await bot.idle();
      await bot.owner.sends(bot.owner, '/publish');
      await bot.idle();
    }
    await bot.looked();
    expect(posts()).toHaveLength(2);
    for (const command of ['/unpublish', '/discard']) {
      await bot.owner.sends(bot.owner, command);
      await bot.idle();
    }
    await bot.looked();
    expect([posts(), asked('Take them down')]).toEqual([['First'], []]);
  });
});
