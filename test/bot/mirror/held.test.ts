import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type LiveBot, liveBot } from '../liveBot.ts';
import { eventually } from '../world.ts';
import { heldSteps, note } from './heldSteps.ts';

let bot: LiveBot;

beforeEach(async () => {
  bot = await liveBot({}, { isStopped: true });
});

const { posts, told, asked, changes, write, press, start, mirrored } = heldSteps(() => bot);

describe('many posts at once', () => {
  test('three go out without a word', async () => {
    await mirrored(3);
    expect(told()).toEqual([]);
  });

  test('four wait for one question, whatever follows', async () => {
    await write(4);
    await start();
    await bot.stop();
    await start();
    expect(posts()).toEqual([]);
    expect(told()).toHaveLength(1);
    expect(told()[0]).toMatch(/^4 entries would go to @journal at once, which shows nothing/);
    expect(told()[0]).toContain('- notes/n3.md');
    // One more changes the question, and is held like the others.
    await write(1, 4);
    await bot.looked();
    expect(told()).toHaveLength(1);
    expect(told()[0]).toMatch(/^5 entries/);
    // Fewer are still in question.
    await rm(join(bot.content, 'notes/n0.md'));
    await rm(join(bot.content, 'notes/n1.md'));
    await bot.looked();
    expect([posts(), told()]).toEqual([[], [expect.stringMatching(/^3 entries/)]]);
    await press('All, oldest first');
    expect(posts()).toEqual(['Note 2', 'Note 3', 'Note 4']);
  });

  test('only from now on: they stay out over restarts and renames, and what is new goes out', async () => {
    await write(5);
    await start();
    await press('Only from now on');
    expect(told().at(-1)).toContain('Only from now on: these 5 stay out of the channel');
    await bot.stop();
    await bot.write('notes/n0.md', note('Note 0, mended', 'slug: other\n'));
    await start();
    await write(1, 5);
    await bot.looked();
    expect(posts()).toEqual(['Note 5']);
    expect(told()).toHaveLength(1);
  });

  test('only from now on: one that is renamed by hand is asked about, and what is new is not', async () => {
    await write(4);
    await start();
    await press('Only from now on');
    await bot.save('notes/n9.md', note('New', '', 9));
    expect(posts()).toEqual(['New']);
    await rm(join(bot.content, 'notes/n2.md'));
    await bot.save('notes/elsewhere.md', note('Note 2, mended', '', 3));
    expect(posts()).toEqual(['New']);
    expect(told().at(-1)).toMatch(/^1 entry would go to @journal .*\n- notes\/elsewhere.md$/s);
    await press('Only from now on');
    const today = new Date(bot.clock.now()).toISOString().slice(0, 10);
    await bot.save('notes/today.md', `---\ndate: ${today}\n---\n\nToday\n`);
    expect(posts()).toEqual(['New', 'Today']);
    await rm(join(bot.content, 'notes/n1.md'));
    await bot.save('notes/again.md', note('Note 1', '', 2));
    expect(posts()).toEqual(['New', 'Today']);
    expect(told().at(-1)).toContain('- notes/again.md');
  });

  test('not now: the question stays, and what is published in chat goes out meanwhile', async () => {
    await write(4);
    await start();
    await press('Not now');
    expect(asked('All, oldest first')).toHaveLength(1);
    expect(asked('Not now')).toEqual([]);
    await bot.owner.sends(bot.owner, 'Said in chat');
    await bot.idle();
    const saved = bot.said().find(({ text }) => text.startsWith('Saved as '));
    if (!saved) throw new Error('no acknowledgement');
    await bot.owner.presses(saved.message, 'Publish');
    await bot.idle();
    await bot.looked();
    expect(posts()).toEqual(['Said in chat']);
    await press('Only from now on');
    expect(posts()).toEqual(['Said in chat']);
  });

  test('in a channel that shows others, an import is asked about as well', async () => {
    await mirrored(2);
    await write(4, 2);
    await bot.looked();
    expect(posts()).toHaveLength(2);
    expect(told()).toEqual([expect.stringMatching(/^4 entries would go to @journal at once\. /)]);
    await press('All, oldest first');
    expect(posts()).toHaveLength(6);
  });

  test('a button of a question that has changed since does nothing', async () => {
    await write(4);
    await start();
    await bot.stop();
    bot.edit('UPDATE owner_notices SET version = version + 1');
    await start();
    await press('All, oldest first');
    expect(posts()).toEqual([]);
    expect(asked('All, oldest first')).toHaveLength(1);
  });

  test('scheduled entries whose dates come while the bot is away go out', async () => {
    for (const day of [2, 3, 4, 5])
      await bot.write(`notes/n${day}.md`, note(`Day ${day}`).replace('02-01', `03-0${day}`));
    await start();
    await bot.stop();
    bot.clock.advance(7 * 24 * 60 * 60_000);
    await start();
    expect(posts()).toEqual(['Day 2', 'Day 3', 'Day 4', 'Day 5']);
    const days = [2, 3, 4, 5].map((day) => `Published in notes/n${day}\\.md\\..*`);
    expect(told()).toEqual([expect.stringMatching(RegExp(`^${days.join('\n')}$`))]);
  });
});

describe('another address in site.yaml', () => {
  test('stops all, asks once, and goes on with a word', async () => {
    await mirrored(2);
    await bot.change('site.yaml', 'journal.example', 'other.example');
    await write(1, 2);
    await bot.looked();
    expect([changes(), posts()]).toEqual([[], ['Note 0', 'Note 1']]);
    expect(told()).toEqual([
      expect.stringMatching(
        /^@journal shows the journal https:\/\/journal\.example, and site\.yaml/,
      ),
    ]);
    expect(told()[0]).toContain('write "formerly: https://journal.example" into site.yaml');
    await press('It is the same journal');
    expect(posts()).toHaveLength(3);
    expect(bot.api.messages(bot.channel)[0]?.text).toContain('https://other.example/');
  });

  test('that is the same place in another protocol needs no word', async () => {
    await mirrored(2);
    await bot.change('site.yaml', 'https://journal', 'http://journal');
    await bot.looked();
    expect(told()).toEqual([]);
    expect(bot.api.messages(bot.channel)[0]?.text).toContain('http://journal.example/');
  });

  test('that names the one before needs no word, and links lead to where the journal is', async () => {
    await mirrored(1);
    const moved = 'url: https://other.example/blog\nformerly: [https://journal.example]';
    await bot.change('site.yaml', 'url: https://journal.example', moved);
    await bot.save('notes/z.md', note('[First](https://journal.example/notes/0/)'));
    expect(told()).toEqual([]);
    const [first, second] = bot.api.messages(bot.channel);
    expect(first?.text).toContain('https://other.example/blog/notes/');
    expect(JSON.stringify(second?.entities)).toContain('https://other.example/blog/notes/0/');
  });

  test('before anything is posted needs no word', async () => {
    await start();
    await bot.change('site.yaml', 'journal.', 'other.');
    await write(1);
    await bot.looked();
    expect([posts(), told()]).toEqual([['Note 0'], []]);
  });
});

test('a question that cannot be asked holds all the same, and is asked as soon as it can be', async () => {
  bot.api.fault({ method: 'sendMessage', kind: { status: 400 }, times: 1 });
  await write(4);
  await start();
  await eventually(() => asked('Not now').length === 1, 'the question');
  expect(posts()).toEqual([]);
});
