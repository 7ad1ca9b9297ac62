import { cp, mkdir, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'astro';
import { siteUrlIn } from '#journal/content/siteAddress.ts';
import { siteFolder } from '../../src/build/cacheFolders.ts';
import { buildWith } from '../../src/build/keptBuild.ts';
import { readKept } from '../../src/build/pages/keptSite.ts';
import type { SiteConfig } from '../../src/build/siteConfig.ts';
import { loadOptions } from '../../src/files/contentRoot.ts';
import { filesBelow } from '../../src/files/outputFolder.ts';
import { textIfThere } from '../../src/files/textIfThere.ts';
import { writtenHere } from '../writtenHere.ts';

/** One build, as the process that makes it is told of it. */
export interface BuildOrder {
  readonly output: string;
  readonly cache: string;
  /**
   * A working directory for this build alone, in which its bundle lies: at the same address Node would take the last one's
   * modules for those of this one.
   */
  readonly folder: string;
  /** Whether Astro bundles the site though there is a bundle of it. */
  readonly isBundled: boolean;
  /** What it finds in its environment. */
  readonly environment: Readonly<Record<string, string>>;
}

type Config = Parameters<typeof build>[0];

const project = resolve(import.meta.dirname, '../..');
let builds = 0;
const written = writtenHere();

/** Makes a folder whose modules find what npm installed. */
async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder);
  await symlink(join(project, 'node_modules'), join(folder, 'node_modules'), 'junction');
}

/** By what a bundle is made of, beside the code, a copy of the last one. */
const bundles = new Map<string, string>();

/** What a bundle is made of, beside the code. */
interface Sources {
  readonly documents: readonly string[];
  /** All journals of this name have the same bundle. */
  readonly name: string;
}

/** Without MDX documents, nothing of an address is in a bundle but the path below its host. */
async function sourcesOf(root: string): Promise<Sources> {
  const documents = (await filesBelow(root)).filter((file) => file.endsWith('.mdx')).sort();
  const settings = Buffer.from(textIfThere(join(root, 'site.yaml')), 'latin1').toString();
  const site = siteUrlIn(settings) ?? root;
  const address = documents.length === 0 ? URL.parse(site)?.pathname : site;
  const texts = documents.map((file) => [file, textIfThere(join(root, file))]);
  return { documents, name: JSON.stringify([address, ...texts]) };
}

/** As `npm run build` does where code and MDX documents are those of the last build, or there are no documents. */
async function buildFromKept(
  { output, cache, folder }: BuildOrder,
  { documents, name }: Sources,
): Promise<boolean> {
  const last = bundles.get(name);
  const kept = last === undefined ? undefined : readKept<SiteConfig>(last);
  if (last === undefined || kept === undefined) return false;
  const copy = join(folder, 'site');
  await cp(last, copy, { recursive: true });
  // One of the program alone, like that which a package brings along, is not asked what address it was made at.
  const bundle = documents.length === 0 ? { ...kept, documents: undefined } : kept;
  // Astro's folders end so.
  const [outputFolder, cacheFolder] = [join(output, '/'), join(cache, '/')];
  return buildWith(
    [{ folder: copy, kept: bundle }],
    { ...kept.config, outputFolder, cacheFolder },
    false,
  );
}

async function buildByAstro(order: BuildOrder, { name }: Sources): Promise<void> {
  const { default: config } = (await import(`../../astro.config.mjs?${builds}`)) as {
    default: Config;
  };
  const { output, cache, folder } = order;
  await build({ ...config, root: project, configFile: false, outDir: output, cacheDir: cache });
  const kept = siteFolder(cache, loadOptions(process.env, project));
  if (readKept(kept) === undefined) return;
  const copy = join(folder, 'bundle');
  await cp(kept, copy, { recursive: true });
  bundles.set(name, copy);
}

async function run(order: BuildOrder): Promise<void> {
  builds++;
  written.output = '';
  Object.assign(process.env, order.environment);
  await makeFolder(order.folder);
  process.chdir(order.folder);
  const sources = await sourcesOf(loadOptions(process.env, project).root);
  if (order.isBundled || !(await buildFromKept(order, sources))) await buildByAstro(order, sources);
  for (const name of Object.keys(order.environment)) delete process.env[name];
  process.send?.(written.output);
}

// What it throws ends the process, as it ends that of `npm run build`.
process.on('message', (order: BuildOrder) => void run(order));
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
