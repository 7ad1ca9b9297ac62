import fs, { writeFileSync } from 'node:fs';
import { rename, rm, utimes, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { TextFiles } from '../../src/load/textFiles.ts';
import { temporaryFolder } from './temporary.ts';

/** A folder that was written long enough ago, and what reads it. */
async function settled(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = await temporaryFolder(files);
  await pause(150);
  const texts = new TextFiles();
  const path = (file: string) => join(folder, file);
  return { folder, path, read: (file: string) => texts.read(file, path(file)) };
}

it('a text that did not change is not read again', async () => {
  const { read } = await settled({ 'a.md': 'One' });
  const first = read('a.md');
  expect(first).toEqual({ file: 'a.md', source: 'One' });
  expect(read('a.md')).toBe(first);
});

it('a text that was changed a moment before it was read is read again', async () => {
  const { path, read } = await settled({ 'a.md': 'One' });
  await writeFile(path('a.md'), 'Two');
  const first = read('a.md');
  expect(read('a.md')).toEqual(first);
  expect(read('a.md')).not.toBe(first);
});

it.each<[string, (path: (file: string) => string) => Promise<void>]>([
  ['written anew, as long as before', (path) => writeFile(path('a.md'), 'Two')],
  [
    'written anew, with its old time on it',
    async (path) => {
      await writeFile(path('a.md'), 'Two');
      await utimes(path('a.md'), new Date(0), new Date(0));
    },
  ],
  ['replaced by another file', (path) => rename(path('b.md'), path('a.md'))],
])('a text that was %s is the new one', async (_, change) => {
  const { path, read } = await settled({ 'a.md': 'One', 'b.md': 'Two' });
  await utimes(path('a.md'), new Date(0), new Date(0));
  expect(read('a.md')?.source).toBe('One');
  await change(path);
  expect(read('a.md')?.source).toBe('Two');
});

it('a file that has gone, that is a folder or that is not in UTF-8 has no text', async () => {
  const { path, read } = await settled({
    'a.md': 'One',
    'folder/b.md': 'Two',
    'latin.md': new Uint8Array([0x47, 0x72, 0xfc, 0xdf, 0x65]),
  });
  expect(read('a.md')).toBeDefined();
  await rm(path('a.md'));
  expect([read('a.md'), read('folder'), read('latin.md')]).toEqual(Array(3).fill(undefined));
});

/** A folder that was written so long ago that no clock of a disk may have stood still since. */
async function old(files: Readonly<Record<string, string>>) {
  const folder = await temporaryFolder(files);
  const now = Date.now() + 10_000;
  vi.spyOn(Date, 'now').mockReturnValue(now);
  const path = (file: string) => join(folder, file);
  const read = (file: string, before?: string) => new TextFiles().read(file, path(file), before);
  return { path, read };
}

afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

it('a file is known to another process by its stamp, and read when somebody asks for its text', async () => {
  const { path, read } = await old({ 'a.md': 'One' });
  const first = read('a.md');
  const again = read('a.md', first?.stamp);
  expect(again).toMatchObject({ file: 'a.md', stamp: first?.stamp, isSound: true });
  expect(again?.source).toBe('One');
  const unasked = read('a.md', first?.stamp);
  await writeFile(path('a.md'), 'Another');
  expect(() => unasked?.source).toThrow(changedMeanwhile);
  expect(again?.source).toBe('One');

  const changed = read('a.md', first?.stamp);
  expect(changed).toMatchObject({ file: 'a.md', source: 'Another' });
  expect(changed?.isSound).toBeUndefined();
});

const changedMeanwhile = 'a.md was changed while the journal was read: try again';

it.each<[string, (path: string) => void]>([
  ['written', (path) => writeFileSync(path, 'Another')],
  ['removed', (path) => fs.rmSync(path)],
])('a file that is %s at the moment at which its text is read has none', async (_, change) => {
  const { path, read } = await old({ 'a.md': 'One' });
  const unasked = read('a.md', read('a.md')?.stamp);
  vi.spyOn(fs, 'fstatSync').mockImplementationOnce(() => {
    const status = fs.statSync(path('a.md'));
    change(path('a.md'));
    return status;
  });
  syncBuiltinESMExports();
  expect(() => unasked?.source).toThrow(changedMeanwhile);
});

it('a file that may be changed again under its stamp is known to no other process', async () => {
  const { read } = await settled({ 'a.md': 'One' });
  expect(read('a.md')?.stamp).toBeUndefined();
});
