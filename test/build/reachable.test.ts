import { join } from 'node:path';
import { expect, it } from 'vitest';
import { requireAstro } from '../../src/build/reachable.ts';
import { temporaryFolder } from '../load/temporary.ts';

it('Astro is reached in the project, or above it', async () => {
  const folder = await temporaryFolder({ 'node_modules/astro/package.json': '{}', 'a/b/c.md': '' });
  expect(() => requireAstro(folder)).not.toThrow();
  expect(() => requireAstro(join(folder, 'a/b'))).not.toThrow();
});

it('where a package manager keeps it out of reach, that is told with what to do', async () => {
  const folder = await temporaryFolder({
    'node_modules/.pnpm/astro@7.3.5/node_modules/astro/package.json': '{}',
  });
  expect(() => requireAstro(folder)).toThrow(
    /^Astro cannot be found from .*"nodeLinker: hoisted" into pnpm-workspace\.yaml/,
  );
});
