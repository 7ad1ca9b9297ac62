import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';
import type { Replacement } from '../replace/replacements.ts';

/** What a run goes by of Astro's configuration: plain data, so that it can be kept. Paths are absolute. */
export interface SiteConfig {
  readonly root: string;
  readonly sourceFolder: string;
  readonly publicFolder: string;
  readonly outputFolder: string;
  readonly cacheFolder: string;
  /** Folders with components of the person's own, in place of ours, but for that of the project itself. */
  readonly componentFolders: readonly string[];
  /** Components of the person's own, and in whose place they are. */
  readonly replaced: readonly Pick<Replacement, 'name' | 'written'>[];
  /** What pages show of it. */
  readonly shown: Readonly<Record<string, unknown>>;
}

/** Whether a configuration that was kept has all that this program goes by: an earlier one may have kept less. */
export function isWholeConfig(kept: object): kept is SiteConfig {
  return Object.keys(usualConfig('.', {})).every((part) => part in kept);
}

/** The configuration of a project where none says otherwise, with what pages show of it. `root` is absolute. */
export function usualConfig(root: string, shown: SiteConfig['shown']): SiteConfig {
  const folder = (name: string) => join(root, name, '/');
  return {
    root: folder('.'),
    sourceFolder: folder('src'),
    publicFolder: folder('public'),
    outputFolder: folder('dist'),
    cacheFolder: usualCacheFolder(root),
    componentFolders: [],
    replaced: [],
    shown,
  };
}

/** Whether the folders that a project has its files in are those of {@link usualConfig}. */
export function hasUsualFolders(config: SiteConfig): boolean {
  const usual = usualConfig(config.root, config.shown);
  const folders = ['sourceFolder', 'publicFolder', 'cacheFolder'] as const;
  return folders.every((folder) => resolve(config[folder]) === resolve(usual[folder]));
}

/** The plain part of a configuration. */
export function siteConfig(config: AstroConfig, replacements: readonly Replacement[]): SiteConfig {
  const { base, compressHTML, scopedStyleStrategy, build } = config;
  const { assets, assetsPrefix, inlineStylesheets } = build;
  return {
    root: fileURLToPath(config.root),
    sourceFolder: fileURLToPath(config.srcDir),
    publicFolder: fileURLToPath(config.publicDir),
    outputFolder: fileURLToPath(config.outDir),
    cacheFolder: fileURLToPath(config.cacheDir),
    componentFolders: foldersOf(replacements, fileURLToPath(config.root)),
    replaced: replacements.map(({ name, written }) => ({ name, written })),
    shown: { base, compressHTML, scopedStyleStrategy, assets, assetsPrefix, inlineStylesheets },
  };
}

function foldersOf(replacements: readonly Replacement[], root: string): string[] {
  const folders = new Set(replacements.map(({ path }) => dirname(path)));
  return [...folders].filter((folder) => folder !== resolve(root)).sort();
}

/** Where Astro keeps what it keeps, unless a configuration says otherwise. */
export function usualCacheFolder(root: string): string {
  return join(root, 'node_modules/.astro/');
}

/** What Scrollback brings along itself. */
const ownIntegrations: readonly string[] = ['scrollback', '@astrojs/mdx'];

/**
 * Whether all that a configuration does to pages follows from its text and the program's: it has no integrations but
 * ours, looks neither at the environment nor at modules of its own, has the usual output folder, and no component of the
 * person's own beside all that is there.
 */
export function isPlain(
  { root, adapter, integrations }: AstroConfig,
  replacements: readonly Replacement[] = [],
): boolean {
  const folder = fileURLToPath(root);
  if (replacements.some(({ path }) => dirname(path) === resolve(folder))) return false;
  const named = replacements.map(({ written }) => written);
  const isOurs = integrations.every(({ name }) => ownIntegrations.includes(name));
  return (
    isOurs && !adapter && configTexts(folder).every((text) => isPlainText(without(text, named)))
  );
}

/** The texts of Astro's configuration in a folder. */
export function configTexts(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /^astro\.config\.\w+$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** A text without the paths that are known, each in its quotes. */
function without(text: string, paths: readonly string[]): string {
  return paths.reduce(
    (left, path) =>
      ["'", '"', '`'].reduce((all, one) => all.replaceAll(one + path + one, ''), left),
    text,
  );
}

function isPlainText(text: string): boolean {
  return !/\b(?:env|require|outDir)\b|\bimport\(|['"`]\.\.?\/(?!src\/)/.test(text);
}
