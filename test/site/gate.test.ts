import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { filesBelow } from '../../src/files/outputFolder.ts';
import { temporaryFolder } from '../load/temporary.ts';
import { built, fixtureJournal } from './build.ts';

/** Files in whose name or bytes the fixture's canary sings. Everything hidden in it says "canary". */
async function canaries(folder: string): Promise<string[]> {
  const files = await filesBelow(folder);
  const bytes = await Promise.all(
    files.map(async (file) => unpacked(await readFile(join(folder, file))).toString('latin1')),
  );
  return files.filter((file, at) => /canary/i.test(file + bytes[at]));
}

/** The files of the search are compressed. */
function unpacked(bytes: Buffer): Buffer {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

it('time alone publishes what was scheduled, and no draft', async () => {
  const folder = await temporaryFolder();
  const output = join(folder, 'dist');
  const options = { content: fixtureJournal, output, cache: join(folder, 'cache') };
  await built({ ...options, now: '2026-05-31T23:00:00Z' });
  expect(await canaries(output)).toEqual([]);

  await built({ ...options, now: '2026-06-02T00:00:00Z' });
  const singing = await canaries(output);
  expect(singing.some((file) => file.startsWith('pagefind/'))).toBe(true);
  const seen = singing.filter((file) => !/\.(xml|json)$|^pagefind\//.test(file));
  expect(seen.map((file) => file.replace(/\/[0-9a-f]{16}\//, '/…/'))).toEqual([
    '2026/canary-later/index.html',
    '2026/canary-soon/index.html',
    '_files/…/canary.svg',
    '_redirects',
    'archive/2026/06/index.html',
    'archive/2026/index.html',
    'articles/index.html',
    'authors/canary/index.html',
    'authors/index.html',
    'canary-old-3/index.html',
    'canary-old-4/index.html',
    'canary-old-7/index.html',
    'follow/index.html',
    'index.html',
    'notes/canary-later/index.html',
    'notes/index.html',
    'notes/reply/index.html',
    'redirects.nginx.conf',
    'tags/canary-tag/index.html',
    'tags/index.html',
  ]);
});
