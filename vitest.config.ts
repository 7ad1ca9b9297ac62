import { defineConfig } from 'vitest/config';

/** `npm test` runs all of these; `npx vitest run --project unit` runs one. */
export default defineConfig({
  test: {
    // Most of the time goes to processes that the tests start and wait for.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'test/{cards,dev,journal,markdown,loader,project,relations,search,terminal}/**/*.test.ts',
          ],
          // Nothing here keeps state between files; loading the parsers once saves most of the time.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'site',
          include: ['test/site/**/*.test.ts'],
          globalSetup: ['test/site/globalSetup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/site/globalSetup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'bot',
          include: ['test/bot/**/*.test.ts', 'test/botApi/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
