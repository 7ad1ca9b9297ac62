import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';

/** What a run goes by of Astro's configuration: plain data, so that it can be kept. Paths are absolute. */
export interface SiteConfig {
  readonly root: string;
  readonly sourceFolder: string;
  readonly publicFolder: string;
  readonly outputFolder: string;
  readonly cacheFolder: string;
  /** What pages show of it. */
  readonly shown: Readonly<Record<string, unknown>>;
}

/** The plain part of a configuration. */
export function siteConfig(config: AstroConfig): SiteConfig {
  const { base, compressHTML, scopedStyleStrategy, build } = config;
  const { assets, assetsPrefix, inlineStylesheets } = build;
  return {
    root: fileURLToPath(config.root),
    sourceFolder: fileURLToPath(config.srcDir),
    publicFolder: fileURLToPath(config.publicDir),
    outputFolder: fileURLToPath(config.outDir),
    cacheFolder: fileURLToPath(config.cacheDir),
    shown: { base, compressHTML, scopedStyleStrategy, assets, assetsPrefix, inlineStylesheets },
  };
}

/** Where Astro keeps what it keeps, unless a configuration says otherwise. */
export function usualCacheFolder(root: string): string {
  return join(root, 'node_modules/.astro/');
}

/** What Scrollback brings along itself. */
const ownIntegrations: readonly string[] = ['scrollback', '@astrojs/mdx'];

/**
 * Whether all that a configuration does to pages follows from its text and the program's: it has no integrations but
 * ours, looks neither at the environment nor at modules of its own, and has the usual output folder.
 */
export function isPlain({ root, adapter, integrations }: AstroConfig): boolean {
  const folder = fileURLToPath(root);
  const isOurs = integrations.every(({ name }) => ownIntegrations.includes(name));
  return isOurs && !adapter && configTexts(folder).every(isPlainText);
}

function configTexts(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /^astro\.config\.\w+$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

function isPlainText(text: string): boolean {
  return !/\b(?:env|require|outDir)\b|\bimport\(|['"`]\.\.?\/(?!src\/)/.test(text);
}
