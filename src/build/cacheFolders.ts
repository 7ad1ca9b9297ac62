import { join } from 'node:path';
import { digestOf } from '../cache/bodies.ts';
import type { LoadOptions } from '../files/contentRoot.ts';
import { WrittenOutput } from './output/writtenOutput.ts';
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

/** What the last build of a content folder left in an output folder. */
export function writtenOutput(
  config: Pick<SiteConfig, 'cacheFolder' | 'outputFolder'>,
  options: Pick<LoadOptions, 'root'>,
): WrittenOutput {
  return new WrittenOutput(config.outputFolder, join(outputCache(config, options), 'written.json'));
}
