import { copyFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import logDestination from 'astro/logger/node';
import { filesBelow } from '../files/outputFolder.ts';
import {
  beginBeside,
  beginOutput,
  endBuild,
  endUnfinished,
  makePages,
  type PageMaker,
} from './finishBuild.ts';
import { mdxDigest, mdxDocuments, mdxTexts } from './mdxDocuments.ts';
import type { BundledFiles } from './pages/bundledFiles.ts';
import {
  forgetSite,
  isSound,
  isWhole,
  type KeptSite,
  keepSite,
  keptAssets,
  loadKept,
  readKept,
  shippedFolder,
} from './pages/keptSite.ts';
import { makesPictures } from './pages/prerenderer.ts';
import { environmentSeen, programFolder } from './pages/siteCode.ts';
import { beginRun, loadForRun, type Run, type Voice } from './run.ts';
import type { SiteConfig } from './siteConfig.ts';

/** A bundle that Astro has just made. */
interface Bundle {
  readonly run: Run;
  readonly config: SiteConfig;
  readonly bundled: BundledFiles;
  /** By route, what Astro knows of its pages. */
  readonly pages: Iterable<KeptSite['pages'][number]>;
}

/** Keeps a bundle for {@link buildFromKept}, where it depends on nothing that is not looked at there. */
export async function keepBundle({ run, config, bundled, pages }: Bundle): Promise<void> {
  const { entry, text } = bundled;
  if (entry === undefined || bundled.list().length > 0 || seesMore()) return;
  const documents = mdxDigest();
  const kept = readKept(run.keptSite);
  if (kept && isOfCode(kept, run) && isOfDocuments(kept)) return;
  if (!(await isWhole(entry))) return;
  const styles = [...pages].map(([route, page]) => [route, { styles: page.styles }] as const);
  const [program, installed] = [programFolder, bundled.installed()];
  const told = {
    code: run.code,
    documents,
    program,
    installed,
    config,
    entry,
    text,
    pages: styles,
  };
  await keepSite(run.keptSite, told, join(run.outputFolder, '_astro'));
}

/**
 * Whether a bundle is of the code of this process, and imports it from where it lies. One that came with the program is of
 * the program alone.
 */
function isOfCode({ code, program }: KeptSite, run: Run): boolean {
  const isOfIt = code === run.code || code === run.programCode;
  return isOfIt && resolve(run.folders.root, program) === programFolder;
}

/** Whether a bundle is of the MDX documents that there are; one that may have none names no address, either. */
function isOfDocuments({ documents }: KeptSite): boolean {
  return documents === undefined ? mdxDocuments().length === 0 : documents === mdxDigest();
}

/** A bundle, and the folder that all is in which is kept of it. */
export interface KeptBundle {
  readonly folder: string;
  readonly kept: KeptSite;
}

/**
 * Builds with the first of these bundles that is as it was kept, of the code and the MDX documents that there are.
 *
 * @returns false where there is none; then nothing was done.
 */
export async function buildWith(
  bundles: readonly KeptBundle[],
  config: SiteConfig,
  isSilent: boolean,
): Promise<boolean> {
  const run = await beginRun(config, false);
  const usable: KeptBundle[] = [];
  for (const bundle of bundles)
    if (isOfCode(bundle.kept, run) && (await isIntact(bundle))) usable.push(bundle);
  // Before the content is read, which is read again where Astro builds.
  if (usable.length === 0) return false;
  run.progress.tell('reading the content');
  const told: string[] = [];
  await loadForRun(run, true, { isSilent: true, warn: (words) => told.push(words) });
  const bundle = usable.find(({ kept }) => isOfDocuments(kept));
  if (!bundle) {
    await endUnfinished(run);
    return false;
  }
  const voice = voiceOf(run, isSilent);
  for (const words of told) voice.warn(words);
  return build(run, bundle, voice);
}

/** @returns false where the bundle is damaged; then Astro makes a new one. */
async function build(run: Run, bundle: KeptBundle, voice: Voice): Promise<boolean> {
  beginBeside(run);
  await beginOutput(run, false);
  const assets = keptAssets(bundle.folder);
  // A handful, for each of which another thread would be waited for several times. Of a whole folder at once, Node 22 copies
  // nothing on Windows where a path has letters beyond ASCII (https://github.com/nodejs/node/issues/61878).
  for (const file of await filesBelow(assets))
    copyFileSync(join(assets, file), await run.written.place(`_astro/${file}`));
  // The bundler, too, copies them whatever is there.
  for (const file of run.publicFiles)
    await run.written.copy(file.slice(1), join(run.publicFolder, file), undefined);
  if (!(await makePages(run, () => loaded(bundle), [], voice))) {
    await endUnfinished(run);
    return false;
  }
  await endBuild(run, [], voice);
  return true;
}

async function isIntact(bundle: KeptBundle): Promise<boolean> {
  const isIntact = await isSound(bundle.folder, bundle.kept);
  if (!isIntact) await forget(bundle);
  return isIntact;
}

/** What came with the program stays as it came. */
async function forget({ folder }: KeptBundle): Promise<void> {
  if (folder !== shippedFolder) await forgetSite(folder);
}

/** Undefined where it cannot be loaded. */
async function loaded(bundle: KeptBundle): Promise<PageMaker | undefined> {
  try {
    return await loadKept(bundle.folder, bundle.kept, (message) => console.error(message));
  } catch {
    await forget(bundle);
    return undefined;
  }
}

/** Whether pages are made of what no digest is taken of. */
function seesMore(): boolean {
  return makesPictures() || environmentSeen(mdxTexts(), process.env) !== undefined;
}

/** Speaks as Astro does. */
function voiceOf(run: Pick<Run, 'log' | 'progress'>, isSilent: boolean): Voice {
  const destination = logDestination({ level: isSilent ? 'silent' : 'info' });
  return {
    isSilent,
    warn(message) {
      run.progress.clear();
      run.log = { warnings: run.log.warnings + 1 };
      destination.write({ label: 'scrollback', level: 'warn', message, newLine: true });
    },
  };
}
