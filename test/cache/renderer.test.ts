import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { codeDigest } from '../../src/cache/renderer.ts';
import { temporaryFolder } from '../load/temporary.ts';

it('a digest of code is another one with each module, were it a link, and not with types', async () => {
  const elsewhere = await temporaryFolder({ 'linked.js': '1' });
  const folder = await temporaryFolder({ 'in/a.ts': '1', 'in/a.d.ts': '1', 'b.md': '1' });
  await symlink(join(elsewhere, 'linked.js'), join(folder, 'linked.js'));
  const before = codeDigest(folder);
  const changed = async (file: string, root = folder) => {
    await writeFile(join(root, file), '2');
    return codeDigest(folder) !== before;
  };
  expect(await changed('in/a.d.ts')).toBe(false);
  expect(await changed('linked.js', elsewhere)).toBe(true);
  expect(await changed('in/a.ts')).toBe(true);
});
