import { join, resolve } from 'node:path';
import type { FlagValue } from '#journal/command/flag.ts';
import { loadEnvironmentFile, loadOptions } from '../files/contentRoot.ts';
import { siteFolder } from './cacheFolders.ts';
import { readKept, shippedFolder } from './pages/keptSite.ts';
import {
  hasUsualFolders,
  isWholeConfig,
  type SiteConfig,
  usualCacheFolder,
  usualConfig,
} from './siteConfig.ts';

/**
 * Builds with the bundle of an earlier build, where neither code nor MDX documents have changed since, or with the one that
 * came with the program, where it is of that alone: all the rest goes as it does with Astro, whose bundler and server are not
 * started.
 *
 * @returns false where there is no such bundle; then nothing was done.
 */
export async function buildFromKept(
  flags: Readonly<Record<string, FlagValue | undefined>>,
): Promise<boolean> {
  const { outDir = 'dist', silent, ...others } = flags;
  if (Object.values(others).some((value) => value !== undefined)) return false;
  const root = process.cwd();
  loadEnvironmentFile(root);
  const options = loadOptions(process.env, root);
  const folder = siteFolder(usualCacheFolder(root), options);
  const own = readKept<SiteConfig>(folder);
  const shipped = readKept<Pick<SiteConfig, 'shown'>>(shippedFolder);
  const isHere = own && isWholeConfig(own.config) && resolve(own.config.root) === root;
  const found = isHere ? own.config : shipped && usualConfig(root, shipped.config.shown);
  if (!found) return false;
  const bundles = [
    ...(isHere ? [{ folder, kept: own }] : []),
    // The configuration of an earlier build says nothing of how things stand, but for the bundle that was made with it.
    ...(shipped && hasUsualFolders(found) ? [{ folder: shippedFolder, kept: shipped }] : []),
  ];
  // Astro's folders end so.
  const config = { ...found, outputFolder: join(resolve(root, String(outDir)), '/') };
  const { buildWith } = await import('./keptBuild.ts');
  return buildWith(bundles, config, silent === true);
}
