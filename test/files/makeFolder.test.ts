import { statSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MadeFolders, makeFolder } from '../../src/files/makeFolder.ts';
import { temporaryFolder } from '../load/temporary.ts';

it('a folder and those around it are made, and made once', async () => {
  const folder = await temporaryFolder();
  for (const _ of [1, 2]) makeFolder(join(folder, 'a/b/c/'));
  expect(statSync(join(folder, 'a/b/c')).isDirectory()).toBe(true);
  await writeFile(join(folder, 'file'), '');
  expect(() => makeFolder(join(folder, 'file'))).toThrow('EEXIST');
  expect(() => makeFolder(join(folder, 'file/x'))).toThrow(/EEXIST|ENOTDIR/);
});

it.runIf(process.platform === 'linux').each(['/proc/x', '/proc/x/y'])(
  'where there can be no folder, as in %s, it ends and says so',
  (folder) => expect(() => makeFolder(folder)).toThrow('ENOENT'),
);

it('of many folders each is there, also one that was removed before the rest was forgotten', async () => {
  const folder = await temporaryFolder();
  const folders = new MadeFolders();
  const paths = ['a/b/c', 'a/b/d', 'a/b', 'a', 'e/f'].map((path) => join(folder, path));
  await writeFile(join(folder, 'file'), '');
  for (const path of [...paths, ...paths]) folders.make(path);
  expect(paths.every((path) => statSync(path).isDirectory())).toBe(true);
  expect(() => folders.make(join(folder, 'file'))).toThrow('EEXIST');
  await rm(join(folder, 'a'), { recursive: true });
  folders.forget();
  folders.make(join(folder, 'a/b/d'));
  expect(statSync(join(folder, 'a/b/d')).isDirectory()).toBe(true);
});
