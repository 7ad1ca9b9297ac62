import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { requireAstro } from '../../src/build/reachable.ts';
import { temporaryFolder } from '../load/temporary.ts';

const manifest = 'node_modules/astro/package.json';

it('Astro is reached in the project, or above it', async () => {
  const ours = await readFile(fileURLToPath(new URL(`../../${manifest}`, import.meta.url)), 'utf8');
  const folder = await temporaryFolder({ [manifest]: ours, 'a/b/c.md': '' });
  expect(() => requireAstro(folder)).not.toThrow();
  expect(() => requireAstro(join(folder, 'a/b'))).not.toThrow();
});

it('where a package manager keeps it out of reach, that is told with what to do', async () => {
  const folder = await temporaryFolder({
    'node_modules/.pnpm/astro@7.3.5/node_modules/astro/package.json': '{}',
  });
  expect(() => requireAstro(folder)).toThrow(
    /^Astro cannot be found from .*"nodeLinker: hoisted" into pnpm-workspace\.yaml.*"npm install astro@7\.\d+\.\d+"\.$/,
  );
});

it('where a project has another one of its own, that is told, and the one that it takes', async () => {
  const folder = await temporaryFolder({ [manifest]: '{ "version": "7.0.1" }' });
  expect(() => requireAstro(folder)).toThrow(
    /is Astro 7\.0\.1, .* goes by Astro (7\.\d+\.\d+), .* Run "npm install astro@\1"; "npm uninstall astro" then /,
  );
});
