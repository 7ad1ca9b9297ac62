import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroConfig, AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { ViteDevServer } from 'vite';
import { bearClosedReaders } from '#journal/command/output.ts';
import { ContentError, describeFault, isStopping, sortFaults } from '#journal/fault/fault.ts';
import type { Audience } from '#journal/public/publicJournal.ts';
import { digestOf } from '../cache/bodies.ts';
import { allCards } from '../cards/allCards.ts';
import { Cards } from '../cards/cards.ts';
import {
  type LoadOptions,
  loadEnvironmentFile,
  loadOptions,
  readNow,
} from '../files/contentRoot.ts';
import { filesBelow } from '../files/outputFolder.ts';
import { type Caches, openCaches, saveCaches } from '../load/caches.ts';
import { currentJournal, setCurrentJournal } from '../load/current.ts';
import { type LoadResult, loadJournal } from '../load/loadJournal.ts';
import { pagefindModule } from '../search/pagefindModule.ts';
import { checkBuildCommand } from '../terminal/astroFlags.ts';
import { type BuildLog, quietBuild, withoutErrors } from '../terminal/buildLog.ts';
import { endWith, wordsFor } from '../terminal/end.ts';
import { Progress } from '../terminal/progress.ts';
import { buildSummary } from '../terminal/summary.ts';
import { serveAssets } from './dev/assetServer.ts';
import { serveContent } from './dev/contentServer.ts';
import { followScript } from './dev/follow.ts';
import {
  guardPrivateFiles,
  patternsOf,
  privateAddresses,
  type ServedFolders,
} from './dev/privateFiles.ts';
import { isNeedlessLink } from './dev/watchedLinks.ts';
import { mdxModules } from './mdx.ts';
import { finishOutput } from './output/finishOutput.ts';
import type { FolderLock } from './output/folderLock.ts';
import { type OutputPlan, readyOutput } from './output/readyOutput.ts';
import { WrittenOutput } from './output/writtenOutput.ts';

/** What the hooks of one run share. */
interface Run extends OutputPlan {
  readonly options: LoadOptions;
  readonly audience: Audience;
  readonly caches: Caches;
  readonly cards: Cards;
  /** Where the search index is kept from build to build. */
  readonly searchCache: string;
  readonly progress: Progress;
  log: BuildLog;
  /** What keeps other builds out of the folders that this one writes into. */
  locks: readonly FolderLock[];
  /** What a dev server may show of this machine. */
  readonly folders: ServedFolders;
  /** Where Astro keeps unchanged pages: a folder for each pair of content and output folder. */
  readonly pageCache: URL;
}

/**
 * Scrollback as an Astro integration: loads, checks and renders the content folder in plain Node before Astro begins,
 * serves pictures in development, and finishes the output folder.
 */
export function scrollback(): AstroIntegration {
  // Astro asks at each start, so this holds however it was started.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  let run: Run | undefined;
  let first: LoadResult = { loaded: undefined, faults: [], wanted: [] };
  const started = (): Run => {
    if (!run) throw new Error('The scrollback integration was not set up');
    return run;
  };
  return {
    name: 'scrollback',
    hooks: {
      'astro:config:setup': alone(
        async ({ config, command, injectScript, logger, updateConfig }) => {
          // What was built is served as it is, whatever became of the content.
          if (command === 'preview') {
            withoutErrors(logger);
            updateConfig({ vite: { preview: { proxy: privateAddresses } } });
            return;
          }
          run = await beginRun(config, command === 'dev');
          if (command === 'build') beginBuild(run, logger);
          first = await loadFirst(run, command, logger);
          if (command === 'dev') injectScript('page', followScript('import.meta.hot'));
          updateConfig(configOf(run, first, command, fileURLToPath(config.root)));
        },
      ),
      'astro:server:setup': ({ server, logger }) => {
        const { caches, cards, folders } = started();
        guardPrivateFiles(server, folders);
        watchContent(server, started(), first, logger);
        serveAssets(server, { assets: caches.assets, cards });
      },
      'astro:build:start': alone(async () => {
        const { written, pageCache, cards, outputFolder } = started();
        // What Astro keeps beside is of a build that broke off, if it is of any.
        if (!(await written.clear())) await rm(new URL(pageKeys, pageCache), { force: true });
        cards.begin(allCards(currentJournal()), outputFolder);
      }),
      'astro:build:done': alone(async ({ dir, assets, pages, logger }) => {
        const files = [...assets.values()].flat().map((url) => fileURLToPath(url));
        await endBuild(started(), fileURLToPath(dir), files, pages.length, logger);
      }),
    },
  };
}

/** Runs a hook whose errors, where people can do something about them, are all that the process says at its end. */
function alone<Options>(hook: (options: Options) => Promise<void>) {
  return async (options: Options): Promise<void> => {
    try {
      await hook(options);
    } catch (error) {
      const words = wordsFor(error);
      if (words === undefined) throw error;
      await endWith(words);
    }
  };
}

function beginBuild(run: Run, logger: AstroIntegrationLogger): void {
  checkBuildCommand(process.argv, process.env);
  bearClosedReaders(process.stdout, process.stderr);
  run.log = quietBuild(logger, run.progress);
  run.progress.tell('reading the content');
}

