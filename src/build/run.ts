import { join, resolve } from 'node:path';
import { decoded } from '#journal/address/contentPath.ts';
import type { FileSystem } from '#journal/content/folderWalk.ts';
import { ContentError } from '#journal/fault/fault.ts';
import type { Audience } from '#journal/public/publicJournal.ts';
import { Cards } from '../cards/cards.ts';
import { type LoadOptions, loadEnvironmentFile, loadOptions } from '../files/contentRoot.ts';
import { packagesFolder } from '../files/installed.ts';
import { filesServedBelow } from '../files/outputFolder.ts';
import { type Caches, forgetTexts, openCaches, saveCaches } from '../load/caches.ts';
import { setCurrentJournal } from '../load/current.ts';
import { type LoadResult, loadJournal } from '../load/loadJournal.ts';
import { SearchBuild } from '../search/searchBuild.ts';
import { buildFlags } from '../terminal/astroFlags.ts';
import type { BuildLog } from '../terminal/buildLog.ts';
import { collectGarbage } from '../terminal/collectGarbage.ts';
import { Progress } from '../terminal/progress.ts';
import { cachesBelow, contentCache, outputCache, siteFolder } from './cacheFolders.ts';
import type { ServedFolders } from './dev/privateFiles.ts';
import type { FolderLock } from './output/folderLock.ts';
import type { WrittenPages } from './output/manifest.ts';
import type { OutputPlan } from './output/readyOutput.ts';
import { WrittenOutput } from './output/writtenOutput.ts';
import { ownBase } from './ownBase.ts';
import type { OwnComponents } from './pages/pageError.ts';
import { programFolder, siteCode } from './pages/siteCode.ts';
import { setSitePath } from './pages/sitePath.ts';
import { isOfProgramAlone } from './programAlone.ts';
import type { SiteConfig } from './siteConfig.ts';
import { tellFaults } from './tellFaults.ts';

/**
 * Entries of a journal that threads are begun ahead for, and of which much memory is of no use once it is rendered; that of
 * fewer is at most 40 MB.
 */
const many = 1_000;

/** What the hooks of one run share. */
export interface Run extends OutputPlan {
  readonly options: LoadOptions;
  /** What stands before each path of the journal on its host. */
  readonly base: string;
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
  /** A digest of the program alone, where its code is all that pages are made by; else undefined. */
  readonly programCode: string | undefined;
  /** Where Astro keeps what it keeps: a folder for each pair of content and output folder. */
  readonly astroCache: string;
  readonly publicFolder: string;
  /** Where the bundle is kept that makes pages. */
  readonly keptSite: string;
  readonly components: OwnComponents;
  /** What became of the pages. */
  pages: WrittenPages;
}

/** What a run speaks with. */
export interface Voice {
  readonly isSilent: boolean;
  warn(words: string): void;
}

/** What a run begins with. `isForWriter` shows drafts, too. */
export async function beginRun(config: SiteConfig, isForWriter: boolean): Promise<Run> {
  const { root, publicFolder, outputFolder } = config;
  loadEnvironmentFile(root);
  const options = loadOptions(process.env, root);
  const base = ownBase(options.root);
  setSitePath({ encoded: `${base}/`, decoded: `${decoded(base)}/` });
  const caches = cachesBelow(config.cacheFolder);
  const cache = contentCache(config.cacheFolder, options);
  const stateFolder = resolve(root, process.env['JOURNAL_STATE'] || '.journal');
  const astroCache = outputCache(config, options);
  return {
    options,
    base,
    progress: new Progress(process.stdout, () => performance.now()),
    log: { warnings: 0 },
    locks: [],
    folders: {
      root,
      roots: [root, options.root],
      closed: [stateFolder],
      open: [caches, join(root, 'node_modules'), packagesFolder, programFolder],
      site: [options.root, publicFolder, config.sourceFolder, ...config.componentFolders],
      public: [publicFolder, join(options.root, 'public')],
    },
    audience: isForWriter ? { sees: 'everything' } : { sees: 'published', now: options.now },
    caches: openCaches(cache),
    cards: new Cards(cache),
    outputFolder,
    dear: [
      { path: options.root, what: 'the content folder' },
      { path: root, what: 'the project' },
      { path: publicFolder, what: 'the folder of public files', isClosed: true },
      { path: join(options.root, 'public'), what: 'the folder of public files', isClosed: true },
      { path: stateFolder, what: "the folder of the bot's state", isClosed: true },
    ],
    written: new WrittenOutput(outputFolder, join(astroCache, 'written.json')),
    search: new SearchBuild(join(cache, 'search'), outputFolder),
    astroCache,
    keptSite: siteFolder(config.cacheFolder, options),
    publicFolder,
    components: { replaced: config.replaced, folders: config.componentFolders },
    ...(isForWriter ? { code: '', programCode: undefined } : await codeOf(config)),
    pages: { files: [], pages: 0 },
    publicFiles: (await filesServedBelow(publicFolder)).map((file) => `/${file}`),
  };
}

/** Digests of the code that makes pages in this process. */
async function codeOf(config: SiteConfig): Promise<Pick<Run, 'code' | 'programCode'>> {
  const { outDir: _, silent, verbose, force, ...flags } = buildFlags(process.argv, process.env);
  const settings = { ...config, flags, environment: process.env };
  const kept = join(cachesBelow(config.cacheFolder), 'program.json');
  const { whole, program } = await siteCode(settings, kept);
  return { code: whole, programCode: (await isOfProgramAlone(settings)) ? program : undefined };
}

/**
 * Loads the journal, and has it in place. What is wrong is told; `stop` has it end the run, too. What it found anew is
 * saved where that run would begin at once to make pages; a dev server does so later.
 */
export async function loadForRun(
  run: Pick<Run, 'options' | 'audience' | 'caches' | 'publicFiles' | 'search'>,
  stop: boolean,
  voice: Voice,
  fileSystem?: FileSystem,
): Promise<LoadResult> {
  const { options, audience, caches, publicFiles } = run;
  const isFirst = caches.bodies.isEmpty;
  // Threads take as long to begin as what is left of loading, which has nothing else for a second processor to do.
  const changed = () => {
    if (!stop || caches.entries.size < many) return;
    caches.similar.beginAhead();
    run.search.beginAhead();
  };
  const result = await loadJournal(options, audience, caches, publicFiles, fileSystem, changed);
  // Of a journal with faults, too: most of it is sound.
  if (stop) saveCaches(caches);
  tellFaults(result.faults, run.options, stop, voice);
  if (result.loaded) {
    setCurrentJournal(result.loaded);
    if (stop) forgetTexts(caches);
    // Of a large journal that was rendered whole, more than half of the memory is of no use from here on.
    if (stop && isFirst && result.loaded.journal.entries.length > many) collectGarbage();
  } else if (stop) {
    throw new ContentError(result.faults, run.options.shownRoot);
  }
  return result;
}
