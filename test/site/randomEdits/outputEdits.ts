import { cp, mkdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { filesBelow } from '../../../src/files/outputFolder.ts';
import type { Random } from '../../random.ts';
import type { Edit } from './edits.ts';
import { ended, type World } from './world.ts';

const longestLifeMilliseconds = 4000;

/** A file below a folder; undefined where there is none. */
async function fileBelow(folder: string, random: Random): Promise<string | undefined> {
  const files = await filesBelow(folder);
  return files.length === 0 ? undefined : random.pick(files);
}

/** Something done by hand to a file of the output folder. */
const toOutput =
  (edit: (path: string, random: Random) => Promise<unknown>): Edit =>
  async (world, random) => {
    const file = await fileBelow(world.output, random);
    if (file !== undefined) await edit(join(world.output, file), random);
    return file;
  };

async function changeByte(path: string, random: Random): Promise<void> {
  const bytes = await readFile(path);
  if (bytes.length > 0) bytes.writeUInt8(random.below(256), random.below(bytes.length));
  await writeFile(path, bytes);
}

/** Starts a command, and kills it at any moment. */
async function killed(world: World, random: Random): Promise<string> {
  const child = await world.begin('build', '--outDir', world.output);
  const end = ended(child);
  const life = random.below(longestLifeMilliseconds);
  const timer = setTimeout(() => child.kill('SIGKILL'), life);
  const { exitCode } = await end;
  clearTimeout(timer);
  return exitCode === -1 ? `after ${life} ms` : 'too late';
}

/** What happens to what builds leave behind, and which of it the next one finds. */
export const outputEdits: Readonly<Record<string, Edit>> = {
  'output file deleted': toOutput((path) => rm(path)),
  'output file emptied': toOutput((path) => truncate(path, 0)),
  'output file changed': toOutput(changeByte),
  'output file in the place of another': async ({ output }, random) => {
    const files = await filesBelow(output);
    if (files.length === 0) return undefined;
    const [from, to] = [random.pick(files), random.pick(files)];
    if (from !== to) await cp(join(output, from), join(output, to), { preserveTimestamps: true });
    return `${from} in the place of ${to}`;
  },
  'output folder deleted': async ({ output }) => {
    await rm(output, { recursive: true, force: true });
    return '';
  },
  'output folder set aside': async ({ output, folder }) => {
    if ((await filesBelow(output)).length === 0) return undefined;
    await rm(join(folder, 'aside'), { recursive: true, force: true });
    await cp(output, join(folder, 'aside'), { recursive: true, preserveTimestamps: true });
    return '';
  },
  'output folder restored': async ({ output, folder }) => {
    if ((await filesBelow(join(folder, 'aside'))).length === 0) return undefined;
    await rm(output, { recursive: true, force: true });
    await cp(join(folder, 'aside'), output, { recursive: true, preserveTimestamps: true });
    return '';
  },
  'stray file': async ({ output }, random) => {
    const file = `stray-${random.below(9)}/index.html`;
    if (!(await stat(output).catch(() => undefined))) return undefined;
    await mkdir(dirname(join(output, file)), { recursive: true });
    await writeFile(join(output, file), 'stray');
    return file;
  },
  'cache deleted': async ({ caches }) => {
    await rm(caches, { recursive: true, force: true });
    return '';
  },
  'cache file deleted': async ({ caches }, random) => {
    const file = await fileBelow(caches, random);
    if (file !== undefined) await rm(join(caches, file));
    return file;
  },
  'cache file cut off': async ({ caches }, random) => {
    const file = await fileBelow(caches, random);
    if (file === undefined) return undefined;
    const { size } = await stat(join(caches, file));
    await truncate(join(caches, file), random.below(size + 1));
    return file;
  },
  'cache file changed': async ({ caches }, random) => {
    const file = await fileBelow(caches, random);
    if (file !== undefined) await changeByte(join(caches, file), random);
    return file;
  },
  'build killed': killed,
  'build of the other journal killed': async (world, random) => {
    const { journalIndex } = world;
    world.journalIndex = journalIndex === 0 ? 1 : 0;
    const words = await killed(world, random);
    world.journalIndex = journalIndex;
    return words;
  },
  check: async (world) => {
    await ended(await world.begin('check'));
    return '';
  },
  'other journal': (world) => {
    world.journalIndex = world.journalIndex === 0 ? 1 : 0;
    return `content-${world.journalIndex}`;
  },
  'other output folder': (world) => {
    world.outputIndex = world.outputIndex === 0 ? 1 : 0;
    return `out-${world.outputIndex}`;
  },
  moment: (world, random) => {
    world.now = Date.parse(`20${random.pick([25, 26, 31])}-04-15T11:00:00Z`);
    return new Date(world.now).toISOString();
  },
};
