import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'astro';
import { buildWith } from '../../src/build/keptBuild.ts';
import { readKept } from '../../src/build/pages/keptSite.ts';
import { siteFolder } from '../../src/build/run.ts';
import type { SiteConfig } from '../../src/build/siteConfig.ts';
import { loadOptions } from '../../src/files/contentRoot.ts';

/** One build, as the process that makes it is told of it. */
export interface BuildOrder {
  readonly output: string;
  readonly cache: string;
  /** Whether Astro bundles the site though there is a bundle of it. */
  readonly isBundled: boolean;
  /** What it finds in its environment. */
  readonly environment: Readonly<Record<string, string>>;
}

type Config = Parameters<typeof build>[0];

const project = resolve(import.meta.dirname, '../..');
const folders = await mkdtemp(join(tmpdir(), 'scrollback-builder-'));
let builds = 0;

/**
 * A working directory for one build, in which Astro puts its bundle: at the same address Node would take the last one's
 * modules for those of this one.
 */
async function freshFolder(): Promise<string> {
  const folder = join(folders, String(builds));
  await mkdir(folder);
  await symlink(join(project, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

/** By content folder, where the last bundle of it is kept. */
const bundles = new Map<string, string>();

/** As `npm run build` does where code and MDX documents are those of the last build. */
async function buildFromKept({ output, cache }: BuildOrder): Promise<boolean> {
  const options = loadOptions(process.env, project);
  const last = bundles.get(options.root);
  const folder = siteFolder(cache, options);
  bundles.set(options.root, folder);
  const kept = last === undefined ? undefined : await readKept<SiteConfig>(last);
  if (last === undefined || kept === undefined) return false;
  if (last !== folder) await cp(last, folder, { recursive: true });
  // Astro's folders end so.
  const [outputFolder, cacheFolder] = [join(output, '/'), join(cache, '/')];
  return buildWith(kept, { ...kept.config, outputFolder, cacheFolder }, false);
}

async function buildByAstro({ output, cache }: BuildOrder): Promise<void> {
  const { default: config } = (await import(`../../astro.config.mjs?${builds}`)) as {
    default: Config;
  };
  await build({ ...config, root: project, configFile: false, outDir: output, cacheDir: cache });
}

async function run(order: BuildOrder): Promise<void> {
  builds++;
  Object.assign(process.env, order.environment);
  process.chdir(await freshFolder());
  if (order.isBundled || !(await buildFromKept(order))) await buildByAstro(order);
  process.send?.('built');
}

// What it throws ends the process, as it ends that of `npm run build`.
process.on('message', (order: BuildOrder) => void run(order));
process.on('disconnect', async () => {
  process.chdir(project);
  await rm(folders, { recursive: true, force: true });
  process.exit();
});
