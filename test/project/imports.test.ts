import { describe, expect, it } from 'vitest';
import { reachOf, wrongImports } from './imports.ts';

describe('a wrong import is found', () => {
  it.each([
    ['src/journal/a.ts', `import { z } from 'astro/zod';`, 'astro/zod: the core is pure'],
    [
      'src/journal/a.ts',
      `import type { Loader } from 'astro/loaders';`,
      'astro/loaders: the core is pure',
    ],
    ['src/journal/a.ts', `import { x } from 'astro:content';`, 'astro:content: the core is pure'],
    ['src/journal/a.ts', `import rss from '@astrojs/rss';`, '@astrojs/rss: the core is pure'],
    ['src/journal/a.ts', `import { Bot } from 'grammy';`, 'grammy: the core is pure'],
    [
      'src/journal/a.ts',
      `import type { Update } from '@grammyjs/types';`,
      '@grammyjs/types: the core is pure',
    ],
    ['src/journal/a.ts', `import { readFileSync } from 'node:fs';`, 'node:fs: the core is pure'],
    ['src/journal/a.ts', `import 'node:fs/promises';`, 'node:fs/promises: the core is pure'],
    ['src/journal/a.ts', `import fs from 'fs';`, 'fs: the core is pure'],
    ['src/journal/a.ts', `const fs = await import('node:fs');`, 'node:fs: the core is pure'],
    ['src/journal/a.ts', `const fs = require('fs/promises');`, 'fs/promises: the core is pure'],
    ['src/journal/a.ts', `import fs = require('node:fs');`, 'node:fs: the core is pure'],
    ['src/journal/a.ts', `export { readFile } from 'node:fs';`, 'node:fs: the core is pure'],
    [
      'src/journal/a.ts',
      "const quote = /[`]/;\nexport * from 'node:fs';",
      'node:fs: the core is pure',
    ],
    ['src/journal/a.ts', `export * from 'node:fs';`, 'node:fs: the core is pure'],
    ['src/journal/a.ts', `let a: import('node:fs').Stats;`, 'node:fs: the core is pure'],
    ['src/journal/a.ts', `import { env } from 'node:process';`, 'node:process: the core is pure'],
    ['src/journal/a.ts', `await import(name);`, '?: nobody can tell where it leads'],
    [
      'src/journal/a.ts',
      `import { x } from '../site.ts';`,
      '../site.ts: the core imports only itself',
    ],
    [
      'src/journal/schema/a.ts',
      `import { x } from '../../loader/x.ts';`,
      '../../loader/x.ts: the core imports only itself',
    ],
    [
      'src/loader/a.ts',
      `import { x } from '../../bot/main.ts';`,
      '../../bot/main.ts: the site does not know the bot',
    ],
    [
      'src/loader/a.ts',
      `import { x } from '../../test/journal/sample.ts';`,
      '../../test/journal/sample.ts: nothing that runs imports the tests',
    ],
    [
      'src/routes/a.astro',
      `---\nimport x from '../../bot/x.ts';\n---\n<p>{x}</p>`,
      '../../bot/x.ts: the site does not know the bot',
    ],
    [
      'bot/a.ts',
      `import { x } from '../src/loader/bodies.ts';`,
      '../src/loader/bodies.ts: the bot imports of the site only #journal/*',
    ],
    [
      'bot/a.ts',
      `import { x } from '../src/journal/slug.ts';`,
      '../src/journal/slug.ts: the bot imports of the site only #journal/*',
    ],
    [
      'bot/a.ts',
      `import type { x } from '../src/site.ts';`,
      '../src/site.ts: the bot imports of the site only #journal/*',
    ],
    [
      'bot/a.ts',
      `export * from '../telegram-double/index.ts';`,
      '../telegram-double/index.ts: nothing that runs imports the tests',
    ],
    ['bot/a.ts', `import { x } from 'astro';`, 'astro: the bot does not know Astro'],
  ])('%s: %s', (file, source, problem) => {
    expect(wrongImports(reachOf(file, source))).toEqual([`${file} imports ${problem}`]);
  });

  it.each([
    'const zone = process.env.TZ;',
    `const { TZ } = process.env;`,
    'globalThis.process.env.TZ;',
    `const root = process.cwd();`,
    'import.meta.env.MODE;',
  ])('src/journal/a.ts: %s', (source) => {
    expect(wrongImports(reachOf('src/journal/a.ts', source))).toEqual([
      'src/journal/a.ts reads process: the core is pure',
    ]);
  });
});

describe('a right import is left alone', () => {
  it.each([
    ['src/journal/a.ts', `import * as z from 'zod'; import { x } from './schema/entrySchema.ts';`],
    ['src/journal/a.ts', `import { x } from '#journal/address/slug.ts';`],
    ['src/journal/a.ts', `const text = "import x from 'node:fs'"; // process.env`],
    ['src/journal/a.ts', `const job = { process: 1 }; job.process;`],
    ['src/loader/a.ts', `import { readFile } from 'node:fs/promises'; process.env.X;`],
    [
      'bot/a.ts',
      `import { x } from '#journal/address/slug.ts'; import { y } from './b.ts'; import 'grammy';`,
    ],
  ])('%s: %s', (file, source) => {
    expect(wrongImports(reachOf(file, source))).toEqual([]);
  });
});
