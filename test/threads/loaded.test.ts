import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

/** Prints the names of the packages that a module loads with all that it imports. */
const told = `
  const { registerHooks } = require('node:module');
  const packages = new Set();
  registerHooks({
    load(url, context, next) {
      const [, name] = /.*\\/node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(url) ?? [];
      if (name) packages.add(name);
      return next(url, context);
    },
  });
  import(process.argv[1]).then(() => console.log(JSON.stringify([...packages])));
`;

async function packagesOf(module: string): Promise<readonly string[]> {
  const path = fileURLToPath(new URL(`../../src/${module}`, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', told, path]);
  return JSON.parse(stdout);
}

// Each thread of a build loads its modules anew, none of them compiled before.
it.each([
  ['load/renderWorker.ts', ['zod', 'yaml', 'gray-matter', 'temporal-polyfill', 'parse5']],
  ['feeds/feedWorker.ts', ['zod', 'yaml', 'temporal-polyfill', 'satteri', 'parse5', 'prismjs']],
])('%s loads nothing that its thread has no use for', async (module, needless) => {
  const packages = await packagesOf(module);
  expect(packages).not.toEqual([]);
  expect(packages.filter((name) => needless.includes(name))).toEqual([]);
});
