import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { FaultKind } from '../../../telegram-double/index.ts';
import { type LiveBot, liveBot } from '../liveBot.ts';
import { eventually } from '../world.ts';

let bot: LiveBot;

const bytes = Buffer.from('the whole of a file, from its beginning to its end');
const send = () =>
  bot.owner.sendsMedia(bot.owner, {
    kind: 'document',
    bytes,
    file_name: 'words.txt',
    caption: 'Words',
  });
const downloads = () => bot.api.calls('download').length;
const states = () => bot.rows('SELECT state, attempts FROM inbox');

/** Moves the clock until something has come about. */
const inTime = <T>(look: () => T | undefined, what: string, step = 10_000) =>
  eventually(() => {
    bot.clock.advance(step);
    return look();
  }, what);

/** Every file beside the drafts that is no Markdown. */
async function filesBeside(): Promise<string[]> {
  const names = await readdir(bot.content, { recursive: true, withFileTypes: true });
  return names
    .filter((one) => one.isFile() && !/\.(md|yaml)$/.test(one.name))
    .map((one) => one.name);
}

const faults: readonly (readonly [string, 'before' | 'after', FaultKind])[] = [
  ['is reset', 'before', 'reset'],
  ['is reset in the middle', 'after', 'cut'],
  ['is answered with 502', 'before', { status: 502 }],
  ['is answered with 429', 'before', { retryAfterSeconds: 3 }],
  ['brings half of the file as if that were all', 'after', 'short'],
  ['is never answered', 'before', 'hang'],
  ['stops in the middle', 'after', 'stall'],
];

test.each(faults)(
  'a download that %s is done again: the file is whole, and nothing half-written stays',
  async (_, when, kind) => {
    bot = await liveBot();
    bot.api.fault({ method: 'download', when, kind });
    await send();
    await eventually(() => downloads() === 1, 'a download');
    expect(await filesBeside()).toEqual([]);
    await inTime(() => downloads() === 2, 'another download');
    await eventually(() => bot.texts()[0], 'an acknowledgement');
    expect(bot.texts()).toEqual([expect.stringMatching(/^Saved as /)]);
    const [name = ''] = await filesBeside();
    expect(await filesBeside()).toHaveLength(1);
    const [note = ''] = await bot.notes();
    expect(await readFile(join(bot.content, dirname(note), name))).toEqual(bytes);
    expect(await bot.read(note)).toContain('Words');
    expect(states()).toEqual([{ state: 'settled', attempts: 1 }]);
    expect(bot.logged()).not.toContain(bot.api.token);
  },
);

test('a download that fails for good is told in answer to the message, which is kept; others go on', async () => {
  bot = await liveBot();
  bot.api.fault({ method: 'download', when: 'after', kind: 'cut', times: 8 });
  const message = await send();
  await bot.owner.sends(bot.owner, 'Another');
  await eventually(() => bot.texts()[0], 'the other');
  await inTime(() => bot.texts().length > 1, 'a word', 60_000);
  const told = bot.said().find(({ text }) => text.includes('set it aside'));
  expect(told?.text).toContain('The file could not be fetched from Telegram');
  expect(told?.message.reply_to_message?.message_id).toBe(message.message_id);
  expect(downloads()).toBe(8);
  expect(await filesBeside()).toEqual([]);
  expect(states()).toContainEqual({ state: 'failed', attempts: 8 });
});

test('a stop ends a download that hangs at once; it does not count, and the next start fetches the file', async () => {
  bot = await liveBot();
  bot.api.fault({ method: 'download', kind: 'hang' });
  await send();
  await eventually(() => downloads() === 1, 'a download');
  await bot.stop();
  expect(states()).toEqual([{ state: 'pending', attempts: 0 }]);
  bot.run();
  await eventually(() => bot.texts()[0], 'an acknowledgement');
  expect(await filesBeside()).toHaveLength(1);
  expect(states()).toEqual([{ state: 'settled', attempts: 0 }]);
});
