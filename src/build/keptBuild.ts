import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import logDestination from 'astro/logger/node';
import type { FlagValue } from '#journal/command/flag.ts';
import { loadEnvironmentFile, loadOptions } from '../files/contentRoot.ts';
import {
  beginBeside,
  beginOutput,
  endBuild,
  endUnfinished,
  makePages,
  type PageMaker,
} from './finishBuild.ts';
import { mdxDigest, mdxTexts } from './mdxDocuments.ts';
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
} from './pages/keptSite.ts';
import { makesPictures } from './pages/prerenderer.ts';
import { environmentSeen, programFolder } from './pages/siteCode.ts';
import { beginRun, loadForRun, type Run, siteFolder, type Voice } from './run.ts';
import { isWholeConfig, type SiteConfig, usualCacheFolder } from './siteConfig.ts';

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
  if (kept && isOfCode(kept, run) && kept.documents === documents) return;
  if (!(await isWhole(entry))) return;
  const styles = [...pages].map(([route, page]) => [route, { styles: page.styles }] as const);
  const program = programFolder;
  const told = { code: run.code, documents, program, config, entry, text, pages: styles };
  await keepSite(run.keptSite, told, join(run.outputFolder, '_astro'));
}

/** Whether a bundle is of the code of this process, and imports it from where it lies. */
function isOfCode({ code, program }: KeptSite, run: Pick<Run, 'code'>): boolean {
  return code === run.code && program === programFolder;
}

/**
 * Builds with the bundle of an earlier build, where neither code nor MDX documents have changed since: all the rest goes
 * as it does with Astro, whose bundler and server are not started.
 *
 * @returns false where there is no such bundle; then nothing was done.
 */
export async function buildFromKept(
  flags: Readonly<Record<string, FlagValue | undefined>>,
): Promise<boolean> {
  const { outDir = 'dist', silent, ...others } = flags;
  const root = process.cwd();
  loadEnvironmentFile(root);
  const folder = siteFolder(usualCacheFolder(root), loadOptions(process.env, root));
  const kept = readKept<SiteConfig>(folder);
  const isUsual = Object.values(others).every((value) => value === undefined);
  if (!kept || !isWholeConfig(kept.config) || !isUsual || resolve(kept.config.root) !== root)
    return false;
  // Astro's folders end so.
  const outputFolder = join(resolve(root, String(outDir)), '/');
  return buildWith(folder, kept, { ...kept.config, outputFolder }, silent === true);
}

/**
 * Builds with this bundle, which is kept in a folder of its own.
 *
 * @returns false where it is not one of the code and the MDX documents that there are; then nothing was done.
 */
export async function buildWith(
  folder: string,
  kept: KeptSite,
  config: SiteConfig,
  isSilent: boolean,
): Promise<boolean> {
  const run = await beginRun(config, false);
  if (!isOfCode(kept, run)) return false;
  run.progress.tell('reading the content');
  const told: string[] = [];
  await loadForRun(run, true, { isSilent: true, warn: (words) => told.push(words) });
  if (mdxDigest() !== kept.documents || !(await isIntact(folder, kept))) return false;
  const voice = voiceOf(run, isSilent);
  for (const words of told) voice.warn(words);
  return build(run, folder, kept, voice);
}

/** @returns false where the bundle is damaged; then Astro makes a new one. */
async function build(run: Run, folder: string, kept: KeptSite, voice: Voice): Promise<boolean> {
  beginBeside(run);
  await beginOutput(run, false);
  await cp(keptAssets(folder), join(run.outputFolder, '_astro'), { recursive: true });
  // The bundler, too, copies them whatever is there.
  for (const file of run.publicFiles)
    await run.written.copy(file.slice(1), join(run.publicFolder, file), undefined);
  if (!(await makePages(run, () => loaded(folder, kept), [], voice))) {
    await endUnfinished(run);
    return false;
  }
  await endBuild(run, [], voice);
  return true;
}

async function isIntact(folder: string, kept: KeptSite): Promise<boolean> {
  const isIntact = await isSound(folder, kept);
  if (!isIntact) await forgetSite(folder);
  return isIntact;
}

/** Undefined where it cannot be loaded. */
async function loaded(folder: string, kept: KeptSite): Promise<PageMaker | undefined> {
  try {
    return await loadKept(folder, kept, (message) => console.error(message));
  } catch {
    await forgetSite(folder);
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
