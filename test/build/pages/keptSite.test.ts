import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isSound, keepSite, readKept } from '../../../src/build/pages/keptSite.ts';
import { temporaryFolder } from '../../load/temporary.ts';

it('a bundle takes the place of the one before, whatever a killed process of the same number left', async () => {
  const bundle = await temporaryFolder({ 'server/entry.mjs': 'one', 'assets/a.css': '' });
  const caches = await temporaryFolder({
    'site/site.json': '{}',
    [`site.${process.pid}.old/site.json`]: '{}',
    [`site.${process.pid}.new/bundle/half.mjs`]: '',
  });
  const folder = join(caches, 'site');
  const told = {
    entry: join(bundle, 'server/entry.mjs'),
    code: 'c',
    documents: 'd',
    program: '/program',
    installed: ['astro/package.json'],
    config: {},
    pages: [],
  };
  await keepSite(folder, told, join(bundle, 'assets'));
  expect(readdirSync(caches)).toEqual(['site']);
  const kept = readKept(folder);
  expect(kept).toMatchObject({ code: 'c', documents: 'd' });
  expect(kept?.files.map(([name]) => name).sort()).toEqual(['assets/a.css', 'bundle/entry.mjs']);
  expect(kept && (await isSound(folder, kept))).toBe(true);
  const installed = { files: ['astro/package.json', 'astro/gone.js'], digest: '' };
  expect(kept && (await isSound(folder, { ...kept, installed }))).toBe(false);
  writeFileSync(join(folder, 'bundle/entry.mjs'), 'two');
  expect(kept && (await isSound(folder, kept))).toBe(false);
});