async function loadFirst(
  run: Run,
  command: string,
  logger: AstroIntegrationLogger,
): Promise<LoadResult> {
  const result = await loadJournal(run.options, run.audience, run.caches, run.publicFiles);
  tellFaults(result, run.options, command === 'build', logger);
  if (result.loaded) {
    setCurrentJournal(result.loaded);
    saveCaches(run.caches);
  } else if (command !== 'dev') {
    throw new ContentError(result.faults, run.options.shownRoot);
  }
  // Before a minute's work, not after it.
  if (command === 'build') run.locks = readyOutput(run);
  return result;
}

function configOf(run: Run, { loaded }: LoadResult, command: string, projectRoot: string) {
  return {
    cacheDir: run.pageCache,
    ...(loaded && { site: loaded.journal.site.url }),
    vite: {
      // Two that run at the same time would take it away from each other.
      cacheDir: join(fileURLToPath(run.pageCache), 'vite', command),
      plugins: [mdxModules(), pagefindModule()],
      server: {
        watch: { ignored: (path: string) => isNeedlessLink(path, run.options.root) },
        fs: {
          allow: [run.options.root, projectRoot],
          deny: [
            '.env',
            '.env.*',
            '*.{crt,pem,key}',
            '**/.git/**',
            '*.sqlite',
            '*.sqlite-*',
            '*.lock',
            ...run.folders.closed.flatMap(patternsOf),
          ],
        },
      },
    },
  };
}

async function endBuild(
  run: Run,
  folder: string,
  files: readonly string[],
  pages: number,
  logger: AstroIntegrationLogger,
): Promise<void> {
  await finishOutput(folder, files, {
    assets: run.caches.assets,
    cards: run.cards,
    publicFiles: run.publicFiles,
    searchCache: run.searchCache,
    written: run.written,
    progress: (words) => run.progress.tell(words),
    warn: (words) => logger.warn(words),
  });
  for (const lock of run.locks) lock.release();
  run.progress.clear();
  const { journal, hidden } = currentJournal();
  const outcome = {
    entries: journal.entries.length,
    hidden,
    pages,
    seconds: performance.now() / 1000,
    folder,
    warnings: run.log.warnings,
    now: run.options.now,
    timeZone: journal.site.timeZone,
  };
  if (logger.options.level !== 'silent') console.log(buildSummary(outcome, process.cwd()));
}

/** Where Astro keeps the keys of its pages, in its cache. */
const pageKeys = 'incremental-build.json';

async function beginRun(config: AstroConfig, development: boolean): Promise<Run> {
  const projectRoot = fileURLToPath(config.root);
  loadEnvironmentFile(projectRoot);
  const options = loadOptions(process.env, projectRoot);
  const caches = join(fileURLToPath(config.cacheDir), 'scrollback');
  const cache = join(caches, digestOf(options.root));
  const outputFolder = fileURLToPath(config.outDir);
  const stateFolder = resolve(projectRoot, process.env['JOURNAL_STATE'] || '.journal');
  const perOutput = join(caches, digestOf(options.root, outputFolder));
  return {
    options,
    progress: new Progress(process.stdout, () => performance.now()),
    log: { warnings: 0 },
    locks: [],
    folders: {
      root: projectRoot,
      roots: [projectRoot, options.root],
      closed: [stateFolder],
      open: [caches, join(projectRoot, 'node_modules')],
    },
    audience: development ? { sees: 'everything' } : { sees: 'published', now: options.now },
    caches: openCaches(cache),
    cards: new Cards(cache),
    outputFolder,
    dear: [
      { path: options.root, what: 'the content folder' },
      { path: projectRoot, what: 'the project' },
      { path: fileURLToPath(config.publicDir), what: 'the folder of public files', isClosed: true },
      { path: stateFolder, what: "the folder of the bot's state", isClosed: true },
    ],
    written: new WrittenOutput(outputFolder, join(perOutput, 'written.json')),
    searchCache: join(cache, 'search.cache'),
    // Astro takes a page for unchanged where its key is that of the last build and the output folder has some file of
    // that name. Were two output folders to share the keys, one would keep the other's old pages.
    pageCache: pathToFileURL(`${perOutput}/`),
    publicFiles: (await filesBelow(fileURLToPath(config.publicDir))).map((file) => `/${file}`),
  };
}

/** Drafts may be half done: their faults are told and stop nothing, as warnings do. */
function tellFaults(
  result: LoadResult,
  options: LoadOptions,
  stop: boolean,
  logger: AstroIntegrationLogger,
): void {
  const stopping = result.faults.filter(isStopping);
  if (stop && stopping.length > 0) throw new ContentError(stopping, options.shownRoot);
  for (const fault of sortFaults(result.faults)) {
    logger.warn(describeFault(fault, options.shownRoot));
  }
}

/** Keeps the dev server in step with the content folder. */
function watchContent(
  server: ViteDevServer,
  run: Run,
  first: LoadResult,
  logger: AstroIntegrationLogger,
): void {
  serveContent(server, {
    ...run.options,
    first,
    tell: (failure) => logger.error(failure),
    reload: async () => {
      const result = await loadJournal(
        { ...run.options, now: readNow(process.env['SOURCE_DATE_EPOCH']) },
        run.audience,
        run.caches,
        run.publicFiles,
      );
      tellFaults(result, run.options, false, logger);
      if (result.loaded) setCurrentJournal(result.loaded);
      return result;
    },
  });
}
