import { availableParallelism, tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { emptyIfLarge } from './test/compiledCache.ts';
import { gitSettings } from './test/gitSettings.ts';
import { LongestFirst } from './test/longestFirst.ts';
import { makeRunFolder } from './test/memoryFolder.ts';

const memory = makeRunFolder();
// Half of what a command takes to start is the compiling of its modules, the same for each of hundreds.
const compiled = fileURLToPath(new URL('node_modules/.cache/compiled', import.meta.url));
emptyIfLarge(compiled);
process.env['NODE_COMPILE_CACHE'] ??= compiled;
Object.assign(process.env, gitSettings);

/** Where most tests put their files. The package is installed on the disk, where packages can be linked. */
const inMemory =
  memory === undefined ? {} : { TMPDIR: memory, SCROLLBACK_TMPDIR: resolve(tmpdir()) };

/** Properties look at other cases each time; at the same ones where a seed is named, as `.ci/run` does. */
const seeded = process.env['SCROLLBACK_SEED'] === undefined ? {} : { setupFiles: ['test/seed.ts'] };

/** Plays the minute of the demo: `npm run test:long` does, too. */
const demo = 'test/browser/demo.test.ts';

/** `npm run test:quick` leaves out what is lengthy. */
const isQuick = process.env['SCROLLBACK_QUICK'] === '1';

/** Files that take a second or more each: what many texts, threads, processes and chance find. */
const lengthy = [
  'test/build/output/folderLock.test.ts',
  'test/build/siteCode.test.ts',
  'test/cards/cards.test.ts',
  'test/cards/drawCard.test.ts',
  'test/import/formats/hugo.test.ts',
  'test/import/formats/obsidian.test.ts',
  'test/import/formats/wordpress.test.ts',
  'test/import/html/markdownHtml.test.ts',
  'test/import/kept.test.ts',
  'test/journal/address/pathRules.test.ts',
  'test/journal/address/slug.test.ts',
  'test/journal/fault/limits.test.ts',
  'test/journal/fault/suggestion.test.ts',
  'test/load/damagedPictures.test.ts',
  'test/load/draftFaults.test.ts',
  'test/load/fileNames.test.ts',
  'test/load/knownFaults.test.ts',
  'test/load/openFiles.test.ts',
  'test/load/renderInTwo.test.ts',
  'test/load/wanted.test.ts',
  'test/project/documents.test.ts',
  'test/project/imports.test.ts',
  'test/project/package.test.ts',
  'test/project/props.test.ts',
  'test/project/rooms.test.ts',
  'test/related/similarAgain.test.ts',
  'test/render/growth.test.ts',
  'test/render/html/balance.test.ts',
  'test/render/inline/punctuation.test.ts',
  'test/search/searchWork.test.ts',
  'test/view/pageKeys.test.ts',
];

/** Once from a message to a page, a post and back, through the commands themselves. */
const loop = 'test/bot/wholeLoop.test.ts';

/** What `npm run test:quick` looks at. */
const quick = [
  'test/{build,cache,cards,demo,feeds,files,import,journal,load,look,media,project,related,render,replace,search,start,terminal,threads,view}/**/*.test.ts',
  loop,
];

/** What stands in TypeScript is what Node runs: what it compiled of it once serves all workers, and nothing is translated first. */
const asNodeLoads = { viteModuleRunner: false, nodeLoader: false };

/**
 * Threads that tidy the memory of a worker take the processors from other workers: it does so itself, and seldom.
 */
const execArgv = ['--single-threaded-gc', '--max-semi-space-size=64'];

/** `npm test` runs all of these; `npx vitest run FILES` runs some. */
export default defineConfig({
  test: {
    // One more than there are processors: some tests wait, for a build, a process, a page or Telegram. Each worker loads all that
    // it tests, and is slow until it has run it a few times: more of them take longer.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    execArgv,
    experimental: asNodeLoads,
    include: isQuick ? quick : ['test/**/*.test.ts', 'telegram-double/**/*.test.ts'],
    exclude: [
      ...(process.env['SCROLLBACK_DEMO'] === undefined ? [demo] : []),
      ...(isQuick ? lengthy : []),
    ],
    // What tests of the site share: one process that builds, one Chromium, and one site of the fixture journal.
    globalSetup: ['test/shared/globalSetup.ts'],
    ...seeded,
    env: inMemory,
    // Nothing here keeps state between files; loading the parsers once saves most of the time.
    isolate: false,
    testTimeout: 240_000,
    hookTimeout: 300_000,
  },
});
