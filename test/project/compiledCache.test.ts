import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyIfLarge } from '../compiledCache.ts';
import { temporaryFolder } from '../load/temporary.ts';

it('compiled modules are kept from run to run until they are too many', async () => {
  const folder = await temporaryFolder({ 'v1/a': '', 'v1/b': '', 'v2/c': '' });
  emptyIfLarge(folder, 3);
  expect((await readdir(folder)).sort()).toEqual(['v1', 'v2']);
  emptyIfLarge(folder, 2);
  await expect(readdir(folder)).rejects.toThrow('ENOENT');
  emptyIfLarge(join(folder, 'none'), 2);
});
