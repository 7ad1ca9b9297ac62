import { pathToFileURL } from 'node:url';
import type { AstroConfig } from 'astro';
import { expect, it } from 'vitest';
import { hasUsualFolders, isPlain, usualConfig } from '../../src/build/siteConfig.ts';
import { temporaryFolder } from '../load/temporary.ts';

const plain = `import { scrollback } from './src/build/integration.ts';
export default { integrations: [scrollback()], vite: {} };`;

async function configOf(text: string, integrations = ['scrollback', '@astrojs/mdx']) {
  const folder = await temporaryFolder({ 'astro.config.mjs': text });
  return {
    root: pathToFileURL(`${folder}/`),
    adapter: undefined,
    integrations: integrations.map((name) => ({ name, hooks: {} })),
  } as unknown as AstroConfig;
}

it('a configuration of ours follows from its text', async () => {
  expect(isPlain(await configOf(plain))).toBe(true);
});

it.each([
  ['the environment', `${plain} process.env.X;`],
  ['a module of its own', `import x from './x.ts';\n${plain}`],
  ['a module beside the project', `import x from '../x.ts';\n${plain}`],
  ['a module by a name that is made up', `await import(name);\n${plain}`],
  ['another output folder', plain.replace('vite', 'outDir: "public_html", vite')],
])('one with %s does not', async (_, text) => {
  expect(isPlain(await configOf(text))).toBe(false);
});

it('other integrations may do anything', async () => {
  expect(isPlain(await configOf(plain, ['scrollback', '@astrojs/sitemap']))).toBe(false);
});

it('of a configuration that has another folder of source or of public files, that is seen', () => {
  const usual = usualConfig('/journal', {});
  expect(hasUsualFolders({ ...usual, outputFolder: '/journal/other/' })).toBe(true);
  for (const folder of ['sourceFolder', 'publicFolder'])
    expect(hasUsualFolders({ ...usual, [folder]: '/journal/other/' })).toBe(false);
});
