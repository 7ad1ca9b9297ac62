import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PathWithRoute } from 'astro';
import { absoluteAddress } from '#journal/address/base.ts';
import { digestOf } from '../cache/bodies.ts';
import { allCards } from '../cards/allCards.ts';
import { filesBelow } from '../files/outputFolder.ts';
import { currentJournal } from '../load/current.ts';
import { buildSummary } from '../terminal/summary.ts';
import { keepViews } from '../view/viewKey.ts';
import { mdxTexts } from './mdxDocuments.ts';
import { finishOutput } from './output/finishOutput.ts';
import { readyOutput } from './output/readyOutput.ts';
import type { OwnModule } from './pages/keptSite.ts';
import { pageAddress } from './pages/pageFile.ts';
import { makesPictures, type Render } from './pages/prerenderer.ts';
import { shortWay } from './pages/shortWay.ts';
import { environmentSeen } from './pages/siteCode.ts';
import { writePages } from './pages/writePages.ts';
import { isOwnRoute } from './routes.ts';
import type { Run, Voice } from './run.ts';

/**
 * Begins what goes on beside all that comes until the output is finished, once it is sure that this run may write there.
 *
 * @throws before anything is begun.
 */
export function beginBeside(run: Run): void {
  run.locks = readyOutput(run);
  // Pages wait for this, and for no search.
  currentJournal().compareAhead();
  run.search.begin();
}

/** Makes the output folder ready for a build. `anew` has every file made that a build makes. */
export async function beginOutput(
  {
    written,
    cards,
    search,
    outputFolder,
  }: Pick<Run, 'written' | 'cards' | 'search' | 'outputFolder'>,
  anew: boolean,
): Promise<void> {
  await written.clear({ anew });
  cards.begin(allCards(currentJournal()), outputFolder);
  search.beginWriting(written);
}

/** What makes pages. */
export interface PageMaker {
  readonly paths: readonly PathWithRoute[];
  readonly render: Render;
  /** What else the bundle has: keys, and a shorter way to the same pages. */
  readonly own: OwnModule | undefined;
}

/**
 * Writes those pages of a build that are not there yet, when the files are there that they load. `foreign` are the
 * absolute paths of the files that went into the bundle, beyond the program and MDX documents. Where nothing has changed
 * that pages are made of, their maker is not asked for.
 *
 * @returns false where there is no maker.
 */
export async function makePages(
  run: Run,
  maker: () => Promise<PageMaker | undefined>,
  foreign: readonly string[],
  voice: Voice,
): Promise<boolean> {
  const { written, outputFolder } = run;
  const { journal, publicFiles: ownFiles, inputs: content } = currentJournal();
  const { url } = journal.site;
  const publicFiles = [...run.publicFiles, ...ownFiles];
  const bundle = await filesBelow(join(outputFolder, '_astro'));
  // Pages name the files of the bundle, whose names are digests.
  const texts = foreign.map((path) => readFileSync(path, 'latin1'));
  const seen = environmentSeen([...mdxTexts(), ...texts], process.env) ?? '';
  const code = digestOf(run.code, digestOf(...foreign, ...texts), seen, url, ...bundle);
  const inputs = digestOf(code, content, ...publicFiles);
  const held = written.heldPages(inputs);
  if (held) {
    run.pages = held;
    return true;
  }
  keepViews(!written.holdsAny());
  const made = await maker();
  if (!made) return false;
  const isOurs = (component: string) => isOwnRoute(resolve(run.folders.root, component));
  const site = new URL(absoluteAddress('/', url));
  const { own, render } = made;
  const paths = await keyed(made.paths, async (path) =>
    own && isOurs(path.route.component)
      ? own.onlyKey(new Request(pageAddress(path, site)), path.route)
      : undefined,
  );
  run.pages = await writePages(paths, shortWay(own?.pageText, render, isOurs), {
    written,
    code,
    inputs,
    isOurs,
    hasMiddleware: own === undefined,
    site,
    publicFiles,
    components: run.components,
    progress: (words) => run.progress.tell(words),
    warn: (words) => voice.warn(words),
  });
  if (makesPictures()) written.doubt();
  return true;
}

/** Astro asks no key of a page that is the only one of its route. What fails of it is told where it is made. */
async function keyed(
  paths: readonly PathWithRoute[],
  keyOf: (path: PathWithRoute) => Promise<string | undefined>,
): Promise<readonly PathWithRoute[]> {
  return Promise.all(
    paths.map(async (path) => {
      if (path.route.pathname === undefined || path.cacheKey !== undefined) return path;
      const cacheKey = await keyOf(path).catch(() => undefined);
      return cacheKey === undefined ? path : { ...path, cacheKey };
    }),
  );
}

/** Finishes the output folder, and tells what the build has come to. `files` are those that Astro made pages into. */
export async function endBuild(run: Run, files: readonly string[], voice: Voice): Promise<void> {
  await finishOutput(run.outputFolder, run.pages, files, {
    assets: run.caches.assets,
    cards: run.cards,
    publicFolder: run.publicFolder,
    publicFiles: run.publicFiles,
    search: run.search,
    written: run.written,
    progress: (words) => run.progress.tell(words),
    warn: (words) => voice.warn(words),
  });
  await run.caches.similar.end();
  const { journal, hidden, moved, withdrawn } = currentJournal();
  const former = new Map(moved.map((one) => [one.document, one.before]));
  run.caches.places.keep(journal, former, withdrawn);
  for (const lock of run.locks) lock.release();
  run.progress.clear();
  const outcome = {
    entries: journal.entries.length,
    hidden,
    pages: run.pages.pages,
    seconds: performance.now() / 1000,
    folder: run.outputFolder,
    warnings: run.log.warnings,
    now: run.options.now,
    timeZone: journal.site.timeZone,
  };
  if (!voice.isSilent) console.log(buildSummary(outcome, process.cwd()));
}

/** Ends what was begun for an output folder, which another run is about to finish. */
export async function endUnfinished({
  caches,
  search,
  locks,
}: Pick<Run, 'caches' | 'search' | 'locks'>): Promise<void> {
  await search.end();
  await caches.similar.end();
  for (const lock of locks) lock.release();
}
