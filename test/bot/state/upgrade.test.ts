import { cp, mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { latestVersion } from '../../../bot/state/migrations.ts';
import { eventually, makeWorld } from '../world.ts';

/** A journal that the last version kept, and its state: a note from chat that is posted. */
const before = resolve(import.meta.dirname, '../../fixtures/version-0.1.0');

it('a state of version 0.1.0 is taken over: what it knows as posted is not posted again, and the bot goes on', async () => {
  const world = await makeWorld();
  const { api, owner, channel, content, state } = world;
  await cp(join(before, 'content'), content, { recursive: true });
  await mkdir(state, { recursive: true });
  const file = join(state, 'bot.sqlite');
  const old = new DatabaseSync(file, { enableForeignKeyConstraints: false });
  old.exec(await readFile(join(before, 'state.sql'), 'utf8'));
  old.close();

  const bot = world.start();
  // Telegram goes on counting where it was; here the chat begins anew, with numbers that the state knows.
  for (const text of ['One', 'Two', 'Three', 'Said to the new version.'])
    await owner.sends(owner, text);
  await eventually(async () => {
    const texts = (await world.notes()).map((note) => world.read(note));
    return (await Promise.all(texts)).some((text) => text.includes('Said to the new'));
  }, 'the draft of a new message');
  await bot.end('SIGTERM');
  expect(api.messages(channel)).toEqual([]);

  const database = new DatabaseSync(file);
  expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: latestVersion() });
  expect(database.prepare('SELECT file FROM copies').all()).toEqual([
    { file: expect.stringMatching(/^notes\/2026-01-29-\d+\.md$/) },
  ]);
  database.close();
});
