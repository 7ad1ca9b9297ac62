import { createReadStream } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroConfig, AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { ViteDevServer } from 'vite';
import { ContentError, formatFault, sortFaults } from '#journal/fault.ts';
import { nextScheduled } from '#journal/gate.ts';
import { formatMoment } from '#journal/moment.ts';
import { normalizePath } from '#journal/permalink.ts';
import type { Audience } from '#journal/publicJournal.ts';
import { Bodies, digestOf } from './loader/bodies.ts';
import { type LoadOptions, loadEnvironmentFile, loadOptions } from './loader/contentRoot.ts';
import { currentJournal, setCurrentJournal } from './loader/current.ts';
import { type Caches, type LoadResult, loadJournal } from './loader/loadJournal.ts';
import { filesBelow, prune } from './loader/outputFolder.ts';
import { redirectFiles, redirectPage } from './loader/redirects.ts';
import { mdxModules } from './mdx.ts';
import { Assets } from './media/assets.ts';

/** What the hooks of one run share. */
interface Run {
  readonly options: LoadOptions;
  readonly audience: Audience;
  readonly caches: Caches;
  readonly publicFiles: readonly string[];
  readonly outputFolder: string;
  /** Where Astro keeps unchanged pages: a folder for each pair of content and output folder. */
  readonly pageCache: URL;
}

/**
 * Scrollback as an Astro integration: loads, checks and renders the content folder in plain Node before Astro begins,
 * serves pictures in development, and finishes the output folder.
 */
export function scrollback(): AstroIntegration {
  let run: Run | undefined;
  const started = (): Run => {
    if (!run) throw new Error('The scrollback integration was not set up');
    return run;
  };
  return {
    name: 'scrollback',
    hooks: {
      'astro:config:setup': async ({ config, command, logger, updateConfig }) => {
        run = await beginRun(config, command === 'dev');
        const result = await loadJournal(run.options, run.audience, run.caches, run.publicFiles);
        tellFaults(result, run.options, command === 'build', logger);
        if (!result.loaded) throw new ContentError(result.faults, run.options.shownRoot);
        setCurrentJournal(result.loaded);
        run.caches.bodies.save();
        updateConfig({
          cacheDir: run.pageCache,
          site: result.loaded.journal.site.url,
          vite: {
            plugins: [mdxModules()],
            server: { fs: { allow: [run.options.root, fileURLToPath(config.root)] } },
          },
        });
      },
      'astro:server:setup': ({ server, logger }) => {
        watchContent(server, started(), logger);
        serveAssets(server, started());
      },
      // Bundled files are all written anew; their names are their digests, so old ones would stay for ever.
      'astro:build:start': async () => {
        await rm(join(started().outputFolder, '_astro'), { recursive: true, force: true });
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

async function beginRun(config: AstroConfig, development: boolean): Promise<Run> {
  const projectRoot = fileURLToPath(config.root);
  loadEnvironmentFile(projectRoot);
  const options = loadOptions(process.env, projectRoot);
  const caches = join(fileURLToPath(config.cacheDir), 'scrollback');
  const cache = join(caches, digestOf(options.root));
  const outputFolder = fileURLToPath(config.outDir);
  return {
    options,
    audience: development ? { sees: 'everything' } : { sees: 'published', now: options.now },
    caches: { bodies: new Bodies(cache), assets: new Assets(cache) },
    outputFolder,
    // Astro takes a page for unchanged where its key is that of the last build and the output folder has some file of
    // that name. Were two output folders to share the keys, one would keep the other's old pages.
    pageCache: pathToFileURL(`${join(caches, digestOf(options.root, outputFolder))}/`),
    publicFiles: (await filesBelow(fileURLToPath(config.publicDir))).map((file) => `/${file}`),
  };
}

/** Drafts may be half done: their faults are told and stop nothing. */
function tellFaults(
  result: LoadResult,
  options: LoadOptions,
  stop: boolean,
  logger: AstroIntegrationLogger,
): void {
  const stopping = result.faults.filter((fault) => !fault.draft);
  if (stop && stopping.length > 0) throw new ContentError(stopping, options.shownRoot);
  for (const fault of sortFaults(result.faults)) {
    logger.warn(`${fault.draft ? 'in a draft: ' : ''}${formatFault(fault, options.shownRoot)}`);
  }
}

function watchContent(server: ViteDevServer, run: Run, logger: AstroIntegrationLogger): void {
  let waiting: NodeJS.Timeout | undefined;
  const reload = async () => {
    const result = await loadJournal(run.options, run.audience, run.caches, run.publicFiles);
    tellFaults(result, run.options, false, logger);
    if (!result.loaded) return;
    setCurrentJournal(result.loaded);
    server.moduleGraph.invalidateAll();
    server.ws.send({ type: 'full-reload' });
  };
  server.watcher.add(run.options.root);
  server.watcher.on('all', (_, path) => {
    if (!path.startsWith(run.options.root)) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      reload().catch((error: unknown) =>
        logger.error(error instanceof Error ? error.message : String(error)),
      );
    }, 20);
  });
}

function serveAssets(server: ViteDevServer, run: Run): void {
  server.middlewares.use((request, response, next) => {
    const address = (request.url ?? '').split('?')[0] ?? '';
    const target = currentJournal().journal.redirects.get(normalizePath(address));
    if (target !== undefined) {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(redirectPage(target, currentJournal().journal.site.url));
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

async function finishOutput(
  folder: string,
  pages: readonly string[],
  run: Run,
  logger: AstroIntegrationLogger,
): Promise<void> {
  const { journal, hidden } = currentJournal();
  const redirects = redirectFiles(journal);
  for (const [file, html] of redirects) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), html);
  }
  const pictures = await run.caches.assets.writeAll(folder);
  const below = (path: string) =>
    path.slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, '');
  const bundled = (await filesBelow(join(folder, '_astro'))).map((file) => `_astro/${file}`);
  const kept = new Set([
    ...[...pages, ...pictures].map(below),
    ...redirects.keys(),
    ...run.publicFiles.map((file) => file.slice(1)),
    ...bundled,
  ]);
  const removed = await prune(folder, kept);
  if (removed > 0) logger.info(`removed ${removed} files of earlier builds`);
  const next = nextScheduled(hidden, run.options.now);
  if (next !== undefined)
    logger.info(`next scheduled entry: ${formatMoment(next, journal.site.timeZone)}`);
}
