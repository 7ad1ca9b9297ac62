import type { Stats } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import mdx from '@astrojs/mdx';
import type { AstroConfig, AstroIntegration, AstroIntegrationLogger, HookParameters } from 'astro';
import type { ViteDevServer } from 'vite';
import { siteOrigin } from '#journal/address/base.ts';
import { decoded } from '#journal/address/contentPath.ts';
import { bearLostWords } from '#journal/command/output.ts';
import type { FileSystem } from '#journal/content/folderWalk.ts';
import { loadOptions, readNow } from '../files/contentRoot.ts';
import { packagesFolder } from '../files/installed.ts';
import { namesIn } from '../files/outputFolder.ts';
import { requireUsablePath } from '../files/usablePath.ts';
import { saveCaches } from '../load/caches.ts';
import { hasJournal } from '../load/current.ts';
import type { LoadResult } from '../load/loadJournal.ts';
import { type Replacement, readOptions, type ScrollbackOptions } from '../replace/replacements.ts';
import { componentReplacing } from '../replace/resolving.ts';
import { buildFlags, checkBuildCommand } from '../terminal/astroFlags.ts';
import { quietBuild, withoutErrors } from '../terminal/buildLog.ts';
import { endWith, letExit, wordsFor } from '../terminal/end.ts';
import { serveAssets } from './dev/assetServer.ts';
import { nameOwnComponents } from './dev/componentErrors.ts';
import { serveContent } from './dev/contentServer.ts';
import { devBase, serveBelow } from './dev/devBase.ts';
import { hurryFirstPage } from './dev/firstPage.ts';
import { followScript } from './dev/follow.ts';
import { laterSave } from './dev/laterSave.ts';
import { news } from './dev/news.ts';
import { deniedPatterns, guardPrivateFiles } from './dev/privateFiles.ts';
import { privateOutput } from './dev/privateOutput.ts';
import { unmappedModules } from './dev/unmappedModules.ts';
import { WatchedFolder } from './dev/watchedFolder.ts';
import { isNeedlessLink } from './dev/watchedLinks.ts';
import { isPolling, passedOver } from './dev/watching.ts';
import { beginBeside, beginOutput, endBuild, makePages } from './finishBuild.ts';
import { keepBundle } from './keptBuild.ts';
import { mdxModules, mdxProcessor } from './mdx.ts';
import { isMdxDocument, mdxDigest } from './mdxDocuments.ts';
import { movableAddresses, pagefindModule } from './movableSite.ts';
import { checkBase, ownBase } from './ownBase.ts';
import { checkOutput, ownConfig } from './ownConfig.ts';
import { bundleAssets } from './pages/bundleAssets.ts';
import { BundledFiles } from './pages/bundledFiles.ts';
import { type KeptSite, loadOwn } from './pages/keptSite.ts';
import { ownPages } from './pages/prerenderer.ts';
import { programFolder } from './pages/siteCode.ts';
import { requireAstro } from './reachable.ts';
import { siteRoutes } from './routes.ts';
import { beginRun, loadForRun, type Run, type Voice } from './run.ts';
import { sharedModules } from './sharedModules.ts';
import { isPlain, type SiteConfig, siteConfig } from './siteConfig.ts';

/** What the hooks of one run of Astro share. */
interface Hooked {
  readonly run: Run;
  readonly first: LoadResult;
  /** Gives each load of the content its voice. */
  readonly voice: () => Voice;
  /** What tells a dev server of changes in the content; undefined where the server's own watcher does. */
  readonly folder: WatchedFolder | undefined;
  /** Milliseconds since 1970, before the content was read. */
  readonly readAt: number;
  readonly bundled: BundledFiles;
  /** Whether Astro's configuration leaves nothing to be done that a kept bundle would not do. */
  readonly mayKeep: boolean;
  readonly config: SiteConfig;
  readonly replacements: readonly Replacement[];
  /** By route, what Astro knows of its pages. */
  pages: Iterable<KeptSite['pages'][number]>;
}

