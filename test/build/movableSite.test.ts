import { join } from 'node:path';
import { build, createLogger, createServer } from 'vite';
import { expect, it, onTestFinished } from 'vitest';
import { movableAddresses, pagefindModule } from '../../src/build/movableSite.ts';
import { temporaryFolder } from '../load/temporary.ts';

it('a dev server looks for dependencies without an error', async () => {
  const root = await temporaryFolder({
    'search.js': "export const index = () => import('/pagefind/pagefind.js');\n",
  });
  const errors: string[] = [];
  const server = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    customLogger: { ...createLogger('silent'), error: (words) => errors.push(words) },
    server: { middlewareMode: true, watch: null, ws: false },
    optimizeDeps: { entries: ['search.js'] },
    plugins: [pagefindModule('_astro')],
  });
  onTestFinished(() => server.close());
  const { depsOptimizer } = server.environments.client;
  await depsOptimizer?.init();
  await depsOptimizer?.scanProcessing;
  expect(depsOptimizer).toBeDefined();
  expect(errors).toEqual([]);
});

it('a site finds the index of its search from its scripts, below whatever path', async () => {
  const root = await temporaryFolder({
    'search.js': "export const index = () => import('/pagefind/pagefind.js');\n",
  });
  const built = await build({
    root,
    base: '/blog/',
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      rolldownOptions: { input: join(root, 'search.js'), preserveEntrySignatures: 'strict' },
    },
    plugins: [pagefindModule('_astro/of/mine')],
  });
  expect(JSON.stringify(built)).toContain('import(`../../../pagefind/pagefind.js`)');
});

it('style sheets name their fonts from where they lie, but for what a project’s own rule says', () => {
  const inStyle = { type: 'asset', hostType: 'css', hostId: '_astro/a.css', ssr: false } as const;
  const elsewhere = (file: string) =>
    file.endsWith('.png') ? `https://pictures.example/${file}` : undefined;
  const addressOf = movableAddresses('_astro', { experimental: { renderBuiltUrl: elsewhere } });
  expect(addressOf('_astro/face.woff2', inStyle)).toBe('face.woff2');
  expect(addressOf('_astro/a.png', inStyle)).toBe('https://pictures.example/_astro/a.png');
});
