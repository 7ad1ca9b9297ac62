import { createReadStream } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroConfig, AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { ViteDevServer } from 'vite';
import { ContentError, describeFault, isStopping, sortFaults } from '#journal/fault.ts';
import { normalizePath } from '#journal/permalink.ts';
import type { Audience } from '#journal/publicJournal.ts';
import { Cards } from './cards/cards.ts';
import type { Card } from './cards/catalogue.ts';
import { serveContent } from './dev/contentServer.ts';
import { followScript } from './dev/follow.ts';
import { Bodies, digestOf } from './loader/bodies.ts';
import {
  type LoadOptions,
  loadEnvironmentFile,
  loadOptions,
  readNow,
} from './loader/contentRoot.ts';
import { currentJournal, hasJournal, setCurrentJournal } from './loader/current.ts';
import {
  type Caches,
  type LoadedJournal,
  type LoadResult,
  loadJournal,
} from './loader/loadJournal.ts';
import { filesBelow, placeInOutput, prune } from './loader/outputFolder.ts';
import { redirectFiles, redirectPage } from './loader/redirects.ts';
import { WrittenOutput } from './loader/writtenOutput.ts';
import { mdxModules } from './mdx.ts';
import { Assets } from './media/assets.ts';
import { nextScheduledWords } from './nextScheduled.ts';
import { SimilarCache } from './relations/similarCache.ts';
import { pagefindModule } from './search/pagefindModule.ts';
import { writeSearch } from './search/writeSearch.ts';

/** What the hooks of one run share. */
interface Run {
  readonly options: LoadOptions;
  readonly audience: Audience;
  readonly caches: Caches;
  readonly cards: Cards;
  readonly publicFiles: readonly string[];
  /** What the last build left in the output folder. */
  readonly written: WrittenOutput;
  /** Where the search index is kept from build to build. */
  readonly searchCache: string;
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
      'astro:config:setup': async ({ config, command, injectScript, logger, updateConfig }) => {
        run = await beginRun(config, command === 'dev');
        const result = await loadJournal(run.options, run.audience, run.caches, run.publicFiles);
        tellFaults(result, run.options, command === 'build', logger);
        if (result.loaded) {
          setCurrentJournal(result.loaded);
          run.caches.bodies.save();
        } else if (command !== 'dev') {
          throw new ContentError(result.faults, run.options.shownRoot);
        }
        first = result;
        if (command === 'dev') injectScript('page', followScript('import.meta.hot'));
        updateConfig({
          cacheDir: run.pageCache,
          ...(result.loaded && { site: result.loaded.journal.site.url }),
          vite: {
            // Two that run at the same time would take it away from each other.
            cacheDir: join(fileURLToPath(run.pageCache), 'vite', command),
            plugins: [mdxModules(), pagefindModule()],
            server: { fs: { allow: [run.options.root, fileURLToPath(config.root)] } },
          },
        });
      },
      'astro:server:setup': ({ server, logger }) => {
        watchContent(server, started(), first, logger);
        serveAssets(server, started());
      },
      'astro:build:start': async () => {
        const { written, pageCache } = started();
        // What Astro keeps beside is of a build that broke off, if it is of any.
        if (!(await written.clear())) await rm(new URL(pageKeys, pageCache), { force: true });
      },
      'astro:build:done': async ({ dir, assets, logger }) => {
        await finishOutput(
          fileURLToPath(dir),
          [...assets.values()].flat().map((url) => fileURLToPath(url)),
          started(),
          logger,
        );
      },
    },
  };
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
  const perOutput = join(caches, digestOf(options.root, outputFolder));
  return {
    options,
    audience: development ? { sees: 'everything' } : { sees: 'published', now: options.now },
    caches: {
      bodies: new Bodies(cache),
      assets: new Assets(cache),
      similar: new SimilarCache(cache),
    },
    cards: new Cards(cache),
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

function serveAssets(server: ViteDevServer, run: Run): void {
  server.middlewares.use((request, response, next) => {
    if (!hasJournal()) return next();
    const address = (request.url ?? '').split('?')[0] ?? '';
    const target = currentJournal().journal.redirects.get(normalizePath(address));
    if (target !== undefined) {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(redirectPage(target, currentJournal().journal.site));
      return;
    }
    if (address.startsWith('/_images/cards/')) {
      const card = allCards(currentJournal()).find((one) => one.path === address);
      if (!card) return next();
      run.cards.fileOf(card).then((file) => {
        response.setHeader('content-type', 'image/png');
        createReadStream(file).pipe(response);
      }, next);
      return;
    }
    if (!/^\/_(images|files)\//.test(address)) return next();
    run.caches.assets.serve(address).then((file) => {
      if (file === undefined) return next();
      const type = pictureTypes[extname(address)];
      if (type) response.setHeader('content-type', type);
      createReadStream(file).pipe(response);
    }, next);
  });
}

const pictureTypes: Readonly<Record<string, string>> = {
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.gif': 'image/gif',
};

/** The card of the journal, and of each entry and page of it. */
function allCards({ journal, cardOf }: LoadedJournal): Card[] {
  return [cardOf(), ...[...journal.entries, ...journal.pages].map((document) => cardOf(document))];
}

async function writeCards(
  folder: string,
  run: Run,
  logger: AstroIntegrationLogger,
): Promise<readonly string[]> {
  const begun = performance.now();
  const { files, drawn, incomplete } = await run.cards.writeAll(
    allCards(currentJournal()),
    folder,
    (done, all) => {
      if (all >= 500 && done % 500 === 0) logger.info(`drawing cards: ${done} of ${all}`);
    },
  );
  if (drawn > 0) {
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    logger.info(`drew ${drawn} cards in ${seconds} s`);
  }
  for (const { file, letters } of incomplete) {
    logger.warn(
      `the card of ${file} lacks ${letters}, which no typeface has; add one of the packages @fontsource-variable/noto-sans-…`,
    );
  }
  return files;
}

async function finishOutput(
  folder: string,
  pages: readonly string[],
  run: Run,
  logger: AstroIntegrationLogger,
): Promise<void> {
  const { journal, hidden } = currentJournal();
  // A file of public/ is the person's own word.
  const redirects = new Map(
    [...redirectFiles(journal)].filter(([file]) => !run.publicFiles.includes(`/${file}`)),
  );
  for (const [file, html] of redirects) {
    await writeFile(await placeInOutput(folder, file), html);
  }
  const pictures = await run.caches.assets.writeAll(folder);
  const search = await writeSearch(folder, run.searchCache);
  const cards = await writeCards(folder, run, logger);
  const below = (path: string) =>
    path.slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, '');
  const bundled = (await filesBelow(join(folder, '_astro'))).map((file) => `_astro/${file}`);
  const kept = new Set([
    ...[...pages, ...pictures].map(below),
    ...redirects.keys(),
    ...cards,
    ...search,
    ...run.publicFiles.map((file) => file.slice(1)),
    ...bundled,
  ]);
  const removed = await prune(folder, kept);
  if (removed > 0) logger.info(`removed ${removed} files of earlier builds`);
  await run.written.keep(kept);
  const next = nextScheduledWords(hidden, run.options.now, journal.site.timeZone);
  if (next !== undefined) logger.info(`next scheduled entry: ${next}`);
}
