import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PathWithRoute } from 'astro';
import { digestOf } from '../../cache/bodies.ts';
import { hashOfFile } from '../../files/hashOfFile.ts';
import { installedTexts } from '../../files/installed.ts';
import { keepFile, keptJson } from '../../files/keptFile.ts';
import { filesBelow, namesIn } from '../../files/outputFolder.ts';
import { unfinishedName } from '../../files/unfinished.ts';
import type { PathsApp } from './pageText.ts';
import type { Render } from './prerenderer.ts';
import { programFolder } from './siteCode.ts';

/** What is told of a bundle that is kept. Plain data: it is kept as JSON. */
export interface KeptSite<Config = unknown> {
  /** A digest of the code that the bundle was made of, and one of the MDX documents in it, if it may have any. */
  readonly code: string;
  readonly documents?: string | undefined;
  /** Where the program lay whose modules the bundle imports, absolute or from the project. */
  readonly program: string;
  /** What npm had installed of it, by paths from the folder of packages, and a digest of these files. */
  readonly installed: { readonly files: readonly string[]; readonly digest: string };
  readonly config: Config;
  /** The modules that make pages, from the folder of the bundle; `text` where there is one for the short way. */
  readonly entry: string;
  readonly text?: string | undefined;
  /** A digest of each kept file, by its path from the folder in which all is kept. */
  readonly files: readonly (readonly [name: string, digest: string])[];
  /** By route, what Astro knows of the style sheets of its pages. */
  readonly pages: readonly (readonly [route: string, page: { readonly styles: unknown }])[];
}

/** What the bundled module gives to whoever makes pages with it. */
interface BundledApp extends PathsApp {
  readonly manifest: {
    readonly routes: readonly {
      readonly routeData: PathWithRoute['route'];
      readonly scripts: readonly unknown[];
    }[];
  };
  setInternals(internals: object): void;
  setOptions(options: object): void;
  render(request: Request, options: { routeData: PathWithRoute['route'] }): Promise<Response>;
}

/** Where the bundle lies that a package of the program brings along. */
export const shippedFolder = resolve(programFolder, '../bundle');

const description = 'site.json';
const bundleFolder = 'bundle';
const assetFolder = 'assets';

/** What is kept in a folder; undefined where nothing is. */
export function readKept<Config>(folder: string): KeptSite<Config> | undefined {
  return keptJson(join(folder, description));
}

/** A bundle that is not kept yet. */
interface SiteToKeep extends Omit<KeptSite, 'installed' | 'files'> {
  /** What npm installed of it, by paths from the folder of packages. */
  readonly installed: readonly string[];
}

/**
 * Keeps a bundle, in the place of the one before it. `entry` and `text` are absolute paths of its modules, `assets` the
 * folder of what pages load of it.
 */
export async function keepSite(
  folder: string,
  { entry, text, installed, ...told }: SiteToKeep,
  assets: string,
): Promise<void> {
  const unfinished = unfinishedName(folder);
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  await cp(dirname(entry), join(unfinished, bundleFolder), { recursive: true });
  await cp(assets, join(unfinished, assetFolder), { recursive: true });
  const names = { entry: basename(entry), text: text && namesIn(dirname(entry), [text])[0] };
  const kept: KeptSite = {
    ...told,
    ...names,
    installed: { files: installed, digest: installedDigest(installed) },
    files: await filesOf(unfinished),
  };
  keepFile(join(unfinished, description), JSON.stringify(kept));
  await putInPlace(unfinished, folder);
}

/** Builds may end at the same time: of two that keep the same, one is enough. */
async function putInPlace(unfinished: string, folder: string): Promise<void> {
  const former = `${folder}.${process.pid}.old`;
  try {
    await rm(former, { recursive: true, force: true });
    await rename(folder, former).catch(ignoreAbsent);
    await rename(unfinished, folder).catch(ignorePresent);
  } finally {
    for (const one of [former, unfinished]) await rm(one, { recursive: true, force: true });
  }
}

function ignoreAbsent(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

function ignorePresent(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
}

/** Whether all is there as it was kept, and all of packages that it was made of. */
export async function isSound(folder: string, { files, installed }: KeptSite): Promise<boolean> {
  const there = (await filesOf(folder)).filter(([name]) => name !== description);
  const isWhole = JSON.stringify(there) === JSON.stringify(files);
  return isWhole && installedDigest(installed.files) === installed.digest;
}

/** A digest of files that npm installed, by their paths from the folder of packages. */
function installedDigest(files: readonly string[]): string {
  return digestOf(...installedTexts(files));
}

async function filesOf(folder: string): Promise<[name: string, digest: string][]> {
  const names = await filesBelow(folder);
  return names.map((name) => [name, hashOfFile(join(folder, name), 'base64url')]);
}

/** Forgets what is kept. */
export async function forgetSite(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** Where the files lie that pages load of a kept bundle. */
export function keptAssets(folder: string): string {
  return join(folder, assetFolder);
}

/**
 * Loads a kept bundle: Astro's own prerenderer does the same with one that it has just made. `log` tells what Astro says.
 */
export async function loadKept(
  folder: string,
  { entry, text, pages }: KeptSite,
  log: (message: string) => void,
): Promise<{ paths: readonly PathWithRoute[]; render: Render; own: OwnModule | undefined }> {
  const app = await appOf(join(folder, bundleFolder, entry));
  app.setInternals({ pagesByKeys: new Map(pages) });
  app.setOptions({
    settings: { scripts: [] },
    logger: {
      options: { destination: { write: (event: LogEvent) => sayOf(event, log) } },
    },
  });
  // All modules, so that none is missed later.
  for (const { routeData } of app.manifest.routes) await app.getComponentByRoute(routeData);
  const own = await loadOwn(text && join(folder, bundleFolder, text));
  return {
    paths: await (own ? own.staticPaths(app) : staticPaths(app)),
    render: (request, { route }) => app.render(request, { routeData: route }),
    own,
  };
}

/** The same as the bundle's own module finds, with Astro's modules of this process, which are many. */
async function staticPaths(app: BundledApp): Promise<readonly PathWithRoute[]> {
  const { StaticPaths } = await import('astro/runtime/prerender/static-paths.js');
  return new StaticPaths(app as never).getAll();
}

/** Whether a bundle makes all of a site by itself: pages without scripts that Astro puts into each. */
export async function isWhole(entry: string): Promise<boolean> {
  const { manifest } = await appOf(entry);
  return manifest.routes.every(
    ({ routeData, scripts }) =>
      scripts.length === 0 && (routeData.type === 'page' || routeData.type === 'endpoint'),
  );
}

/** What Astro says. */
interface LogEvent {
  readonly label: string | null;
  readonly level: string;
  readonly message: string;
}

/** Of a page that could not be made nothing: what is thrown then is told by whoever catches it. */
function sayOf({ label, level, message }: LogEvent, log: (message: string) => void): void {
  if (level !== 'error' || label !== null) log(message);
}

async function appOf(entry: string): Promise<BundledApp> {
  return (await bundled<{ app: BundledApp }>(entry)).app;
}

/** Our own module in a bundle. */
export type OwnModule = typeof import('./pageText.ts');

/** Our own module in a bundle; undefined where it has none. */
export async function loadOwn(module: string | undefined): Promise<OwnModule | undefined> {
  return module === undefined ? undefined : bundled<OwnModule>(module);
}

async function bundled<Module>(path: string): Promise<Module> {
  return (await import(pathToFileURL(path).href)) as Module;
}
