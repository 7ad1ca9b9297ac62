import files from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { GrammyError, HttpError } from 'grammy';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { troubleIn } from '../../../bot/base/trouble.ts';
import { type LiveBot, liveBot } from '../liveBot.ts';
import { eventually } from '../world.ts';

/** What of the disk fails, if anything does, and with which code. */
const disk = { fails: undefined as string | undefined, under: '' };
const { open } = files;

beforeEach(() => {
  vi.spyOn(files, 'open').mockImplementation((path, flags, mode) => {
    if (disk.fails === undefined || flags !== 'wx' || !String(path).includes(disk.under))
      return open(path, flags, mode);
    const words = `${disk.fails}: it cannot be written, open '${path}'`;
    return Promise.reject(Object.assign(new Error(words), { code: disk.fails }));
  });
  syncBuiltinESMExports();
});

afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  disk.fails = undefined;
  disk.under = '';
});

/** Lets time go by as a bot would live through it. */
async function wait(one: LiveBot, minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute++) {
    await one.idle();
    one.clock.advance(60_000);
  }
  await one.idle();
}

test.each([
  ['ENOSPC', 60],
  ['EROFS', 8],
  ['EACCES', 8],
  ['EIO', 8],
])(
  '%s for %i minutes: messages wait in their order, with a word at the beginning and one when it is over',
  async (code, minutes) => {
    const one = await liveBot();
    disk.fails = code;
    await one.owner.sends(one.owner, '/article Tides');
    await one.owner.sends(one.owner, 'First paragraph.');
    await one.owner.sends(one.owner, 'Second paragraph.');
    await wait(one, minutes / 2);
    expect(one.texts()).toHaveLength(1);
    expect(one.texts()[0]).toContain(`I cannot write to disk: ${code}`);
    await one.stop();
    one.run();
    await wait(one, minutes / 2);
    expect(one.texts()).toHaveLength(1);
    disk.fails = undefined;
    await wait(one, 2);
    const again = one.texts().filter((text) => text.startsWith('I can write to disk again'));
    expect(again).toHaveLength(1);
    expect(one.texts().at(-1)).toBe(again[0]);
    const text = await one.read('articles/tides.md');
    expect(text).toMatch(/First paragraph\.\n\nSecond paragraph\.\n$/);
    expect(one.rows("SELECT * FROM inbox WHERE state <> 'settled'")).toEqual([]);
  },
);

const day = '---\ndate: 2026-02-01\n---\n\n';
const firstWords = (one: LiveBot) => one.texts().map((text) => text.split(/[:.]/)[0]);
const beginAndEnd = ['I cannot write to disk', 'I can write to disk again'];

test('where posts are written back to the entries, the owner hears of the disk once, and once when it is over', async () => {
  const one = await liveBot();
  disk.fails = 'EROFS';
  await one.write('notes/a.md', `${day}One\n`);
  await one.write('notes/b.md', `${day}Two\n`);
  await wait(one, 4);
  await one.stop();
  one.run();
  await wait(one, 4);
  expect(firstWords(one)).toEqual(beginAndEnd.slice(0, 1));
  disk.fails = undefined;
  await wait(one, 2);
  expect(firstWords(one)).toEqual(beginAndEnd);
  expect(await one.read('notes/b.md')).toContain('https://t.me/journal/');
});

test('a full disk under the state is told once, whatever else there is to tell, and once when it is over', async () => {
  const one = await liveBot();
  await one.write('notes/a.md', `${day}One\n`);
  await one.write('notes/b.md', '---\ndate: 2026-02-01\ntgas: x\n---\n\nTwo\n');
  const full = Object.assign(new Error('database or disk is full'), {
    code: 'ERR_SQLITE_ERROR',
    errcode: 13,
  });
  const run = vi.spyOn(StatementSync.prototype, 'run').mockImplementation(() => {
    throw full;
  });
  for (let minute = 0; minute < 5; minute++) {
    const before = one.logged().split('could not be mirrored').length;
    await eventually(() => {
      one.clock.advance(20_000);
      return one.logged().split('could not be mirrored').length > before;
    }, 'a look that fails');
  }
  expect(firstWords(one)).toEqual(beginAndEnd.slice(0, 1));
  run.mockRestore();
  await one.looked();
  expect(one.api.messages(one.channel)).toHaveLength(1);
  expect(firstWords(one).filter((words) => beginAndEnd.includes(words ?? ''))).toEqual(beginAndEnd);
});

