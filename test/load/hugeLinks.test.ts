import * as fileSystem from 'node:fs/promises';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type ContentFolder, readContentFolder } from '#journal/content/folder.ts';
import { formatFault } from '#journal/fault/fault.ts';
import { temporaryFolder } from './temporary.ts';

const read = (root: string) => readContentFolder(root, fileSystem);

/** Each fault on a line, with a `!` before what stops. */
const told = ({ faults }: ContentFolder) =>
  faults.map((fault) => `${fault.draft || fault.warning ? '' : '!'}${formatFault(fault)}`).sort();

test.each(['/', '/proc', '/proc/self/fd', '/sys', '/dev', '..'])(
  'a link to %s is told, and nothing behind it is read',
  async (target) => {
    const root = await temporaryFolder({ 'j/site.yaml': 's', 'j/notes/a.md': 'a', 'b.md': 'b' });
    await symlink(target === '..' ? root : target, join(root, 'j/notes/all'));
    const folder = await read(join(root, 'j'));
    expect([...folder.names]).toEqual(['notes/a.md', 'site.yaml']);
    expect(folder.unread).toEqual(['notes/all']);
    expect(told(folder)).toEqual([
      'notes/all:1: a link to a folder that the journal lies in, or to one of the system, which is not read; expected a link to a folder with files of the journal alone; remove it, or let it lead to the folder that is meant',
    ]);
  },
);

test('a link to more than anybody wants is told, and the links after it are', async () => {
  const elsewhere = await temporaryFolder({ 'deep/c.md': 'c' });
  const root = await temporaryFolder({ 'site.yaml': 's', 'notes/a.md': 'a' });
  await symlink(elsewhere, join(root, 'notes/all'));
  await symlink(elsewhere, join(root, 'notes/zz'));
  const [item] = await fileSystem.readdir(join(elsewhere, 'deep'), { withFileTypes: true });
  if (!item) throw new Error('expected a file');
  const many = Array.from({ length: 100_001 }, (_, at) =>
    Object.assign(Object.create(item), { name: `${at}.md` }),
  );
  const folder = await readContentFolder(root, {
    ...fileSystem,
    readdir: async (path, options) =>
      path.endsWith('/deep') ? many : fileSystem.readdir(path, options),
  });
  expect([...folder.names]).toEqual(['notes/a.md', 'site.yaml']);
  expect(folder.unread).toEqual(['notes/all']);
  expect(told(folder)).toEqual([
    expect.stringMatching(/^!notes\/all:1: .* more than 100000 names lie behind links; /),
  ]);
});
