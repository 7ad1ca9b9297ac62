import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'astro';

/** One build, as the process that makes it is told of it. */
export interface BuildOrder {
  readonly output: string;
  readonly cache: string;
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

async function run({ output, cache, environment }: BuildOrder): Promise<void> {
  builds++;
  Object.assign(process.env, environment);
  process.chdir(await freshFolder());
  const { default: config } = (await import(`../../astro.config.mjs?${builds}`)) as {
    default: Config;
  };
  await build({ ...config, root: project, configFile: false, outDir: output, cacheDir: cache });
  process.send?.('built');
}

// What it throws ends the process, as it ends that of `npm run build`.
process.on('message', (order: BuildOrder) => void run(order));
process.on('disconnect', async () => {
  process.chdir(project);
  await rm(folders, { recursive: true, force: true });
  process.exit();
});
