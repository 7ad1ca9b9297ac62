import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroConfig } from 'astro';
import type { Audience } from '#journal/public/publicJournal.ts';
import { digestOf } from '../cache/bodies.ts';
import { Cards } from '../cards/cards.ts';
import { type LoadOptions, loadEnvironmentFile, loadOptions } from '../files/contentRoot.ts';
import { filesBelow } from '../files/outputFolder.ts';
import { type Caches, openCaches } from '../load/caches.ts';
import { SearchBuild } from '../search/searchBuild.ts';
import { buildFlags } from '../terminal/astroFlags.ts';
import type { BuildLog } from '../terminal/buildLog.ts';
import { Progress } from '../terminal/progress.ts';
import type { ServedFolders } from './dev/privateFiles.ts';
import { isMdxDocument } from './mdx.ts';
import type { FolderLock } from './output/folderLock.ts';
import type { OutputPlan } from './output/readyOutput.ts';
import { WrittenOutput } from './output/writtenOutput.ts';
import { BundledFiles } from './pages/bundledFiles.ts';
import { programFolder, siteCode } from './pages/siteCode.ts';
import type { WrittenPages } from './pages/writePages.ts';

/** What the hooks of one run share. */
export interface Run extends OutputPlan {
  readonly options: LoadOptions;
  readonly audience: Audience;
  readonly caches: Caches;
  readonly cards: Cards;
  readonly search: SearchBuild;
  readonly progress: Progress;
  log: BuildLog;
  /** What keeps other builds out of the folders that this one writes into. */
  locks: readonly FolderLock[];
  /** What a dev server may show of this machine. */
  readonly folders: ServedFolders;
  /** A digest of the code that makes pages. */
  readonly code: string;
  /** What Astro keeps: a folder for each pair of content and output folder. */
  readonly astroCache: URL;
  /** What bundles read beyond the program. */
  readonly bundled: BundledFiles;
  /** What became of the pages. */
  pages: WrittenPages;
}

/** What a run begins with. */
export async function beginRun(config: AstroConfig, development: boolean): Promise<Run> {
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
      { path: join(options.root, 'public'), what: 'the folder of public files', isClosed: true },
      { path: stateFolder, what: "the folder of the bot's state", isClosed: true },
    ],
    written: new WrittenOutput(outputFolder, join(perOutput, 'written.json')),
    search: new SearchBuild(join(cache, 'search'), outputFolder),
    astroCache: pathToFileURL(`${perOutput}/`),
    code: development ? '' : await codeOf(config),
    bundled: new BundledFiles([fileURLToPath(config.srcDir), programFolder], isMdxDocument),
    pages: { files: [], pages: 0 },
    publicFiles: (await filesBelow(fileURLToPath(config.publicDir))).map((file) => `/${file}`),
  };
}

function codeOf(config: AstroConfig): Promise<string> {
  const { outDir: _, silent, verbose, force, ...flags } = buildFlags(process.argv, process.env);
  return siteCode({
    config,
    projectRoot: fileURLToPath(config.root),
    sourceFolder: fileURLToPath(config.srcDir),
    flags,
    environment: process.env,
  });
}