/** What `import.meta.env` says of a build itself (https://vite.dev/guide/env-and-mode#built-in-constants). */
const namesOfVite = ['BASE_URL', 'DEV', 'MODE', 'PROD', 'SSR'] as const;

/**
 * Scrollback as an Astro integration: loads, checks and renders the content folder in plain Node before Astro begins,
 * serves pictures in development, writes pages, and finishes the output folder.
 */
export function scrollback(options?: ScrollbackOptions): AstroIntegration {
  // Astro asks at each start, so this holds however it was started.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // Astro puts variables of the machine in the place of `import.meta.env.NAME`, those names among them.
  for (const name of namesOfVite) delete process.env[name];
  letExit();
  let hooked: Hooked | undefined;
  const started = (): Hooked => {
    if (!hooked) throw new Error('The scrollback integration was not set up');
    return hooked;
  };
  return {
    name: 'scrollback',
    hooks: {
      'astro:config:setup': alone(async (setup) => {
        setup.updateConfig(ownConfig);
        const pages = fileURLToPath(new URL('pages/', setup.config.srcDir));
        for (const route of await siteRoutes(pages)) setup.injectRoute(route);
        // What was built is served as it is, whatever became of the content.
        if (setup.command === 'preview') return preparePreview(setup);
        hooked = await prepareSite(setup, options);
      }),
      'astro:config:done': alone(async ({ config, buildOutput }) => {
        if (hooked) checkOutput(config, buildOutput);
      }),
      'astro:server:setup': ({ server, logger }) => serve(server, started(), logger),
      'astro:build:start': alone(async ({ logger, setPrerenderer }) => {
        const { run } = started();
        await beginOutput(run, buildFlags(process.argv, process.env)['force'] === true);
        setPrerenderer(
          ownPages(async (paths, render) => {
            const { bundled, mayKeep } = started();
            const maker = async () => ({ paths, render, own: await loadOwn(bundled.text) });
            await makePages(run, maker, bundled.list(), voiceOf(logger));
            if (mayKeep) await keepBundle(started());
          }),
        );
      }),
      'astro:build:setup': ({ pages }) => {
        started().pages = pages;
      },
      'astro:build:done': alone(async ({ assets, logger }) => {
        const { run } = started();
        const files = [...assets.values()].flat().map((url) => fileURLToPath(url));
        await endBuild(run, namesIn(run.outputFolder, files), voiceOf(logger));
      }),
    },
  };
}

type Setup = HookParameters<'astro:config:setup'>;

function preparePreview({ config, logger, updateConfig }: Setup): void {
  withoutErrors(logger);
  const { root } = loadOptions(process.env, fileURLToPath(config.root));
  const base = ownBase(root);
  const proxy = privateOutput(fileURLToPath(config.outDir), base);
  updateConfig({ base: `${base}/`, vite: { preview: { proxy } } });
}

async function prepareSite(setup: Setup, options: ScrollbackOptions | undefined): Promise<Hooked> {
  const { config, command, injectScript, logger, updateConfig } = setup;
  requireUsablePath(fileURLToPath(config.root));
  requireAstro(fileURLToPath(config.root));
  const hooked = await setUp(config, command, logger, options);
  if (!config.integrations.some(({ name }) => name === '@astrojs/mdx'))
    updateConfig({ integrations: [mdx({ processor: mdxProcessor() })] });
  if (command === 'dev') injectScript('page', followScript('import.meta.hot'));
  updateConfig(configOf(hooked, command, config));
  return hooked;
}

function serve(server: ViteDevServer, hooked: Hooked, logger: AstroIntegrationLogger): void {
  const { run, replacements } = hooked;
  hurryFirstPage(server);
  serveBelow(server, run.base);
  nameOwnComponents(server, replacements);
  guardPrivateFiles(server, run.folders);
  watchContent(server, hooked, logger);
  serveAssets(server, { assets: run.caches.assets, cards: run.cards });
}

