import { lstat, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { replaceFile } from '../../src/files/replaceFile.ts';
import { temporaryFolder } from '../load/temporary.ts';

it('a link stays one, and the file to which it leads is another', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'elsewhere'));
  await writeFile(join(folder, 'elsewhere/real.md'), 'a');
  const path = join(folder, 'one.md');
  await symlink('elsewhere/real.md', path);
  replaceFile(path, 'b', Buffer.from('c'));
  expect((await lstat(path)).isSymbolicLink()).toBe(true);
  expect(await readFile(path, 'utf8')).toBe('bc');
  expect(await readdir(join(folder, 'elsewhere'))).toEqual(['real.md']);
});

it('where it fails, nothing is left of it', async () => {
  const folder = await temporaryFolder();
  // It takes the place of no folder.
  await mkdir(join(folder, 'a.md'));
  expect(() => replaceFile(join(folder, 'a.md'), 'b')).toThrow(/EISDIR|EEXIST|ENOTEMPTY|EPERM/);
  expect(await readdir(folder)).toEqual(['a.md']);
});

it.runIf(process.platform === 'linux')('a file that is written is closed', async () => {
  const folder = await temporaryFolder();
  const open = async () => (await readdir('/proc/self/fd')).length;
  const before = await open();
  for (let time = 0; time < 40; time++) replaceFile(join(folder, 'a.md'), 'a');
  expect(await open()).toBeLessThan(before + 20);
});
