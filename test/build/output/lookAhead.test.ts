import { lstatSync } from 'node:fs';
import { rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FolderLock } from '../../../src/build/output/folderLock.ts';
import { stampAt } from '../../../src/build/output/look.ts';
import { LookAhead } from '../../../src/build/output/lookAhead.ts';
import { WrittenOutput } from '../../../src/build/output/writtenOutput.ts';
import { keepFile } from '../../../src/files/keptFile.ts';
import { namesBelow } from '../../../src/files/outputFolder.ts';
import { isSettled } from '../../../src/files/stampedFile.ts';
import { temporaryFolder, writeFiles } from '../../load/temporary.ts';

const names = ['a/index.html', 'b/d.txt', 'feed.xml'];

/** A folder that a build left a moment ago, and how it left its files. */
async function left() {
  const folder = join(await temporaryFolder(), 'dist');
  await writeFiles(folder, Object.fromEntries(names.map((name) => [name, name])));
  const list = join(folder, '../written.json');
  const files = names.map((name) => [name, { stamp: stampAt(join(folder, name)) }]);
  keepFile(list, JSON.stringify({ files }));
  return { folder, list };
}

/** Nobody looks ahead where somebody may be at work still. */
async function quiet(folder: string): Promise<void> {
  await expect.poll(() => Date.now() - lstatSync(folder).ctimeMs).toBeGreaterThan(100);
}

/** Another build has the folder for a while. */
function takeAndGiveUp(folder: string): void {
  const lock = new FolderLock(folder);
  lock.begin();
  lock.release();
}

it('a thread finds what was edited, what came and what went', async () => {
  const { folder, list } = await left();
  await writeFile(join(folder, 'a/index.html'), 'edited');
  await writeFiles(folder, { 'b/e.txt': '' });
  await rm(join(folder, 'feed.xml'));
  await quiet(folder);
  const ahead = LookAhead.begin({ folder, list });
  expect(await ahead?.looked()).toEqual({
    others: ['a/index.html', 'b/e.txt'],
    absent: ['feed.xml'],
  });
  expect(ahead?.isValid).toBe(true);
});

it('what it found counts for nothing once another build has had the folder', async () => {
  const { folder, list } = await left();
  await quiet(folder);
  const ahead = LookAhead.begin({ folder, list });
  takeAndGiveUp(folder);
  await quiet(folder);
  expect(ahead?.isValid).toBe(false);
});

it('another build is seen behind a link, too', async () => {
  const { folder, list } = await left();
  const link = join(folder, '../link');
  await symlink(folder, link);
  await quiet(folder);
  const ahead = LookAhead.begin({ folder: link, list });
  expect(ahead?.isValid).toBe(true);
  takeAndGiveUp(folder);
  expect(ahead?.isValid).toBe(false);
});

it('nobody looks ahead at a folder that another build has, and at none', async () => {
  const { folder, list } = await left();
  const lock = new FolderLock(folder);
  lock.begin();
  await quiet(folder);
  expect(LookAhead.begin({ folder, list })).toBeUndefined();
  lock.release();
  expect(LookAhead.begin({ folder: join(folder, 'none'), list })).toBeUndefined();
});

it.each([
  ['which is left alone meanwhile', () => undefined, []],
  ['which another build has meanwhile', takeAndGiveUp, ['b/d.txt']],
])(
  'a build that looks ahead at a folder %s makes what has to be made',
  async (_, meanwhile, made) => {
    const folder = join(await temporaryFolder(), 'dist');
    const list = join(folder, '../written.json');
    const first = new WrittenOutput(folder, list);
    await first.clear();
    for (const name of names) await first.write(name, name, name);
    first.keep(names);
    await quiet(folder);
    const next = new WrittenOutput(folder, list);
    next.lookAhead(1);
    meanwhile(folder);
    if (made.length > 0) await writeFile(join(folder, 'b/d.txt'), 'of another build');
    next.taken();
    await next.clear();
    expect(names.filter((name) => !next.holds(name, name))).toEqual(made);
  },
);

it('of a build that ends between, what it left is known', async () => {
  const folder = join(await temporaryFolder(), 'dist');
  const build = () => new WrittenOutput(folder, join(folder, '../written.json'));
  const [first, next] = [build(), build()];
  next.lookAhead();
  expect(next.isKnown()).toBe(false);
  await first.clear();
  for (const name of ['.well-known/a.txt', ...names]) await first.write(name, name, name);
  first.keep(['.well-known/a.txt', ...names]);
  next.taken();
  expect(next.isKnown()).toBe(true);
  await next.clear();
  expect(names.filter((name) => !next.holds(name, name))).toEqual([]);
  expect(await namesBelow(folder)).toEqual(names);
});

it.each([
  [1_234, 1_333, false],
  [1_234, 1_334, true],
  // Of whole seconds, nobody knows whether the disk tells any other.
  [1_000, 2_999, false],
  [1_000, 3_000, true],
  // The clock was set back.
  [5_001, 1_000, false],
])(
  'of a folder that changed at %d ms it is known at %d ms whether a change shows: %j',
  (changed, now, is) => {
    expect(isSettled(changed, now)).toBe(is);
  },
);