async function setUp(
  config: AstroConfig,
  command: string,
  logger: AstroIntegrationLogger,
  options: ScrollbackOptions | undefined,
): Promise<Hooked> {
  const { replacements, warnings } = readOptions(options, fileURLToPath(config.root));
  for (const words of warnings) logger.warn(words);
  const plain = siteConfig(config, replacements);
  const run = await beginRun(plain, command === 'dev');
  checkBase(config.base, run.base);
  if (command === 'build') beginBuild(run, logger);
  const readAt = Date.now();
  const isWatched = command === 'dev' && !isPolling(config, process.env);
  const folder = isWatched ? new WatchedFolder(run.options.root) : undefined;
  const voice = news(voiceOf(logger));
  const load = (fileSystem?: FileSystem) =>
    loadForRun(run, command === 'build', voice(), fileSystem);
  const first = folder ? (await folder.read(load)).result : await load();
  // Before a minute's work, not after it.
  if (command === 'build') beginBeside(run);
  const covered = [plain.sourceFolder, programFolder, ...plain.componentFolders];
  const bundled = new BundledFiles(plain.root, covered, isMdxDocument);
  const mayKeep = isPlain(config, replacements);
  return {
    run,
    first,
    voice,
    folder,
    readAt,
    bundled,
    replacements,
    config: plain,
    mayKeep,
    pages: [],
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

function voiceOf(logger: AstroIntegrationLogger): Voice {
  return { isSilent: logger.options.level === 'silent', warn: (words) => logger.warn(words) };
}

function beginBuild(run: Pick<Run, 'log' | 'progress'>, logger: AstroIntegrationLogger): void {
  checkBuildCommand(process.argv, process.env);
  bearLostWords(process);
  run.log = quietBuild(logger, run.progress);
  run.progress.tell('reading the content');
}

function configOf(
  { run, first, folder, bundled, replacements }: Hooked,
  command: string,
  { build: { assets }, vite }: Pick<AstroConfig, 'build' | 'vite'>,
) {
  const { loaded } = first;
  const isPassedOver = passedOver([run.outputFolder, ...(folder ? [run.options.root] : [])]);
  return {
    cacheDir: pathToFileURL(`${run.astroCache}/`),
    ...(loaded && { site: siteOrigin(loaded.journal.site.url) }),
    base: command === 'dev' ? devBase(run.base) : `${decoded(run.base)}/`,
    vite: {
      // Two that run at the same time would take it away from each other.
      cacheDir: join(run.astroCache, 'vite', command),
      experimental: { renderBuiltUrl: movableAddresses(assets, vite) },
      plugins: [
        componentReplacing(replacements, programFolder),
        mdxModules(),
        pagefindModule(assets),
        sharedModules(programFolder),
        unmappedModules(fileURLToPath(new URL('dist', import.meta.resolve('astro/package.json')))),
        bundled.plugin(),
        bundleAssets(run.outputFolder),
      ],
      server: {
        watch: {
          ignored: (path: string, stats?: Stats) =>
            isPassedOver(path) || isNeedlessLink(path, run.options.root, stats),
        },
        fs: {
          allow: [run.options.root, run.folders.root, packagesFolder, programFolder],
          deny: deniedPatterns(run.folders.closed),
        },
      },
    },
  };
}

const otherBase =
  'site.yaml has the journal below another path of its host than when this server began: stop it, and start "npm run dev" again';

/** Keeps the dev server in step with the content folder. */
function watchContent(
  server: ViteDevServer,
  { run, first, voice, folder, readAt }: Hooked,
  logger: AstroIntegrationLogger,
): void {
  const saveLater = laterSave(
    () => saveCaches(run.caches),
    (failure) => logger.warn(failure),
  );
  saveLater();
  serveContent(server, {
    ...run.options,
    first,
    folder,
    readAt,
    modulesDigest: () => (hasJournal() ? mdxDigest() : undefined),
    tell: (failure) => logger.error(failure),
    reload: async (fileSystem) => {
      const options = { ...run.options, now: readNow(process.env['SOURCE_DATE_EPOCH']) };
      const result = await loadForRun({ ...run, options }, false, voice(), fileSystem);
      saveLater();
      if (result.loaded && ownBase(run.options.root) !== run.base) logger.warn(otherBase);
      return result;
    },
  });
}
