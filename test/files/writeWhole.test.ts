import files, { readdir, readFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { writeWhole } from '../../src/files/writeWhole.ts';
import { temporaryFolder } from '../load/temporary.ts';

const { link, writeFile } = files;
let hasLinks = true;

/** As a memory card is, which gives no file a second name, and whose last room a copy would take. */
beforeEach(() => {
  const failed = (code: string) => Promise.reject(Object.assign(new Error(code), { code }));
  vi.spyOn(files, 'link').mockImplementation((from, to) =>
    hasLinks ? link(from, to) : failed('EPERM'),
  );
  vi.spyOn(files, 'copyFile').mockImplementation(async (_, to) => {
    await writeFile(to, 'Wo');
    return failed('ENOSPC');
  });
  syncBuiltinESMExports();
});

afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

it.each([true, false])(
  'a file is there whole, and one that is there stays (a disk with links: %s)',
  async (hasThem) => {
    const folder = await temporaryFolder();
    hasLinks = hasThem;
    const path = join(folder, 'a/b.md');
    await writeWhole(path, 'Words.', true);
    expect(await readFile(path, 'utf8')).toBe('Words.');
    await expect(writeWhole(path, 'Others.')).rejects.toThrow(/EEXIST/);
    expect(await readFile(path, 'utf8')).toBe('Words.');
    expect(await readdir(join(folder, 'a'))).toEqual(['b.md']);
  },
);
