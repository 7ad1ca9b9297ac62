import {
  chmod,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changeFile, readIfThere, writeFileAtomic } from '../../../bot/content/files.ts';
import { nameBeside } from '../../../bot/message/attachment.ts';
import { temporaryFolder } from '../../load/temporary.ts';

const added = (text = '') => `${text}more\n`;

test.each([
  ['216 bytes', `${'a'.repeat(213)}.md`],
  ['all that a file system takes', `${'語'.repeat(84)}.md`],
])('a file whose name has %s is changed', async (_, name) => {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, 'a\n');
  await changeFile(path, added);
  expect(await readFile(path, 'utf8')).toBe('a\nmore\n');
});

test('a link stays one, and the file behind it is changed', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'elsewhere'));
  await writeFile(join(folder, 'elsewhere/real.md'), 'a\n');
  await symlink('elsewhere/real.md', join(folder, 'one.md'));
  await symlink('one.md', join(folder, 'two.md'));
  await changeFile(join(folder, 'two.md'), added);
  expect(await readlink(join(folder, 'two.md'))).toBe('one.md');
  expect(await readlink(join(folder, 'one.md'))).toBe('elsewhere/real.md');
  expect(await readFile(join(folder, 'elsewhere/real.md'), 'utf8')).toBe('a\nmore\n');
  expect(await readdir(join(folder, 'elsewhere'))).toEqual(['real.md']);
});

test('a link that leads nowhere yet leads to the file afterwards', async () => {
  const folder = await temporaryFolder();
  await symlink('new/a.md', join(folder, 'a.md'));
  await writeFileAtomic(join(folder, 'a.md'), 'a\n');
  expect((await lstat(join(folder, 'a.md'))).isSymbolicLink()).toBe(true);
  expect(await readFile(join(folder, 'new/a.md'), 'utf8')).toBe('a\n');
});

test('a link that leads to itself is told, and left', async () => {
  const folder = await temporaryFolder();
  await symlink('a.md', join(folder, 'a.md'));
  await expect(writeFileAtomic(join(folder, 'a.md'), 'a')).rejects.toThrow(
    'a.md is a link that leads back to itself. Mend it, or remove it.',
  );
  expect(await readdir(folder)).toEqual(['a.md']);
});

test.skipIf(process.platform === 'win32').each([0o600, 0o640, 0o444, 0o755])(
  'a file keeps its mode: %o',
  async (mode) => {
    const path = join(await temporaryFolder(), 'a.md');
    await writeFile(path, 'a\n');
    await chmod(path, mode);
    await changeFile(path, added);
    expect((await stat(path)).mode & 0o777).toBe(mode);
  },
);

test.each<BufferEncoding>(['latin1', 'utf16le'])(
  'a file in %s is never written again',
  async (encoding) => {
    const path = join(await temporaryFolder(), 'a.md');
    const bytes = Buffer.from('---\ndate: 2026-01-02\n---\n\nUm café\n', encoding);
    await writeFile(path, bytes);
    await expect(changeFile(path, added)).rejects.toThrow(
      /^a\.md:\d: text in .*; expected UTF-8; /,
    );
    await expect(readIfThere(path)).rejects.toThrow('expected UTF-8');
    expect(await readFile(path)).toEqual(bytes);
  },
);

test.each([
  ['notes/a.md', 'photo-12.jpg', 'a-photo-12.jpg'],
  ['notes/a/index.md', 'photo-12.jpg', 'photo-12.jpg'],
  [
    `notes/${'a'.repeat(216)}.md`,
    `${'b'.repeat(40)}-12.jpg`,
    `${'a'.repeat(216)}-${'b'.repeat(31)}-12.jpg`,
  ],
  [`notes/${'a'.repeat(250)}.md`, 'photo-12.jpg', 'photo-12.jpg'],
])('a file beside %s has a name that a file system takes', (draft, name, beside) => {
  const attachment = {
    fileId: '',
    uniqueId: '',
    name,
    kind: 'picture',
    words: '',
    bytes: 1,
  } as const;
  expect(nameBeside(draft, attachment)).toBe(beside);
  expect(Buffer.byteLength(beside)).toBeLessThanOrEqual(255);
});