test('what changes nothing is answered meanwhile', async () => {
  const one = await liveBot();
  disk.fails = 'ENOSPC';
  await one.owner.sends(one.owner, 'A note');
  await one.idle();
  await one.owner.sends(one.owner, '/status');
  await eventually(() => one.texts().length === 2, 'the answer');
  expect(one.texts()[1]).toContain('Inbox: 1 waiting');
});

test('one folder that cannot be written to holds what comes later for ten minutes, not for ever', async () => {
  const one = await liveBot();
  disk.fails = 'EACCES';
  disk.under = '/articles/';
  await one.owner.sends(one.owner, '/article Tides');
  await one.owner.sends(one.owner, '/note A note');
  await wait(one, 3);
  expect(await one.notes()).toEqual([]);
  await wait(one, 12);
  expect(await one.notes()).toHaveLength(1);
  disk.fails = undefined;
  await wait(one, 2);
  expect(await one.read('articles/tides.md')).toContain('title: Tides');
});

test('a fault in handling one message blocks nothing, is told with its place, and /retry takes it up again', async () => {
  const one = await liveBot();
  disk.fails = 'EINVAL';
  const message = await one.owner.sends(one.owner, 'Poison');
  await one.idle();
  disk.under = 'nothing';
  await one.owner.sends(one.owner, 'A note');
  await one.idle();
  expect(await one.notes()).toHaveLength(1);
  disk.under = '';
  for (let attempt = 0; attempt < 8; attempt++) {
    await one.idle();
    one.clock.advance(301_000);
  }
  await one.idle();
  const told = one.said().at(-1);
  expect(told?.text).toContain(
    `I could not deal with a message of yours (“Poison”), message ${message.message_id} of chat 1001, and have set it aside`,
  );
  expect(told?.text).toContain('/retry');
  disk.fails = undefined;
  // Its first answer is lost.
  one.api.fault({ method: 'sendMessage', kind: { status: 502 } });
  await one.owner.sends(one.owner, '/retry');
  await one.idle();
  await one.wait(61_000);
  expect(one.texts()).toContain('One message is tried again. /status shows what is left.');
  expect(one.texts()).not.toContain('Nothing is set aside.');
  expect(await one.notes()).toHaveLength(2);
  await one.owner.sends(one.owner, '/retry');
  await one.idle();
  expect(one.texts().at(-1)).toBe('Nothing is set aside.');
});

describe('what stands in the way of an update', () => {
  const full = () => {
    const database = new DatabaseSync(':memory:');
    database.exec('PRAGMA max_page_count = 2; CREATE TABLE a (b)');
    try {
      for (;;) database.exec('INSERT INTO a VALUES (zeroblob(1000))');
    } catch (error) {
      return error;
    }
  };
  const refused = (code: number, retryAfter?: number) =>
    new GrammyError(
      'x',
      {
        ok: false,
        error_code: code,
        description: 'x',
        ...(retryAfter !== undefined && { parameters: { retry_after: retryAfter } }),
      },
      'sendMessage',
      {},
    );

  test.each([
    ['a full database', full(), { with: 'disk', isMet: 'always' }],
    [
      'a full disk behind another error',
      new Error('x', { cause: Object.assign(new Error('y'), { code: 'ENOSPC' }) }),
      { with: 'disk', isMet: 'always' },
    ],
    [
      'a file that may not grow any further',
      Object.assign(new Error('x'), { code: 'EFBIG' }),
      { with: 'disk', isMet: 'always' },
    ],
    [
      'too many open files',
      Object.assign(new Error('x'), { code: 'EMFILE' }),
      { with: 'disk', isMet: 'a while' },
    ],
    ['a broken line', new HttpError('x', new Error('y')), { with: 'telegram', isMet: 'once' }],
    ['a 429', refused(429, 35), { with: 'telegram', isMet: 'always', waitMilliseconds: 36_000 }],
    ['a 400', refused(400), undefined],
    ['a bug', new TypeError('x is undefined'), undefined],
  ])('%s', (_, error, trouble) => {
    if (trouble) expect(troubleIn(error)).toMatchObject(trouble);
    else expect(troubleIn(error)).toBeUndefined();
  });
});
