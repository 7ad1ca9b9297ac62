import { join } from 'node:path';
import { expect, it } from 'vitest';
import { moveAssets } from '../../../src/build/pages/bundleAssets.ts';
import { filesBelow } from '../../../src/files/outputFolder.ts';
import { temporaryFolder } from '../../load/temporary.ts';

const files = {
  'dist/.prerender/_astro/a.css': 'a',
  'dist/.prerender/entry.mjs': '',
  'else/b': '',
};
const bundle = 'dist/.prerender';

it.each([
  ['that lies elsewhere has them', 'else', ['_astro/a.css', 'b']],
  [
    'around the bundle gets them by Astro',
    'dist',
    Object.keys(files)
      .slice(0, 2)
      .map((file) => file.slice('dist/'.length)),
  ],
  ['that is not there yet has them, too', 'later', ['_astro/a.css']],
])('what pages load: an output folder %s', async (_, output, expected) => {
  const folder = await temporaryFolder(files);
  await moveAssets(join(folder, bundle), join(folder, output), ['_astro/a.css']);
  expect(await filesBelow(join(folder, output))).toEqual(expected);
  const left = await filesBelow(join(folder, bundle));
  expect(left).toEqual(output === 'dist' ? ['_astro/a.css', 'entry.mjs'] : ['entry.mjs']);
});
