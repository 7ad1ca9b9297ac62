import { accessSync, constants } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  compareText,
  describeFault,
  type Fault,
  isStopping,
  sortFaults,
} from '#journal/fault/fault.ts';
import { digestOf } from './cache/bodies.ts';
import { type LoadOptions, loadEnvironmentFile, loadOptions } from './files/contentRoot.ts';
import { makeFolder } from './files/makeFolder.ts';
import { filesBelow } from './files/outputFolder.ts';
import { openCaches, saveCaches } from './load/caches.ts';
import { type LoadResult, loadJournal, type Wanted } from './load/loadJournal.ts';
import { runCommand } from './terminal/command.ts';

const usage = `npm run check [-- --json]

Tells everything that is wrong in the content folder, without building. Exit code 1 if the build would stop.
Faults in drafts and warnings are told too; they stop nothing, and neither do names in double brackets of what is not
written yet, or not published, which stand at the end.
  --json   a JSON array of {file, line, what, expected, cure, draft, warning, wanted}; what is wanted is no fault`;

const projectRoot = resolve(fileURLToPath(new URL('..', import.meta.url)));

/** The cache that builds have, where it can be written to: looking is for everybody who may read. */
function usable(folder: string): string | undefined {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    return undefined;
  }
}

/** Everything that is wrong in a content folder, and what is wanted in it. */
async function look(options: LoadOptions): Promise<Pick<LoadResult, 'faults' | 'wanted'>> {
  const cache = usable(join(projectRoot, 'node_modules/.astro/scrollback', digestOf(options.root)));
  const caches = openCaches(cache);
  const publicFiles = (await filesBelow(join(projectRoot, 'public'))).map((file) => `/${file}`);
  const { faults, wanted } = await loadJournal(
    options,
    { sees: 'published', now: options.now },
    caches,
    publicFiles,
  );
  saveCaches(caches);
  return {
    faults: sortFaults(faults),
    wanted: [...wanted].sort((a, b) => compareText(a.file, b.file) || a.line - b.line),
  };
}

function tell(faults: readonly Fault[], wanted: readonly Wanted[], folder: string): void {
  if (faults.length === 0) console.log(`Nothing is wrong in ${folder}.`);
  for (const fault of faults) console.log(describeFault(fault, folder));
  for (const { file, line, name } of wanted)
    console.log(`not written yet: ${folder}/${file}:${line}: [[${name}]]`);
}

/** In the words of a fault, so that a program reads one kind of thing. */
function asFault({ file, line, name }: Wanted): Fault & { readonly wanted: true } {
  return {
    file,
    line,
    what: `[[${name}]] is not written yet`,
    expected: 'an entry or a page that readers can see',
    cure: 'write it, publish it, or leave it as it is',
    wanted: true,
  };
}

await runCommand({ name: 'check', usage, flags: { json: { type: 'boolean' } } }, async (flags) => {
  loadEnvironmentFile(projectRoot);
  const options = loadOptions(process.env, projectRoot);
  const { faults, wanted } = await look(options);
  const stopping = faults.filter(isStopping);
  if (flags['json']) console.log(JSON.stringify([...faults, ...wanted.map(asFault)], null, 2));
  else tell(faults, wanted, options.shownRoot);
  if (stopping.length > 0) process.exitCode = 1;
});
