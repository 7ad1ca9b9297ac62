import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FolderLock } from '../../../src/build/output/folderLock.ts';
import { temporaryFolder } from '../../load/temporary.ts';

const module = JSON.stringify(
  new URL('../../../src/build/output/folderLock.ts', import.meta.url).href,
);

/** Another process that takes the lock, says so, and does what `then` says. */
function other(folder: string, then: string) {
  const code = `
    const { FolderLock } = await import(${module});
    try {
      const lock = new FolderLock(${JSON.stringify(folder)});
      lock.begin();
      console.log('has it');
      ${then}
    } catch (error) { console.log(error.message); }`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code]);
  child.stderr.pipe(process.stderr);
  return child;
}

const forLong = 'setInterval(() => {}, 1000);';

it('one process at a time has a folder, and the next is told which', async () => {
  const folder = await temporaryFolder();
  const child = other(folder, forLong);
  await once(child.stdout, 'data');
  expect(() => new FolderLock(folder)).toThrow(
    `Another build (process ${child.pid}) is at work in ${folder}. Nothing was built. Run this again when that one has ended, or end it first.`,
  );
  child.kill('SIGKILL');
  await once(child, 'close');
  const lock = new FolderLock(folder);
  expect(lock.isLeftover).toBe(true);
  lock.release();
  expect(await readdir(folder)).toEqual([]);
});

it('the end of a process gives the folder up, with nothing left in it', async () => {
  const folder = await temporaryFolder();
  const child = other(folder, 'process.exit(1);');
  await once(child, 'close');
  expect(await readdir(folder)).toEqual([]);
  const lock = new FolderLock(folder);
  expect(lock.isLeftover).toBe(false);
  lock.release();
});

it('of many that come at once and go again, no two have the folder', async () => {
  const folder = await temporaryFolder();
  const held = JSON.stringify(join(folder, 'held'));
  const turns = `
      const { mkdirSync, rmdirSync } = await import('node:fs');
      for (let turn = 0; turn < 300; turn++) {
        let mine;
        try { mine = new FolderLock(${JSON.stringify(folder)}); } catch { continue; }
        mkdirSync(${held});
        rmdirSync(${held});
        mine.release();
      }
      console.log('done');`;
  const children = [1, 2, 3].map(() => other(folder, `lock.release();${turns}`));
  const said = await Promise.all(
    children.map(async ({ stdout }) => (await stdout.toArray()).join('')),
  );
  // Who came too late for the first turn was told so.
  expect(said.filter((words) => /EEXIST|ENOENT|cannot/.test(words))).toEqual([]);
  expect(said.filter((words) => words.endsWith('done\n')).length).toBeGreaterThan(0);
  expect(await readdir(folder)).toEqual([]);
});

it('what is no lock in its place is told', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, '.build.lock'), 'words that are no database'.repeat(100));
  expect(() => new FolderLock(folder)).toThrow('Nothing was built. Delete that file');
});
