import * as fileSystem from 'node:fs/promises';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContentFolder } from '#journal/folder.ts';
import { temporaryFolder } from './temporary.ts';

test('a linked folder is read like any other, once, and hidden names are passed over', async () => {
  const elsewhere = await temporaryFolder({ 'a.md': 'a' });
  const root = await temporaryFolder({
    'site.yaml': 's',
    'notes/b.md': 'b',
    '.git/x.md': 'x',
    '_hidden.md': 'x',
  });
  await symlink(elsewhere, join(root, 'notes/2026'));
  await symlink(root, join(elsewhere, 'round'));
  const { texts, onDisk } = await readContentFolder(root, fileSystem);
  expect(texts.map(({ file, source }) => [file, source])).toEqual([
    ['notes/2026/a.md', 'a'],
    ['notes/b.md', 'b'],
    ['site.yaml', 's'],
  ]);
  expect(onDisk('notes/2026/a.md')).toBe(join(root, 'notes/2026/a.md'));
});

test('a link that leads nowhere stops the reading: its entries must not look deleted', async () => {
  const root = await temporaryFolder({ 'site.yaml': 's' });
  await mkdir(join(root, 'notes'));
  await symlink(join(root, 'gone'), join(root, 'notes/2026'));
  await writeFile(join(root, 'notes/a.md'), 'a');
  await expect(readContentFolder(root, fileSystem)).rejects.toThrow(
    'notes/2026 is a link that leads nowhere',
  );
});
