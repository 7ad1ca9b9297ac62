import { join } from 'node:path';
import { digestOf } from '../cache/bodies.ts';
import type { LoadOptions } from '../files/contentRoot.ts';
import type { SiteConfig } from './siteConfig.ts';

/** Where caches are kept, of all content folders. */
export function cachesBelow(cacheFolder: string): string {
  return join(cacheFolder, 'scrollback');
}

/** Where the caches of a content folder are kept. */
export function contentCache(cacheFolder: string, { root }: Pick<LoadOptions, 'root'>): string {
  return join(cachesBelow(cacheFolder), digestOf(root));
}

/** Where the bundle of a content folder is kept that makes its pages. */
export function siteFolder(cacheFolder: string, options: Pick<LoadOptions, 'root'>): string {
  return join(contentCache(cacheFolder, options), 'site');
}

/** Where Astro keeps what it keeps: a folder for each pair of content and output folder. */
export function outputCache(
  { cacheFolder, outputFolder }: Pick<SiteConfig, 'cacheFolder' | 'outputFolder'>,
  { root }: Pick<LoadOptions, 'root'>,
): string {
  return join(cachesBelow(cacheFolder), digestOf(root, outputFolder));
}
