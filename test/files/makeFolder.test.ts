import { statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { makeFolder } from '../../src/files/makeFolder.ts';

it('a folder and those around it are made, and made once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'scrollback-folder-'));
  onTestFinished(() => rm(folder, { recursive: true }));
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
