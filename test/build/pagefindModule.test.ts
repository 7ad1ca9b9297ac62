import { createLogger, createServer } from 'vite';
import { expect, it, onTestFinished } from 'vitest';
import { pagefindModule } from '../../src/build/pagefindModule.ts';
import { temporaryFolder } from '../load/temporary.ts';

it.each(['', '/blog', '/caf%C3%A9'])(
  'a dev server below %j looks for dependencies without an error',
  async (base) => {
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
      plugins: [pagefindModule(base)],
    });
    onTestFinished(() => server.close());
    const { depsOptimizer } = server.environments.client;
    await depsOptimizer?.init();
    await depsOptimizer?.scanProcessing;
    expect(depsOptimizer).toBeDefined();
    expect(errors).toEqual([]);
  },
);
