import { readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { copyFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Phone, phone } from '../owner/chatWorld.ts';
import { eventually } from '../world.ts';

let owner: Phone;

beforeEach(async () => {
  owner = await phone();
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** Waits until the bot says that it ends, and until it has. */
async function ending(): Promise<string> {
  const words = await eventually(() => {
    owner.clock.advance(20_000);
    return owner.texts().find((text) => text.startsWith('The bot ends: '));
  }, 'the end');
  const error = await owner.stop().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(words).toBe(`The bot ends: ${error instanceof Error ? error.message : ''}`);
  return words;
}

/** Has the disk take no new database until the end of it is asked for. */
function fullDisk(): { ends(): void } {
  const { prepare } = DatabaseSync.prototype;
  const spy = vi.spyOn(DatabaseSync.prototype, 'prepare');
  spy.mockImplementation(function (this: DatabaseSync, sql) {
    if (!sql.startsWith('VACUUM')) return prepare.call(this, sql);
    const full = { code: 'ERR_SQLITE_ERROR', errcode: 13 };
    throw Object.assign(new Error('database or disk is full'), full);
  });
  return { ends: () => void spy.mockRestore() };
}

test.each([false, true])(
  'the bot ends where its database is removed, and leaves all that was in it in a new one, once there is room for that (full disk: %s)',
  async (isFull) => {
    await owner.say('A note');
    const [saved] = owner.said();
    const disk = isFull ? fullDisk() : undefined;
    rmSync(owner.state, { recursive: true });
    if (disk) {
      await owner.passing(
        () => owner.texts().some((text) => /cannot write to disk.*: the disk is full/.test(text)),
        'the word of the disk',
      );
      expect(readdirSync(owner.state)).toEqual([]);
      disk.ends();
    }
    expect(await ending()).toMatch(
      /bot\.sqlite was removed while the bot ran\. .*start the bot again/,
    );
    expect(readdirSync(owner.state)).toContain('bot.sqlite');
    expect(statSync(join(owner.state, 'bot.sqlite')).mode & 0o777).toBe(0o600);
    owner.run();
    if (saved) await owner.replyTo(saved.message, 'More');
    expect(owner.texts().findLast((text) => text.startsWith('Added'))).toMatch(/^Added to notes\//);
  },
);

test('the bot ends where another database is put in the place of its own, and goes on with that one', async () => {
  await owner.idle();
  const path = join(owner.state, 'bot.sqlite');
  await copyFile(path, `${path}.backup`);
  await rename(`${path}.backup`, path);
  expect(await ending()).toMatch(/bot\.sqlite was replaced by another file while the bot ran/);
});

test.each<[string, () => void]>([
  ['loses a table', () => owner.edit('DROP TABLE inbox')],
  [
    'is cut off',
    () => {
      for (const name of ['bot.sqlite', 'bot.sqlite-wal']) truncateSync(join(owner.state, name));
    },
  ],
])('the bot ends, with what to do, where its database %s', async (_, damage) => {
  await owner.idle();
  damage();
  await owner.me.sends(owner.me, 'A note');
  expect(await ending()).toMatch(/bot\.sqlite is (damaged|empty).*put a backup of the folder/);
});
