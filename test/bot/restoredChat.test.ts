import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, expect, test } from 'vitest';
import { type LiveBot, liveBot } from './liveBot.ts';

let bot: LiveBot;
let copy: string;

beforeEach(async () => {
  bot = await liveBot();
  copy = `${bot.state}-copy`;
});

/** Says something, a second later than what was said before. */
async function say(words: string) {
  bot.clock.advance(1000);
  const message = await bot.owner.sends(bot.owner, words);
  await bot.idle();
  return message;
}

const backUp = () => bot.restart(() => cp(bot.state, copy, { recursive: true }));
const restore = () =>
  bot.restart(async () => {
    await rm(bot.state, { recursive: true });
    await cp(copy, bot.state, { recursive: true });
  });

/** A backup in which updates wait that are dealt with right after it. */
async function backUpWaiting(send: () => Promise<unknown>): Promise<void> {
  await backUp();
  bot.clock.advance(1000);
  await send();
  await bot.idle();
  await bot.restart(async () => {
    const database = new DatabaseSync(join(copy, 'bot.sqlite'));
    database.prepare('ATTACH ? AS later').run(join(bot.state, 'bot.sqlite'));
    const known = 'SELECT update_id FROM main.inbox';
    database.exec(`INSERT INTO inbox SELECT * FROM later.inbox WHERE update_id NOT IN (${known})`);
    database.exec(
      "UPDATE inbox SET state = 'pending' WHERE run_at = (SELECT MAX(run_at) FROM inbox)",
    );
    database.close();
  });
}

test.each(['Publish', 'Discard'])(
  '"%s" under a draft that the state has lost does nothing to a draft that was begun since',
  async (button) => {
    await say('Before');
    await backUp();
    await say('Lost to the state');
    const { message } = bot.withButton(button);
    await restore();
    await say('Begun since');
    const before = [await bot.notes(), await bot.bodies()];
    const query = await bot.owner.presses(message, button);
    await bot.idle();
    expect(bot.owner.answerTo(query)?.text).toBe(
      'I no longer know what this button was for. /drafts shows the drafts.',
    );
    expect([await bot.notes(), await bot.bodies()]).toEqual(before);
    for (const file of await bot.notes()) expect(await bot.read(file)).toContain('draft: true');
  },
);

test.each([
  ['Trains', 'Trains are late'],
  ['Trains', 'Slow trains'],
  ['Trains', 'Late: Trains, more Trains'],
])(
  'an edit of "%s" to "%s" that the file has already is not made in it once more',
  async (old, text) => {
    const message = await say(old);
    await backUpWaiting(() => bot.owner.edits(message, text));
    expect(await bot.bodies()).toEqual([text]);
    await restore();
    expect(await bot.bodies()).toEqual([text]);
    await bot.owner.edits(message, 'And again');
    await bot.idle();
    expect(await bot.bodies()).toEqual(['And again']);
  },
);

test('a message and its edit that wait in a backup, and were dealt with since, are one draft', async () => {
  await backUpWaiting(async () => {
    const message = await bot.owner.sends(bot.owner, 'Trains');
    await bot.owner.edits(message, 'Trains are late');
  });
  expect(await bot.bodies()).toEqual(['Trains are late']);
  await restore();
  expect(await bot.bodies()).toEqual(['Trains are late']);
});

test('a message that waits in a backup, and was edited since, is kept and its twin is named', async () => {
  let message = await say('Before');
  await backUpWaiting(async () => {
    message = await bot.owner.sends(bot.owner, 'Trains');
  });
  await bot.owner.edits(message, 'Delays');
  await bot.idle();
  await restore();
  expect((await bot.bodies()).sort()).toEqual(['Before', 'Delays', 'Trains']);
  expect(bot.texts().at(-1)).toMatch(
    /^Saved as (\S+)-2\.md\nMy memory .* does not know what \1\.md was made of/,
  );
});

test('an edit of a message that the state has lost makes no second draft of it, and says where its words may be', async () => {
  await say('Before');
  await backUp();
  const message = await say('Lost to the state');
  const file = bot.texts().at(-1)?.replace('Saved as ', '') ?? '';
  await restore();
  await bot.owner.edits(message, 'Edited since');
  await bot.idle();
  expect(await bot.bodies()).toEqual(['Before', 'Lost to the state']);
  expect(bot.texts().at(-1)).toBe(
    `I no longer know what became of this message: my memory is that of an older day. ${file} was made in the same second, and your edit is not in it. The edited words are above: put them in by hand, or send them anew.`,
  );
});
