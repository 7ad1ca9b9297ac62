import { lstatSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FolderLock } from '../../../src/build/output/folderLock.ts';
import { stampAt } from '../../../src/build/output/look.ts';
import { LookAhead } from '../../../src/build/output/lookAhead.ts';
import { WrittenOutput } from '../../../src/build/output/writtenOutput.ts';
import { temporaryFolder, writeFiles } from '../../load/temporary.ts';

const names = ['a/index.html', 'b/d.txt', 'feed.xml'];

/** A folder that a build left a moment ago, and how it left its files. */
async function left() {
  const folder = join(await temporaryFolder(), 'dist');
  await writeFiles(folder, Object.fromEntries(names.map((name) => [name, name])));
  const stamps = new Map(names.map((name) => [name, stampAt(join(folder, name)) ?? '']));
  return { folder, stamps };
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
  const { folder, stamps } = await left();
  await writeFile(join(folder, 'a/index.html'), 'edited');
  await writeFiles(folder, { 'b/e.txt': '' });
  await rm(join(folder, 'feed.xml'));
  await quiet(folder);
  const ahead = LookAhead.begin({ folder, stamps });
  expect(await ahead?.looked()).toEqual({
    others: ['a/index.html', 'b/e.txt'],
    absent: ['feed.xml'],
  });
  expect(ahead?.isValid).toBe(true);
});

it('what it found counts for nothing once another build has had the folder', async () => {
  const { folder, stamps } = await left();
  await quiet(folder);
  const ahead = LookAhead.begin({ folder, stamps });
  takeAndGiveUp(folder);
  await quiet(folder);
  expect(ahead?.isValid).toBe(false);
});

it('nobody looks ahead at a folder that another build has, and at none', async () => {
  const { folder, stamps } = await left();
  const lock = new FolderLock(folder);
  lock.begin();
  await quiet(folder);
  expect(LookAhead.begin({ folder, stamps })).toBeUndefined();
  lock.release();
  expect(LookAhead.begin({ folder: join(folder, 'none'), stamps })).toBeUndefined();
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
