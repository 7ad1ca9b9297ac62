import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Upkeep, type UpkeepTools } from '../../../bot/app/upkeep.ts';
import type { BotConfig } from '../../../bot/base/config.ts';
import { Lock } from '../../../bot/base/lock.ts';
import { createLog } from '../../../bot/base/log.ts';
import { readJournal } from '../../../bot/content/contentFolder.ts';
import type { Syndication } from '../../../bot/mirror/syndication.ts';
import { PublishBacklog } from '../../../bot/publish/publishBacklog.ts';
import type { PublishHook } from '../../../bot/publish/publishHook.ts';
import { Schedule } from '../../../bot/publish/scheduledEntries.ts';
import { openDatabase } from '../../../bot/state/database.ts';
import { temporaryFolder } from '../../load/temporary.ts';

type Carried = Parameters<PublishHook>;

/** Upkeep of one note that the channel holds; what is carried on goes to `carried`. */
async function upkeepOf(writeBack: Syndication['writeBack']) {
  const folder = await temporaryFolder();
  const database = openDatabase(folder);
  onTestFinished(() => database.close());
  const carried: Carried[] = [];
  const told: string[] = [];
  const backlog = new PublishBacklog(database);
  const schedule = new Schedule(database);
  const hook: PublishHook = async (...given) => void carried.push(given);
  const tools: Partial<UpkeepTools> = {
    config: { contentFolder: folder, publish: { mode: 'none' } } as BotConfig,
    log: createLog(() => undefined, [], Date.now),
    lock: new Lock(),
    schedule,
    tellOwner: async (text) => void told.push(text),
    syndication: { writeBack } as Syndication,
    backlog,
    publishHook: backlog.noting(hook),
    onDisk: (file) => join(folder, file),
  };
  const atNextStart = () => new PublishBacklog(database);
  const upkeep = new Upkeep(tools as UpkeepTools);
  return { upkeep, schedule, carried, told, hook, folder, atNextStart, backlog, database };
}

const subject = 'Note where entries are syndicated';

test('what a crash kept from being carried on, right after syndication was written, is carried on at the next start', async () => {
  const { upkeep, carried, hook, folder, atNextStart } = await upkeepOf(async (tell) => {
    await tell('notes/a.md');
    throw new Error('killed');
  });
  await expect(upkeep.syndicate()).rejects.toThrow('killed');
  await atNextStart().carryOn(hook);
  expect(carried).toEqual([[[join(folder, 'notes/a.md')], subject, false]]);
});

test('what cannot be written down, as on a full disk, is told, and nothing of it begun', async () => {
  const { carried, hook, backlog, database } = await upkeepOf(async () => []);
  // As there, it fails once all of the statement is done, where that is to be kept.
  database.exec(`CREATE TABLE unkept (draft REFERENCES drafts (id) DEFERRABLE INITIALLY DEFERRED);
    CREATE TRIGGER full AFTER INSERT ON owed_files BEGIN INSERT INTO unkept VALUES (0); END`);
  await expect(backlog.noting(hook)(['notes/a.md'], 'Publish')).rejects.toThrow(/FOREIGN KEY/);
  expect([carried, backlog.isThere()]).toEqual([[], false]);
});

test.each([
  ['where it was written: once', ['notes/a.md'], 1],
  ['not where it could not be written', [], 0],
])('syndication is carried on %s, and nothing is outstanding then', async (_, written, times) => {
  const { upkeep, carried, atNextStart } = await upkeepOf(async (tell) => {
    await tell('notes/a.md');
    return written;
  });
  await upkeep.syndicate();
  expect([carried.length, atNextStart().isThere()]).toEqual([times, false]);
});

test('entries whose date has come are carried on, and told, once, though two looks find them', async () => {
  const { upkeep, schedule, carried, told, folder } = await upkeepOf(async () => []);
  await writeFile(join(folder, 'site.yaml'), 'title: A journal\nurl: https://journal.example\n');
  await mkdir(join(folder, 'notes'));
  const files = ['notes/a.md', 'notes/b.md'];
  for (const file of files)
    await writeFile(join(folder, file), '---\ndate: 2026-01-02\n---\n\nA\n');
  const { journal } = await readJournal(folder);
  schedule.look(journal.entries, [], 0);
  await Promise.all([upkeep.carryOnDue(files), upkeep.carryOnDue(files)]);
  expect(carried.map(([paths]) => paths)).toEqual(files.map((file) => [join(folder, file)]));
  expect(
    told
      .join('\n')
      .match(/notes\/[ab]\.md/g)
      ?.sort(),
  ).toEqual(files);
});
