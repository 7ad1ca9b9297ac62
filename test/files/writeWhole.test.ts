import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { writeWhole } from '../../src/files/writeWhole.ts';
import { temporaryFolder } from '../load/temporary.ts';

const disk = vi.hoisted(() => ({ hasLinks: true }));

/** As a memory card is, which gives no file a second name, and whose last room a copy would take. */
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const failed = (code: string) => Promise.reject(Object.assign(new Error(code), { code }));
  const link: typeof real.link = (from, to) =>
    disk.hasLinks ? real.link(from, to) : failed('EPERM');
  const copyFile: typeof real.copyFile = async (_, to) => {
    await real.writeFile(to, 'Wo');
    return failed('ENOSPC');
  };
  return { ...real, link, copyFile };
});

afterEach(() => {
  disk.hasLinks = true;
});

it.each([true, false])(
  'a file is there whole, and one that is there stays (a disk with links: %s)',
  async (hasLinks) => {
    const folder = await temporaryFolder();
    disk.hasLinks = hasLinks;
    const path = join(folder, 'a/b.md');
    await writeWhole(path, 'Words.', true);
    expect(await readFile(path, 'utf8')).toBe('Words.');
    await expect(writeWhole(path, 'Others.')).rejects.toThrow(/EEXIST/);
    expect(await readFile(path, 'utf8')).toBe('Words.');
    expect(await readdir(join(folder, 'a'))).toEqual(['b.md']);
  },
);
