import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { needsSync } from '../../src/build/projectConfig.ts';
import { temporaryFolder } from '../load/temporary.ts';

const types = { '.astro/types.d.ts': '', 'src/pages/own.astro': '' };

const own = await readFile(new URL('../../astro.config.mjs', import.meta.url), 'utf8');

it.each([
  ['without a configuration', {}],
  ['with that of a clone', { 'astro.config.mjs': own }],
  [
    'with a component of its own',
    {
      'astro.config.mjs': own.replace(
        '()',
        "({ components: { Base: './components/Base.astro' } })",
      ),
    },
  ],
])(
  'a journal %s whose types are written down is built without a look for collections of content',
  async (_, files) => {
    expect(needsSync({ root: await temporaryFolder({ ...types, ...files }) })).toBe(false);
  },
);

it.each([
  ['types that are not written yet', { 'src/pages/own.astro': '' }],
  ['collections', { ...types, 'src/content.config.ts': '' }],
  ['collections that are read as they are asked for', { ...types, 'src/live.config.mjs': '' }],
  ['collections as Astro had them before', { ...types, 'src/content/config.ts': '' }],
  ['source elsewhere', { ...types, 'astro.config.ts': "export default { srcDir: 'site' };" }],
  [
    'what a configuration has from a file of its own',
    { ...types, 'astro.config.ts': "import own from './own.ts';\nexport default own;" },
  ],
])('Astro looks for %s first', async (_, files) => {
  expect(needsSync({ root: await temporaryFolder(files) })).toBe(true);
});

it('Astro looks for all where the configuration is in a file of another name', async () => {
  const root = await temporaryFolder(types);
  expect(needsSync({ root, configFile: 'own.config.ts' })).toBe(true);
});
