import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { ViteDevServer } from 'vite';
import { bearClosedReaders } from '#journal/command/output.ts';
import { ContentError } from '#journal/fault/fault.ts';
import { allCards } from '../cards/allCards.ts';
import { readNow } from '../files/contentRoot.ts';
import { namesIn } from '../files/outputFolder.ts';
import { saveCaches } from '../load/caches.ts';
import { currentJournal, setCurrentJournal } from '../load/current.ts';
import { type LoadResult, loadJournal } from '../load/loadJournal.ts';
import { pagefindModule } from '../search/pagefindModule.ts';
import { buildFlags, checkBuildCommand } from '../terminal/astroFlags.ts';
import { quietBuild, withoutErrors } from '../terminal/buildLog.ts';
import { endWith, wordsFor } from '../terminal/end.ts';
import { serveAssets } from './dev/assetServer.ts';
import { serveContent } from './dev/contentServer.ts';
import { followScript } from './dev/follow.ts';
import { guardPrivateFiles, patternsOf, privateAddresses } from './dev/privateFiles.ts';
import { isNeedlessLink } from './dev/watchedLinks.ts';
import { endBuild, makePages } from './finishBuild.ts';
import { mdxModules } from './mdx.ts';
import { readyOutput } from './output/readyOutput.ts';
import { ownPages } from './pages/prerenderer.ts';
import { beginRun, type Run } from './run.ts';
import { tellFaults } from './tellFaults.ts';

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
      'astro:build:start': alone(async ({ logger, setPrerenderer }) => {
        const { written, cards, search, outputFolder } = started();
        await written.clear({ anew: buildFlags(process.argv, process.env)['force'] === true });
        cards.begin(allCards(currentJournal()), outputFolder);
        search.begin(written);
        setPrerenderer(ownPages((paths, render) => makePages(started(), paths, render, logger)));
      }),
      'astro:build:done': alone(async ({ assets, logger }) => {
        const { outputFolder } = started();
        const files = [...assets.values()].flat().map((url) => fileURLToPath(url));
        await endBuild(started(), namesIn(outputFolder, files), logger);
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
  tellFaults(result.faults, run.options, command === 'build', logger);
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
    cacheDir: run.astroCache,
    // Addresses end in a slash, wherever they stand.
    build: { format: 'directory' as const },
    ...(loaded && { site: loaded.journal.site.url }),
    vite: {
      // Two that run at the same time would take it away from each other.
      cacheDir: join(fileURLToPath(run.astroCache), 'vite', command),
      plugins: [mdxModules(), pagefindModule(), run.bundled.plugin()],
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
      tellFaults(result.faults, run.options, false, logger);
      if (result.loaded) setCurrentJournal(result.loaded);
      return result;
    },
  });
}
