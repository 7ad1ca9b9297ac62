import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { installedText } from '../../src/files/installed.ts';
import { temporaryFolder } from '../load/temporary.ts';

const patch = `diff --git a/node_modules/@a/b/c.js b/node_modules/@a/b/c.js
--- a/node_modules/@a/b/c.js
+++ b/node_modules/@a/b/c.js
@@ -1 +1 @@
-one
+two
`;

it('a file of a package that a patch changes counts as installed anew, and no other file does', async () => {
  const folder = await temporaryFolder({
    'node_modules/.package-lock.json': '{}',
    'node_modules/@a/b/c.js': 'one',
    'node_modules/d/e.js': 'one',
    'patches/@a+b+1.0.0.patch': patch,
  });
  const packages = join(folder, 'node_modules');
  const before = installedText(packages);
  await writeFile(join(packages, 'd/e.js'), 'two');
  expect(installedText(packages)).toBe(before);
  await writeFile(join(packages, '@a/b/c.js'), 'two');
  const patched = installedText(packages);
  expect(patched).not.toBe(before);
  await rm(join(folder, 'patches'), { recursive: true });
  expect(installedText(packages)).not.toBe(patched);
});

it.each([
  ['removes', '--- a/node_modules/d/e.js\n+++ /dev/null\n'],
  ['moves', 'rename from node_modules/d/e.js\nrename to node_modules/d/f.js\n'],
])('a file that a patch %s counts, too', async (_, patch) => {
  const folder = await temporaryFolder({
    'node_modules/d/e.js': 'one',
    'patches/d+1.0.0.patch': patch,
  });
  const packages = join(folder, 'node_modules');
  const before = installedText(packages);
  await rm(join(packages, 'd/e.js'));
  expect(installedText(packages)).not.toBe(before);
});

it('a file of the name of the folder of patches is none', async () => {
  const folder = await temporaryFolder({ 'node_modules/d/e.js': 'one', patches: 'For the sails.' });
  expect(installedText(join(folder, 'node_modules'))).toBe(installedText(join(folder, 'empty')));
});
