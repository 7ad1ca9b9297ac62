import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Upkeep, type UpkeepTools } from '../../../bot/app/upkeep.ts';
import type { Syndication } from '../../../bot/mirror/syndication.ts';
import { PublishBacklog } from '../../../bot/publish/publishBacklog.ts';
import type { PublishHook } from '../../../bot/publish/publishHook.ts';
import { openDatabase } from '../../../bot/state/database.ts';
import { temporaryFolder } from '../../load/temporary.ts';

type Carried = Parameters<PublishHook>;

/** Upkeep of one note that the channel holds; what is carried on goes to `carried`. */
async function upkeepOf(writeBack: Syndication['writeBack']) {
  const folder = await temporaryFolder();
  const database = openDatabase(folder);
  onTestFinished(() => database.close());
  const carried: Carried[] = [];
  const backlog = new PublishBacklog(database);
  const hook: PublishHook = async (...given) => void carried.push(given);
  const tools: Partial<UpkeepTools> = {
    syndication: { writeBack } as Syndication,
    backlog,
    publishHook: backlog.noting(hook),
    onDisk: (file) => join(folder, file),
  };
  const atNextStart = () => new PublishBacklog(database);
  return { upkeep: new Upkeep(tools as UpkeepTools), carried, hook, folder, atNextStart };
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
