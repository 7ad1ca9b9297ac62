import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const read = (file: string) =>
  readFile(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8').catch(() => '');

it('the lock file holds no download address, so that any registry will do', async () => {
  const lock = JSON.parse(await read('package-lock.json')) as {
    packages: Record<
      string,
      { resolved?: string; integrity?: string; optional?: boolean; cpu?: string[] }
    >;
  };
  const packages = Object.entries(lock.packages).filter(([name]) => name !== '');
  expect(packages.length).toBeGreaterThan(100);
  expect(packages.filter(([, one]) => one.resolved !== undefined)).toEqual([]);
  // Builds of a package for one kind of processor may be missing in the registry that the lock file was made with.
  const everywhere = packages.filter(([, one]) => !(one.optional && one.cpu));
  expect(
    everywhere.filter(([, one]) => !/^sha512-/.test(one.integrity ?? '')).map(([name]) => name),
  ).toEqual([]);
});

it('every script that the README names is there', async () => {
  const { scripts } = JSON.parse(await read('package.json')) as { scripts: Record<string, string> };
  const builtIn = new Set(['install', 'ci', 'exec', 'init', 'start']);
  const named = [...(await read('README.md')).matchAll(/\bnpm (?:run )?([a-z][\w:-]*)/g)].map(
    ([, name = '']) => name,
  );
  expect(named.filter((name) => !(name in scripts) && !builtIn.has(name))).toEqual([]);
  expect(scripts).toMatchObject({ build: 'astro build', test: 'vitest run' });
});
